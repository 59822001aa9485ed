"""The audit log."""

from datetime import UTC, datetime, timedelta

from bot.admin.audit import AuditEntry
from bot.storage.admin.audit import SqlAuditLog
from bot.storage.database import Database

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


async def test_newest_actions_come_first_up_to_limit(database: Database) -> None:
    log = SqlAuditLog(database)
    entries = [AuditEntry(AT - timedelta(hours=n), 7 if n else None, f"act {n}", "why") for n in range(4)]
    for entry in entries:
        await log.note(entry)
    assert await log.newest(3) == entries[:0:-1]
