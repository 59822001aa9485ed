"""Numbers noted by name, over all processes: what was done last."""

from sqlalchemy import delete, insert, select

from bot.storage.database import Database
from bot.storage.schema.articles import counters


class SqlNamedValues:
    """Marks in the table of counters."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, name: str) -> int | None:
        """Return the number noted under a name, None when there is none."""
        async with self._database.read() as connection:
            found: int | None = await connection.scalar(
                select(counters.c.value).where(counters.c.name == name)
            )
        return found

    async def put(self, name: str, value: int) -> None:
        """Note a number, below 2^63, in the place of the one before."""
        async with self._database.write() as connection:
            await connection.execute(delete(counters).where(counters.c.name == name))
            await connection.execute(insert(counters).values(name=name, value=value))
