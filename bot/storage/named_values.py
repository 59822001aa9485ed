"""Named numbers shared by all processes."""

import secrets

from sqlalchemy import delete, insert, select

from bot.storage.database import Database
from bot.storage.schema.change_log import counters


class SqlNamedValues:
    """Named numbers in the `counters` table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, name: str) -> int | None:
        """Return the number stored under a name, or None."""
        query = select(counters.c.value).where(counters.c.name == name)
        async with self._database.read() as connection:
            value: int | None = await connection.scalar(query)
        return value

    async def put(self, name: str, value: int) -> None:
        """Store a number below 2^63 under a name, replacing the previous one."""
        async with self._database.write() as connection:
            await connection.execute(delete(counters).where(counters.c.name == name))
            await connection.execute(insert(counters).values(name=name, value=value))

    async def store_id(self) -> int:
        """Return a number that identifies this database for as long as it exists."""
        stored = select(counters.c.value).where(counters.c.name == "store")
        async with self._database.read() as connection:
            store_id: int | None = await connection.scalar(stored)
        if store_id is not None:
            return store_id
        async with self._database.write() as connection:
            if (store_id := await connection.scalar(stored)) is None:
                store_id = secrets.randbelow(2**62)
                await connection.execute(insert(counters).values(name="store", value=store_id))
        return store_id
