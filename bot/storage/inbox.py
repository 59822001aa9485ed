"""The inbox, in the database."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Select, bindparam, case, delete, exists, func, select, update

from bot.chats.inbox import PRESS, ClaimedUpdate, InboxState, ReceivedUpdate
from bot.errors import StoreError
from bot.storage.arrivals import Row, row_of, store_new
from bot.storage.database import Database, Lease, chunks
from bot.storage.group_commit import GroupCommit
from bot.storage.known_messages import KnownMessages, known_messages
from bot.storage.schema.inbox import updates

log = structlog.get_logger()
SLOTS = 32
"""Processes that can share an inbox."""
MAX_PRESSES = 500
"""Waiting presses that are read at once; Telegram takes answers to presses for seconds."""
_WAITING = updates.c.handled_at.is_(None)
_MARK_HANDLED = (
    update(updates)
    .where(updates.c.update_id == bindparam("number"))
    .values(content="", owner=None, handled_at=bindparam("at"), answer_id=bindparam("answer"))
)


class SqlInbox:
    """Implements `bot.chats.inbox.Inbox`.

    Each process holds a slot, which is a lease; the owner of a claimed update is the number of its slot.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._arrivals = GroupCommit(self._store)
        self._ends = GroupCommit(self._mark_handled)
        self._slot: int | None = None
        self._lease: Lease | None = None

    async def store(self, updates: Sequence[ReceivedUpdate], *, now: datetime) -> None:
        """Store updates, except those that are stored already."""
        if updates:
            await self._arrivals.submit([row_of(received, now) for received in updates])

    async def _store(self, arrivals: Sequence[list[Row]]) -> None:
        rows = {row["update_id"]: row for arrival in arrivals for row in arrival}
        async with self._database.write() as connection:
            await store_new(connection, rows)

    async def claim(self, *, limit: int) -> list[ClaimedUpdate]:
        """Claim and return the next waiting update of chats of which none is claimed, oldest first."""
        free = select(updates.c.update_id).where(_WAITING, updates.c.owner.is_(None)).limit(1)
        if not await self._database.rows(free):
            return []
        slot = await self._own_slot()
        async with self._database.write() as connection:
            rows = (await connection.execute(claimable(limit))).all()
            contents: dict[int, str] = {}
            for part in chunks([row.update_id for row in rows]):
                mine = updates.c.update_id.in_(part)
                claimed = {
                    "owner": slot,
                    "attempts": case((updates.c.attempts < 1, 1), else_=updates.c.attempts),
                }
                await connection.execute(update(updates).where(mine).values(claimed))
                content = select(updates.c.update_id, updates.c.content).where(mine)
                contents |= {row.update_id: row.content for row in await connection.execute(content)}
            # In the transaction: an update that was claimed but not returned would wait for a restart.
            known = await known_messages(connection, [row for row in rows if row.attempts])
        return [_claimed(row, contents[row.update_id], known.get(row.update_id)) for row in rows]

    async def is_unclaimed(self, update_id: int) -> bool:
        """Return whether an update waits and no process has claimed it."""
        free = select(updates.c.update_id).where(
            updates.c.update_id == update_id, _WAITING, updates.c.owner.is_(None)
        )
        return bool(await self._database.rows(free))

    async def waiting_presses(self) -> list[str]:
        """Return the content of presses that wait, claimed or not, in an order of no meaning."""
        presses = select(updates.c.content).where(_WAITING, updates.c.content.contains(PRESS))
        return [row.content for row in await self._database.rows(presses.limit(MAX_PRESSES))]

    async def begun(self, update_id: int) -> None:
        """Count an attempt at an update that may have begun before."""
        again = update(updates).where(updates.c.update_id == update_id)
        async with self._database.write() as connection:
            await connection.execute(again.values(attempts=updates.c.attempts + 1))

    async def handled(
        self, update_id: int, *, answer_id: int | None, now: datetime, forget: bool = False
    ) -> None:
        """Mark an update as handled and delete its content, and its chat and messages if asked."""
        end = {"number": update_id, "answer": None if forget else answer_id, "at": now, "forget": forget}
        await self._ends.submit(end)

    async def _mark_handled(self, ends: Sequence[Mapping[str, object]]) -> None:
        async with self._database.write() as connection:
            await connection.execute(_MARK_HANDLED, list(ends))
            if forgotten := [end["number"] for end in ends if end["forget"]]:
                theirs = update(updates).where(updates.c.update_id.in_(forgotten))
                await connection.execute(theirs.values(chat_id=0, message_id=None))

    async def recover(self) -> int:
        """Free the updates claimed by processes that died; return how many."""
        owners = select(updates.c.owner).where(_WAITING, updates.c.owner.is_not(None)).distinct()
        others = {row.owner for row in await self._database.rows(owners)} - {self._slot}
        freed = 0
        for owner in sorted(others):
            lease = self._database.lease(f"inbox-{owner}")
            if await lease.take():
                freed += await self._free(owner)
                await lease.release()
        return freed

    async def leave(self) -> None:
        """Free the updates that this process claimed and didn't handle."""
        if self._lease is not None and self._slot is not None:
            await self._free(self._slot)
            await self._lease.release()
        self._lease = self._slot = None

    async def state(self) -> InboxState:
        """Return how the inbox is doing."""
        taken = select(updates.c.chat_id).where(_WAITING, updates.c.owner.is_not(None))
        unclaimed = updates.c.owner.is_(None) & updates.c.chat_id.not_in(taken)
        oldest = select(func.min(updates.c.received_at)).where(_WAITING)
        async with self._database.read() as connection:
            waiting = await connection.scalar(select(func.count()).select_from(updates).where(_WAITING))
            unclaimed_since = await connection.scalar(oldest.where(unclaimed))
            claimed_since = await connection.scalar(oldest.where(updates.c.owner.is_not(None)))
        return InboxState(waiting or 0, unclaimed_since, claimed_since)

    async def forget_before(self, moment: datetime) -> int:
        """Forget updates that were handled before a time; return how many."""
        async with self._database.write() as connection:
            return (await connection.execute(delete(updates).where(updates.c.handled_at < moment))).rowcount

    async def _own_slot(self) -> int:
        """Return the slot of this process; a new one if the database ended its lease.

        Raises:
            StoreError: Too many processes share the inbox.
        """
        if self._lease is not None and self._slot is not None and await self._lease.take():
            return self._slot
        for slot in range(SLOTS):
            lease = self._database.lease(f"inbox-{slot}")
            if await lease.take():
                await self._free(slot)  # what the slot's last process left
                self._lease, self._slot = lease, slot
                return slot
        raise StoreError(f"more than {SLOTS} processes share the inbox")

    async def _free(self, owner: int) -> int:
        theirs = update(updates).where(_WAITING, updates.c.owner == owner).values(owner=None)
        async with self._database.write() as connection:
            return (await connection.execute(theirs)).rowcount


