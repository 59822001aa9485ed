"""The node that manages the cluster dies while articles come in and people ask."""

import asyncio
import os
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy import select

from benchmarks.corpora import invented_word
from bot.alerts.alert import AlertDraft
from bot.app.clock import utc_now
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.raw import RawArticle
from bot.errors import SearchUnavailable
from bot.search.ports import SearchRequest
from bot.search.query.parser import parse
from bot.storage.database import Database
from bot.storage.schema.delivery import match_batches
from tests.databases import live_articles, migrated_database
from tests.engine.clusters import FOLDER, URL, open_cluster
from tests.engine.test_app import cleaned
from tests.profiles import PATIENCE_S

pytestmark = [
    pytest.mark.opensearch,
    pytest.mark.skipif(
        "TEST_OPENSEARCH_KILL" not in os.environ,
        reason="kills a node that other tests need: .ci/run runs it last, alone, with TEST_OPENSEARCH_KILL",
    ),
]
ARTICLES, BATCH, ALERTS = 600, 20, 50
LONGEST_GAP_S = 30
"""Between two answers: three times how long a silent node may take, as the machine may be busy."""
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


def news(number: int) -> RawArticle:
    """Return an article about something else than every other one; it matches one alert."""
    words = " ".join(invented_word(number * 40 + n) for n in range(30))
    text = f"Ferry {number}\n\nA ferry sailed. Then word{number % ALERTS + 1} came. It carried {words}."
    return RawArticle(text=text, source=f"{number}.txt")


@asynccontextmanager
async def importing(folder: Path, database: str) -> AsyncIterator[tuple[App, App]]:
    """Yield two instances of the program, here in one process, on one database and the cluster."""
    async with AsyncExitStack() as stack:
        settings = [
            Settings(
                _env_file=None,
                corpus=folder,
                data=folder / name,
                engine_url=SecretStr(URL),
                database_url=SecretStr(database),
            )
            for name in ("one", "two")
        ]
        first, second = [
            await stack.enter_async_context(open_app(own, read_corpus=False)) for own in settings
        ]
        await stack.enter_async_context(cleaned(first))
        yield first, second


async def ask(app: App, asked: list[bool], answered_at: list[float]) -> None:
    """Ask until cancelled; note whether each question was answered, and the times of the answers."""
    while True:
        try:
            await app.index.search(SearchRequest(parse("ferry", now=utc_now()), utc_now()))
            asked.append(True)
            answered_at.append(time.monotonic())
        except SearchUnavailable:
            asked.append(False)
        await asyncio.sleep(0.05)


async def match_late(app: App) -> None:
    """Match what waits until cancelled."""
    while True:
        await app.late_matching.run()
        await asyncio.sleep(0.1)


async def reports(database: str) -> Counter[tuple[str, int]]:
    """Return how often each article is to be reported by each alert, by the article's title."""
    async with Database.open(database) as opened, opened.read() as connection:
        rows = (await connection.execute(select(match_batches.c.title, match_batches.c.alert_ids))).all()
    return Counter((row.title, alert_id) for row in rows for alert_id in row.alert_ids)


async def claimed(app: App) -> Counter[tuple[str, int]]:
    """Return how often each article is in a claimed message of each alert, by the article's title."""
    outbox = app.stores.outbox
    while await outbox.expand(now=utc_now(), limit=500):
        pass
    messages: Counter[tuple[str, int]] = Counter()
    while batches := await outbox.claim(
        now=utc_now(), lease=timedelta(hours=1), limit=100, interval=timedelta()
    ):
        for message in (message for batch in batches for message in batch.messages):
            messages[message.title, message.alert_id] += 1
        for batch in batches:
            await outbox.sent(batch, telegram_id=batch.messages[0].id, at=utc_now())
    return messages


async def test_no_article_or_match_is_lost_or_doubled_and_answers_go_on(tmp_path: Path) -> None:
    asked, answered_at = list[bool](), list[float]()
    async with (
        open_cluster(),
        migrated_database("sqlite", tmp_path) as database,
        importing(tmp_path, database) as (first, second),
    ):
        alerts = [
            (await first.services.alerts.save(AlertDraft(7, None, 7, f"word{n + 1}", utc_now()))).id
            for n in range(ALERTS)
        ]
        await first.index.applied()
        working = [
            asyncio.create_task(work)
            for work in (ask(first, asked, answered_at), match_late(first), match_late(second))
        ]
        for start in range(0, ARTICLES, BATCH):
            if start == ARTICLES // 2:
                await kill_manager()
            await first.pipeline.ingest([news(number) for number in range(start, start + BATCH)])
        async with asyncio.timeout(PATIENCE_S):
            while await first.stores.article_commit.unmatched(1):  # noqa: ASYNC110  (others match them)
                await asyncio.sleep(0.1)
        for task in working:
            task.cancel()
        await asyncio.gather(*working, return_exceptions=True)
        await persistently(first.pipeline.follow)
        stored = [article_id async for article_id in first.index.ids()]
        live = await live_articles(first.stores.articles)
        assert sorted(stored) == sorted(article.id for article in live)
        expected = {(f"Ferry {n}", alerts[n % ALERTS]): 1 for n in range(ARTICLES)}
        assert await reports(database) == expected
        assert await claimed(first) == expected
        assert max(later - at for at, later in pairwise(answered_at)) < LONGEST_GAP_S
        assert len(asked) > 50
        assert asked.count(False) <= len(asked) // 10, (
            f"{asked.count(False)} of {len(asked)} questions failed"
        )
