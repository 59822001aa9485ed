"""Views and answers in memory, by the same contract as the database's."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.chats.ports import KEEP_FOR
from bot.chats.view import View, ViewId
from bot.errors import ViewExpired, localizable


@dataclass
class MemoryConversationStore:
    """`ConversationStore` without a database; ids are easy to guess."""

    views: dict[ViewId, tuple[int, datetime, View]] = field(default_factory=dict)
    answers: dict[tuple[int, int], tuple[datetime, int]] = field(default_factory=dict)
    saved: int = 0

    async def save_view(self, view: View, *, chat_id: int, now: datetime) -> ViewId:
        self.saved += 1
        view_id = ViewId(f"view{self.saved}")
        self.views[view_id] = (chat_id, now, view)
        return view_id

    async def load_view(self, view_id: ViewId, *, chat_id: int, now: datetime) -> View:
        owner, saved_at, view = self.views.get(view_id, (None, now, None))
        if view is None or owner != chat_id or saved_at < now - KEEP_FOR:
            raise ViewExpired(localizable("expired"))
        return view

    async def recent_views(
        self, *, chat_id: int, since: datetime, before: datetime | None = None
    ) -> list[View]:
        mine = [
            view
            for owner, at, view in self.views.values()
            if owner == chat_id and since <= at and (before is None or at < before)
        ]
        return mine[::-1]

    async def remember_answer(self, *, chat_id: int, question_id: int, answer_id: int, now: datetime) -> None:
        self.answers[chat_id, question_id] = (now, answer_id)

    async def answer_to(self, *, chat_id: int, question_id: int) -> int | None:
        found = self.answers.get((chat_id, question_id))
        return found[1] if found else None

    async def move_chat(self, *, old_id: int, new_id: int) -> None:
        for view_id, (chat_id, saved_at, view) in self.views.items():
            if chat_id == old_id:
                self.views[view_id] = (new_id, saved_at, view)
        for chat_id, question_id in list(self.answers):
            if chat_id == old_id != new_id:
                old = self.answers.pop((old_id, question_id))
                self.answers.setdefault((new_id, question_id), old)

    async def forget_before(self, moment: datetime) -> int:
        views = [each for each, (_, saved_at, _) in self.views.items() if saved_at < moment]
        answers = [each for each, (saved_at, _) in self.answers.items() if saved_at < moment]
        for view_id in views:
            del self.views[view_id]
        for question in answers:
            del self.answers[question]
        return len(views) + len(answers)
