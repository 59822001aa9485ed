"""Jobs that keep the corpus up to date: the bundled feeds, the watched folder."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import pytest

from bot.app.clock import utc_now
from bot.app.runtime import corpus_jobs
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.feeds.model import FeedConfig, FeedState
from bot.feeds.opml import write_opml
from bot.ingest.batch import Batch, Revision
from tests.factories import make_article
from tests.profiles import PATIENCE_S

A, B = FeedConfig("https://a.example/f", "A"), FeedConfig("https://b.example/f", "B")
PAGE = "Lighthouse relit\n\nThe lamp on Gull Rock shone again on Monday, the keeper said."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    return Settings(_env_file=None, corpus=tmp_path / "corpus", data=tmp_path / "data", reload_max_drop=1.0)


async def urls(app: App) -> list[str]:
    return [feed.url for feed in await app.services.feeds.all()]


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    for _ in range(400):
        if await condition():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("the condition never held")


async def test_bundled_feeds_are_added_once_and_removed_ones_stay_removed(
    settings: Settings,
) -> None:
    async with open_app(settings, read_corpus=False) as app:
        await corpus_jobs.add_bundled_feeds(settings, app)  # no list yet
        (settings.corpus / "feeds.opml").write_bytes(write_opml([A]))
        await corpus_jobs.add_bundled_feeds(settings, app)
        assert await urls(app) == [A.url]
        (feed,) = await app.services.feeds.all()
        await app.services.feeds.set_state(feed.id, FeedState.REMOVED, by=None)
        (settings.corpus / "feeds.opml").write_bytes(write_opml([A, B]))
        await corpus_jobs.add_bundled_feeds(settings, app)
        assert await urls(app) == [B.url]


async def test_unreadable_feed_list_is_logged(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    (settings.corpus / "feeds.opml").write_text("no list")
    async with open_app(settings, read_corpus=False) as app:
        await corpus_jobs.add_bundled_feeds(settings, app)
        assert await urls(app) == []
    assert "feeds_not_read" in capsys.readouterr().out


async def test_articles_that_a_cluster_left_are_matched_without_one(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        stop = asyncio.Event()
        await asyncio.wait_for(
            corpus_jobs.match_late(settings, app, stop), timeout=PATIENCE_S
        )  # nothing waits
        article = make_article("ferry", "A ferry sailed.")
        batch = Batch(utc_now(), (Revision(article, "ferry"),), unmatched=(article.id,))
        await app.stores.article_commit.commit(batch)
        matching = asyncio.create_task(corpus_jobs.match_late(settings, app, stop))
        await until(lambda: _equal(app.stores.article_commit.unmatched(1), []))
        stop.set()
        await asyncio.wait_for(matching, timeout=PATIENCE_S)


async def test_watched_folder_is_read_when_files_appear_and_disappear(settings: Settings) -> None:
    stop, file = asyncio.Event(), settings.corpus / "page.txt"
    async with open_app(settings, read_corpus=False) as app:

        async def stored(count: int) -> bool:
            return (await app.index.facts()).articles == count

        async def written_and_stored() -> bool:
            if not file.exists() or not await stored(1):
                file.write_text(PAGE)  # repeated until the watch has begun
            return await stored(1)

        watching = asyncio.create_task(corpus_jobs.watch_corpus(settings, app, stop, debounce_ms=60))
        await until(written_and_stored)
        file.unlink()
        (settings.corpus / "feeds.opml").write_bytes(write_opml([A]))
        await until(lambda: stored(0))
        await until(lambda: _equal(urls(app), [A.url]))
        stop.set()
        await asyncio.wait_for(watching, timeout=PATIENCE_S)


async def _equal(actual: Awaitable[Sequence[str]], expected: Sequence[str]) -> bool:
    return await actual == expected
