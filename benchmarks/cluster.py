"""Searching and matching alerts on an OpenSearch cluster; needs a cluster for tests.

    tests/with_opensearch python -m benchmarks.cluster [--articles 20000] [--alerts 10000] [--json FILE]

cluster_ms: processor time of all nodes for an article, question or alert, in milliseconds. On a machine with
other load, trust only processor time and ratios.
"""

import argparse
import asyncio
import json
import os
import secrets
import time
import urllib.request
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.alerts_matching import NOW, Draw, articles, drawn_alerts
from benchmarks.corpora import News, make_article, questions
from benchmarks.timing import Row, timed, write_json
from bot.alerts.ports import AlertChange
from bot.engine.alerts import EngineAlerts
from bot.engine.client import Cluster
from bot.engine.index import EngineIndex
from bot.errors import SearchUnavailable
from bot.search.ports import IndexChange, SearchRequest
from bot.search.query.parser import parse
from bot.stories.story import StoryId

WORDS, BATCH, QUESTIONS, MATCHED = 300, 500, 200, 30
READY_WITHIN_S = 180
URL = os.environ.get("TEST_OPENSEARCH", "")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--alerts", type=int, default=10_000)
    parser.add_argument("--floor", type=int, default=100, help="most frequent words that no alert has")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    if not URL:
        parser.error("there is no cluster: run it with tests/with_opensearch")
    rows = asyncio.run(_measure(given.articles, Draw(given.alerts, given.floor, mixed=True)))
    for row in rows:
        print(json.dumps(row))
    if given.json:
        write_json(given.json, rows)


async def _measure(count: int, alerts: Draw) -> list[Row]:
    cluster = Cluster(URL, prefix=f"benchmark-{secrets.token_hex(4)}")
    await wait_until_ready(cluster)
    try:
        return [*await _search_rows(EngineIndex(cluster), count), *await _alert_rows(cluster, alerts)]
    finally:
        await cluster.delete_all()
        await cluster.close()


async def _search_rows(index: EngineIndex, count: int) -> list[Row]:
    corpus = News(WORDS)

    async def fill() -> int:
        for start in range(0, count, BATCH):
            numbers = range(start, min(start + BATCH, count))
            await index.apply([IndexChange(n + 1, (a := make_article(corpus, n)).id, a) for n in numbers])
        return count

    times: list[float] = []

    async def ask() -> int:
        for text in questions(corpus, count, QUESTIONS):
            started = time.perf_counter()
            await index.search(SearchRequest(parse(text, now=NOW), NOW))
            times.append(time.perf_counter() - started)
        return QUESTIONS

    filled = await _timed("index", fill)
    size = (await index.stats()).disk_bytes
    await ask()
    times.clear()
    asked = await _timed("search", ask)
    p50, p99 = np.percentile(times, [50, 99]) * 1000
    return [
        filled | {"kb_an_article": round(size / count / 1000, 2)},
        asked | {"p50_ms": round(float(p50), 1), "p99_ms": round(float(p99), 1)},
    ]


async def _alert_rows(cluster: Cluster, draw: Draw) -> list[Row]:
    drawn = drawn_alerts(draw)
    log = _Log([AlertChange(number, alert.id, alert) for number, alert in enumerate(drawn, 1)])
    index = EngineAlerts(cluster, log)
    news = [(article, StoryId("s")) for article in articles(MATCHED)]
    found = 0

    async def match() -> int:
        nonlocal found
        found = sum(len(batch.alert_ids) for batch in await index.matches(news, now=NOW))
        return MATCHED

    registered = await _timed("register alerts", index.catch_up)
    await match()
    return [registered, await _timed("match", match) | {"alerts": draw.alerts, "matches": found / MATCHED}]


class _Log:
    """`AlertLog` in memory."""

    def __init__(self, lines: Sequence[AlertChange]) -> None:
        self._lines = lines

    async def store_id(self) -> int:
        return 1

    async def changes(self, *, after: int, limit: int) -> list[AlertChange]:
        return list(self._lines[after : after + limit])


async def _timed(what: str, work: Callable[[], Awaitable[int]]) -> Row:
    before = cluster_cpu_ms()
    row = await timed(what, work)
    return row | {"cluster_ms": round((cluster_cpu_ms() - before) / row["articles"], 2)}


def cluster_cpu_ms() -> int:
    """Return the processor time of all nodes since they started, in milliseconds."""
    with urllib.request.urlopen(f"{URL.split(',')[0]}/_nodes/stats/process", timeout=30) as answer:
        nodes = json.load(answer)["nodes"].values()
    return sum(node["process"]["cpu"]["total_in_millis"] for node in nodes)


async def wait_until_ready(cluster: Cluster) -> None:
    """Wait until a cluster that starts answers.

    Raises:
        SearchUnavailable: It takes too long.
    """
    until = time.monotonic() + READY_WITHIN_S
    while True:
        try:
            return await cluster.delete("none")
        except SearchUnavailable:
            if time.monotonic() > until:
                raise
            await asyncio.sleep(0.5)


if __name__ == "__main__":
    main()
