"""What keeps the corpus alive while the bot runs: feeds polled, the corpus folder watched."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import structlog
from telegram import Bot
from watchfiles import awatch

from bot.app.runtime.jobs import beside
from bot.app.settings import Settings
from bot.app.wiring import App, read_corpus_folder
from bot.errors import NewsbotError, RejectedInput
from bot.feeds.model import Feed
from handlers.admin.feeds import tell_gone
from handlers.telegram.localize import in_english

log = structlog.get_logger()
LIST = "feeds.opml"
"""In the corpus folder: the feeds that come with it."""
SETTLED_MS = 1_600
"""A folder is read when nothing in it has changed for so long."""


@asynccontextmanager
async def live(settings: Settings, house: App, bot: Bot) -> AsyncIterator[None]:
    """Keep polling and watching, as far as the settings want it."""
    stop = asyncio.Event()
    works: list[Coroutine[Any, Any, None]] = []
    if settings.feeds:
        await plant(settings, house)

        async def gone(feed: Feed) -> None:
            await tell_gone(feed, bot, house.services)

        works.append(replace(house.poller, on_gone=gone).run(stop))
    if settings.watch:
        works.append(watch(settings, house, stop))
    async with beside(stop, *works):
        yield


async def plant(settings: Settings, house: App) -> None:
    """Add the feeds that come with the corpus folder; those once removed stay removed."""
    file = settings.corpus / LIST
    if not file.is_file():
        return
    try:
        added = await house.services.feeds.add_defaults(file)
    except RejectedInput as error:
        log.warning("feeds_not_read", file=str(file), reason=in_english(error.reason))
        return
    if added:
        log.info("feeds_added", count=len(added), file=str(file), off="NEWSBOT_FEEDS=off")


async def watch(settings: Settings, house: App, stop: asyncio.Event, *, settled_ms: int = SETTLED_MS) -> None:
    """Read what changed in the corpus folder, whenever something in it has."""
    if not settings.corpus.is_dir():
        log.warning("not_watching", folder=str(settings.corpus), reason="it is not there")
        return
    # The first time everything is looked at: something may have changed before the watch began.
    touched: set[Path] | None = None
    async for changes in awatch(settings.corpus, stop_event=stop, debounce=settled_ms):
        if touched is not None:
            touched |= {Path(name) for _, name in changes}
        try:
            report = await read_corpus_folder(settings, house, touched=touched)
            if not report.withheld:
                touched = set()
            if settings.feeds and any(Path(name).name == LIST for _, name in changes):
                await plant(settings, house)
        except NewsbotError as error:  # the next change may find the database back
            log.warning("corpus_not_read", folder=str(settings.corpus), reason=str(error))
