"""The outbox, in the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Update, and_, bindparam, case, delete, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import Alert, AlertId
from bot.delivery.outbox import Notification, OutboxMessage, OutboxState
from bot.errors import Localizable
from bot.storage.chat_queue import SENDABLE, UNSENT, refresh
from bot.storage.chats.settings import settings_in
from bot.storage.database import Database, change_among, chunks
from bot.storage.delivery.batching import alerts_of, due_batches
from bot.storage.delivery.expansion import expand_matches
from bot.storage.delivery.matches import NOT_HELD
from bot.storage.group_commit import GroupCommit
from bot.storage.schema.change_log import counters
from bot.storage.schema.chats import chats
from bot.storage.schema.delivery import match_batches, outbox

_MAX_AHEAD = timedelta(seconds=1)
"""How far ahead send slots are taken; replies to people go out in between."""
_TOO_FAR = timedelta(seconds=6)
"""A slot further ahead was taken before the clock was put back, and doesn't count."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_UNLEASED = {"leased_until": None}
_SENT = outbox.c.state == OutboxState.SENT.value
_MARK_SENT = (
    update(outbox)
    .where(
        outbox.c.id == bindparam("message_id"),
        outbox.c.state != OutboxState.SENT.value,
        outbox.c.state != OutboxState.GIVEN_UP.value,
    )
    .values(
        state=OutboxState.SENT.value,
        telegram_id=bindparam("sent_id"),
        settled_at=bindparam("sent_at"),
        **_UNLEASED,
    )
)
_NEXT_SLOT = counters.c.name == "turn"


@dataclass(frozen=True, slots=True)
class _SentNotification:
    """A notification that Telegram accepted."""

    notification: Notification
    telegram_id: int
    at: datetime


