"""What is known of the messages around the answer to an update that was cut off.

Telegram numbers the messages of all private chats and basic groups of a bot together, and those of each
supergroup by themselves. So what other private chats got says where an answer can be, and where it can't.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.chats.inbox import SUPERGROUPS_UP_TO, shares_message_ids
from bot.storage.database import chunks
from bot.storage.schema.chats import answers
from bot.storage.schema.delivery import outbox
from bot.storage.schema.inbox import updates

EARLIER = 50
"""Updates and notifications before the first update that was cut off whose messages are read."""
MAX_READ = 2_000
"""Messages of other chats that are read of each kind."""


@dataclass(frozen=True, slots=True)
class KnownMessages:
    """What is known of messages where the answer to an update can be.

    Args:
        last_before: The last message that is known to be older than the answer.
        others: Messages that are known to be something else; older ones too.
    """

    last_before: int
    others: frozenset[int]


async def known_messages(connection: AsyncConnection, rows: Sequence[Any]) -> dict[int, KnownMessages]:
    """Return what is known of messages around the answers to updates, by update id.

    Args:
        rows: Rows of `updates`, one per chat.
    """
    known: dict[int, KnownMessages] = {}
    for part in chunks(rows):
        known |= await _of_own_chats(connection, part)
    sharing = [row for row in rows if shares_message_ids(row.chat_id)]
    if sharing:
        others = await _of_other_chats(connection, sharing)
        for row in sharing:
            own = known[row.update_id]
            last = max(own.last_before, others.last_before(row))
            # Shared where it can be: thousands of updates are claimed at once after a restart.
            ids = others.ids if own.others <= others.ids else others.ids | own.others
            known[row.update_id] = KnownMessages(last, ids)
    return known


async def _of_own_chats(connection: AsyncConnection, rows: Sequence[Any]) -> dict[int, KnownMessages]:
    """Return what each update's own chat says, with as many queries for many updates as for one."""
    last = {row.update_id: row.message_id or 0 for row in rows}
    for query in _before():
        for update_id, *ids in await connection.execute(_among(query, rows)):
            last[update_id] = max(last[update_id], *(number or 0 for number in ids))
    after: dict[int, set[int]] = {row.update_id: set() for row in rows}
    for query in _after():
        for update_id, *ids in await connection.execute(_among(query, rows)):
            after[update_id].update(number for number in ids if number and number > last[update_id])
    return {number: KnownMessages(last[number], frozenset(after[number])) for number in last}


_cut_off = updates.alias("cut_off")


def _among(query: Select[Any], rows: Sequence[Any]) -> Select[Any]:
    return query.where(_cut_off.c.update_id.in_([row.update_id for row in rows]))


def _before() -> Iterator[Select[Any]]:
    """Yield the queries for the highest ids of messages that are older than an update's answer."""
    sources = (
        (updates, updates.c.update_id < _cut_off.c.update_id, (updates.c.answer_id, updates.c.message_id)),
        (answers, answers.c.saved_at < _cut_off.c.received_at, (answers.c.answer_id,)),
        (outbox, outbox.c.settled_at < _cut_off.c.received_at, (outbox.c.telegram_id,)),
    )
    for table, is_earlier, ids in sources:
        yield (
            select(_cut_off.c.update_id, *(func.max(number) for number in ids))
            .join(table, table.c.chat_id == _cut_off.c.chat_id)
            .where(is_earlier)
            .group_by(_cut_off.c.update_id)
        )


def _after() -> Iterator[Select[Any]]:
    """Yield the queries for ids of other messages that can be newer."""
    later = updates.c.update_id > _cut_off.c.update_id
    unsettled = outbox.c.settled_at.is_(None) & outbox.c.telegram_id.is_not(None)
    sources = (
        (updates, later, (updates.c.message_id, updates.c.answer_id)),
        (outbox, unsettled | (outbox.c.settled_at >= _cut_off.c.received_at), (outbox.c.telegram_id,)),
    )
    for table, is_later, ids in sources:
        yield (
            select(_cut_off.c.update_id, *ids)
            .join(table, table.c.chat_id == _cut_off.c.chat_id)
            .where(is_later)
        )


class _Numbered:
    """Messages that share the numbering of private chats.

    Args:
        received: Updates and their messages, by update id.
        sent: When messages were known to be sent, and their ids, by time.
    """

    def __init__(self, received: Sequence[tuple[int, int]], sent: Sequence[tuple[datetime, int]]) -> None:
        self.ids = frozenset(message for known in (received, sent) for _, message in known)
        self._received = _Highest(received)
        self._sent = _Highest(sent)

    def last_before(self, row: Any) -> int:
        """Return the last message that is known to be older than the answer to an update."""
        return max(self._received.before(row.update_id), self._sent.before(row.received_at))


class _Highest:
    """The highest id among the first messages of a sorted sequence."""

    def __init__(self, known: Sequence[tuple[Any, int]]) -> None:
        self._places = [place for place, _ in known]
        self._highest = [0, *accumulate((message for _, message in known), max)]

    def before(self, place: Any) -> int:
        """Return the highest id of the messages that come before a place; 0 without one."""
        return self._highest[bisect_left(self._places, place)]


async def _of_other_chats(connection: AsyncConnection, rows: Sequence[Any]) -> _Numbered:
    first, since = min(row.update_id for row in rows), min(row.received_at for row in rows)
    earlier = (
        select(updates.c.update_id)
        .where(updates.c.update_id < first)
        .order_by(updates.c.update_id.desc())
        .limit(EARLIER)
        .subquery()
    )
    start = await connection.scalar(select(func.min(earlier.c.update_id)))
    columns = (updates.c.update_id, updates.c.message_id, updates.c.answer_id, updates.c.handled_at)
    nearby = (
        select(*columns)
        .where(updates.c.update_id >= (first if start is None else start))
        .where(updates.c.chat_id > SUPERGROUPS_UP_TO)
        .order_by(updates.c.update_id)
        .limit(MAX_READ)
    )
    read = (await connection.execute(nearby)).all()
    received = [(row.update_id, row.message_id) for row in read if row.message_id]
    answered = [(row.handled_at, row.answer_id) for row in read if row.answer_id]
    return _Numbered(received, sorted(answered + await _notifications(connection, since)))


async def _notifications(connection: AsyncConnection, since: datetime) -> list[tuple[datetime, int]]:
    """Return the notifications sent from a time on, and some that were sent before it."""
    at = outbox.c.settled_at
    sent = select(at, outbox.c.telegram_id).where(
        outbox.c.telegram_id.is_not(None), outbox.c.chat_id > SUPERGROUPS_UP_TO
    )
    parts = (
        sent.where(at < since).order_by(at.desc()).limit(EARLIER),
        sent.where(at >= since).order_by(at).limit(MAX_READ),
    )
    return [(row.settled_at, row.telegram_id) for part in parts for row in await connection.execute(part)]