def claimable(limit: int) -> Select[Any]:
    """Select the next waiting update of each chat of which none is claimed, without its content.

    An update that may have begun comes before those with lower numbers that arrived after it. Updates are
    read in the order of an index, without sorting, until there are enough; those of chats whose turn it isn't
    are read, too.
    """
    other = updates.alias("other")
    begun, other_begun = updates.c.attempts > 0, other.c.attempts > 0
    is_earlier = (begun == other_begun) & (other.c.update_id < updates.c.update_id)
    comes_first = other.c.owner.is_not(None) | (other_begun & ~begun) | is_earlier
    # All numbers are positive; that they are compared makes SQLite choose the index of waiting updates.
    waits = other.c.handled_at.is_(None) & (other.c.update_id > 0)
    columns = ("update_id", "chat_id", "message_id", "received_at", "attempts")
    return (
        select(*(updates.c[name] for name in columns))
        .where(_WAITING, updates.c.owner.is_(None))
        .where(~exists().where(other.c.chat_id == updates.c.chat_id, waits, comes_first))
        .order_by(updates.c.update_id)
        .limit(limit)
    )


def _claimed(row: Any, content: str, known: KnownMessages | None) -> ClaimedUpdate:
    claimed = ClaimedUpdate(row.update_id, row.chat_id, content)
    if known is None:
        return claimed
    return replace(
        claimed,
        attempts=row.attempts,
        last_message_id=known.last_before,
        other_message_ids=known.others,
    )
