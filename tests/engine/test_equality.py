"""The cluster matches what the matcher does: 50,000 random pairs of a query and an article, in two ways."""

from datetime import timedelta
from random import Random

import pytest

from bot.alerts.alert import Alert, AlertId
from bot.alerts.ports import AlertChange
from bot.engine.alerts import EngineAlerts
from bot.engine.index import EngineIndex
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, Order, SearchRequest
from bot.search.query.matcher import AnalyzedArticle
from bot.stories.story import StoryId
from tests.engine.clusters import open_cluster
from tests.engine.random_news import NOW, ZONES, random_article, random_queries
from tests.fakes.alert_log import MemoryAlertLog

pytestmark = pytest.mark.opensearch
QUERIES, ARTICLES = 250, 205


async def test_percolator_fires_the_alerts_whose_queries_match() -> None:
    random = Random(19)
    articles = [random_article(random, f"a{n}") for n in range(ARTICLES)]
    some = random_queries(random)
    saved = NOW - timedelta(days=365)
    log = MemoryAlertLog()
    alerts = {
        n: Alert(AlertId(n), 7, None, 7, next(some).text, saved, zone=random.choice(ZONES))
        for n in range(1, QUERIES + 1)
    }
    log.lines = [AlertChange(number, alert.id, alert) for number, alert in alerts.items()]
    async with open_cluster() as cluster:
        index = EngineAlerts(cluster, log)
        await index.catch_up()
        batches = await index.matches([(article, StoryId("s")) for article in articles], now=NOW)
    found = {batch.article_id: batch.alert_ids for batch in batches}
    subjects = {article.id: AnalyzedArticle(article) for article in articles}
    queries = {n: alert.query for n, alert in alerts.items()}
    expected = {
        article_id: matching
        for article_id, subject in subjects.items()
        if (matching := tuple(n for n, query in queries.items() if subject.matches(query)))
    }
    assert found == expected
    assert QUERIES * ARTICLES >= 50_000
    assert sum(map(len, expected.values())) > 5_000


async def test_search_finds_and_marks_what_the_local_index_does() -> None:
    random = Random(91)
    articles = [random_article(random, f"a{n}") for n in range(ARTICLES)]
    changes = [IndexChange(number, article.id, article) for number, article in enumerate(articles, 1)]
    local, some = LocalIndex(), random_queries(random)
    await local.apply(changes)
    marked = 0
    async with open_cluster() as cluster:
        engine = EngineIndex(cluster)
        await engine.apply(changes)
        for _ in range(QUERIES):
            request = SearchRequest(next(some), NOW, order=Order.NEWEST, limit=1_000)
            wanted, result = await local.search(request), await engine.search(request)
            assert (result.total, result.matched) == (wanted.total, wanted.matched), request.query.text
            assert result.hits == wanted.hits, request.query.text
            assert result.facets == wanted.facets, request.query.text
            marked += wanted.matched
    await local.close()
    assert marked > 5_000
