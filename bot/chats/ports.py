"""What a conversation asks of a store."""

from datetime import datetime, timedelta
from typing import Protocol

from bot.chats.view import View, ViewId

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
