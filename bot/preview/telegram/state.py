"""What Telegram's servers hold: people, chats, messages and the bot's updates. Pure state, no HTTP."""

import time
from collections.abc import Callable
from typing import TypeVar

from bot.preview.telegram.faults import Faults
from bot.preview.telegram.flood_control import FloodControl
from bot.preview.telegram.model import GENERAL, CallbackQuery, Chat, Json, Numbering, Person
from bot.preview.telegram.signal import Signal
from bot.preview.telegram.updates import UpdateQueue

T = TypeVar("T")
_SUPERGROUP_OFFSET = -1_000_000_000_000


class TelegramState:
    """One bot and everyone it can meet.

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
            "supports_guest_queries": True,
            "can_connect_to_business": False, "has_main_web_app": False,
        }  # fmt: skip
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self._numbering = Numbering()
        self.updates = UpdateQueue(clock)
        self.webhook: Json = {}
        self.faults = Faults()
        self.flood = FloodControl(clock)
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.descriptions: dict[tuple[str, str], str] = {}
        self.calls: list[Json] = []
        self.queries: dict[str, CallbackQuery] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self._listeners: list[Callable[[Json], None]] = []
        self._signal = Signal()
        self._close_callbacks: list[Callable[[], None]] = []

    def add_person(self, first_name: str = "Ada", *, language_code: str = "en") -> Person:
        """Return a new person, who has a private chat with the bot."""
        number = 1_000 + len(self.people) + 1
        person = Person(number, first_name, f"{first_name.lower()}_{number}", language_code)
        self.people[number] = person
        chat = Chat(number, "private", owner=person, numbering=self._numbering)
        chat.members = {number: "member"}
        self.chats[number] = chat
        return person

    def add_group(
        self,
        title: str,
        *members: Person,
        forum: bool = False,
        supergroup: bool = False,
        bot_status: str = "member",
    ) -> Chat:
        """Return a new group; the first member is its creator.

        Args:
            bot_status: "left" for a group that the bot is no member of.
        """
        number = -(4_000 + len(self.chats))
        if forum or supergroup:
            number += _SUPERGROUP_OFFSET
        kind = "supergroup" if forum or supergroup else "group"
        chat = Chat(number, kind, title, forum=forum, last_id=GENERAL if forum else 0, bot_status=bot_status)
        if kind == "group":
            chat.numbering = self._numbering
        chat.members = {person.id: "creator" if person is members[0] else "member" for person in members}
        self.chats[number] = chat
        return chat

    def add_channel(self, title: str, *admins: Person, username: str = "") -> Chat:
        """Return a new channel that the bot and `admins` manage; public if it has a username."""
        number = _SUPERGROUP_OFFSET - (4_000 + len(self.chats))
        chat = Chat(number, "channel", title, username=username, bot_status="administrator")
        chat.members = {person.id: "creator" if person is admins[0] else "administrator" for person in admins}
        self.chats[number] = chat
        return chat

    def add_topic(self, chat: Chat, name: str) -> int:
        """Return the thread id of a new topic."""
        message_id = chat.next_id()
        chat.topics[message_id] = name
        return message_id

    def upgrade(self, chat: Chat) -> Chat:
        """Replace a group by a new supergroup, as Telegram does when one grows, and return it.

        The old messages stay in the group.
        """
        new = Chat(chat.id + _SUPERGROUP_OFFSET, "supergroup", chat.title, members=dict(chat.members))
        chat.migrated_to = new.id
        self.chats[new.id] = new
        system = next((self.people[number].json() for number in chat.members), self.bot)
        self.updates.add("message", self.post(chat, system, {"migrate_to_chat_id": new.id}))
        self.updates.add("message", self.post(new, system, {"migrate_from_chat_id": chat.id}))
        return new

    def post(
        self,
        chat: Chat,
        author: Json,
        fields: Json,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> Json:
        """Add a message to a chat and return it."""
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
        self.publish({"type": "message", "message": message})
        return message

    def new_query(self) -> CallbackQuery:
        """Return a new callback or inline query that the bot has to answer."""
        query = CallbackQuery(str(10**15 + len(self.queries) + 1), self.clock())
        self.queries[query.id] = query
        return query

    async def answered(self, query_id: str, *, timeout_s: float = 300) -> Json:
        """Return the bot's answer to a callback or inline query, once there is one."""
        return await self.until(lambda: self.queries[query_id].answer, timeout_s=timeout_s)

    async def until(self, check: Callable[[], T | None], *, timeout_s: float = 300) -> T:
        """Return the first true result of `check`, which is called after every event.

        Raises:
            TimeoutError: `check` stayed false.
        """
        return await self._signal.until(check, timeout_s=timeout_s)

    def publish(self, event: Json) -> None:
        """Send an event to all listeners."""
        for listener in list(self._listeners):
            listener(event)
        self._signal.notify()

    def subscribe(self, listener: Callable[[Json], None]) -> Callable[[], None]:
        """Call `listener` with every future event; return a function that unsubscribes it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def on_close(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` when event streams have to end; return a function that unregisters it."""
        self._close_callbacks.append(callback)
        return lambda: self._close_callbacks.remove(callback)

    def close(self) -> None:
        """End all long polls and event streams."""
        self.updates.close()
        self.end_streams()

    def end_streams(self) -> None:
        """End the event streams; open pages reconnect."""
        for callback in list(self._close_callbacks):
            callback()
