"""What differs between the database and the cluster."""

import pytest

from bot.corpus.article import ArticleId
from bot.engine.alerts import EngineAlerts
from bot.engine.comparison import differing_alerts, differing_articles
from bot.engine.documents import ALERTS
from bot.engine.index import EngineIndex
from bot.search.ports import IndexChange
from tests.engine.clusters import open_cluster
from tests.factories import make_article
from tests.fakes.alert_log import MemoryAlertLog

pytestmark = pytest.mark.opensearch


async def newest() -> int:
    return 3


async def test_articles_that_are_missing_left_over_or_old_are_named() -> None:
    async with open_cluster() as cluster:
        articles = [make_article(name, "A ferry sailed.") for name in ("a", "b", "c")]
        changes = [IndexChange(number, article.id, article) for number, article in enumerate(articles, 1)]
        await EngineIndex(cluster).apply(changes)
        stored = {article.id: number for number, article in enumerate(articles, 1)}
        assert await differing_articles(cluster, stored, newest) == []
        del stored[ArticleId("a")]
        assert await differing_articles(cluster, stored | {ArticleId("b"): 9, ArticleId("z"): 4}, newest) == [
            "articles only in the cluster: 1 (a)",
            "articles missing in the cluster: 1 (z)",
            "articles in an older version in the cluster: 1 (b)",
        ]


async def test_alerts_that_are_missing_left_over_or_old_are_named() -> None:
    log = MemoryAlertLog()
    for number in (1, 2, 3):
        log.change(number, f"ferry word{number} -tram")
    async with open_cluster() as cluster:
        alerts = EngineAlerts(cluster, log)
        await alerts.catch_up()
        assert await differing_alerts(cluster, log) == []
        log.change(1, None)
        log.change(2, "storm")
        log.change(4, "rails")
        log.lines = log.lines[2:]
        assert await differing_alerts(cluster, log) == [
            "alerts only in the cluster: 1 (1)",
            "alerts missing in the cluster: 1 (4)",
            "alerts in an older version in the cluster: 1 (2)",
        ]


async def test_missing_part_of_a_query_is_counted() -> None:
    log = MemoryAlertLog()
    log.change(1, '"ferry sailed" storm')
    async with open_cluster() as cluster:
        await EngineAlerts(cluster, log).catch_up()
        found = await cluster.search([ALERTS], {"query": {"exists": {"field": "reading"}}, "size": 1})
        await cluster.write(f"{ALERTS}-1", [({"delete": {"_id": found["hits"]["hits"][0]["_id"]}}, None)])
        await cluster.refresh(ALERTS)
        assert await differing_alerts(cluster, log) == ["parts of alerts' queries missing in the cluster: 1"]


async def test_articles_and_alerts_newer_than_a_restored_database_are_named() -> None:
    log, restored = MemoryAlertLog(), MemoryAlertLog()
    log.change(1, "ferry")
    restored.change(1, "ferry")
    log.change(1, "tram")
    article = make_article("a", "A ferry sailed.")
    async with open_cluster() as cluster:
        await EngineIndex(cluster).apply([IndexChange(4, article.id, article)])
        await EngineAlerts(cluster, log).catch_up()
        assert await differing_articles(cluster, {article.id: 2}, newest) == [
            "articles in a newer version in the cluster: 1 (a)"
        ]
        assert await differing_alerts(cluster, restored) == [
            "alerts in a newer version in the cluster: 1 (1)"
        ]
