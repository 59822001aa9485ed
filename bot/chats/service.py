"""What is stored about a chat: its settings, its views, its answers and its pending prompts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.chats.ports import KEEP_FOR, ChatBook, ConversationStore, PromptStore, SettingsStore
from bot.chats.prompt import Prompt
from bot.chats.settings import ChatSettings
from bot.chats.view import View, ViewId, ViewKind
from bot.errors import Localizable

CONVERSATION = timedelta(minutes=10)
"""How long a short message may continue the previous question."""


@dataclass(frozen=True, slots=True)
class ChatService:
    """Reads and changes what is stored about chats.

    Args:
        clock: Returns the current time, aware UTC.
    """

    views: ConversationStore
    prompts: PromptStore
    settings: SettingsStore
    book: ChatBook
    clock: Callable[[], datetime]

    async def settings_of(self, chat_id: int) -> ChatSettings:
        """Return a chat's settings, the defaults where it chose nothing."""
        return await self.settings.of(chat_id)

    async def change_settings(
        self, chat_id: int, change: Callable[[ChatSettings], ChatSettings]
    ) -> ChatSettings:
        """Apply a change to a chat's settings and return the result."""
        before = await self.settings.of(chat_id)
        after = change(before)
        if after != before:
            await self.settings.put(after)
        return after

    async def save_view(self, view: View, *, chat_id: int) -> ViewId:
        """Store a view and return the id that its buttons carry."""
        return await self.views.save_view(view, chat_id=chat_id, now=self.clock())

    async def load_view(self, view_id: ViewId, *, chat_id: int) -> View:
        """Return the view behind a button.

        Raises:
            ViewExpired: It is unknown, belongs to another chat, or is older than `KEEP_FOR`.
        """
        return await self.views.load_view(view_id, chat_id=chat_id, now=self.clock())

    async def recent_question(self, chat_id: int, *, sent: datetime | None = None) -> str:
        """Return the question last answered in a chat, if that was within `CONVERSATION`; else "".

        Args:
            sent: When the message was sent that may continue it; None for now.
        """
        views = await self._recent_views(chat_id, sent)
        answers = (view for view in views if view.kind is ViewKind.ANSWER and view.question)
        return next((view.conversation for view in answers), "")

    async def recent_list(self, chat_id: int, *, sent: datetime | None = None) -> View | None:
        """Return the answer or the top stories last shown in a chat, if that was within `CONVERSATION`.

        Args:
            sent: As in `recent_question`.
        """
        views = await self._recent_views(chat_id, sent)
        return next((view for view in views if view.kind in (ViewKind.ANSWER, ViewKind.TOP)), None)

    async def _recent_views(self, chat_id: int, sent: datetime | None) -> list[View]:
        since = (sent or self.clock()) - CONVERSATION
        return await self.views.recent_views(chat_id=chat_id, since=since, before=sent)

    async def remember_answer(self, *, chat_id: int, question_id: int, answer_id: int) -> None:
        """Record that message `answer_id` answers message `question_id`."""
        await self.views.remember_answer(
            chat_id=chat_id, question_id=question_id, answer_id=answer_id, now=self.clock()
        )

    async def answer_to(self, *, chat_id: int, question_id: int) -> int | None:
        """Return the id of the message that answers a question, or None if unknown."""
        return await self.views.answer_to(chat_id=chat_id, question_id=question_id)

    async def save_prompt(self, prompt: Prompt, *, chat_id: int, message_id: int) -> None:
        """Record what a message waits for."""
        await self.prompts.save(prompt, chat_id=chat_id, message_id=message_id, now=self.clock())

    async def prompt_of(self, *, chat_id: int, message_id: int) -> Prompt | None:
        """Return what a message waits for, or None."""
        return await self.prompts.get(chat_id=chat_id, message_id=message_id)

    async def delete_prompt(self, *, chat_id: int, message_id: int) -> None:
        """Forget what a message waits for."""
        await self.prompts.delete(chat_id=chat_id, message_id=message_id)

    async def suspend(self, chat_id: int, *, reason: Localizable) -> None:
        """Stop writing to a chat that shut the bot out; its alerts and settings are kept."""
        await self.book.suspend(chat_id, at=self.clock(), reason=reason)

    async def resume(self, chat_id: int) -> bool:
        """Write to a suspended chat again; return whether it was suspended."""
        return await self.book.resume(chat_id, at=self.clock())

    async def migrate(self, old_id: int, new_id: int) -> None:
        """Replace a group's id everywhere when it becomes a supergroup."""
        await self.book.migrate(old_id, new_id)
        await self.views.move_chat(old_id=old_id, new_id=new_id)

    async def forget_expired(self) -> None:
        """Delete views, answers and prompts older than `KEEP_FOR`."""
        before = self.clock() - KEEP_FOR
        await self.views.forget_before(before)
        await self.prompts.forget_before(before)

    async def drop_suspended(self, *, after: timedelta) -> int:
        """Delete the chats suspended for longer than `after`; return how many."""
        return await self.book.drop_suspended(self.clock() - after)
