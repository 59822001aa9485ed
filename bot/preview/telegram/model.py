"""Chats, people and queries, as Telegram's servers store them."""

import re
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
GENERAL = 1
"""Thread id of a forum's General topic; its messages carry no thread id."""
START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What follows `?start=` in a link to the bot."""


@dataclass(slots=True)
class Numbering:
    """Numbers messages: a supergroup's or a channel's, or those of all private chats and basic groups."""

    last: int = 0


@dataclass(slots=True)
class Chat:
    """A private chat, group, supergroup or channel.

    Args:
        username: Of a public channel or group; "" otherwise.
        owner: The person, in a private chat.
        topics: Names by thread id, in a forum.
        members: "member", "administrator" or "creator", by user id.
        bot_status: "member", "administrator", "left" or "kicked".
        may_write: Whether the bot has the right to send messages.
        migrated_to: Id of the supergroup that replaced this group.
        fixed: Messages that can't be edited, because they ask for a reply.
        last_id: Id of the chat's last message.
        numbering: Where its messages get their ids.
    """

    id: int
    type: str
    title: str = ""
    username: str = ""
    owner: "Person | None" = None
    forum: bool = False
    topics: dict[int, str] = field(default_factory=dict)
    closed_topics: set[int] = field(default_factory=set)
    members: dict[int, str] = field(default_factory=dict)
    bot_status: str = "member"
    may_write: bool = True
    migrated_to: int | None = None
    messages: dict[int, Json] = field(default_factory=dict)
    fixed: set[int] = field(default_factory=set)
    last_id: int = 0
    numbering: Numbering = field(default_factory=Numbering)

    def json(self) -> Json:
        """Return the Bot API's Chat object."""
        if self.owner is not None:
            name = {"first_name": self.owner.first_name, "username": self.owner.username}
        else:
            name = {"title": self.title} | ({"username": self.username} if self.username else {})
        return {"id": self.id, "type": self.type, **name} | ({"is_forum": True} if self.forum else {})

    def next_id(self) -> int:
        """Return the id of the chat's next message."""
        self.last_id = self.numbering.last = max(self.last_id, self.numbering.last) + 1
        return self.last_id

    def texts(self) -> list[str]:
        """Return the texts of the chat's messages, oldest first."""
        return [message.get("text", "") for message in self.messages.values()]


@dataclass(slots=True)
class Person:
    """A Telegram user."""

    id: int
    first_name: str
    username: str
    language_code: str = "en"
    blocks_bot: bool = False
    started: bool = False
    deactivated: bool = False
    is_bot: bool = False

    def json(self) -> Json:
        """Return the Bot API's User object."""
        return {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
            "username": self.username,
            "language_code": self.language_code,
        }


@dataclass(slots=True)
class CallbackQuery:
    """A callback, inline or guest query; `answer` is None until the bot responds.

    Args:
        message: The message that mentions a bot which is no member of the chat, in a guest query.
    """

    id: str
    asked_at: float
    answer: Json | None = None
    message: Json | None = None
