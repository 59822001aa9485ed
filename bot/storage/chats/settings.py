"""Chat settings, in the database."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import Mode
from bot.chats.settings import ChatSettings
from bot.delivery.outbox import OutboxState
from bot.delivery.schedule import due_time
from bot.storage.chat_queue import refresh
from bot.storage.database import Database, rows_among
from bot.storage.schema.alerts import alerts
from bot.storage.schema.chats import chat_settings
from bot.storage.schema.delivery import outbox

_LISTS = ("preferred", "muted", "languages")


class SqlSettingsStore:
    """Implements `bot.chats.ports.SettingsStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, chat_id: int) -> ChatSettings:
        """Return a chat's settings, with defaults where it chose nothing."""
        rows = await self._database.rows(select(chat_settings).where(chat_settings.c.chat_id == chat_id))
        return _settings_of(rows[0]) if rows else ChatSettings(chat_id)

    async def put(self, settings: ChatSettings) -> None:
        """Store a chat's settings."""
        existing = chat_settings.c.chat_id == settings.chat_id
        async with self._database.write() as connection:
            await connection.execute(delete(chat_settings).where(existing))
            await connection.execute(insert(chat_settings).values(asdict(settings)))
            await _reschedule(connection, settings)
            await _look_at_briefings(connection, settings.chat_id)


async def _reschedule(connection: AsyncConnection, settings: ChatSettings) -> None:
    """Recompute when messages waiting for a digest or for the end of quiet hours are due."""
    waiting = (
        select(outbox.c.id, outbox.c.created_at, alerts.c.mode)
        .join_from(outbox, alerts, alerts.c.id == outbox.c.alert_id)
        .where(
            outbox.c.chat_id == settings.chat_id,
            outbox.c.state == OutboxState.WAITING.value,
            outbox.c.digest.is_(True),
        )
    )
    for row in (await connection.execute(waiting)).all():
        due = due_time(Mode(row.mode), settings, now=row.created_at)
        message = update(outbox).where(outbox.c.id == row.id)
        await connection.execute(message.values(due_at=due.due_at, digest=due.digest))
    await refresh(connection, [settings.chat_id])


async def _look_at_briefings(connection: AsyncConnection, chat_id: int) -> None:
    """Let the times of a chat's briefings be worked out again, as the time zone may be another."""
    theirs = update(alerts).where(alerts.c.chat_id == chat_id, alerts.c.briefing_at.is_not(None))
    await connection.execute(theirs.values(next_at=alerts.c.created_at))


async def settings_in(connection: AsyncConnection, chat_ids: Sequence[int]) -> dict[int, ChatSettings]:
    """Return the settings of each chat, inside a transaction."""
    settings = {chat_id: ChatSettings(chat_id) for chat_id in chat_ids}
    rows = await rows_among(connection, select(chat_settings), chat_settings.c.chat_id, list(settings))
    return settings | {row.chat_id: _settings_of(row) for row in rows}


def _settings_of(row: Row[Any]) -> ChatSettings:
    values = {column.name: getattr(row, column.name) for column in chat_settings.columns}
    return ChatSettings(**values | {name: tuple(values[name]) for name in _LISTS})
