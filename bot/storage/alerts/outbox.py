"""Messages promised to people, in the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Update, and_, bindparam, case, delete, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.outbox import Notification, OutboxMessage, OutboxState
from bot.errors import Localizable
from bot.storage.alerts.batching import alerts_of, due_batches
from bot.storage.alerts.expansion import expand_matches
from bot.storage.alerts.queue import SENDABLE, refresh
from bot.storage.alerts.settings import settings_in
from bot.storage.alerts.store import UNSENT
from bot.storage.database import Database, chunks
from bot.storage.group_commit import GroupCommit
from bot.storage.schema.alerts import chats, match_batches, outbox
from bot.storage.schema.articles import counters

_AHEAD = timedelta(seconds=1)
"""How far ahead turns are given out; what people wait for comes in between."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FREE = {"leased_until": None}
_SENT = outbox.c.state == OutboxState.SENT.value
_TOLD = (
    update(outbox)
    .where(
        outbox.c.id == bindparam("mine"),
        outbox.c.state != OutboxState.SENT.value,
        outbox.c.state != OutboxState.GIVEN_UP.value,
    )
    .values(
        state=OutboxState.SENT.value,
        telegram_id=bindparam("said"),
        settled_at=bindparam("then"),
        **_FREE,
    )
)
_TURN = counters.c.name == "turn"


@dataclass(frozen=True, slots=True)
class _Told:
    """A notification that Telegram took."""

    notification: Notification
    telegram_id: int
    at: datetime


class SqlOutbox:
    """`bot.delivery.ports.Outbox` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._told = GroupCommit(self._tell)

    async def expand(self, *, now: datetime, limit: int) -> int:
        """Write at most `limit` messages of committed match batches, oldest batch first.

        Returns:
            How many alerts of batches were gone through; 0 when no batch is left.
        """
        oldest = select(match_batches).order_by(match_batches.c.id).limit(1)
        async with self._database.read() as connection:
            if (await connection.execute(oldest)).first() is None:
                return 0
        async with self._database.write() as connection:
            batch = (await connection.execute(oldest)).first()
            if batch is None:
                return 0
            part = batch.alert_ids[batch.expanded : batch.expanded + limit]
            await expand_matches(connection, batch, part, now)
            done, mine = batch.expanded + len(part), match_batches.c.id == batch.id
            if done >= len(batch.alert_ids):
                await connection.execute(delete(match_batches).where(mine))
            else:
                await connection.execute(update(match_batches).where(mine).values(expanded=done))
        return len(part)

    async def claim(
        self, *, now: datetime, lease: timedelta, limit: int, interval: timedelta
    ) -> list[Notification]:
        """Return what is due, longest waiting chat first, and lease the chats."""
        ready = select(chats.c.chat_id).where(chats.c.ready_at <= now).order_by(chats.c.ready_at)
        async with self._database.read() as connection:
            if (await connection.execute(ready.limit(1))).first() is None:
                return []
        async with self._database.write() as connection:
            first, room = await _free_slots(connection, now, interval)
            ids = list(await connection.scalars(ready.limit(min(limit, room))))
            if not ids:
                return []
            packed = await due_batches(connection, ids, now)
            await _lease(connection, [each for group in packed for each in group], now + lease)
            idle = sorted(set(ids) - {group[0].chat_id for group in packed})
            await refresh(connection, idle, free=True)
            await _take_slots(connection, first + len(packed) * interval, interval)
            found = await alerts_of(connection, packed)
            chosen = await settings_in(connection, [group[0].chat_id for group in packed])
        return [
            Notification(
                messages=group,
                alerts=tuple(found[i] for i in dict.fromkeys(m.alert_id for m in group) if i in found),
                send_slot=first + number * interval,
                leased_until=now + lease,
                settings=chosen[group[0].chat_id],
                edits=group[0].telegram_id if group[0].state is OutboxState.SENT else None,
            )
            for number, group in enumerate(packed)
        ]

    async def sent(self, notification: Notification, *, telegram_id: int, at: datetime) -> None:
        """Mark messages told; an edit's as mended, but for what happened since it was claimed."""
        if notification.edits is not None:
            await self._edited(notification, None)
            return
        await self._told.submit(_Told(notification, telegram_id, at))

    async def postpone(
        self, notification: Notification, *, due_at: datetime, reason: Localizable, maybe_sent: bool
    ) -> None:
        """Put messages off, once more tried; an edit likewise. Ends the lease."""
        if notification.edits is not None:
            await self._edited(notification, due_at)
            return
        values: dict[str, Any] = {
            "state": OutboxState.POSTPONED.value,
            "due_at": due_at,
            "attempts": outbox.c.attempts + 1,
            "reason": reason,
        }
        if maybe_sent:
            values["maybe_sent"] = True
        await self._settle(notification, SENDABLE, values)

    async def give_up(self, notification: Notification, *, reason: Localizable, at: datetime) -> None:
        """Mark messages as never to be told; an edit is dropped. Ends the lease."""
        if notification.edits is not None:
            await self._edited(notification, None)
            return
        values = {"state": OutboxState.GIVEN_UP.value, "reason": reason, "settled_at": at, "edit_at": None}
        await self._settle(notification, UNSENT, values)

    async def counts(self, chat_id: int | None = None) -> dict[OutboxState, int]:
        """Return how many messages there are in each state, of a chat or of all."""
        query = select(outbox.c.state, func.count().label("held")).group_by(outbox.c.state)
        if chat_id is not None:
            query = query.where(outbox.c.chat_id == chat_id)
        async with self._database.read() as connection:
            return {OutboxState(row.state): row.held for row in await connection.execute(query)}

    async def _settle(
        self, notification: Notification, states: Sequence[str], values: dict[str, Any]
    ) -> None:
        """Change the notification's rows that are still in one of `states`, and give the chat free."""
        still = outbox.c.state.in_(states)
        await self._free(notification, update(outbox).where(still).values(values | _FREE))

    async def _tell(self, together: Sequence[_Told]) -> None:
        rows = [
            {"mine": message.id, "said": each.telegram_id, "then": each.at}
            for each in together
            for message in each.notification.messages
        ]
        async with self._database.write() as connection:
            await connection.execute(_TOLD, rows)
            await refresh(connection, [each.notification.chat_id for each in together], free=True)

    async def _edited(self, notification: Notification, again_at: datetime | None) -> None:
        """Let an edit rest until `again_at`, but for rows whose story changed while it was under way."""
        untouched = outbox.c.edit_at == notification.leased_until
        rest = case((untouched, literal(again_at, outbox.c.edit_at.type)), else_=outbox.c.edit_at)
        await self._free(notification, update(outbox).values({"edit_at": rest, **_FREE}))

    async def _free(self, notification: Notification, change: Update) -> None:
        ids = [each.id for each in notification.messages]
        async with self._database.write() as connection:
            await connection.execute(change.where(outbox.c.id.in_(ids)))
            await refresh(connection, [notification.chat_id], free=True)


