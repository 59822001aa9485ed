"""How alerts lie in the cluster: what they share, and what is left when they go."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.engine.alerts import EngineAlerts
from bot.engine.client import Cluster
from bot.engine.documents import ALERTS
from bot.engine.readings import EVERY, saved_query
from bot.stories.story import StoryId
from tests.engine.clusters import FOLDER, open_cluster, purge
from tests.factories import make_article
from tests.fakes.alert_log import AT, MemoryAlertLog
from tests.profiles import PATIENCE_S

pytestmark = pytest.mark.opensearch


@pytest.fixture
async def cluster() -> AsyncIterator[Cluster]:
    """A cluster without indices of ours."""
    async with open_cluster() as opened:
        yield opened


async def readings(cluster: Cluster) -> int:
    """Return how many readings the cluster has."""
    body = {"size": 0, "track_total_hits": True, "query": {"exists": {"field": "reading"}}}
    return int((await cluster.search([ALERTS], body))["hits"]["total"]["value"])


async def test_alerts_with_the_same_query_share_it(cluster: Cluster) -> None:
    log = MemoryAlertLog()
    log.change(1, "ferry -tram")
    index = EngineAlerts(cluster, log)
    await index.catch_up()
    once = await readings(cluster)
    for number in range(2, 20):
        log.change(number, "ferry -tram")
    await index.catch_up()
    assert await readings(cluster) == once > 0


async def test_no_changes_are_applied(cluster: Cluster) -> None:
    index = EngineAlerts(cluster, MemoryAlertLog())
    await index.apply([])
    assert await index.catch_up() == 0


async def test_reading_goes_with_the_last_alert_that_has_it(cluster: Cluster) -> None:
    log = MemoryAlertLog()
    for number, text in enumerate(("ferry", "ferry -tram", "harbour -ferry"), 1):
        log.change(number, text)
    index = EngineAlerts(cluster, log)
    await index.catch_up()
    everything = await readings(cluster)
    log.change(1, None)
    await index.catch_up()
    assert await readings(cluster) == everything, "others have it"
    log.change(2, None)
    log.change(3, "rails")
    await index.catch_up()
    log.change(3, None)
    await index.catch_up()
    assert await readings(cluster) == 0


@pytest.mark.filterwarnings("ignore:Sending a large body")
async def test_article_of_very_many_words_is_matched(cluster: Cluster) -> None:
    log = MemoryAlertLog()
    log.change(1, "zeppelin")
    index = EngineAlerts(cluster, log)
    await index.catch_up()
    words = " ".join(f"{chance:x}q{chance % 977}z" for chance in range(10**9, 10**9 + 30_000 * 7919, 7919))
    article = make_article("long", f"A zeppelin. {words}", published_at=AT)
    (batch,) = await index.matches([(article, StoryId("s"))], now=AT)
    assert batch.alert_ids == (1,)


async def test_process_that_lags_behind_brings_no_reading_back(cluster: Cluster) -> None:
    log, late = MemoryAlertLog(), MemoryAlertLog()
    log.change(1, "ferry")
    late.lines = list(log.lines)
    slow, index = EngineAlerts(cluster, late), EngineAlerts(cluster, log)
    assert await slow._index.applied() == 0
    await index.catch_up()
    log.change(1, None)
    await index.catch_up()
    await slow.catch_up()  # applies the first change once more
    assert await readings(cluster) == 0
    log.change(2, "ferry")
    await index.catch_up()
    assert await readings(cluster) > 0


async def test_purge_deletes_readings_that_no_alert_has(cluster: Cluster) -> None:
    log = MemoryAlertLog()
    log.change(1, "ferry -tram")
    index = EngineAlerts(cluster, log)
    await index.catch_up()
    everything = await readings(cluster)
    log.change(1, None)
    # As by a process that was killed after it deleted the alert, and before it deleted its readings.
    about = {"_id": "1", "version": log.lines[-1].number, "version_type": "external"}
    await cluster.write(f"{ALERTS}-1", [({"delete": about}, None)])
    await index.catch_up()
    assert await readings(cluster) == everything
    log.change(2, "harbour")
    await purge(index)
    saved = log.lines[-1].alert
    assert saved
    assert await readings(cluster) == len(saved_query(saved.query.root).parts)
    (batch,) = await index.matches([(make_article("a", "A harbour.", published_at=AT), StoryId("s"))], now=AT)
    assert batch.alert_ids == (2,)


async def test_purge_looks_for_unused_readings_once_for_a_request(cluster: Cluster) -> None:
    log = MemoryAlertLog()
    for text in ("ferry", "tram"):
        log.change(1, text)
    index = EngineAlerts(cluster, log)
    await purge(index, 1)
    used = await readings(cluster)
    about = {"_id": "reading-5", "version": 1, "version_type": "external"}
    unused = {"reading": 5, "analyzers": [EVERY], "keys": ["ferry"]}
    await cluster.write(f"{ALERTS}-1", [({"index": about}, unused)])
    await cluster.refresh(ALERTS)
    await purge(index, 1)
    assert await readings(cluster) == used + 1
    await purge(index, 2)
    assert await readings(cluster) == used


async def test_purge_deletes_every_index_of_alerts_that_is_not_in_use(cluster: Cluster) -> None:
    log = MemoryAlertLog()
    log.change(1, "ferry")
    index = EngineAlerts(cluster, log)
    await index.catch_up()
    for name in (f"{ALERTS}-2", "alerts2-8-1", "news-9-1"):  # of a rebuild, of an older program, of articles
        await cluster.create(name, {}, {})
    await purge(index)
    assert set(await cluster.indices()) == {f"{ALERTS}-1", "news-9-1"}


@pytest.mark.slow
@pytest.mark.parametrize("deleted", [True, False])
async def test_purged_words_are_in_no_file_of_the_cluster(cluster: Cluster, deleted: bool) -> None:
    word = f"qwxz{cluster.index('').removeprefix('test-').rstrip('-')}".translate(DIGITS)
    log = MemoryAlertLog()
    log.change(1, f'"{word} {word}" OR {word}')
    index = EngineAlerts(cluster, log)
    await index.catch_up()
    if deleted:
        log.change(1, None)
    assert files_with(word)
    async with asyncio.timeout(PATIENCE_S):
        while not await purge(index):  # noqa: ASYNC110  (the cluster keeps what was just deleted)
            await asyncio.sleep(1)
    assert bool(files_with(word)) is not deleted


DIGITS = str.maketrans("0123456789", "ghijklmnop")


def files_with(word: str) -> list[Path]:
    """Return the files of the cluster that have a word, by its first letters."""
    return [
        file
        for file in FOLDER.glob("node-*/data/**/*")
        if file.is_file() and word[:8].encode() in file.read_bytes()
    ]
