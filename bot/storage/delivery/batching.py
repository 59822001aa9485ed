"""Selects the messages of the next notification of each chat, inside a transaction."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import Alert, AlertId
from bot.corpus.article import ArticleId
from bot.delivery.outbox import OutboxId, OutboxMessage, OutboxState, batch_due
from bot.storage.alerts import alert_of
from bot.storage.chat_queue import SENDABLE, UNSENT
from bot.storage.database import rows_among
from bot.storage.schema.alerts import alerts
from bot.storage.schema.delivery import outbox
from bot.stories.story import StoryId

_MAX_CONSIDERED = 200
"""Due messages of a chat that are considered for one notification."""


async def due_batches(
    connection: AsyncConnection, chat_ids: Sequence[int], now: datetime
) -> list[tuple[OutboxMessage, ...]]:
    """Return the messages of each chat's next notification, in the order of chats; skip idle chats."""
    due = await _by_chat(connection, _due(chat_ids, now))
    without_due = [chat_id for chat_id in chat_ids if chat_id not in due]
    edits = await _edits(connection, without_due, now) if without_due else {}
    batches = {chat_id: batch_due(messages) for chat_id, messages in due.items()}
    batches |= {chat_id: tuple(messages) for chat_id, messages in edits.items()}
    return [batches[chat_id] for chat_id in chat_ids if chat_id in batches]


async def _by_chat(connection: AsyncConnection, query: Any) -> dict[int, list[OutboxMessage]]:
    messages = defaultdict(list)
    for row in await connection.execute(query):
        messages[row.chat_id].append(_message_of(row))
    return messages


def _due(chat_ids: Sequence[int], now: datetime) -> Any:
    rank = func.row_number().over(partition_by=outbox.c.chat_id, order_by=(outbox.c.due_at, outbox.c.id))
    active_alert = and_(
        alerts.c.id == outbox.c.alert_id,
        alerts.c.paused.is_(False),
        or_(alerts.c.muted_until.is_(None), alerts.c.muted_until <= now),
    )
    due = (
        select(outbox, rank.label("rank"))
        .join_from(outbox, alerts, active_alert)
        .where(outbox.c.chat_id.in_(chat_ids), outbox.c.state.in_(SENDABLE), outbox.c.due_at <= now)
        .subquery()
    )
    return select(due).where(due.c.rank <= _MAX_CONSIDERED).order_by(due.c.due_at, due.c.id)


async def _edits(
    connection: AsyncConnection, chat_ids: Sequence[int], now: datetime
) -> dict[int, list[OutboxMessage]]:
    """Return, for each chat, all rows of the sent message whose edit has been due longest."""
    first_due, sent = func.min(outbox.c.edit_at), outbox.c.state == OutboxState.SENT.value
    query = (
        select(outbox.c.chat_id, outbox.c.telegram_id)
        .where(outbox.c.chat_id.in_(chat_ids), outbox.c.edit_at <= now, sent)
        .group_by(outbox.c.chat_id, outbox.c.telegram_id)
        .order_by(first_due.desc())  # so that a chat's longest due edit comes last, and stays in the dict
    )
    sent_ids = {row.chat_id: row.telegram_id for row in await connection.execute(query)}
    if not sent_ids:
        return {}
    edited = [
        and_(outbox.c.chat_id == chat_id, outbox.c.telegram_id == telegram_id)
        for chat_id, telegram_id in sent_ids.items()
    ]
    return await _by_chat(connection, select(outbox).where(or_(*edited)).order_by(outbox.c.id))


async def alerts_of(
    connection: AsyncConnection, batches: Sequence[tuple[OutboxMessage, ...]]
) -> dict[AlertId, Alert]:
    """Return the alerts of messages by id, without deleted ones."""
    ids = sorted({message.alert_id for batch in batches for message in batch})
    rows = await rows_among(connection, select(alerts), alerts.c.id, ids)
    return {AlertId(row.id): alert_of(row) for row in rows}


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
        digest=row.digest,
        maybe_sent=row.maybe_sent or (row.leased_until is not None and row.state in UNSENT),
        telegram_id=row.telegram_id,
        title=row.title,
        corrected=row.corrected,
        reason=row.reason,
    )
