"""What `/forget_me` asks for is purged once it can be, and until then it is not forgotten."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.alerts.purging import AGAIN_AFTER_S, ENOUGH_AFTER_S, AlertPurging
from bot.errors import SearchUnavailable
from bot.storage.chats.erasure import SqlPersonStore
from bot.storage.database import Database
from bot.storage.purges import SqlPurgeRequests
from bot.storage.schema.alerts import purges
from tests.databases import KINDS, opened_database


@pytest.fixture(params=KINDS)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """The database that requests are in."""
    async with opened_database(request.param, tmp_path) as opened:
        yield opened


@dataclass
class Clock:
    """Seconds that pass only when they are set."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Cluster:
    """An index that can be away or being rebuilt, and keeps what was deleted while `keeps` is set."""

    away: bool = False
    rebuilding: bool = False
    keeps: bool = False
    purges: int = 0

    async def purge_deleted(self, request: int) -> bool:
        if self.away:
            raise SearchUnavailable("away")
        self.purges += 1
        return not self.keeps

    @asynccontextmanager
    async def lock(self) -> AsyncIterator[bool]:
        yield not self.rebuilding


def purging_on(database: Database, cluster: Cluster, clock: Clock) -> AlertPurging:
    return AlertPurging(SqlPurgeRequests(database), cluster, cluster.lock, clock)  # type: ignore[arg-type]


async def purges_of(database: Database) -> list[int]:
    """Return the numbers of all requests."""
    async with database.read() as connection:
        return list(await connection.scalars(select(purges.c.id).order_by(purges.c.id)))


async def test_nothing_is_purged_unless_somebody_asks(database: Database) -> None:
    cluster = Cluster()
    assert await purging_on(database, cluster, Clock()).run()
    assert cluster.purges == 0


async def test_request_waits_for_a_cluster_that_is_away_or_rebuilt_and_for_other_processes(
    database: Database,
) -> None:
    cluster, clock = Cluster(away=True, rebuilding=True), Clock()
    await SqlPersonStore(database).erase(7)
    assert not await purging_on(database, cluster, clock).run()
    cluster.rebuilding = False
    purging = purging_on(database, cluster, clock)
    assert not await purging.run()
    cluster.away = False
    assert not await purging.run()
    assert cluster.purges == 0, "a cluster that refuses is asked again later only"
    clock.now += AGAIN_AFTER_S
    assert await purging_on(database, cluster, clock).run()
    assert await purging_on(database, cluster, clock).run()
    assert cluster.purges == 1


async def test_request_is_kept_until_nothing_is_left_or_what_is_left_is_newer(database: Database) -> None:
    cluster, clock = Cluster(keeps=True), Clock()
    purging, requests = purging_on(database, cluster, clock), SqlPurgeRequests(database)
    await SqlPersonStore(database).erase(7)
    assert [await purging.run(), await purging.run()] == [False, False]
    assert cluster.purges == 1, "a purge rewrites files"
    clock.now += AGAIN_AFTER_S
    await SqlPersonStore(database).erase(8)
    newest = await requests.newest()
    assert not await purging.run()
    clock.now = ENOUGH_AFTER_S
    assert not await purging.run()
    assert await requests.newest() == newest
    assert await purges_of(database) == [newest], "the first one is settled, the second waits"
    cluster.keeps = False
    assert await purging.run()
    assert await requests.newest() is None


async def test_request_is_not_settled_by_time_during_which_copies_were_away(database: Database) -> None:
    cluster, clock = Cluster(keeps=True), Clock()
    purging, requests = purging_on(database, cluster, clock), SqlPurgeRequests(database)
    await SqlPersonStore(database).erase(7)
    assert not await purging.run()
    clock.now += AGAIN_AFTER_S
    cluster.away = True
    assert not await purging.run()
    cluster.away = False
    clock.now += ENOUGH_AFTER_S
    assert not await purging.run()
    assert await requests.newest() is not None
    clock.now += ENOUGH_AFTER_S
    assert await purging.run()
    assert await requests.newest() is None
