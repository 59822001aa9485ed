"""What chats have chosen, in the database."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import Mode
from bot.chats.settings import ChatSettings
from bot.delivery.outbox import OutboxState
from bot.delivery.schedule import due_time
from bot.storage.alerts.queue import refresh
from bot.storage.database import Database, chunks
from bot.storage.schema.alerts import alerts, chat_settings, outbox

_LISTS = ("preferred", "muted", "languages")


class SqlSettingsStore:
    """`bot.chats.ports.SettingsStore` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, chat_id: int) -> ChatSettings:
        """Return a chat's settings, the defaults where it has chosen nothing."""
        async with self._database.read() as connection:
            return (await settings_in(connection, [chat_id]))[chat_id]

    async def put(self, settings: ChatSettings) -> None:
        """Store a chat's settings."""
        mine = chat_settings.c.chat_id == settings.chat_id
        async with self._database.write() as connection:
            await connection.execute(delete(chat_settings).where(mine))
            await connection.execute(insert(chat_settings).values(asdict(settings)))
            await _replan(connection, settings)


async def _replan(connection: AsyncConnection, chosen: ChatSettings) -> None:
    """Have what waits for a digest or for the morning come when the chat wants it now."""
    waiting = (
        select(outbox.c.id, outbox.c.created_at, alerts.c.mode)
        .join_from(outbox, alerts, alerts.c.id == outbox.c.alert_id)
        .where(
            outbox.c.chat_id == chosen.chat_id,
            outbox.c.state == OutboxState.WAITING.value,
            outbox.c.digest.is_(True),
        )
    )
    for row in (await connection.execute(waiting)).all():
        due = due_time(Mode(row.mode), chosen, now=row.created_at)
        mine = update(outbox).where(outbox.c.id == row.id)
        await connection.execute(mine.values(due_at=due.due_at, digest=due.digest))
    await refresh(connection, [chosen.chat_id])


async def settings_in(connection: AsyncConnection, chat_ids: Sequence[int]) -> dict[int, ChatSettings]:
    """Return the settings of each chat, inside a transaction."""
    found = {each: ChatSettings(each) for each in chat_ids}
    for part in chunks(list(found)):
        query = select(chat_settings).where(chat_settings.c.chat_id.in_(part))
        found |= {row.chat_id: _settings_of(row) for row in await connection.execute(query)}
    return found


def _settings_of(row: Row[Any]) -> ChatSettings:
    values = {column.name: getattr(row, column.name) for column in chat_settings.columns}
    return ChatSettings(**values | {name: tuple(values[name]) for name in _LISTS})