async def _free_slots(
    connection: AsyncConnection, now: datetime, interval: timedelta
) -> tuple[datetime, int]:
    """Return the first free turn, and how many may be given out."""
    if not interval:
        return now, 1_000
    value = await connection.scalar(select(counters.c.value).where(_TURN))
    first = max(now, _EPOCH + timedelta(microseconds=value or 0))
    return first, max(0, int((now + _AHEAD - first) / interval) + 1) if first <= now + _AHEAD else 0


async def _take_slots(connection: AsyncConnection, next_free: datetime, interval: timedelta) -> None:
    if not interval:
        return
    value = (next_free - _EPOCH) // timedelta(microseconds=1)
    done = await connection.execute(update(counters).where(_TURN).values(value=value))
    if not done.rowcount:
        await connection.execute(insert(counters).values(name="turn", value=value))


async def _lease(connection: AsyncConnection, messages: Sequence[OutboxMessage], until: datetime) -> None:
    """Lease the chats of messages, and mark these as being sent; those marked before may have arrived."""
    for part in chunks([each.id for each in messages]):
        mine = update(outbox).where(outbox.c.id.in_(part))
        cut_off = and_(outbox.c.leased_until.is_not(None), outbox.c.state.in_(UNSENT))
        await connection.execute(mine.where(cut_off).values(maybe_sent=True))
        await connection.execute(mine.where(outbox.c.edit_at.is_not(None), _SENT).values(edit_at=until))
        await connection.execute(mine.values(leased_until=until))
    for chat_ids in chunks(sorted({each.chat_id for each in messages})):
        leased = update(chats).where(chats.c.chat_id.in_(chat_ids))
        await connection.execute(leased.values(leased_until=until, ready_at=until))
