"""The audit log of operators' actions, in the database."""

from dataclasses import asdict

from sqlalchemy import insert, select

from bot.admin.audit import AuditEntry
from bot.storage.database import Database
from bot.storage.schema.admin import audit


class SqlAuditLog:
    """Implements `bot.admin.audit.AuditLog`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, entry: AuditEntry) -> None:
        """Store an action."""
        async with self._database.write() as connection:
            await connection.execute(insert(audit).values(asdict(entry)))

    async def newest(self, limit: int) -> list[AuditEntry]:
        """Return the latest actions, newest first."""
        query = select(audit).order_by(audit.c.id.desc()).limit(limit)
        async with self._database.read() as connection:
            rows = await connection.execute(query)
            return [AuditEntry(row.at, row.admin_id, row.action, row.detail) for row in rows]
