"""Requests to purge deleted alerts, in the database."""

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.schema.alerts import purges


class SqlPurgeRequests:
    """Implements `bot.alerts.ports.PurgeRequests`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def newest(self) -> int | None:
        """Return the number of the newest request, None if nothing is left to purge."""
        async with self._database.read() as connection:
            number: int | None = await connection.scalar(select(func.max(purges.c.id)))
        return number

    async def settle(self, number: int) -> None:
        """Delete requests up to a number, because they are done."""
        async with self._database.write() as connection:
            await connection.execute(delete(purges).where(purges.c.id <= number))


async def request_purge(connection: AsyncConnection) -> None:
    """Ask for a purge, in the transaction that deletes alerts."""
    await connection.execute(insert(purges))
