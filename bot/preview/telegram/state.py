"""The little world: people, chats, messages, and what the bot is told of them. Pure state, no HTTP."""

import re
import time
from collections.abc import Callable
from typing import Any, TypeVar

from bot.preview.telegram.faults import Faults
from bot.preview.telegram.flood_control import FloodControl
from bot.preview.telegram.message_text import MOST_TEXT, clean, found_entities, part, units
from bot.preview.telegram.model import GENERAL, CallbackQuery, Chat, Json, Person
from bot.preview.telegram.signal import Signal
from bot.preview.telegram.updates import UpdateQueue

T = TypeVar("T")
START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


class TelegramState:
    """Everything there is, and the one bot in it.

    Args:
        clock: Monotonic seconds, for deadlines and flood control.
    """

    def __init__(
        self, *, username: str = "newsbot_preview_bot", clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.clock = clock
        self.bot: Json = {
            "id": 7_000_000_001, "is_bot": True, "first_name": "newsbot", "username": username,
            "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True,
            "can_connect_to_business": False, "has_main_web_app": False,
        }  # fmt: skip
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.updates = UpdateQueue(clock)
        self.webhook: Json = {}
        self.faults = Faults()
        self.flood = FloodControl(clock)
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.calls: list[Json] = []
        self.queries: dict[str, CallbackQuery] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self._listeners: list[Callable[[Json], None]] = []
        self._bell = Signal()
        self._closings: list[Callable[[], None]] = []
        self._numbers = 0

    # What people do.

    def add_person(self, first_name: str = "Ada", *, language_code: str = "en") -> Person:
        """Return a new person, with a private chat to the bot."""
        number = 1_000 + len(self.people) + 1
        person = Person(number, first_name, f"{first_name.lower()}_{number}", language_code)
        self.people[number] = person
        self.chats[number] = Chat(number, "private", owner=person, members={number: "member"})
        return person

    def add_group(self, title: str, *members: Person, forum: bool = False, supergroup: bool = False) -> Chat:
        """Return a new group with the bot in it; its first member is its creator."""
        number = -(4_000 + len(self.chats))
        if forum or supergroup:
            number -= 1_000_000_000_000
        kind = "supergroup" if forum or supergroup else "group"
        chat = Chat(number, kind, title, forum=forum, last_id=GENERAL if forum else 0)
        chat.members = {each.id: "creator" if each is members[0] else "member" for each in members}
        self.chats[number] = chat
        return chat

    def add_channel(self, title: str, *admins: Person, username: str = "") -> Chat:
        """Return a new channel that the bot and these people look after; a public one has a username."""
        number = -(1_000_000_000_000 + 4_000 + len(self.chats))
        chat = Chat(number, "channel", title, username=username, bot_status="administrator")
        chat.members = {each.id: "creator" if each is admins[0] else "administrator" for each in admins}
        self.chats[number] = chat
        return chat

    def add_topic(self, chat: Chat, name: str) -> int:
        """Return the thread id of a new topic."""
        message_id = chat.next_id()
        chat.topics[message_id] = name
        return message_id

    def send(
        self,
        person: Person,
        chat: Chat,
        text: str,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
        **more: Any,
    ) -> Json:
        """Let a person say something; the bot is told if Telegram would tell it."""
        text = clean(text).strip()
        if not text or units(text) > MOST_TEXT:
            raise ValueError("Telegram's clients send 1 to 4096 units")
        message = self.post(chat, person.json(), {"text": text, "entities": found_entities(text), **more},
                            reply_to=reply_to, thread=thread)  # fmt: skip
        if chat.type == "private":
            person.started = True
        if self._tells_bot(chat, message):
            self.updates.add("message", message)
        return message

    def follow_link(self, person: Person, payload: str = "") -> Json:
        """Let a person open `t.me/<bot>?start=<payload>` and press Start.

        Raises:
            ValueError: Telegram's apps open no chat for such a payload.
        """
        if payload and not START_PAYLOAD.fullmatch(payload):
            raise ValueError("a start payload is at most 64 of A-Z a-z 0-9 _ -")
        return self.send(person, self.chats[person.id], f"/start {payload}".strip())

    def edit(self, chat: Chat, message_id: int, text: str) -> Json:
        """Let a person change what they said."""
        message = chat.messages[message_id]
        text = clean(text).strip()
        message |= {"text": text, "entities": found_entities(text), "edit_date": int(time.time())}
        self.tell({"type": "edited", "message": message})
        if self._tells_bot(chat, message):
            self.updates.add("edited_message", message)
        return message

    def forward(self, person: Person, message: Json, chat: Chat, *, thread: int | None = None) -> Json:
        """Let a person forward a message."""
        origin = {
            "type": "hidden_user",
            "sender_user_name": message["from"]["first_name"],
            "date": message["date"],
        }
        text = message.get("text") or message.get("caption") or "…"
        return self.send(person, chat, text, thread=thread, forward_origin=origin)

    def press(self, person: Person, chat: Chat, message_id: int, data: str) -> str:
        """Let a person press a button; return the query's id, whose answer `answered` waits for."""
        query = self._ask()
        self.updates.add(
            "callback_query",
            {
                "id": query.id,
                "from": person.json(),
                "message": chat.messages[message_id],
                "chat_instance": str(chat.id),
                "data": data,
            },
        )
        return query.id

    def ask_inline(self, person: Person, text: str, *, offset: str = "", chat_type: str = "sender") -> str:
        """Let a person type `@bot words`; return the query's id, whose answer `answered` waits for."""
        query = self._ask()
        self.updates.add(
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
        """Let a person post a result of an answered inline query."""
        answer = self.queries[query_id].answer
        assert answer is not None
        result = next(each for each in answer["results"] if each["id"] == result_id)
        fields = {**result["_message"], "via_bot": self.bot}
        if result.get("reply_markup"):
            fields["reply_markup"] = result["reply_markup"]
        message = self.post(chat, person.json(), fields, thread=thread)
        if self._tells_bot(chat, message):
            self.updates.add("message", message)
        return message

    def block(self, person: Person, *, blocked: bool = True) -> None:
        """Let a person block or unblock the bot."""
        person.blocks_bot = blocked
        self._membership(
            person,
            self.chats[person.id],
            "member" if blocked else "kicked",
            "kicked" if blocked else "member",
        )

    def kick_bot(self, person: Person, chat: Chat) -> None:
        """Let a person throw the bot out of a group."""
        before, chat.bot_status = chat.bot_status, "kicked"
        self._membership(person, chat, before, "kicked")

    def upgrade(self, chat: Chat) -> Chat:
        """Turn a group into a supergroup, as Telegram does when it grows; old messages stay behind."""
        new = Chat(chat.id - 1_000_000_000_000, "supergroup", chat.title, members=dict(chat.members))
        chat.migrated_to = new.id
        self.chats[new.id] = new
        system = next((self.people[i].json() for i in chat.members), self.bot)
        self.updates.add("message", self.post(chat, system, {"migrate_to_chat_id": new.id}))
        self.updates.add("message", self.post(new, system, {"migrate_from_chat_id": chat.id}))
        return new

    # What the servers do.

    def post(
        self,
        chat: Chat,
        author: Json,
        fields: Json,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> Json:
        """Put a message into a chat and return it."""
        message: Json = {
            "message_id": chat.next_id(),
            "date": int(time.time()),
            "chat": chat.json(),
            "from": author,
            **fields,
        }
        if chat.forum and thread not in (None, GENERAL):
            message |= {"message_thread_id": thread, "is_topic_message": True}
        if reply_to is not None and reply_to in chat.messages:
            message["reply_to_message"] = {
                key: value for key, value in chat.messages[reply_to].items() if key != "reply_to_message"
            }
        chat.messages[message["message_id"]] = message
        self.tell({"type": "message", "message": message})
        return message

    def tell(self, event: Json) -> None:
        """Tell everybody who listens what happened."""
        for listener in list(self._listeners):
            listener(event)
        self._bell.ring()

    def listen(self, listener: Callable[[Json], None]) -> Callable[[], None]:
        """Call `listener` with every event from now on; return how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def on_close(self, closing: Callable[[], None]) -> Callable[[], None]:
        """Call `closing` when the world ends; return how to stop that."""
        self._closings.append(closing)
        return lambda: self._closings.remove(closing)

    def close(self) -> None:
        """End every wait: of pollers, and of pages for events."""
        self.updates.close()
        self.hang_up()

    def hang_up(self) -> None:
        """End the streams of events; the pages call again."""
        for closing in list(self._closings):
            closing()

    async def until(self, check: Callable[[], T | None], *, timeout_s: float = 10) -> T:
        """Return what `check` returns, as soon as that is true.

        Raises:
            TimeoutError: It did not become true in time.
        """
        return await self._bell.until(check, timeout_s=timeout_s)

    async def answered(self, query_id: str, *, timeout_s: float = 10) -> Json:
        """Return the bot's answer to a callback or inline query."""
        return await self.until(lambda: self.queries[query_id].answer, timeout_s=timeout_s)

    def _ask(self) -> CallbackQuery:
        self._numbers += 1
        query = CallbackQuery(str(10**15 + self._numbers), self.clock())
        self.queries[query.id] = query
        return query

    def _membership(self, person: Person, chat: Chat, old: str, new: str) -> None:
        member = {"user": self.bot, "until_date": 0}
        self.updates.add(
            "my_chat_member",
            {
                "chat": chat.json(), "from": person.json(), "date": int(time.time()),
                "old_chat_member": {"status": old, **member}, "new_chat_member": {"status": new, **member},
            },
        )  # fmt: skip

    def _tells_bot(self, chat: Chat, message: Json) -> bool:
        """Privacy mode: in groups the bot hears commands, mentions, replies to it, what was sent via it."""
        if chat.type == "private":
            return not self.people[chat.id].blocks_bot
        if chat.bot_status in ("left", "kicked"):
            return False
        if self.bot["can_read_all_group_messages"] or message.get("via_bot", {}).get("id") == self.bot["id"]:
            return True
        replied = message.get("reply_to_message", {}).get("from", {}).get("id")
        return replied == self.bot["id"] or any(self._speaks_to_bot(message, e) for e in message["entities"])

    def _speaks_to_bot(self, message: Json, entity: Json) -> bool:
        words = part(message["text"], entity["offset"], entity["length"]).lower()
        name = f"@{self.bot['username']}".lower()
        if entity["type"] == "bot_command":
            return "@" not in words or words.endswith(name)
        return entity["type"] == "mention" and words == name
