"""What is known of the messages around the answer to an update that was cut off.

Telegram numbers the messages of all private chats and basic groups of a bot together, and those of each
supergroup by themselves. So what other private chats got says where an answer can be, and where it can't.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from typing import Any

from sqlalchemy import func, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.chats.inbox import SUPERGROUPS_UP_TO, shares_message_ids
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
    known = {row.update_id: await _of_chat(connection, row) for row in rows}
    sharing = [row for row in rows if shares_message_ids(row.chat_id)]
    if sharing:
        others = await _of_other_chats(connection, sharing)
        for row in sharing:
            own = known[row.update_id]
            last = max(own.last_before, others.last_before(row))
            known[row.update_id] = KnownMessages(last, own.others | others.ids)
    return known


async def _of_chat(connection: AsyncConnection, row: Any) -> KnownMessages:
    here, earlier = updates.c.chat_id == row.chat_id, updates.c.update_id < row.update_id
    before = (
        select(func.max(updates.c.answer_id)).where(here, earlier),
        select(func.max(updates.c.message_id)).where(here, earlier),
        select(func.max(answers.c.answer_id)).where(
            answers.c.chat_id == row.chat_id, answers.c.saved_at < row.received_at
        ),
        select(func.max(outbox.c.telegram_id)).where(
            outbox.c.chat_id == row.chat_id, outbox.c.settled_at < row.received_at
        ),
    )
    last = max([row.message_id or 0, *[await connection.scalar(query) or 0 for query in before]])
    people = select(updates.c.message_id).where(here, updates.c.message_id > last)
    others = select(updates.c.answer_id).where(here, updates.c.answer_id > last)
    sent = select(outbox.c.telegram_id).where(outbox.c.chat_id == row.chat_id, outbox.c.telegram_id > last)
    return KnownMessages(last, frozenset(await connection.scalars(union(people, others, sent))))


@dataclass(frozen=True, slots=True)
class _Numbered:
    """Messages that share the numbering of private chats.

    Args:
        received: Updates and their messages, by update id.
        sent: When messages were known to be sent, and their ids, by time.
    """

    received: Sequence[tuple[int, int]]
    sent: Sequence[tuple[datetime, int]]

    @property
    def ids(self) -> frozenset[int]:
        """All ids."""
        return frozenset(message for known in (self.received, self.sent) for _, message in known)

    def last_before(self, row: Any) -> int:
        """Return the last message that is known to be older than the answer to an update."""
        return max(_highest(self.received, row.update_id), _highest(self.sent, row.received_at))


def _highest(known: Sequence[tuple[Any, int]], before: Any) -> int:
    """Return the highest id of those that come before something; 0 without one."""
    highest = [0, *accumulate((message for _, message in known), max)]
    return highest[bisect_left(known, (before,))]


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
