"""What a conversation asks of a store."""

from datetime import datetime, timedelta
from typing import Protocol

from bot.chats.prompt import Prompt
from bot.chats.settings import ChatSettings
from bot.chats.view import View, ViewId
from bot.errors import Localizable

KEPT = timedelta(days=30)
"""How long buttons keep working."""


class ConversationStore(Protocol):
    """Views behind buttons, and which answer belongs to which question."""

    async def save_view(self, view: View, *, chat_id: int, now: datetime) -> ViewId:
        """Keep a view and return its id: 1 to 16 characters of `A-Za-z0-9`, hard to guess."""
        ...

    async def load_view(self, view_id: ViewId, *, chat_id: int, now: datetime) -> View:
        """Return a view of this chat.

        Raises:
            ViewExpired: It is unknown, another chat's, or older than `KEPT`.
        """
        ...

    async def remember_answer(self, *, chat_id: int, question_id: int, answer_id: int, now: datetime) -> None:
        """Note that message `answer_id` answers message `question_id`."""
        ...

    async def answer_to(self, *, chat_id: int, question_id: int) -> int | None:
        """Return the message that answers a question, if it is remembered."""
        ...

    async def move_chat(self, *, old_id: int, new_id: int) -> None:
        """Carry everything of a group over to its supergroup."""
        ...

    async def forget_before(self, moment: datetime) -> int:
        """Delete what is older than `moment`; return how many rows went."""
        ...


class PromptStore(Protocol):
    """Prompts by the message that shows them."""

    async def ask(self, prompt: Prompt, *, chat_id: int, message_id: int, now: datetime) -> None:
        """Keep what a message waits for."""
        ...

    async def asked(self, *, chat_id: int, message_id: int) -> Prompt | None:
        """Return what a message waits for, None when it waits for nothing (any more)."""
        ...

    async def done(self, *, chat_id: int, message_id: int) -> None:
        """Forget what a message waited for."""
        ...

    async def forget_before(self, moment: datetime) -> int:
        """Delete what has waited since before `moment`; return how many went."""
        ...


class SettingsStore(Protocol):
    """What chats have chosen."""

    async def of(self, chat_id: int) -> ChatSettings:
        """Return a chat's settings, the defaults where it has chosen nothing."""
        ...

    async def put(self, settings: ChatSettings) -> None:
        """Store a chat's settings."""
        ...


class ChatBook(Protocol):
    """What is known of the chats messages go to."""

    async def hold(self, chat_id: int, *, until: datetime, reason: Localizable) -> None:
        """Have none of a chat's messages claimed before `until`; ends the leases of that chat's messages."""
        ...

    async def suspend(self, chat_id: int, *, at: datetime, reason: Localizable) -> None:
        """Suspend a chat and its waiting and postponed messages; its alerts and settings are kept."""
        ...

    async def resume(self, chat_id: int) -> None:
        """Take a suspended chat up again; its suspended messages wait again."""
        ...

    async def drop_suspended(self, before: datetime) -> int:
        """Delete chats suspended before a moment, with alerts, messages, settings; return how many."""
        ...

    async def migrate(self, old_id: int, new_id: int) -> None:
        """Rewrite a chat's id everywhere: alerts, messages, settings; ends the leases of its messages."""
        ...
