"""The end of followed stories that don't develop any more, inside a transaction."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.follow import ends_at
from bot.delivery.outbox import OutboxState, follow_number
from bot.storage.alerts import alert_of, delete_alerts
from bot.storage.chat_queue import UNSENT
from bot.storage.delivery.follow_messages import last_message, write_message
from bot.storage.schema.alerts import alerts
from bot.storage.schema.follows import follow_checks, follow_states

_SOON, _LATER = timedelta(minutes=1), timedelta(hours=1)
_SETTLED = (OutboxState.SENT.value, OutboxState.GIVEN_UP.value)


async def end_quiet(connection: AsyncConnection, row: Row[Any], now: datetime) -> None:
    """Look at an alert that follows a story: end it, delete it if it has ended, or let it go on.

    Args:
        row: The alert with `developed_at` and `ended`; both null if nothing is known of it.
    """
    last = await last_message(connection, row.id)
    if row.developed_at is None or (row.ended and (last is None or last.state in _SETTLED)):
        await delete_alerts(connection, [row.id])
        return
    alert = alert_of(row).without_expired_mute(now)
    next_at = now + _LATER
    if not row.ended and _ends_at(row, last) > now:
        next_at = _ends_at(row, last)
    elif await _is_checked_soon(connection, row.follows):
        next_at = now + _SOON
    elif not (row.ended or alert.paused or alert.muted_until) and not _is_unsent(last):
        number = follow_number(last.story_id) + 1 if last is not None else 1
        await write_message(connection, alert, number, now=now, at=now)
        ended = update(follow_states).where(follow_states.c.alert_id == row.id).values(ended=True)
        await connection.execute(ended)
        next_at = now + _SOON
    await connection.execute(update(alerts).where(alerts.c.id == row.id).values(next_at=next_at))


def _ends_at(row: Row[Any], last: Row[Any] | None) -> datetime:
    """Return when a story ends to be followed: its last development may have been sent late."""
    sent_at = last.settled_at if last is not None else None
    return ends_at(max(row.developed_at, sent_at or row.developed_at))


async def _is_checked_soon(connection: AsyncConnection, story_id: str) -> bool:
    pending = select(follow_checks.c.id).where(follow_checks.c.story_id == story_id)
    return await connection.scalar(pending) is not None


def _is_unsent(message: Row[Any] | None) -> bool:
    return message is not None and message.state in UNSENT
