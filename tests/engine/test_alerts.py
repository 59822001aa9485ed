"""How alerts lie in the cluster: what they share, and what is left when they go."""

from collections.abc import AsyncIterator

import pytest

from bot.engine.alerts import EngineAlerts
from bot.engine.client import Cluster
from bot.engine.documents import ALERTS
from bot.stories.story import StoryId
from tests.engine.clusters import open_cluster
from tests.factories import make_article
from tests.fakes.alert_log import AT, MemoryAlertLog

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
