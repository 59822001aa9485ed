"""Which processes send, in the database: when each was last there, in the `counters` table."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, insert, select

from bot.storage.database import Database
from bot.storage.schema.change_log import counters

_PREFIX = "sender-"
_SENDERS = counters.c.name.startswith(_PREFIX, autoescape=True)
_FORGET_AFTER = timedelta(days=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class SqlPresence:
    """Implements `bot.delivery.ports.Presence`.

    Args:
        name: Of this process, the same after a restart; at most 25 characters.
    """

    def __init__(self, database: Database, name: str) -> None:
        self._database = database
        self._name = f"{_PREFIX}{name}"

    async def now(self, *, local: datetime) -> datetime:
        """Return the server's time; this machine's for a file, which only processes on it share."""
        return await self._database.now() or local

    async def announce(self, *, now: datetime) -> None:
        """Note that this process is running; forget those that were last there more than a day ago."""
        old = _SENDERS & (counters.c.value < _number(now - _FORGET_AFTER))
        async with self._database.write() as connection:
            await connection.execute(delete(counters).where((counters.c.name == self._name) | old))
            await connection.execute(insert(counters).values(name=self._name, value=_number(now)))

    async def others(self, *, since: datetime, until: datetime) -> int:
        """Return how many other processes announced themselves between two times and haven't left."""
        theirs = _SENDERS & (counters.c.name != self._name)
        then = counters.c.value.between(_number(since), _number(until))
        count = select(func.count()).where(theirs, then)
        async with self._database.read() as connection:
            return await connection.scalar(count) or 0

    async def leave(self) -> None:
        """Note that this process ends."""
        async with self._database.write() as connection:
            await connection.execute(delete(counters).where(counters.c.name == self._name))


def _number(at: datetime) -> int:
    return (at - _EPOCH) // timedelta(microseconds=1)
