"""What people do in the miniature Telegram: write, edit, forward, press buttons, block the bot."""

import time
from dataclasses import dataclass
from typing import Any

from bot.preview.telegram.message_text import (
    MAX_TEXT_UNITS,
    detected_entities,
    entity_text,
    sanitized,
    utf16_length,
)
from bot.preview.telegram.model import START_PAYLOAD, Chat, Json, Person
from bot.preview.telegram.state import TelegramState

RESTRICTABLE = (
    "can_change_info", "can_invite_users", "can_pin_messages", "can_send_messages", "can_send_polls",
    "can_send_other_messages", "can_add_web_page_previews", "can_manage_topics", "can_send_audios",
    "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes",
    "can_send_voice_notes", "can_edit_tag", "can_react_to_messages",
)  # fmt: skip
"""Rights that a restricted member may lack."""


@dataclass(frozen=True, slots=True)
class Users:
    """People's actions; whatever the bot may see reaches it as an update."""

    state: TelegramState

    def send(
        self,
        person: Person,
        chat: Chat,
        text: str,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
        **fields: Any,
    ) -> Json:
        """Send a message.

        Raises:
            ValueError: The text is empty or longer than 4,096 UTF-16 units, so no client sends it.
        """
        text = sanitized(text).strip()
        if not text or utf16_length(text) > MAX_TEXT_UNITS:
            raise ValueError("Messages have 1 to 4,096 characters")
        fields = {"text": text, "entities": detected_entities(text), **fields}
        message = self.state.post(chat, person.json(), fields, reply_to=reply_to, thread=thread)
        if chat.type == "private":
            person.started = True
        self._deliver("message", chat, message)
        self._invite(chat, message)
        return message

    def follow_link(self, person: Person, payload: str = "") -> Json:
        """Open `t.me/<bot>?start=<payload>` and press Start.

        Raises:
            ValueError: Telegram's apps don't open such a link.
        """
        if payload and not START_PAYLOAD.fullmatch(payload):
            raise ValueError("A start parameter has up to 64 letters, digits, _ and -")
        return self.send(person, self.state.chats[person.id], f"/start {payload}".strip())

    def edit(self, chat: Chat, message_id: int, text: str) -> Json:
        """Edit a person's own message."""
        message = chat.messages[message_id]
        text = sanitized(text).strip()
        message |= {"text": text, "entities": detected_entities(text), "edit_date": int(time.time())}
        self.state.publish({"type": "edited", "message": message})
        self._deliver("edited_message", chat, message)
        return message

    def forward(self, person: Person, message: Json, chat: Chat, *, thread: int | None = None) -> Json:
        """Forward a message to a chat."""
        origin = {
            "type": "hidden_user",
            "sender_user_name": message["from"]["first_name"],
            "date": message["date"],
        }
        text = message.get("text") or message.get("caption") or "…"
        return self.send(person, chat, text, thread=thread, forward_origin=origin)

    def press(self, person: Person, chat: Chat, message_id: int, data: str) -> str:
        """Press an inline button; return the query's id for `TelegramState.answered`."""
        return self._press(person, {"message": chat.messages[message_id], "data": data})

    def press_inline_message(self, person: Person, data: str) -> str:
        """Press a button under a message sent inline, whose chat Telegram keeps from the bot."""
        return self._press(person, {"inline_message_id": "AgAAAHcBAADaTjsAAQ", "data": data})

    def press_vanished(self, person: Person, chat: Chat, message_id: int, data: str) -> str:
        """Press a button under a message that the bot can't see any more."""
        message = {"message_id": message_id, "chat": chat.json(), "date": 0}
        return self._press(person, {"message": message, "data": data})

    def play(self, person: Person, chat: Chat, message_id: int) -> str:
        """Press the button of a game."""
        return self._press(person, {"message": chat.messages[message_id], "game_short_name": "chess"})

    def _press(self, person: Person, fields: Json) -> str:
        query = self.state.new_query()
        press = {"id": query.id, "from": person.json(), "chat_instance": "1", **fields}
        self.state.updates.add("callback_query", press)
        return query.id

    def notice(self, person: Person, chat: Chat, fields: Json) -> Json:
        """Post a service message, such as a payment or a boost."""
        message = self.state.post(chat, person.json(), fields)
        self.state.updates.add("message", message)
        return message

    def ask_inline(self, person: Person, text: str, *, offset: str = "", chat_type: str = "sender") -> str:
        """Type `@bot text`; return the query's id for `TelegramState.answered`."""
        query = self.state.new_query()
        self.state.updates.add(
            "inline_query",
            {
                "id": query.id,
                "from": person.json(),
                "query": text[:256],
                "offset": offset,
                "chat_type": chat_type,
            },
        )
        return query.id

    def choose_inline(
        self, person: Person, chat: Chat, query_id: str, result_id: str, *, thread: int | None = None
    ) -> Json:
        """Post a result of an answered inline query."""
        answer = self.state.queries[query_id].answer
        assert answer is not None
        result = next(result for result in answer["results"] if result["id"] == result_id)
        fields = {**result["_message"], "via_bot": self.state.bot}
        if result.get("reply_markup"):
            fields["reply_markup"] = result["reply_markup"]
        message = self.state.post(chat, person.json(), fields, thread=thread)
        self._deliver("message", chat, message)
        return message

    def block(self, person: Person, *, blocked: bool = True) -> None:
        """Block or unblock the bot."""
        person.blocks_bot = blocked
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        self._change_membership(person, self.state.chats[person.id], old, new)

    def kick_bot(self, person: Person, chat: Chat) -> None:
        """Remove the bot from a group."""
        before, chat.bot_status = chat.bot_status, "kicked"
        self._change_membership(person, chat, before, "kicked")

    def allow_writing(self, person: Person, chat: Chat, *, allowed: bool = True) -> None:
        """Give the bot the right to write in a group, or take it away."""
        chat.may_write = allowed
        old, new = ("restricted", "member") if allowed else ("member", "restricted")
        self._change_membership(person, chat, old, new)

    def _change_membership(self, person: Person, chat: Chat, old: str, new: str) -> None:
        rights = dict.fromkeys(RESTRICTABLE, False) | {"is_member": True}
        member = {"user": self.state.bot, "until_date": 0, **rights}
        self.state.updates.add(
            "my_chat_member",
            {
                "chat": chat.json(), "from": person.json(), "date": int(time.time()),
                "old_chat_member": {"status": old, **member}, "new_chat_member": {"status": new, **member},
            },
        )  # fmt: skip

    def _deliver(self, kind: str, chat: Chat, message: Json) -> None:
        if self._bot_sees(chat, message):
            self.state.updates.add(kind, message)

    def _invite(self, chat: Chat, message: Json) -> None:
        """Hand the bot a message that mentions it in a chat which it is no member of."""
        mentions = [entity for entity in message["entities"] if entity["type"] == "mention"]
        is_guest = chat.bot_status == "left" and self.state.bot["supports_guest_queries"]
        if is_guest and any(self._addresses_bot(message, entity) for entity in mentions):
            query = self.state.new_query()
            query.message = message
            self.state.updates.add("guest_message", {**message, "guest_query_id": query.id})

    def _bot_sees(self, chat: Chat, message: Json) -> bool:
        """Privacy mode: in groups, only commands, mentions, replies to the bot, and messages sent via it."""
        bot = self.state.bot
        if chat.type == "private":
            return not self.state.people[chat.id].blocks_bot
        if chat.bot_status in ("left", "kicked"):
            return False
        if bot["can_read_all_group_messages"] or message.get("via_bot", {}).get("id") == bot["id"]:
            return True
        replied_to = message.get("reply_to_message", {}).get("from", {}).get("id")
        return replied_to == bot["id"] or any(
            self._addresses_bot(message, entity) for entity in message["entities"]
        )

    def _addresses_bot(self, message: Json, entity: Json) -> bool:
        words = entity_text(message["text"], entity["offset"], entity["length"]).lower()
        name = f"@{self.state.bot['username']}".lower()
        if entity["type"] == "bot_command":
            return "@" not in words or words.endswith(name)
        return entity["type"] == "mention" and words == name
