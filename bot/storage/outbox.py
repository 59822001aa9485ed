"""Messages promised to people, in the database."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import AlertId
from bot.alerts.outbox import OutboxId, OutboxMessage, OutboxState
from bot.corpus.article import ArticleId
from bot.storage.alert_tables import alerts, chats, match_batches, outbox
from bot.storage.alerts import UNSENT
from bot.storage.database import Database, in_parts
from bot.stories.story import StoryId

SENDABLE = (OutboxState.WAITING.value, OutboxState.POSTPONED.value)
_FREE = {"leased_until": None}


class SqlOutbox:
    """`bot.alerts.ports.Outbox` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def expand(self, *, limit: int) -> int:
        """Write at most `limit` messages of committed match batches, oldest batch first.

        A chat that is suspended gets its messages suspended.

        Returns:
            How many alerts of batches were gone through; 0 when no batch is left.
        """
        oldest = select(match_batches).order_by(match_batches.c.id).limit(1)
        async with self._database.write() as connection:
            batch = (await connection.execute(oldest)).first()
            if batch is None:
                return 0
            part = batch.alert_ids[batch.expanded : batch.expanded + limit]
            await _promise(connection, batch, part)
            done, mine = batch.expanded + len(part), match_batches.c.id == batch.id
            if done >= len(batch.alert_ids):
                await connection.execute(delete(match_batches).where(mine))
            else:
                await connection.execute(update(match_batches).where(mine).values(expanded=done))
        return len(part)

    async def claim(self, *, now: datetime, lease: timedelta, limit: int) -> list[OutboxMessage]:
        """Return due messages, longest due first, and lease them: nobody else gets them before `now + lease`.

        At most one message a chat, and none of a chat that has a message leased, is held back or suspended.
        """
        async with self._database.write() as connection:
            rows = (await connection.execute(_due(now, limit))).all()
            for part in in_parts([row.id for row in rows]):
                taken = update(outbox).where(outbox.c.id.in_(part)).values(leased_until=now + lease)
                await connection.execute(taken)
        return [_message_of(row) for row in rows]

    async def sent(self, message_id: OutboxId, *, telegram_id: int, at: datetime) -> None:
        """Mark a message sent; its row stays, so that the story is never sent again and can be edited."""
        await self._settle(message_id, state=OutboxState.SENT.value, telegram_id=telegram_id, settled_at=at)

    async def postpone(self, message: OutboxMessage) -> None:
        """Put a message off with its `due_at`, `attempts`, `maybe_sent` and `reason`; ends its lease."""
        statement = (
            update(outbox)
            .where(outbox.c.id == message.id, outbox.c.state.in_(SENDABLE))
            .values(
                state=OutboxState.POSTPONED.value,
                due_at=message.due_at,
                attempts=message.attempts,
                maybe_sent=message.maybe_sent,
                reason=message.reason,
                **_FREE,
            )
        )
        async with self._database.write() as connection:
            await connection.execute(statement)

    async def give_up(self, message_id: OutboxId, *, reason: str, at: datetime) -> None:
        """Mark a message as one that will never be sent."""
        await self._settle(message_id, state=OutboxState.GIVEN_UP.value, reason=reason, settled_at=at)

    async def counts(self, chat_id: int | None = None) -> dict[OutboxState, int]:
        """Return how many messages there are in each state, of a chat or of all."""
        query = select(outbox.c.state, func.count().label("held")).group_by(outbox.c.state)
        if chat_id is not None:
            query = query.where(outbox.c.chat_id == chat_id)
        async with self._database.read() as connection:
            return {OutboxState(row.state): row.held for row in await connection.execute(query)}

    async def _settle(self, message_id: OutboxId, **values: object) -> None:
        open_still = and_(outbox.c.id == message_id, outbox.c.state.in_(UNSENT))
        async with self._database.write() as connection:
            await connection.execute(update(outbox).where(open_still).values({**values, **_FREE}))


async def _promise(connection: AsyncConnection, batch: Row[Any], alert_ids: Sequence[int]) -> None:
    """Write the messages of a batch for some alerts: those that live and have not been promised the story."""
    before = select(outbox.c.alert_id).where(
        outbox.c.story_id == batch.story_id,
        outbox.c.alert_id == alerts.c.id,
        outbox.c.chat_id == alerts.c.chat_id,
    )
    for part in in_parts(alert_ids):
        query = (
            select(alerts.c.id, alerts.c.chat_id, alerts.c.thread_id, chats.c.suspended_at)
            .outerjoin_from(alerts, chats, chats.c.chat_id == alerts.c.chat_id)
            .where(alerts.c.id.in_(part), ~before.exists())
            .order_by(alerts.c.id)
        )
        if rows := [_new_message(batch, each) for each in await connection.execute(query)]:
            await connection.execute(insert(outbox), rows)


def _new_message(batch: Row[Any], alert: Any) -> dict[str, Any]:
    state = OutboxState.WAITING if alert.suspended_at is None else OutboxState.SUSPENDED
    return {
        "chat_id": alert.chat_id,
        "thread_id": alert.thread_id,
        "alert_id": alert.id,
        "story_id": batch.story_id,
        "article_id": batch.article_id,
        "created_at": batch.committed_at,
        "due_at": batch.committed_at,
        "attempts": 0,
        "state": state.value,
        "maybe_sent": False,
        "reason": "",
    }


def _due(now: datetime, limit: int) -> Select[Any]:
    """The longest due message of each chat that may be written to."""
    busy = outbox.alias("busy")
    leased = select(busy.c.id).where(busy.c.chat_id == outbox.c.chat_id, busy.c.leased_until > now)
    place = func.row_number().over(partition_by=outbox.c.chat_id, order_by=(outbox.c.due_at, outbox.c.id))
    ready = (
        select(outbox, place.label("place"))
        .join_from(outbox, alerts, and_(alerts.c.id == outbox.c.alert_id, alerts.c.paused.is_(False)))
        .outerjoin(chats, chats.c.chat_id == outbox.c.chat_id)
        .where(outbox.c.state.in_(SENDABLE), outbox.c.due_at <= now, _writable(now), ~leased.exists())
        .subquery()
    )
    return select(ready).where(ready.c.place == 1).order_by(ready.c.due_at, ready.c.id).limit(limit)


def _writable(now: datetime) -> ColumnElement[bool]:
    held = or_(chats.c.held_until.is_(None), chats.c.held_until <= now)
    return and_(held, chats.c.suspended_at.is_(None))


def _message_of(row: Row[Any]) -> OutboxMessage:
    return OutboxMessage(
        id=OutboxId(row.id),
        chat_id=row.chat_id,
        thread_id=row.thread_id,
        alert_id=AlertId(row.alert_id),
        story_id=StoryId(row.story_id),
        article_id=ArticleId(row.article_id),
        created_at=row.created_at,
        due_at=row.due_at,
        attempts=row.attempts,
        state=OutboxState(row.state),
        maybe_sent=row.maybe_sent,
        telegram_id=row.telegram_id,
        reason=row.reason,
    )
