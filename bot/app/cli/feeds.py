"""`newsbot feeds`: the desk of feeds, in the terminal."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from bot.app.progress import shown
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.corpus.web.ports import Fetcher
from bot.errors import ConfigError
from bot.feeds.model import FeedConfig, FeedState
from bot.feeds.probe import FeedProbe
from bot.feeds.service import FeedHealth, FeedService
from handlers.telegram.localize import in_english

PIPED_WIDTH = 200
"""Of the list where nobody looks at it, so that no address is broken."""
_DONE = {FeedState.ON: "polled again", FeedState.PAUSED: "paused", FeedState.REMOVED: "removed"}


async def list_feeds(settings: Settings) -> int:
    """Print every feed with its health."""
    async with _desk(settings) as desk:
        feeds = await desk.health()
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    if not feeds:
        console.print("No feeds yet. Add one: newsbot feeds add URL")
        return 0
    table = Table(
        "",
        Column("feed", overflow="fold"),
        "state",
        "last success",
        "items/day",
        "failures",
        "problem",
        box=None,
    )
    for number, each in enumerate(feeds, start=1):
        table.add_row(str(number), *map(escape, _row(each)))
    console.print(table)
    return 0


async def try_feed(settings: Settings, url: str, *, fetcher: Fetcher | None = None) -> int:
    """Print what stands at an address; 1 when it is no feed."""
    async with _desk(settings, fetcher) as desk:
        trial = await desk.probe(url)
    _print_trial(trial)
    return 1 if trial.problem else 0


async def add_feed(
    settings: Settings, wanted: FeedConfig, *, untested: bool, fetcher: Fetcher | None = None
) -> int:
    """Add a feed; 1 when there is none at its address, or when it is there already."""
    async with _desk(settings, fetcher) as desk:
        if not untested:
            trial = await desk.probe(wanted.url)
            _print_trial(trial)
            if trial.problem:
                return 1
            wanted = replace(wanted, url=trial.url)
        added = await desk.add([wanted], by=None)
    return _say(
        "Added; it is polled while newsbot runs." if added else "It is there already.", ok=bool(added)
    )


async def set_state(settings: Settings, words: str, state: str) -> int:
    """Pause, resume or remove a feed; 1 when there is none."""
    async with _desk(settings) as desk:
        feed = await desk.find(words)
        changed = await desk.set_state(feed.id, FeedState(state), by=None) if feed else None
    if changed is None:
        return _say(f"There is no feed {words}; newsbot feeds list shows them.", ok=False)
    return _say(f"{changed.name}: {_DONE[FeedState(state)]}", ok=True)


async def import_feeds(settings: Settings, file: Path) -> int:
    """Add the feeds of an OPML file.

    Raises:
        ConfigError: The file can't be read.
        RejectedInput: It is no list of feeds.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ConfigError(f"{file} can't be read: {error.strerror}") from error
    async with _desk(settings) as desk:
        added = await desk.import_opml(data, source=str(file), by=None)
    return _say(f"{len(added):,} new feeds", ok=True)


async def export_feeds(settings: Settings, file: Path | None) -> int:
    """Write all feeds as OPML.

    Raises:
        ConfigError: The file can't be written.
    """
    async with _desk(settings) as desk:
        data = await desk.export_opml()
    if file is None:
        sys.stdout.buffer.write(data)
        return 0
    try:
        file.write_bytes(data)
    except OSError as error:
        raise ConfigError(f"{file} can't be written: {error.strerror}") from error
    return 0


@asynccontextmanager
async def _desk(settings: Settings, fetcher: Fetcher | None = None) -> AsyncIterator[FeedService]:
    async with open_app(settings, read_corpus=False, announce=shown, fetcher=fetcher) as house:
        yield house.services.feeds


def _row(each: FeedHealth) -> tuple[str, ...]:
    feed = each.feed
    problem = in_english(feed.problem) if feed.problem else ""
    name = f"{feed.config.title}\n{feed.url}" if feed.config.title else feed.url
    success = f"{feed.last_success_at:%Y-%m-%d %H:%M} UTC" if feed.last_success_at else "never"
    return name, feed.state.value, success, f"{each.entries_per_day:.1f}", str(feed.failures), problem


def _print_trial(trial: FeedProbe) -> None:
    console = Console(soft_wrap=True)
    if trial.problem:
        console.print(f"{escape(trial.url)}: {escape(in_english(trial.problem))}", highlight=False)
        for url in trial.page_feeds:
            console.print(f"  the page names this feed: {escape(url)}", highlight=False)
        return
    newest = f", the newest from {trial.newest_at:%Y-%m-%d %H:%M} UTC" if trial.newest_at else ""
    console.print(f"[bold]{escape(trial.title or trial.url)}[/]", highlight=False)
    console.print(f"{trial.entries} entries{newest}; {trial.teasers} of them teasers", highlight=False)
    for title in trial.titles:
        console.print(f"  · {escape(title)}", highlight=False)


def _say(words: str, *, ok: bool) -> int:
    Console(soft_wrap=True).print(escape(words), highlight=False)
    return 0 if ok else 1