class SqlOutbox:
    """Implements `bot.delivery.ports.Outbox`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._sent = GroupCommit(self._mark_sent)

    async def expand(self, *, now: datetime, limit: int) -> int:
        """Write up to `limit` messages of match batches, oldest batch first.

        Returns:
            How many of the batches' alerts were processed; 0 if no batch is left.
        """
        oldest = select(match_batches).where(NOT_HELD).order_by(match_batches.c.id).limit(1)
        async with self._database.read() as connection:
            if (await connection.execute(oldest)).first() is None:
                return 0
        async with self._database.write() as connection:
            batch = (await connection.execute(oldest)).first()
            if batch is None:
                return 0
            part = batch.alert_ids[batch.expanded : batch.expanded + limit]
            await expand_matches(connection, batch, part, now)
            expanded, this = batch.expanded + len(part), match_batches.c.id == batch.id
            if expanded >= len(batch.alert_ids):
                await connection.execute(delete(match_batches).where(this))
            else:
                await connection.execute(update(match_batches).where(this).values(expanded=expanded))
        return len(part)

    async def claim(
        self, *, now: datetime, lease: timedelta, limit: int, interval: timedelta
    ) -> list[Notification]:
        """Return due notifications, longest waiting chat first, and lease their chats."""
        ready = select(chats.c.chat_id).where(chats.c.ready_at <= now).order_by(chats.c.ready_at)
        async with self._database.read() as connection:
            if (await connection.execute(ready.limit(1))).first() is None:
                return []
        async with self._database.write() as connection:
            first_slot, free_slots = await _free_slots(connection, now, interval)
            chat_ids = list(await connection.scalars(ready.limit(min(limit, free_slots))))
            if not chat_ids:
                return []
            batches = await due_batches(connection, chat_ids, now)
            await _lease(connection, [message for batch in batches for message in batch], now + lease)
            leased = [batch[0].chat_id for batch in batches]
            await refresh(connection, sorted(set(chat_ids) - set(leased)), free=True)
            await _take_slots(connection, first_slot + len(batches) * interval, interval)
            alerts = await alerts_of(connection, batches)
            settings = await settings_in(connection, leased)
        return [
            Notification(
                messages=batch,
                alerts=_alerts_in(batch, alerts),
                send_slot=first_slot + number * interval,
                leased_until=now + lease,
                settings=settings[batch[0].chat_id],
                edits=batch[0].telegram_id if batch[0].state is OutboxState.SENT else None,
            )
            for number, batch in enumerate(batches)
        ]

    async def sent(self, notification: Notification, *, telegram_id: int, at: datetime) -> None:
        """Mark messages as sent, or an edit as done unless another was scheduled meanwhile."""
        if notification.edits is not None:
            await self._reschedule_edit(notification, None, telegram_id)
            return
        await self._sent.submit(_SentNotification(notification, telegram_id, at))

    async def postpone(
        self, notification: Notification, *, due_at: datetime, reason: Localizable, maybe_sent: bool
    ) -> None:
        """Postpone messages or an edit, count the attempt, and end the lease."""
        if notification.edits is not None:
            await self._reschedule_edit(notification, due_at)
            return
        values: dict[str, Any] = {
            "state": OutboxState.POSTPONED.value,
            "due_at": due_at,
            "attempts": outbox.c.attempts + 1,
            "reason": reason,
        }
        if maybe_sent:
            values["maybe_sent"] = True
        await self._update_unsettled(notification, SENDABLE, values)

    async def give_up(self, notification: Notification, *, reason: Localizable, at: datetime) -> None:
        """Mark messages as given up, or drop an edit, and end the lease."""
        if notification.edits is not None:
            await self._reschedule_edit(notification, None)
            return
        values = {"state": OutboxState.GIVEN_UP.value, "reason": reason, "settled_at": at, "edit_at": None}
        await self._update_unsettled(notification, UNSENT, values)

    async def counts(self, chat_id: int | None = None) -> dict[OutboxState, int]:
        """Return the number of messages in each state, of one chat or of all."""
        query = select(outbox.c.state, func.count().label("messages")).group_by(outbox.c.state)
        if chat_id is not None:
            query = query.where(outbox.c.chat_id == chat_id)
        async with self._database.read() as connection:
            return {OutboxState(row.state): row.messages for row in await connection.execute(query)}

    async def _update_unsettled(
        self, notification: Notification, states: Sequence[str], values: dict[str, Any]
    ) -> None:
        """Update messages that are still in one of `states`, and end the lease."""
        unsettled = outbox.c.state.in_(states)
        await self._update(notification, update(outbox).where(unsettled).values(values | _UNLEASED))

    async def _mark_sent(self, batch: Sequence[_SentNotification]) -> None:
        rows = [
            {"message_id": message.id, "sent_id": sent.telegram_id, "sent_at": sent.at}
            for sent in batch
            for message in sent.notification.messages
        ]
        async with self._database.write() as connection:
            await connection.execute(_MARK_SENT, rows)
            await refresh(connection, [sent.notification.chat_id for sent in batch], free=True)

    async def _reschedule_edit(
        self, notification: Notification, edit_at: datetime | None, telegram_id: int | None = None
    ) -> None:
        """Schedule an edit again, or drop it, except in rows whose story changed during the edit."""
        # `_lease` set `edit_at` to the end of the lease.
        unchanged = outbox.c.edit_at == notification.leased_until
        next_edit = case((unchanged, literal(edit_at, outbox.c.edit_at.type)), else_=outbox.c.edit_at)
        values: dict[str, Any] = {"edit_at": next_edit, **_UNLEASED}
        if telegram_id not in (None, notification.edits):  # a new message in place of a deleted one
            values["telegram_id"] = telegram_id
        await self._update(notification, update(outbox).values(values))

    async def _update(self, notification: Notification, statement: Update) -> None:
        """Update the notification's messages and end the chat's lease."""
        ids = [message.id for message in notification.messages]
        async with self._database.write() as connection:
            await connection.execute(statement.where(outbox.c.id.in_(ids)))
            await refresh(connection, [notification.chat_id], free=True)


def _alerts_in(messages: Sequence[OutboxMessage], alerts: Mapping[AlertId, Alert]) -> tuple[Alert, ...]:
    ids = dict.fromkeys(message.alert_id for message in messages)
    return tuple(alerts[alert_id] for alert_id in ids if alert_id in alerts)


async def _free_slots(
    connection: AsyncConnection, now: datetime, interval: timedelta
) -> tuple[datetime, int]:
    """Return the first free send slot, and how many slots may be taken now."""
    if not interval:
        return now, 1_000
    value = await connection.scalar(select(counters.c.value).where(_NEXT_SLOT))
    slot = _EPOCH + timedelta(microseconds=value or 0)
    first = slot if now < slot <= now + _TOO_FAR else now
    return first, max(0, int((now + _MAX_AHEAD - first) / interval) + 1) if first <= now + _MAX_AHEAD else 0


async def _take_slots(connection: AsyncConnection, next_slot: datetime, interval: timedelta) -> None:
    if not interval:
        return
    value = (next_slot - _EPOCH) // timedelta(microseconds=1)
    updated = await connection.execute(update(counters).where(_NEXT_SLOT).values(value=value))
    if not updated.rowcount:
        await connection.execute(insert(counters).values(name="turn", value=value))


async def _lease(connection: AsyncConnection, messages: Sequence[OutboxMessage], until: datetime) -> None:
    """Lease messages and their chats; mark messages of an expired lease as `maybe_sent`."""
    for part in chunks([message.id for message in messages]):
        leased = update(outbox).where(outbox.c.id.in_(part))
        interrupted = and_(outbox.c.leased_until.is_not(None), outbox.c.state.in_(UNSENT))
        await connection.execute(leased.where(interrupted).values(maybe_sent=True))
        await connection.execute(leased.where(outbox.c.edit_at.is_not(None), _SENT).values(edit_at=until))
        await connection.execute(leased.values(leased_until=until))
    leased_chats = update(chats).values(leased_until=until, ready_at=until)
    chat_ids = sorted({message.chat_id for message in messages})
    await change_among(connection, leased_chats, chats.c.chat_id, chat_ids)
