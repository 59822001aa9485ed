"""Stores updates that arrive: each once, and no more of a chat than may wait."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.chats.inbox import ReceivedUpdate
from bot.storage.database import chunks
from bot.storage.schema.inbox import updates

log = structlog.get_logger()
Row = dict[str, Any]
MAX_WAITING_OF_CHAT = 200
"""Updates of one chat that wait; further ones are dropped."""
RENUMBERED_AFTER = timedelta(days=1)
"""Telegram repeats an update for a day; a number that comes later with other content is another update's."""
_WAITING = updates.c.handled_at.is_(None)


async def store_new(connection: AsyncConnection, rows: Mapping[int, Row]) -> None:
    """Store rows by update id, except those that are stored already or that their chats have no room for."""
    known = await _known(connection, list(rows))
    new = [row for number, row in rows.items() if _is_new(row, known.get(number))]
    renumbered = [row["update_id"] for row in new if row["update_id"] in known]
    for part in chunks(renumbered):
        await connection.execute(delete(updates).where(updates.c.update_id.in_(part)))
    if new:
        kept = _within_limit(new, await _waiting_counts(connection, {row["chat_id"] for row in new}))
        if kept:
            await connection.execute(insert(updates), kept)


def row_of(received: ReceivedUpdate, now: datetime) -> Row:
    """Return the row of an update that arrived."""
    return {
        "update_id": received.id,
        "digest": hashlib.sha256(received.content.encode()).hexdigest(),
        "chat_id": received.chat_id,
        "message_id": received.message_id,
        "content": received.content,
        "received_at": now,
        "owner": None,
        "attempts": 0,
    }


async def _known(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, Any]:
    known: dict[int, Any] = {}
    columns = (updates.c.update_id, updates.c.digest, updates.c.handled_at)
    for part in chunks(ids):
        query = select(*columns).where(updates.c.update_id.in_(part))
        known |= {row.update_id: row for row in await connection.execute(query)}
    return known


def _is_new(row: Row, known: Any | None) -> bool:
    """Return whether an update isn't stored: only an old, handled one leaves its number to another."""
    if known is None:
        return True
    if known.digest == row["digest"] or known.handled_at is None:
        return False
    return bool(row["received_at"] - known.handled_at > RENUMBERED_AFTER)


async def _waiting_counts(connection: AsyncConnection, chats: set[int]) -> Counter[int]:
    """Return how many updates wait in each of some chats."""
    counts: Counter[int] = Counter()
    for part in chunks(sorted(chats)):
        query = (
            select(updates.c.chat_id, func.count().label("waiting"))
            .where(_WAITING, updates.c.chat_id.in_(part))
            .group_by(updates.c.chat_id)
        )
        counts.update({row.chat_id: row.waiting for row in await connection.execute(query)})
    return counts


def _within_limit(new: Sequence[Row], waiting: Counter[int]) -> list[Row]:
    """Return the updates that their chats have room for; log how many are dropped."""
    kept: list[Row] = []
    for row in new:
        waiting[row["chat_id"]] += 1
        if waiting[row["chat_id"]] <= MAX_WAITING_OF_CHAT:
            kept.append(row)
    if dropped := len(new) - len(kept):
        log.warning("updates_dropped", count=dropped, limit_of_chat=MAX_WAITING_OF_CHAT)
    return kept
