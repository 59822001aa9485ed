"""The state of the outbox for users and operators."""

from datetime import datetime, timedelta

from sqlalchemy import and_, func, select

from bot.delivery.outbox import OutboxState
from bot.delivery.ports import ChatStatus, OutboxOverview
from bot.storage.chat_queue import SENDABLE
from bot.storage.database import Database
from bot.storage.schema.articles import articles
from bot.storage.schema.chats import chats
from bot.storage.schema.delivery import outbox, unmatched_articles

_HOUR = timedelta(hours=1)
_MAX_REASONS = 10
_FINE = (OutboxState.SENT.value, OutboxState.WAITING.value)


class SqlDeliveryReport:
    """Implements `bot.delivery.ports.DeliveryReport`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def chat(self, chat_id: int, *, now: datetime) -> ChatStatus:
        """Return what is queued for a chat."""
        waiting = (
            select(func.count().label("messages"), func.min(outbox.c.due_at).label("due_at"))
            .where(outbox.c.chat_id == chat_id, outbox.c.state.in_((*SENDABLE, OutboxState.SUSPENDED.value)))
        )  # fmt: skip
        known = select(chats).where(chats.c.chat_id == chat_id)
        async with self._database.read() as connection:
            count = (await connection.execute(waiting)).one()
            row = (await connection.execute(known)).first()
        held = row.held_until if row is not None and row.held_until and row.held_until > now else None
        suspended = row.suspended_reason if row is not None and row.suspended_at else None
        return ChatStatus(count.messages, count.due_at, held, suspended)

    async def overview(self, *, now: datetime) -> OutboxOverview:
        """Return the outbox in numbers."""
        state = outbox.c.state
        counted = select(state, func.count().label("messages")).group_by(state)
        due = and_(state.in_(SENDABLE), outbox.c.due_at <= now)
        oldest = select(func.min(outbox.c.created_at)).where(due)
        recent = select(func.count()).where(
            state == OutboxState.SENT.value, outbox.c.settled_at >= now - _HOUR
        )
        why = (
            select(state, outbox.c.reason, func.count().label("messages"))
            .where(state.not_in(_FINE))
            .group_by(state, outbox.c.reason)
            .order_by(func.count().desc())
            .limit(_MAX_REASONS)
        )
        async with self._database.read() as connection:
            counts = {OutboxState(row.state): row.messages for row in await connection.execute(counted)}
            oldest_at = await connection.scalar(oldest)
            sent = await connection.scalar(recent) or 0
            reasons = tuple(
                (OutboxState(row.state), row.reason, row.messages) for row in await connection.execute(why)
            )
            unmatched = await connection.scalar(select(func.count()).select_from(unmatched_articles)) or 0
        return OutboxOverview(counts, oldest_at, sent, reasons, unmatched)

    async def publisher_of_message(self, *, chat_id: int, telegram_id: int) -> str | None:
        """Return the publisher of the article in a sent message; None if unknown or more than one."""
        query = (
            select(articles.c.id, articles.c.publisher)
            .join_from(outbox, articles, articles.c.id == outbox.c.article_id)
            .where(outbox.c.chat_id == chat_id, outbox.c.telegram_id == telegram_id)
            .distinct()
            .limit(2)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return rows[0].publisher if len(rows) == 1 else None
