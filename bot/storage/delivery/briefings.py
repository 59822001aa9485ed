"""Daily briefings: writes their messages when their time has come."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.chats.settings import ChatSettings
from bot.delivery.outbox import OutboxState, briefing_of
from bot.delivery.schedule import BriefingTimes, briefing_times, quiet_hours_end
from bot.storage.alerts import alert_of
from bot.storage.chat_queue import UNSENT, ensure_chats, refresh
from bot.storage.chats.settings import settings_in
from bot.storage.database import Database
from bot.storage.schema.alerts import alerts
from bot.storage.schema.chats import chats
from bot.storage.schema.delivery import outbox

Json = dict[str, Any]


class SqlBriefingSchedule:
    """Implements `bot.delivery.ports.BriefingSchedule`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def schedule_due(self, *, now: datetime, limit: int) -> int:
        """Write the messages of up to `limit` briefings whose time has come; return how many were due.

        The message of a day and the next time are written in one transaction, and (chat, alert, day) is
        unique, so that a briefing is sent once a day, whichever process looks first.
        """
        async with self._database.read() as connection:
            if (await connection.execute(_due(now, 1))).first() is None:
                return 0
        async with self._database.write() as connection:
            rows = (await connection.execute(_due(now, limit))).all()
            settings = await settings_in(connection, [row.chat_id for row in rows])
            times = {row.id: briefing_times(row.briefing_at, settings[row.chat_id], now=now) for row in rows}
            await _write_messages(connection, rows, times, settings)
            for row in rows:
                following = update(alerts).where(alerts.c.id == row.id).values(next_at=times[row.id].next_at)
                await connection.execute(following)
        return len(rows)


def _due(now: datetime, limit: int) -> Select[Any]:
    """Select briefings to look at, with their chats' suspension."""
    return (
        select(alerts, chats.c.suspended_at)
        .outerjoin_from(alerts, chats, chats.c.chat_id == alerts.c.chat_id)
        .where(alerts.c.next_at <= now, alerts.c.briefing_at.is_not(None))
        .order_by(alerts.c.next_at, alerts.c.id)
        .limit(limit)
    )


async def _write_messages(
    connection: AsyncConnection,
    rows: Sequence[Row[Any]],
    times: Mapping[int, BriefingTimes],
    settings: Mapping[int, ChatSettings],
) -> None:
    """Write the messages of those briefings that are wanted and have none for the day."""
    known = outbox.c.state.in_(UNSENT) | outbox.c.story_id.in_([briefing_of(at.day) for at in times.values()])
    ids = [row.id for row in rows]
    query = select(outbox.c.alert_id, outbox.c.story_id, outbox.c.state).where(
        outbox.c.alert_id.in_(ids), known
    )
    existing = (await connection.execute(query)).all()
    waiting = {row.alert_id for row in existing if row.state in UNSENT}
    written = {(row.alert_id, row.story_id) for row in existing}
    messages = [
        _message(row, times[row.id], settings[row.chat_id])
        for row in rows
        if row.id not in waiting
        and (row.id, briefing_of(times[row.id].day)) not in written
        and _is_wanted(row, times[row.id])
    ]
    if messages:
        chat_ids = [message["chat_id"] for message in messages]
        await connection.execute(insert(outbox), messages)
        await ensure_chats(connection, chat_ids)
        await refresh(connection, chat_ids)


def _is_wanted(row: Row[Any], times: BriefingTimes) -> bool:
    """Whether a briefing was saved before its time, and neither it nor its chat is silent."""
    alert = alert_of(row).without_expired_mute(times.last_at)
    is_silent = alert.paused or alert.muted_until is not None or row.suspended_at is not None
    return not is_silent and alert.created_at < times.last_at


def _message(row: Row[Any], times: BriefingTimes, settings: ChatSettings) -> Json:
    return {
        "chat_id": row.chat_id,
        "thread_id": row.thread_id,
        "alert_id": row.id,
        "story_id": briefing_of(times.day),
        "article_id": "",
        "created_at": times.last_at,
        "due_at": quiet_hours_end(settings, now=times.last_at) or times.last_at,
        "attempts": 0,
        "state": OutboxState.WAITING.value,
        "maybe_sent": False,
        "reason": None,
    }
