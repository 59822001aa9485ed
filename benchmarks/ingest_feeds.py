"""How fast feeds are polled: the rows about feeds of `benchmarks.ingest`, also on their own.

    python -m benchmarks.ingest_feeds [--feeds 2000] [--hosts 400] [--entries 2]

Another process serves the feeds on many loopback addresses. All code here is the product's: HTTP, rate limits
per host, parsing, the ingest pipeline, the store. `articles` counts polled feeds or, where the row says so,
entries.
"""

import argparse
import asyncio
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.feed_site import FIRST_HOST
from benchmarks.timing import Row, print_table, timed
from bot.app.clock import utc_now
from bot.app.runtime.process import keep_loop_responsive
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.web.fetcher import HttpFetcher
from bot.feeds.model import FeedConfig
from bot.feeds.policy import PollOutcome

LARGE = 1_000
"""Entries in the large feed."""


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--feeds", type=int, default=2_000)
    parser.add_argument("--hosts", type=int, default=400)
    parser.add_argument("--entries", type=int, default=2, help="entries per feed")
    options = parser.parse_args()
    print_table(rows(feeds=options.feeds, hosts=options.hosts, entries=options.entries))


def rows(*, feeds: int = 2_000, hosts: int = 400, entries: int = 2) -> list[Row]:
    """Return the rows of one run."""
    with _sites(hosts, entries) as port:
        return asyncio.run(_measure(feeds, hosts, port))


async def _measure(feeds: int, hosts: int, port: int) -> list[Row]:
    urls = [f"http://{FIRST_HOST + n % hosts}:{port}/{n // hosts}" for n in range(feeds)]
    async with _house() as app:
        await app.services.feeds.add([FeedConfig(url) for url in urls], by=None)
        first = await timed(f"first poll of {feeds:,} feeds", lambda: _poll(app, PollOutcome.READ))
        later = timedelta(days=1)
        same = await timed(f"poll of {feeds:,} feeds, all 304", lambda: _poll(app, PollOutcome.SAME, later))
        await app.services.feeds.add([FeedConfig(f"{urls[0]}-{LARGE}")], by=None)
        large = await timed(f"entries of a feed of {LARGE:,}", lambda: _entries(app))
    return [first, same, large]


async def _poll(app: App, wanted: PollOutcome, later: timedelta = timedelta(0)) -> int:
    poller = replace(app.poller, clock=lambda: utc_now() + later)
    outcomes = Counter([report.outcome async for report in poller.due()])
    if set(outcomes) != {wanted}:
        raise SystemExit(f"not every feed was {wanted.value}: {dict(outcomes)}")
    return outcomes[wanted]


async def _entries(app: App) -> int:
    return sum([report.articles.read async for report in app.poller.due()])


@asynccontextmanager
async def _house() -> AsyncIterator[App]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        values: dict[str, Any] = {"_env_file": None, "full_text": False, "analysis_processes": 0}
        settings = Settings(corpus=folder / "corpus", data=folder / "data", **values)
        async with (
            HttpFetcher.open(address_filter=lambda host, address, port: address.is_loopback) as web,
            open_app(settings, read_corpus=False, fetcher=web) as app,
        ):
            keep_loop_responsive()
            yield app


@contextmanager
def _sites(hosts: int, entries: int) -> Iterator[int]:
    """Serve the sites in another process; yield their port."""
    arguments = ["-m", "benchmarks.feed_site", "--hosts", str(hosts), "--entries", str(entries)]
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield int(process.stdout.readline())
        finally:
            process.kill()


if __name__ == "__main__":
    main()
