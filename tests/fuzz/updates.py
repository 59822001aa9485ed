"""Updates as Telegram may send them: valid, in existing chats, random in content."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from hypothesis import strategies as st

from bot.preview.telegram.message_text import detected_entities, sanitized, utf16_length
from bot.preview.telegram.model import Chat, Person
from bot.preview.telegram.state import TelegramState
from bot.preview.telegram.users import Users
from handlers.routes import COMMANDS
from handlers.texts import LANGUAGES

Json = dict[str, Any]
T = TypeVar("T")
STILL = {"is_animated": False, "is_video": False}
USER_FILE = {"file_id": "f", "file_unique_id": "u"}
_WORDS = st.one_of(
    st.sampled_from(
        (
            "Port Veyra flood", "tram OR ferry -strike", 'source:"Kestrel Wire" since:2026-10-01', "(",
            '"', "-", "*",
            "https://lamp.example/a", "22:30-7", "7:45", "Europe/Istanbul", "منحة السد", "BAŞKAN İ", "9" * 20,
            "<b>&amp;</b>", "one two three " * 9, "@newsbot_preview_bot t", "😀" * 40, "\u202eabc", "1", "0",
        )
    ),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60),
)  # fmt: skip
_COMMAND = st.builds(
    lambda name, at, words: f"/{name}{at} {words}",
    st.sampled_from([*COMMANDS, "nothing_of_ours"]),
    st.sampled_from(("", "", "@newsbot_preview_bot", "@somebody_else_bot")),
    st.just("") | _WORDS,
)
MEANT = (
    "Port Veyra flood", "legionela outbreak", "https://lamp.example/a", "/latest", "/latest tram",
    "/lang", "/trends flood", "/trends flood OR tram", "/timeline Port Veyra flood", "/timeline tram",
    "/subscribe flood", "/subscribe tram OR ferry", "/subscribe @channel flood", "/subscriptions",
    "/unsubscribe 1", "/unsubscribe_all", "/settings", "/prefer Kestrel Wire", "/mute Kestrel Wire",
    "/status", "/export", "/import", "/privacy", "/forget_me", "/about", "/start", "/start help",
    "/start q-Zmxvb2Q", "/outbox", "/reload", "/rejects", "/stats", "/feeds",
    "/feeds https://lamp.example/f", "/feeds https://lamp.example/none", "/feeds 1", "Istanbul",
    "22:30-7", "7:45", "none",
)  # fmt: skip
"""Meaningful messages: they reach every feature of the bot."""
TEXT = st.one_of(*[st.sampled_from(MEANT)] * 3, _WORDS, _COMMAND, st.builds("{} {}".format, _WORDS, _WORDS))
_DATA = st.one_of(
    st.from_regex(r"[ANFGR]\.[0-9]{1,20}\.[a-z]", fullmatch=True),
    st.from_regex(r"[LOSTUF]\.[a-z-]{0,2}[0-9]{0,5}", fullmatch=True),
    st.sampled_from([f"T.{code}" for code in (*LANGUAGES, "-")]),
    st.from_regex(r"[A-Za-z0-9]{1,16}\.[a-z][0-9]{0,6}", fullmatch=True),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=16),
)
_LOCATION = st.builds(
    lambda latitude, longitude: {"location": {"latitude": latitude, "longitude": longitude}},
    st.floats(-90, 90), st.floats(-180, 180),
)  # fmt: skip
_CONTENT = st.one_of(
    _LOCATION,
    st.sampled_from(
        (
            {"sticker": {**USER_FILE, "type": "regular", "width": 9, "height": 9, **STILL}},
            {"dice": {"emoji": "🎲", "value": 3}},
            {"contact": {"phone_number": "+1", "first_name": "Ada"}},
            {"voice": {**USER_FILE, "duration": 3}},
            {"video_note": {**USER_FILE, "duration": 3, "length": 9}},
            {"new_chat_title": "Newsroom"},
            {"delete_chat_photo": True},
            {"new_chat_members": [{"id": 7_000_000_001, "is_bot": True, "first_name": "newsbot"}]},
            {"left_chat_member": {"id": 1_001, "is_bot": False, "first_name": "Ada"}},
            {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}},
            {"story": {"chat": {"id": -1_009_999, "type": "channel", "title": "C"}, "id": 1}},
            {"write_access_allowed": {}},
        )
    ),
)  # fmt: skip
_MEDIA = st.sampled_from(
    (
        {"photo": [{**USER_FILE, "width": 9, "height": 9}]},
        {
            "document": {
                **USER_FILE,
                "file_name": "newsbot.json",
                "mime_type": "application/json",
                "file_size": 12,
            }
        },
        {"video": {**USER_FILE, "width": 9, "height": 9, "duration": 3}},
    )
)
_FORMATS = st.sampled_from(
    (
        {"type": "bold"}, {"type": "pre", "language": "py"}, {"type": "text_link", "url": "https://lamp.example/"},
        {"type": "text_mention", "user": {"id": 5, "is_bot": False, "first_name": "B"}}, {"type": "mention"},
        {"type": "bot_command"}, {"type": "url"}, {"type": "custom_emoji", "custom_emoji_id": "5"},
        {"type": "new_kind"},
    )
)  # fmt: skip
_ORIGIN = st.sampled_from(
    (
        {"type": "hidden_user", "sender_user_name": "Eve", "date": 1},
        {"type": "user", "sender_user": {"id": 5, "is_bot": True, "first_name": "B"}, "date": 1},
        {"type": "chat", "sender_chat": {"id": -5, "type": "group", "title": "G"}, "date": 1},
        {
            "type": "channel",
            "chat": {"id": -1_005, "type": "channel", "title": "C"},
            "message_id": 4,
            "date": 1,
        },
    )
)
_STATUS = st.sampled_from(
    (
        {"status": "member"},
        {"status": "left"},
        {"status": "kicked", "until_date": 0},
    )
)


LATEST = 4
"""People mostly press buttons of, and reply to, this many of the newest messages."""
_INDEX = st.integers(0, 999)
"""An index, taken modulo the number of choices: draws must not depend on state."""


def _pick(choices: Sequence[T], number: int) -> T:
    return choices[number % len(choices)]


@dataclass(frozen=True)
class Town:
    """Two people with different languages, and a chat of each kind."""

    state: TelegramState
    people: tuple[Person, ...]
    chats: list[Chat]

    @classmethod
    def founded(cls, state: TelegramState) -> "Town":
        """Return a town of new people."""
        people = [state.add_person(name, language_code=code) for name, code in (("Ada", "en"), ("Ben", "ar"))]
        groups = [state.add_group("Group", *people), state.add_group("Forum", *people, forum=True)]
        state.add_topic(groups[1], "Trams")
        for person in people:
            person.started = True
        return cls(state, tuple(people), [*(state.chats[person.id] for person in people), *groups])


def happen(town: Town, draw: st.DataObject) -> None:
    """Let something happen in the town that sends the bot an update."""
    person = _pick(town.people, draw.draw(_INDEX))
    chat = _pick([c for c in town.chats if c.type != "private" or c.id == person.id], draw.draw(_INDEX))
    kind = draw.draw(
        st.sampled_from((*["said"] * 6, *["pressed"] * 5, "edited", "inline", "member", "grown"))
    )
    match kind:
        case "said":
            town.state.updates.add("message", _said(town, person, chat, draw))
        case "edited":
            town.state.updates.add(
                "edited_message", _said(town, person, chat, draw) | {"edit_date": int(time.time())}
            )
        case "pressed":
            _press(town, person, draw)
        case "inline":
            kinds = st.sampled_from(("sender", "private", "group", "supergroup", "channel"))
            offset = draw.draw(st.sampled_from(("", "10", "x", "99999999999999999999")))
            Users(town.state).ask_inline(
                person, draw.draw(st.just("") | TEXT), offset=offset, chat_type=draw.draw(kinds)
            )
        case "grown":
            town.chats[:] = [town.state.upgrade(c) if c.type == "group" else c for c in town.chats]
        case _:
            town.state.updates.add("my_chat_member", _membership(town, person, chat, draw))


def _said(town: Town, person: Person, chat: Chat, draw: st.DataObject) -> Json:
    """Return a person's message: text, media with a caption, or other content."""
    shape = draw.draw(st.sampled_from((*["text"] * 6, "media", "other")))
    fields: Json = {}
    if shape == "other":
        fields |= draw.draw(_CONTENT)
    else:
        text = sanitized(draw.draw(TEXT)).strip()[:4_000] or "x"
        name, marks = ("text", "entities") if shape == "text" else ("caption", "caption_entities")
        fields |= {name: text, marks: detected_entities(text) + _formats(text, draw)}
        fields |= draw.draw(_MEDIA) if shape == "media" else {}
    for name, values in (("forward_origin", _ORIGIN), ("via_bot", st.just(town.state.bot))):
        if draw.draw(st.integers(0, 9)) == 1:
            fields[name] = draw.draw(values)
    author = person.json()
    if chat.type != "private" and draw.draw(st.integers(0, 9)) == 1:  # an anonymous admin
        author = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
        fields["sender_chat"] = chat.json()
    replies, at = draw.draw(st.booleans()), draw.draw(_INDEX)
    reply = _pick(list(chat.messages)[-LATEST:], at) if replies and chat.messages else None
    thread = _pick((None, *chat.topics), draw.draw(_INDEX))
    return town.state.post(chat, author, fields, reply_to=reply, thread=thread)


