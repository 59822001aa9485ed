"""What processes tell each other, on both databases."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from bot.delivery.shared_limits import Notice, NoticeKind
from bot.storage.database import Database
from bot.storage.delivery.notices import SqlNotices
from bot.storage.schema.notices import notices

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
HOLD = Notice(NoticeKind.HOLD, -1_001_234_567_890, 0, NOW + timedelta(seconds=30))
SPENT = Notice(NoticeKind.SPENT, 7, 3, NOW + timedelta(minutes=1))


async def test_others_read_what_is_published_once(database: Database) -> None:
    first, second = SqlNotices(database, "a"), SqlNotices(database, "b")
    assert await first.new(now=NOW) == []
    await first.publish([HOLD, SPENT], now=NOW)
    assert await second.new(now=NOW) == [HOLD, SPENT]
    assert await second.new(now=NOW) == []
    assert await first.new(now=NOW) == []
    await second.publish([SPENT], now=NOW)
    assert await first.new(now=NOW) == [SPENT]


async def test_restarted_process_reads_its_own_notices_once(database: Database) -> None:
    before = SqlNotices(database, "a")
    await before.publish([HOLD], now=NOW)
    again = SqlNotices(database, "a")
    assert await again.new(now=NOW) == [HOLD]
    await again.publish([SPENT], now=NOW)
    assert await again.new(now=NOW) == []


async def test_what_has_expired_is_neither_read_nor_kept(database: Database) -> None:
    first, second = SqlNotices(database, "a"), SqlNotices(database, "b")
    await first.publish([HOLD], now=NOW)
    later = NOW + timedelta(seconds=31)
    assert await second.new(now=later) == []
    await first.publish([SPENT], now=later)
    async with database.read() as connection:
        assert await connection.scalar(select(func.count()).select_from(notices)) == 1
    assert await second.new(now=later) == [SPENT]
