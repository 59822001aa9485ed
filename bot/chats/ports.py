"""What the bot stores about chats.

All times are aware UTC. A method asked about an unknown chat or message does nothing.
"""

from datetime import datetime, timedelta
from typing import Protocol

from bot.chats.prompt import Prompt
from bot.chats.settings import ChatSettings
from bot.chats.view import View, ViewId
from bot.errors import Localizable

KEEP_FOR = timedelta(days=30)
"""How long buttons keep working."""


class ConversationStore(Protocol):
    """Views behind buttons, and which message answers which question."""

    async def save_view(self, view: View, *, chat_id: int, now: datetime) -> ViewId:
        """Store a view and return its id: 2 to 16 characters of `A-Za-z0-9`, hard to guess."""
        ...

    async def load_view(self, view_id: ViewId, *, chat_id: int, now: datetime) -> View:
        """Return a view of this chat.

        Raises:
            ViewExpired: It is unknown, belongs to another chat, or is older than `KEEP_FOR`.
        """
        ...

    async def recent_views(
        self, *, chat_id: int, since: datetime, before: datetime | None = None
    ) -> list[View]:
        """Return a chat's latest views saved from `since` on, and before `before` if given, newest first."""
        ...

    async def remember_answer(self, *, chat_id: int, question_id: int, answer_id: int, now: datetime) -> None:
        """Record that message `answer_id` answers message `question_id`."""
        ...

    async def answer_to(self, *, chat_id: int, question_id: int) -> int | None:
        """Return the id of the message that answers a question, or None if unknown."""
        ...

    async def move_chat(self, *, old_id: int, new_id: int) -> None:
        """Move everything of a group to its supergroup."""
        ...

    async def forget_before(self, moment: datetime) -> int:
        """Delete what is older than `moment`; return how many rows were deleted."""
        ...


class PromptStore(Protocol):
    """What messages wait for, by message."""

    async def save(self, prompt: Prompt, *, chat_id: int, message_id: int, now: datetime) -> None:
        """Record what a message waits for."""
        ...

    async def get(self, *, chat_id: int, message_id: int) -> Prompt | None:
        """Return what a message waits for, or None."""
        ...

    async def delete(self, *, chat_id: int, message_id: int) -> None:
        """Forget what a message waits for."""
        ...

    async def forget_before(self, moment: datetime) -> int:
        """Delete prompts older than `moment`; return how many."""
        ...


class SettingsStore(Protocol):
    """Chat settings."""

    async def of(self, chat_id: int) -> ChatSettings:
        """Return a chat's settings, with defaults where it chose nothing."""
        ...

    async def put(self, settings: ChatSettings) -> None:
        """Store a chat's settings."""
        ...


class ChatBook(Protocol):
    """The chats that messages go to."""

    async def hold(self, chat_id: int, *, until: datetime, reason: Localizable) -> None:
        """Let nothing be claimed for a chat before `until`, and end its lease."""
        ...

    async def suspend(self, chat_id: int, *, at: datetime, reason: Localizable) -> None:
        """Suspend a chat with its waiting and postponed messages; keep its alerts and settings.

        One that was resumed a few minutes ago has been suspended all along.
        """
        ...

    async def resume(self, chat_id: int, *, at: datetime) -> bool:
        """Resume a suspended chat; its suspended messages wait again. Return whether it was suspended."""
        ...

    async def drop_suspended(self, before: datetime) -> int:
        """Delete chats suspended before a time, with their alerts, messages and settings; return how many."""
        ...

    async def migrate(self, old_id: int, new_id: int) -> None:
        """Change a chat's id in alerts, messages and settings, and end its lease."""
        ...
