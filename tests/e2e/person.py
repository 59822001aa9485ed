"""A person's Telegram client: send, press, read."""

import re
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from bot.preview.telegram.model import Chat, Person
from bot.preview.telegram.state import TelegramState
from bot.preview.telegram.users import Users

Json = dict[str, Any]
FLOOD = "Port Veyra flood"
"""A question that sample articles answer."""
FLOOD_SOURCE = "Kestrel Wire"
"""A name in every answer to `FLOOD`, and in no other text of the bot."""


@dataclass(frozen=True)
class Phone:
    """A person with one chat open, or one topic of it."""

    state: TelegramState
    person: Person
    chat: Chat
    thread: int | None = None

    @property
    def users(self) -> Users:
        return Users(self.state)

    def at(self, chat: Chat, thread: int | None = None) -> "Phone":
        """Open another chat."""
        return replace(self, chat=chat, thread=thread)

    async def say(self, text: str, **more: Any) -> Json:
        """Send a message and return the bot's answer to it."""
        said = self.users.send(self.person, self.chat, text, thread=self.thread, **more)
        return await self.answer_to(said)

    async def answer_to(self, said: Json) -> Json:
        """Return the bot's first message after another message."""
        return await self.state.until(lambda: self._after(said))

    async def press(self, message: Json, label: str) -> Json:
        """Press a button; return the message once the bot has changed it."""
        before = (message.get("text"), message.get("reply_markup"))
        await self.state.answered(self.tap(message, label))
        shown = self.chat.messages[message["message_id"]]
        await self.state.until(lambda: (shown.get("text"), shown.get("reply_markup")) != before)
        return shown

    def tap(self, message: Json, label: str) -> str:
        """Press a button; return the id of its callback query."""
        data = next(b["callback_data"] for b in buttons(message) if b["text"] == label)
        return self.users.press(self.person, self.chat, message["message_id"], data)

    async def press_twice(self, message: Json, label: str, data: str | None = None) -> None:
        """Press a button as two attempts at one press do: both see the message as it was before.

        Args:
            data: What the button sends instead, as an earlier version wrote it.
        """
        shown = deepcopy(message)
        button = next(button for button in buttons(shown) if button["text"] == label)
        button["callback_data"] = data or button["callback_data"]
        for _ in range(2):
            query = self.state.new_query()
            press = {"id": query.id, "from": self.person.json(), "chat_instance": "1", "message": shown}
            self.state.updates.add("callback_query", press | {"data": button["callback_data"]})
            await self.state.answered(query.id)

    async def bot_messages(self) -> list[Json]:
        """Return the bot's messages in the chat, once it has handled everything sent so far."""
        nudge = replace(self, chat=self.state.chats[self.person.id], thread=None)
        await nudge.say("/about")
        return [m for m in self.chat.messages.values() if m["from"]["is_bot"]]

    def _after(self, said: Json) -> Json | None:
        later = (m for m in self.chat.messages.values() if m["message_id"] > said["message_id"])
        return next((m for m in later if m["from"]["is_bot"]), None)


def buttons(message: Json) -> list[Json]:
    """Return a message's buttons, row by row."""
    return [b for row in message.get("reply_markup", {}).get("inline_keyboard", []) for b in row]


def labels(message: Json) -> list[str]:
    """Return the labels of a message's buttons."""
    return [b["text"] for b in buttons(message)]


def listed(message: Json) -> list[str]:
    """Return the numbered articles of an answer, each with its sources."""
    return re.split(r"^\d+\. ", message["text"], flags=re.MULTILINE)[1:]


def marked(message: Json, kind: str) -> list[str]:
    """Return the parts of a message that an entity type formats; folded block quotes are block quotes too."""
    raw = message["text"].encode("utf-16-le")
    return [
        raw[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le")
        for e in message.get("entities", ())
        if e["type"].removeprefix("expandable_") == kind
    ]
