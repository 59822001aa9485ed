"""The node that manages the cluster dies while articles come in and people ask."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import httpx
import pytest

from bot.engine.alerts import EngineAlerts
from bot.engine.index import EngineIndex
from bot.errors import SearchUnavailable
from bot.search.ports import IndexChange, SearchRequest
from bot.search.query.parser import parse
from bot.stories.story import StoryId
from tests.engine.clusters import FOLDER, URL, open_cluster
from tests.factories import make_article
from tests.fakes.alert_log import AT, MemoryAlertLog

pytestmark = [
    pytest.mark.opensearch,
    pytest.mark.skipif(
        "TEST_OPENSEARCH_KILL" not in os.environ,
        reason="kills a node that other tests need: .ci/run runs it last, alone, with TEST_OPENSEARCH_KILL",
    ),
]
NOW = AT + timedelta(hours=1)
ARTICLES, BATCH, ALERTS = 2_000, 20, 50
T = TypeVar("T")


async def persistently(work: Callable[[], Awaitable[T]]) -> T:
    """Do what newsbot does in its next round when the cluster is away: the same again."""
    while True:
        try:
            return await work()
        except SearchUnavailable:
            await asyncio.sleep(0.2)


async def kill_manager() -> None:
    """End the node that manages the cluster at once."""
    async with httpx.AsyncClient() as http:
        node = URL.split(",")[0]
        green = await http.get(f"{node}/_cluster/health?wait_for_status=green&timeout=60s", timeout=90)
        assert green.status_code == 200
        answer = await http.get(f"{node}/_cat/cluster_manager?h=node")
    pid = int((FOLDER / answer.text.strip() / "pid").read_text())
    os.kill(pid, signal.SIGKILL)


async def test_no_article_or_match_is_lost_and_answers_go_on() -> None:
    log = MemoryAlertLog()
    for number in range(1, ALERTS + 1):
        log.change(number, f"word{number}")
    articles = [
        make_article(f"a{n}", f"A ferry sailed. Then word{n % ALERTS + 1} came.", published_at=NOW)
        for n in range(ARTICLES)
    ]
    asked = failed = 0

    async def ask(index: EngineIndex) -> None:
        nonlocal asked, failed
        while True:
            asked += 1
            try:
                await index.search(SearchRequest(parse("ferry", now=NOW), NOW))
            except SearchUnavailable:
                failed += 1
            await asyncio.sleep(0.05)

    async with open_cluster() as cluster:
        index, alerts = EngineIndex(cluster), EngineAlerts(cluster, log)
        await index.applied()
        await alerts.catch_up()
        asking = asyncio.create_task(ask(index))
        matched: list[tuple[str, tuple[int, ...]]] = []
        for start in range(0, ARTICLES, BATCH):
            if start == ARTICLES // 2:
                await kill_manager()
            batch = articles[start : start + BATCH]
            pairs = [(article, StoryId("s")) for article in batch]
            found = await persistently(lambda pairs=pairs: alerts.matches(pairs, now=NOW))
            matched += [(one.article_id, one.alert_ids) for one in found]
            changes = [IndexChange(start + n + 1, article.id, article) for n, article in enumerate(batch)]
            await persistently(lambda changes=changes: index.apply(changes))
        asking.cancel()
        stored = [article_id async for article_id in index.ids()]
        assert sorted(stored) == sorted(article.id for article in articles)
        assert matched == [(article.id, (n % ALERTS + 1,)) for n, article in enumerate(articles)]
        assert await index.applied() == ARTICLES
        assert asked > 50
        assert failed <= asked // 10, f"{failed} of {asked} questions failed"
