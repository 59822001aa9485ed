"""Views behind buttons, and which message answers which question, in the database."""

import secrets
import string
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.chats.ports import KEEP_FOR
from bot.chats.view import View, ViewId, ViewKind
from bot.corpus.article import ArticleId
from bot.errors import ViewExpired, localizable
from bot.search.ports import Order
from bot.storage.database import Database
from bot.storage.schema.chats import answers, views

_ALPHABET = string.ascii_letters + string.digits
_ID_CHARACTERS = 16
_RECENT = 20
"""Latest views that are returned; cards and contexts are views too."""


class SqlConversationStore:
    """Implements `bot.chats.ports.ConversationStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save_view(self, view: View, *, chat_id: int, now: datetime) -> ViewId:
        """Store a view and return its id: 16 characters of `A-Za-z0-9`, 95 random bits."""
        view_id = ViewId("".join(secrets.choice(_ALPHABET) for _ in range(_ID_CHARACTERS)))
        row = {"id": view_id, "chat_id": chat_id, "saved_at": now, "state": _state_of(view)}
        async with self._database.write() as connection:
            await connection.execute(insert(views).values(row))
        return view_id

    async def load_view(self, view_id: ViewId, *, chat_id: int, now: datetime) -> View:
        """Return a view of this chat.

        Raises:
            ViewExpired: It is unknown, another chat's, or older than `KEEP_FOR`.
        """
        query = select(views.c.state).where(
            views.c.id == view_id, views.c.chat_id == chat_id, views.c.saved_at >= now - KEEP_FOR
        )
        rows = await self._database.rows(query)
        if not rows:
            raise ViewExpired(localizable("expired"))
        return _view_of(rows[0].state)

    async def recent_views(
        self, *, chat_id: int, since: datetime, before: datetime | None = None
    ) -> list[View]:
        """Return a chat's latest views saved from `since` on, and before `before` if given, newest first."""
        query = (
            select(views.c.state)
            .where(views.c.chat_id == chat_id, views.c.saved_at >= since)
            .order_by(views.c.saved_at.desc())
            .limit(_RECENT)
        )
        if before is not None:
            query = query.where(views.c.saved_at < before)
        return [_view_of(row.state) for row in await self._database.rows(query)]

    async def remember_answer(self, *, chat_id: int, question_id: int, answer_id: int, now: datetime) -> None:
        """Record that message `answer_id` answers message `question_id`, replacing an earlier record."""
        row = {"chat_id": chat_id, "question_id": question_id, "answer_id": answer_id, "saved_at": now}
        async with self._database.write() as connection:
            await connection.execute(
                delete(answers).where(answers.c.chat_id == chat_id, answers.c.question_id == question_id)
            )
            await connection.execute(insert(answers).values(row))

    async def answer_to(self, *, chat_id: int, question_id: int) -> int | None:
        """Return the id of the message that answers a question, or None if unknown."""
        query = select(answers.c.answer_id).where(
            answers.c.chat_id == chat_id, answers.c.question_id == question_id
        )
        rows = await self._database.rows(query)
        return rows[0].answer_id if rows else None

    async def move_chat(self, *, old_id: int, new_id: int) -> None:
        """Move everything of a group to its supergroup."""
        if old_id == new_id:
            return
        async with self._database.write() as connection:
            await connection.execute(update(views).where(views.c.chat_id == old_id).values(chat_id=new_id))
            await _move_answers(connection, old_id, new_id)

    async def forget_before(self, moment: datetime) -> int:
        """Delete what is older than `moment`; return how many rows were deleted."""
        async with self._database.write() as connection:
            old_views = await connection.execute(delete(views).where(views.c.saved_at < moment))
            old_answers = await connection.execute(delete(answers).where(answers.c.saved_at < moment))
        return old_views.rowcount + old_answers.rowcount


async def _move_answers(connection: AsyncConnection, old_id: int, new_id: int) -> None:
    """Move answers; if both chats have a question with the same id, the supergroup's answer wins."""
    taken = select(answers.c.question_id).where(answers.c.chat_id == new_id)
    await connection.execute(
        delete(answers).where(answers.c.chat_id == old_id, answers.c.question_id.in_(taken))
    )
    await connection.execute(update(answers).where(answers.c.chat_id == old_id).values(chat_id=new_id))


def _state_of(view: View) -> dict[str, Any]:
    moments = {"since": view.since, "until": view.until}
    return asdict(view) | {name: at.isoformat() if at else None for name, at in moments.items()}


def _view_of(state: dict[str, Any]) -> View:
    return View(
        kind=ViewKind(state["kind"]),
        question=state["question"],
        order=Order(state["order"]),
        period_h=state["period_h"],
        page=state["page"],
        shown=tuple(map(ArticleId, state["shown"])),
        article=state["article"],
        sentence=state["sentence"],
        parent=state["parent"],
        previous=state.get("previous", ""),
        since=_moment(state.get("since")),
        until=_moment(state.get("until")),
        seen=state.get("seen"),
        arrived_after=state.get("arrived_after"),
        pages=state.get("pages"),
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
