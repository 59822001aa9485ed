"""`newsbot feeds`: lists, tests, adds, pauses, imports and exports feeds in the terminal."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from bot.app.progress import show_progress
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.corpus.web.ports import Fetcher
from bot.errors import ConfigError
from bot.feeds.model import FeedConfig, FeedState
from bot.feeds.probe import FeedProbe
from bot.feeds.service import FeedHealth, FeedService
from handlers.telegram.localize import in_english

PIPED_WIDTH = 200
"""Width of the list when it is not printed to a terminal, so that no address is broken."""
_DONE = {FeedState.ON: "polled again", FeedState.PAUSED: "paused", FeedState.REMOVED: "removed"}


async def list_feeds(settings: Settings) -> int:
    """Print all feeds with their health."""
    async with _feed_service(settings) as service:
        feeds = await service.health()
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    if not feeds:
        console.print("No feeds yet. Add one: newsbot feeds add URL")
        return 0
    feed_column = Column("feed", overflow="fold")
    columns = ("", feed_column, "state", "last success", "entries/day", "failures", "problem")
    table = Table(*columns, box=None)
    for number, health in enumerate(feeds, start=1):
        table.add_row(str(number), *map(escape, _row(health)))
    console.print(table)
    return 0


async def probe_feed(settings: Settings, url: str, *, fetcher: Fetcher | None = None) -> int:
    """Print what is at an address; return 1 when it is not a feed."""
    async with _feed_service(settings, fetcher) as service:
        probe = await service.probe(url)
    _print_probe(probe)
    return 1 if probe.problem else 0


async def add_feed(
    settings: Settings, config: FeedConfig, *, untested: bool, fetcher: Fetcher | None = None
) -> int:
    """Add a feed; return 1 when the address is not a feed, or the feed exists already."""
    async with _feed_service(settings, fetcher) as service:
        if not untested:
            probe = await service.probe(config.url)
            _print_probe(probe)
            if probe.problem:
                return 1
            config = replace(config, url=probe.url)
        added = await service.add([config], by=None)
    if not added:
        return _print_result("This feed is already added.", ok=False)
    return _print_result("Added. newsbot polls it while it runs.", ok=True)


async def set_state(settings: Settings, feed: str, state: str) -> int:
    """Pause, resume or remove a feed; return 1 when it doesn't exist.

    Args:
        feed: Its number in the list, or its address.
    """
    async with _feed_service(settings) as service:
        found = await service.find(feed)
        changed = await service.set_state(found.id, FeedState(state), by=None) if found else None
    if changed is None:
        return _print_result(f"There is no feed {feed}. To list all feeds: newsbot feeds list", ok=False)
    return _print_result(f"{changed.name}: {_DONE[FeedState(state)]}", ok=True)


async def import_feeds(settings: Settings, file: Path) -> int:
    """Add the feeds of an OPML file.

    Raises:
        ConfigError: The file can't be read.
        RejectedInput: The file is not a list of feeds.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ConfigError(f"Can't read {file}: {error.strerror}") from error
    async with _feed_service(settings) as service:
        added = await service.import_opml(data, source=str(file), by=None)
    return _print_result(f"{len(added):,} new feeds", ok=True)


async def export_feeds(settings: Settings, file: Path | None) -> int:
    """Write all feeds as OPML.

    Raises:
        ConfigError: The file can't be written.
    """
    async with _feed_service(settings) as service:
        data = await service.export_opml()
    if file is None:
        sys.stdout.buffer.write(data)
        return 0
    try:
        file.write_bytes(data)
    except OSError as error:
        raise ConfigError(f"Can't write {file}: {error.strerror}") from error
    return 0


@asynccontextmanager
async def _feed_service(settings: Settings, fetcher: Fetcher | None = None) -> AsyncIterator[FeedService]:
    async with open_app(settings, read_corpus=False, progress=show_progress, fetcher=fetcher) as app:
        yield app.services.feeds


def _row(health: FeedHealth) -> tuple[str, ...]:
    feed = health.feed
    problem = in_english(feed.problem) if feed.problem else ""
    name = f"{feed.config.title}\n{feed.url}" if feed.config.title else feed.url
    success = f"{feed.last_success_at:%Y-%m-%d %H:%M} UTC" if feed.last_success_at else "never"
    return name, feed.state.value, success, f"{health.entries_per_day:.1f}", str(feed.failures), problem


def _print_probe(probe: FeedProbe) -> None:
    console = Console(soft_wrap=True)
    if probe.problem:
        console.print(f"{escape(probe.url)}: {escape(in_english(probe.problem))}", highlight=False)
        for url in probe.page_feeds:
            console.print(f"  this page links to the feed {escape(url)}", highlight=False)
        return
    newest = f", newest from {probe.newest_at:%Y-%m-%d %H:%M} UTC" if probe.newest_at else ""
    console.print(f"[bold]{escape(probe.title or probe.url)}[/]", highlight=False)
    console.print(f"{probe.entries} entries{newest}; {probe.teasers} of them teasers", highlight=False)
    for title in probe.titles:
        console.print(f"  · {escape(title)}", highlight=False)


def _print_result(text: str, *, ok: bool) -> int:
    Console(soft_wrap=True).print(escape(text), highlight=False)
    return 0 if ok else 1
