"""kill -9 at random points of an ingest: no partial batch, no missing change number, followers catch up."""

import asyncio
import os
import random
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.corpus.article import Article, ArticleId
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.writer import ArticleWriter
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.articles.store import SqlArticleStore
from bot.storage.articles.stories import SqlStoryStore
from bot.storage.change_log import last_number
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.schema.articles import articles
from bot.storage.schema.change_log import changes
from bot.stories.projection import StoryProjection
from tests.databases import KINDS, empty_database, live_articles
from tests.fakes.projection import MemoryProjection
from tests.paths.ingest_until_killed import FILES, NOW, corpus
from tests.processes import start
from tests.profiles import PATIENCE_S

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("TEST_KILLS", "3"))


async def killed_while_ingesting(url: str, seed: int) -> None:
    process = await start("tests.paths.ingest_until_killed", url)
    assert await asyncio.wait_for(process.stdout.readline(), PATIENCE_S) == b"ready\n"
    await asyncio.sleep(random.Random(seed).uniform(0, 0.4))
    process.kill()
    await process.communicate()


async def check(url: str) -> int:
    """Assert that articles, log, stories and a new follower agree; return the number of committed changes."""
    if url.startswith("sqlite"):
        raw = sqlite3.connect(url.removeprefix("sqlite+aiosqlite:///"))
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        raw.close()
    await migrate(url)
    async with Database.open(url) as database:
        async with database.read() as connection:
            log = (await connection.execute(select(changes).order_by(changes.c.number))).all()
            live = (await connection.execute(select(articles))).all()
            last = await last_number(connection)
        assert [line.number for line in log] == list(range(1, last + 1))
        latest = {line.article_id: line for line in log if line.kind != "moved"}
        there = {article_id: line.number for article_id, line in latest.items() if line.kind != "removed"}
        assert {row.id: row.change for row in live} == there
        assert all(row.story_id for row in live)
        store, notebook = SqlArticleStore(database), MemoryProjection()
        ledger = StoryProjection(store, SqlStoryStore(database))
        writer = ArticleWriter(store, SqlArticleCommit(database), ledger, (notebook,))
        await IngestPipeline(writer, lambda: NOW).follow()
        assert notebook.articles == {article.id: article for article in await live_articles(store)}
        await check_stories(SqlStoryStore(database), ledger, notebook.articles)
    return last


async def check_stories(
    stories: SqlStoryStore, ledger: StoryProjection, live: Mapping[ArticleId, Article]
) -> None:
    """Assert that merged stories have no articles, and that a new projection knows the same stories."""
    stored = await stories.story_ids(list(live))
    assert await ledger.known() == stored
    redirects = await stories.redirects()
    assert redirects, "stories merged"
    assert not redirects.keys() & {*stored.values(), *redirects.values()}
    for both in [article for article in live.values() if article.source.startswith("both")]:
        parts = {article.id for article in live.values() if article.text[:-1] in both.text}
        assert {stored[part] for part in parts} == {stored[both.id]}


@pytest.mark.parametrize("kind", KINDS)
async def test_kill_at_any_point_leaves_articles_log_and_stories_consistent(
    kind: str, tmp_path: Path
) -> None:
    reached: list[int] = []
    async with empty_database(kind, tmp_path) as url:
        for seed in range(KILLS):
            await killed_while_ingesting(url, seed)
            reached.append(await check(url))
    assert reached == sorted(reached)
    assert reached[0] > 0


async def test_next_ingest_completes_a_killed_one(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'news.db'}"
    await killed_while_ingesting(url, seed=99)
    async with Database.open(url) as database:
        store = SqlArticleStore(database)
        ledger = StoryProjection(store, SqlStoryStore(database))
        path = IngestPipeline(ArticleWriter(store, SqlArticleCommit(database), ledger), lambda: NOW)
        report = await path.ingest(corpus(20_000), origin="corpus", remove_missing=True)
        assert report.added + report.changed + report.unchanged == len(corpus(0))
        titles = sorted([article.title for article in await live_articles(store)])
    reports = [title for title in titles if title.startswith("Report")]
    assert reports == sorted(f"Report {n}" for n in range(20_000, 20_000 + FILES))
    assert len(titles) == len(corpus(0))
    assert await check(url) > 0
