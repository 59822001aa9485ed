"""The corpus kept alive while the bot runs: its list of feeds, its folder watched."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.app.runtime import corpus_jobs as run_corpus_jobs
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.feeds.model import FeedConfig, FeedState
from bot.feeds.opml import write_opml

A, B = FeedConfig("https://a.example/f", "A"), FeedConfig("https://b.example/f", "B")
PAGE = "Lighthouse relit\n\nThe lamp on Gull Rock shone again on Monday, the keeper said."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    return Settings(_env_file=None, corpus=tmp_path / "corpus", data=tmp_path / "data", reload_max_drop=1.0)


async def urls(app: App) -> list[str]:
    return [feed.url for feed in await app.services.feeds.all()]


async def until(met: Callable[[], Awaitable[bool]]) -> None:
    for _ in range(400):
        if await met():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it never came to that")


async def test_the_feeds_of_the_corpus_folder_are_added_once_and_removed_ones_stay_removed(
    settings: Settings,
) -> None:
    async with open_app(settings, read_corpus=False) as app:
        await run_corpus_jobs.add_bundled_feeds(settings, app)  # there is no list
        (settings.corpus / "feeds.opml").write_bytes(write_opml([A]))
        await run_corpus_jobs.add_bundled_feeds(settings, app)
        assert await urls(app) == [A.url]
        (feed,) = await app.services.feeds.all()
        await app.services.feeds.set_state(feed.id, FeedState.REMOVED, by=None)
        (settings.corpus / "feeds.opml").write_bytes(write_opml([A, B]))
        await run_corpus_jobs.add_bundled_feeds(settings, app)
        assert await urls(app) == [B.url]


async def test_a_list_that_can_not_be_read_is_said_and_stops_nothing(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    (settings.corpus / "feeds.opml").write_text("no list")
    async with open_app(settings, read_corpus=False) as app:
        await run_corpus_jobs.add_bundled_feeds(settings, app)
        assert await urls(app) == []
    assert "feeds_not_read" in capsys.readouterr().out


async def test_a_watched_folder_is_read_again_when_files_come_and_go(settings: Settings) -> None:
    stop, file = asyncio.Event(), settings.corpus / "page.txt"
    async with open_app(settings, read_corpus=False) as app:
        facts = app.services.questions.articles

        async def held(count: int) -> bool:
            return (await facts.facts()).articles == count

        async def came() -> bool:
            if not file.exists() or not await held(1):
                file.write_text(PAGE)  # again, until the watch has begun
            return await held(1)

        watching = asyncio.create_task(run_corpus_jobs.watch_corpus(settings, app, stop, debounce_ms=60))
        await until(came)
        file.unlink()
        (settings.corpus / "feeds.opml").write_bytes(write_opml([A]))
        await until(lambda: held(0))
        await until(lambda: _equal(urls(app), [A.url]))
        stop.set()
        await asyncio.wait_for(watching, timeout=10)


async def _equal(found: Awaitable[list[str]], wanted: list[str]) -> bool:
    return await found == wanted
