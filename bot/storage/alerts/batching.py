"""What goes into the next notification of each chat, inside a transaction."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import Alert, AlertId
from bot.corpus.article import ArticleId
from bot.delivery.outbox import OutboxId, OutboxMessage, OutboxState, batch_due
from bot.storage.alerts.queue import SENDABLE
from bot.storage.alerts.store import UNSENT, alert_of
from bot.storage.database import chunks
from bot.storage.schema.alerts import alerts, outbox
from bot.stories.story import StoryId

_LOOKED_AT = 200
"""Due messages of a chat that are looked at for one notification."""


async def due_batches(
    connection: AsyncConnection, chat_ids: Sequence[int], now: datetime
) -> list[tuple[OutboxMessage, ...]]:
    """What goes into the next notification of each chat, chats in order; those with nothing due left out."""
    due = await _by_chat(connection, _due(chat_ids, now))
    quiet = [each for each in chat_ids if each not in due]
    edits = await _edits(connection, quiet, now) if quiet else {}
    packed = {each: batch_due(messages) for each, messages in due.items()}
    packed |= {each: tuple(messages) for each, messages in edits.items()}
    return [packed[each] for each in chat_ids if each in packed]


async def _by_chat(connection: AsyncConnection, query: Any) -> dict[int, list[OutboxMessage]]:
    found = defaultdict(list)
    for row in await connection.execute(query):
        found[row.chat_id].append(_message_of(row))
    return found


def _due(chat_ids: Sequence[int], now: datetime) -> Any:
    place = func.row_number().over(partition_by=outbox.c.chat_id, order_by=(outbox.c.due_at, outbox.c.id))
    speaking = and_(
        alerts.c.id == outbox.c.alert_id,
        alerts.c.paused.is_(False),
        or_(alerts.c.muted_until.is_(None), alerts.c.muted_until <= now),
    )
    ready = (
        select(outbox, place.label("place"))
        .join_from(outbox, alerts, speaking)
        .where(outbox.c.chat_id.in_(chat_ids), outbox.c.state.in_(SENDABLE), outbox.c.due_at <= now)
        .subquery()
    )
    return select(ready).where(ready.c.place <= _LOOKED_AT).order_by(ready.c.due_at, ready.c.id)


async def _edits(
    connection: AsyncConnection, chat_ids: Sequence[int], now: datetime
) -> dict[int, list[OutboxMessage]]:
    """Of each chat, all rows of the told message whose mending is longest due."""
    soonest, sent = func.min(outbox.c.edit_at), outbox.c.state == OutboxState.SENT.value
    query = (
        select(outbox.c.chat_id, outbox.c.telegram_id)
        .where(outbox.c.chat_id.in_(chat_ids), outbox.c.edit_at <= now, sent)
        .group_by(outbox.c.chat_id, outbox.c.telegram_id)
        .order_by(soonest.desc())
    )
    first = {row.chat_id: row.telegram_id for row in await connection.execute(query)}
    if not first:
        return {}
    wanted = [and_(outbox.c.chat_id == each, outbox.c.telegram_id == one) for each, one in first.items()]
    return await _by_chat(connection, select(outbox).where(or_(*wanted)).order_by(outbox.c.id))


async def alerts_of(
    connection: AsyncConnection, packed: Sequence[tuple[OutboxMessage, ...]]
) -> dict[AlertId, Alert]:
    found: dict[AlertId, Alert] = {}
    for part in chunks(sorted({each.alert_id for group in packed for each in group})):
        rows = await connection.execute(select(alerts).where(alerts.c.id.in_(part)))
        found |= {AlertId(row.id): alert_of(row) for row in rows}
    return found


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
