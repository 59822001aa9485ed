"""Which processes send, as the database knows."""

from datetime import UTC, datetime, timedelta

from bot.storage.database import Database
from bot.storage.delivery.presence import SqlPresence

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def others(presence: SqlPresence, since: datetime) -> int:
    return await presence.others(since=since, until=since + 2 * MINUTE)


async def test_processes_see_each_other_until_they_leave_or_fall_silent(database: Database) -> None:
    first, second = SqlPresence(database, "a"), SqlPresence(database, "b")
    await first.announce(now=NOW)
    assert (await others(first, NOW), await others(second, NOW)) == (0, 1)
    await second.announce(now=NOW + MINUTE)
    assert await others(first, NOW + MINUTE) == 1
    assert await others(second, NOW + MINUTE) == 0
    await second.leave()
    assert await others(first, NOW) == 0


async def test_process_that_is_started_again_is_no_other(database: Database) -> None:
    await SqlPresence(database, "a").announce(now=NOW)
    again = SqlPresence(database, "a")
    assert await others(again, NOW) == 0
    await again.announce(now=NOW + MINUTE)
    assert await others(SqlPresence(database, "b"), NOW) == 1


async def test_rows_of_wrong_clocks_do_not_count_and_old_ones_are_deleted(database: Database) -> None:
    first, second = SqlPresence(database, "a"), SqlPresence(database, "b")
    await first.announce(now=NOW + 3 * MINUTE)
    assert await others(second, NOW) == 0
    await second.announce(now=NOW + timedelta(hours=23))
    assert await others(second, NOW + 2 * MINUTE) == 1
    await second.announce(now=NOW + timedelta(hours=25))
    assert await others(second, NOW + 2 * MINUTE) == 0


async def test_time_is_the_servers_or_the_local_one_of_a_file(database: Database) -> None:
    time = await SqlPresence(database, "a").now(local=NOW)
    server = await database.now()
    assert time == NOW if server is None else timedelta(0) <= server - time < MINUTE
