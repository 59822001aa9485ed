"""Which processes send, as the database knows."""

from datetime import UTC, datetime, timedelta

from bot.storage.database import Database
from bot.storage.delivery.presence import SqlPresence

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def test_processes_see_each_other_until_they_leave_or_fall_silent(database: Database) -> None:
    first, second = SqlPresence(database, "a"), SqlPresence(database, "b")
    await first.announce(now=NOW)
    assert (await first.others(since=NOW), await second.others(since=NOW)) == (0, 1)
    await second.announce(now=NOW + MINUTE)
    assert await first.others(since=NOW + MINUTE) == 1
    assert await second.others(since=NOW + MINUTE) == 0
    await second.leave()
    assert await first.others(since=NOW) == 0


async def test_process_that_is_started_again_is_no_other(database: Database) -> None:
    await SqlPresence(database, "a").announce(now=NOW)
    again = SqlPresence(database, "a")
    assert await again.others(since=NOW) == 0
    await again.announce(now=NOW + MINUTE)
    assert await SqlPresence(database, "b").others(since=NOW) == 1
