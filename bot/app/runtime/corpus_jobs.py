"""Background jobs that keep the corpus up to date: poll feeds, watch the corpus folder."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog
from telegram import Bot

from bot.app.corpus_folder import read_corpus_folder
from bot.app.runtime.jobs import repeat, run_in_background
from bot.app.settings import Settings
from bot.app.wiring import App
from bot.errors import NewsbotError, RejectedInput
from bot.feeds.model import Feed
from handlers.admin.feeds import announce_gone_feed
from handlers.telegram.localize import in_english

log = structlog.get_logger()
FEED_LIST = "feeds.opml"
"""File in the corpus folder with the feeds that come with it."""
MATCH_LATE_EVERY = timedelta(seconds=2)
PURGE_EVERY = timedelta(seconds=10)
DEBOUNCE_MS = 1_600
"""A changed folder is read once nothing in it has changed for this long."""


@asynccontextmanager
async def run_corpus_jobs(settings: Settings, app: App, bot: Bot) -> AsyncIterator[None]:
    """Poll feeds and watch the corpus folder while the block lasts, as the settings say."""
    stop = asyncio.Event()
    jobs: list[Coroutine[Any, Any, None]] = [
        match_late(settings, app, stop),
        repeat(PURGE_EVERY, app.purging.run, stop),
    ]
    if settings.feeds:
        await add_bundled_feeds(settings, app)

        async def notify_admins(feed: Feed) -> None:
            await announce_gone_feed(feed, bot, app.services)

        jobs.append(replace(app.poller, on_gone=notify_admins).run(stop))
    if settings.watch:
        jobs.append(watch_corpus(settings, app, stop))
    async with run_in_background(stop, *jobs):
        yield


async def match_late(settings: Settings, app: App, stop: asyncio.Event) -> None:
    """Match articles that wait for it until `stop`; without a cluster, only if one has left some."""
    if settings.engine_url is not None or await app.stores.article_commit.unmatched(1):
        await repeat(MATCH_LATE_EVERY, app.late_matching.run, stop)


async def add_bundled_feeds(settings: Settings, app: App) -> None:
    """Add the feeds that come with the corpus folder, except those that were removed once."""
    file = settings.corpus / FEED_LIST
    if not file.is_file():
        return
    try:
        added = await app.services.feeds.add_defaults(file)
    except RejectedInput as error:
        log.warning("feeds_not_read", file=str(file), reason=in_english(error.reason))
        return
    if added:
        log.info("feeds_added", count=len(added), file=str(file), off="NEWSBOT_FEEDS=off")


async def watch_corpus(
    settings: Settings, app: App, stop: asyncio.Event, *, debounce_ms: int = DEBOUNCE_MS
) -> None:
    """Ingest changes in the corpus folder until `stop`."""
    if not settings.corpus.is_dir():
        log.warning("not_watching", folder=str(settings.corpus), reason="the folder doesn't exist")
        return
    from watchfiles import awatch  # most bots watch no folder

    # None at first, which reads every file: something may have changed before the watch began.
    touched: set[Path] | None = None
    async for changes in awatch(settings.corpus, stop_event=stop, debounce=debounce_ms):
        if touched is not None:
            touched |= {Path(name) for _, name in changes}
        try:
            report = await read_corpus_folder(app.services.reload, touched=touched)
            if not report.withheld:
                touched = set()
            if settings.feeds and any(Path(name).name == FEED_LIST for _, name in changes):
                await add_bundled_feeds(settings, app)
        except NewsbotError as error:  # the database may be back at the next change
            log.warning("corpus_not_read", folder=str(settings.corpus), reason=str(error))