def _formats(text: str, draw: st.DataObject) -> list[Json]:
    """Return formatting entities within a text."""
    found = []
    for form in draw.draw(st.lists(_FORMATS, max_size=2)):
        start = draw.draw(st.integers(0, len(text) - 1))
        end = draw.draw(st.integers(start + 1, len(text)))
        found.append({**form, "offset": utf16_length(text[:start]), "length": utf16_length(text[start:end])})
    return found


def _press(town: Town, person: Person, draw: st.DataObject) -> None:
    """Press a button of the bot's message: a real one, or made-up data."""
    chats = [chat for chat in town.chats if chat.type != "private" or chat.id == person.id]
    own = [(c, m) for c in chats for m in c.messages.values() if m["from"]["id"] == town.state.bot["id"]]
    data, at, label, made_up = (
        draw.draw(_DATA),
        draw.draw(_INDEX),
        draw.draw(_INDEX),
        draw.draw(st.integers(0, 3)),
    )
    if not own:
        return
    latest = sorted(own, key=lambda each: each[1]["message_id"])[-LATEST:]
    chat, message = _pick(own if made_up == 2 else latest, at)
    real = pressable(message)
    if real and made_up != 1:
        data = _pick(real, label)
    Users(town.state).press(person, chat, message["message_id"], data)


def pressable(message: Json) -> list[str]:
    """Return the callback data of a message's buttons."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]


def _membership(town: Town, person: Person, chat: Chat, draw: st.DataObject) -> Json:
    member = {"user": town.state.bot}
    return {
        "chat": chat.json(),
        "from": person.json(),
        "date": int(time.time()),
        "old_chat_member": member | draw.draw(_STATUS),
        "new_chat_member": member | draw.draw(_STATUS),
    }
