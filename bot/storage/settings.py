"""What chats have chosen, in the database."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.settings import ChatSettings
from bot.storage.alert_tables import chat_settings
from bot.storage.database import Database, in_parts

_LISTS = ("preferred", "muted", "languages")


class SqlSettingsStore:
    """`bot.alerts.ports.SettingsStore` on the database."""

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


async def settings_in(connection: AsyncConnection, chat_ids: Sequence[int]) -> dict[int, ChatSettings]:
    """Return the settings of each chat, inside a transaction."""
    found = {each: ChatSettings(each) for each in chat_ids}
    for part in in_parts(list(found)):
        query = select(chat_settings).where(chat_settings.c.chat_id.in_(part))
        found |= {row.chat_id: _settings_of(row) for row in await connection.execute(query)}
    return found


def _settings_of(row: Row[Any]) -> ChatSettings:
    values = {column.name: getattr(row, column.name) for column in chat_settings.columns}
    return ChatSettings(**values | {name: tuple(values[name]) for name in _LISTS})
