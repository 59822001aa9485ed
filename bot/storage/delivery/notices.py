"""What processes tell each other, in the database."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select

from bot.delivery.shared_limits import Notice, NoticeKind
from bot.storage.database import Database
from bot.storage.schema.notices import notices


class SqlNotices:
    """Implements `bot.delivery.shared_limits.Notices`.

    Args:
        process: Name of this process, the same after a restart; at most 40 characters.
    """

    def __init__(self, database: Database, process: str) -> None:
        self._database = database
        self._process = process
        self._read = 0
        self._restarted = True

    async def publish(self, published: Sequence[Notice], *, now: datetime) -> None:
        """Store notices for the other processes, and delete those that have expired."""
        rows = [
            {
                "process": self._process,
                "kind": notice.kind.value,
                "about": notice.about,
                "amount": notice.amount,
                "expires_at": notice.expires_at,
            }
            for notice in published
        ]
        async with self._database.write() as connection:
            await connection.execute(delete(notices).where(notices.c.expires_at < now))
            await connection.execute(insert(notices), rows)

    async def new(self, *, now: datetime) -> list[Notice]:
        """Return what other processes published since the last call.

        The first call returns all that still counts, also what this process published before a restart.
        """
        query = (
            select(notices)
            .where(notices.c.number > self._read, notices.c.expires_at >= now)
            .order_by(notices.c.number)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        own = self._restarted
        self._restarted = False
        self._read = max((row.number for row in rows), default=self._read)
        return [
            Notice(NoticeKind(row.kind), row.about, row.amount, row.expires_at)
            for row in rows
            if own or row.process != self._process
        ]
