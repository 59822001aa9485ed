"""Processes of newsbot on a cluster: importing, answering, memory. Needs a cluster, better PostgreSQL, too.

    tests/with_opensearch tests/with_postgres \\
        python -m benchmarks.cluster_bots [--articles 10000] [--alerts 1000]
    tests/with_opensearch --compiler 4 --heap 1g --data big tests/with_postgres --data big/postgres \\
        python -m benchmarks.cluster_bots --articles 100000 --alerts 1000000 --keep big

Two processes import half of the missing articles each, at once. Then alerts are saved, and one process
imports an article and looks for it, and another until its alert is in the outbox. One that only answers is
asked, one matches articles; of a million alerts some 300 match each.
Everything goes through the database and the cluster, as in operation. articles: found in the cluster when all
are imported; cluster_ms: CPU of all nodes.
"""

import argparse
import asyncio
import json
import multiprocessing
import secrets
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import cluster_alerts
from benchmarks.alerts_matching import NOW, articles
from benchmarks.cluster import MATCHED, URL, cluster_cpu_ms, wait_until_ready
from benchmarks.corpora import News, make_article, questions
from benchmarks.operation import databases
from benchmarks.timing import Row, memory_mb, write_json
from bot.alerts.alert import AlertDraft
from bot.app.clock import utc_now
from bot.app.runtime.process import limit_malloc_arenas
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.raw import RawArticle
from bot.engine.client import Cluster
from bot.questions.model import Question
from bot.storage.stores import Stores
from bot.stories.story import StoryId

WORDS, BATCH, QUESTIONS, PROCESSES, CHUNK = 300, 250, 100, 2, 500
REPORTED = "zymurgium"
"""The word of the first alert, and of one article."""
Chosen = dict[str, Any]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--alerts", type=int, default=1_000)
    parser.add_argument(
        "--keep",
        default="",
        metavar="NAME",
        help="a database that stays, with its indices: the next run adds what is missing",
    )
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    if not URL:
        parser.error("there is no cluster: run it with tests/with_opensearch")
    with tempfile.TemporaryDirectory() as name, databases(Path(name), keep=given.keep) as available:
        kind, url = available[-1]
        chosen = {"database_url": url, "engine_url": URL, "feeds": False}
        rows = measure(chosen, Path(name), given.articles, given.alerts, keep=bool(given.keep))
    for row in rows:
        print(json.dumps(row | {"database": kind, "alerts": given.alerts}))
    if given.json:
        write_json(given.json, rows)


def measure(chosen: Chosen, folder: Path, count: int, alerts: int, *, keep: bool = False) -> list[Row]:
    """Return the rows of one corpus size; each process is a new one."""
    asyncio.run(_until_ready())
    stored = asyncio.run(_prepare(chosen, folder))
    try:
        rows = _import_all(chosen, folder, stored, count) if stored < count else []
        found = asyncio.run(_count(chosen, folder))
        if alerts:
            asyncio.run(cluster_alerts.save(chosen["database_url"], alerts))
            rows += cluster_alerts.index(chosen["database_url"], URL, processes=PROCESSES)
        for number, work in enumerate((_look, _answer, _match), 1):
            with _new_processes(1) as pool:
                rows += pool.submit(work, _of(chosen, folder, -number), count, alerts).result()
    finally:
        if not keep:
            asyncio.run(_clean(chosen))
    return [{"articles": found, **row} for row in rows]


def _import_all(chosen: Chosen, folder: Path, stored: int, count: int) -> list[Row]:
    """Import what is missing, in turns so that an interrupted run leaves few gaps; no row for nothing."""
    parts = [range(stored + n * BATCH, count, PROCESSES * BATCH) for n in range(PROCESSES)]
    before = cluster_cpu_ms()
    with _new_processes(PROCESSES) as pool:
        importing = [
            pool.submit(_import, _of(chosen, folder, n), part, count) for n, part in enumerate(parts, 1)
        ]
        imported = [future.result() for future in importing]
    added = sum(row["added"] for row in imported)
    if not added:
        return []
    took = max(row["ended"] for row in imported) - min(row["began"] for row in imported)
    together = {
        "what": f"import with {PROCESSES} processes",
        "per_s": round(added / took, 1),
        "cpu_ms": round(1000 * sum(row["cpu_s"] for row in imported) / added, 2),
        "cluster_ms": round((cluster_cpu_ms() - before) / added, 2),
        "added": added,
        "memory_mb": max(row["memory_mb"] for row in imported),
    }
    return [together]


def _new_processes(count: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"))


def _of(chosen: Chosen, folder: Path, number: int) -> Chosen:
    return {**chosen, "corpus": folder / "none", "data": folder / f"data-{number}"}


async def _until_ready() -> None:
    cluster = Cluster(URL, prefix="none")
    await wait_until_ready(cluster)
    await cluster.close()


async def _prepare(chosen: Chosen, folder: Path) -> int:
    """Migrate the database and create the indices: two processes at once would do it twice.

    Save the first alert; return the number of articles.
    """
    async with open_app(_settings(_of(chosen, folder, 0)), read_corpus=False) as app:
        await app.stores.alerts.add(AlertDraft(1, None, 1, REPORTED, utc_now()))
        await app.alerts.catch_up()
        return (await app.index.stats()).articles


async def _count(chosen: Chosen, folder: Path) -> int:
    async with open_app(_settings(_of(chosen, folder, 0)), read_corpus=False) as app:
        return (await app.index.stats()).articles


async def _clean(chosen: Chosen) -> None:
    async with Stores.open(chosen["database_url"]) as stores:
        cluster = cluster_alerts.cluster_of(await stores.alerts.store_id(), URL)
    await cluster.delete_all()
    await cluster.close()


def _settings(chosen: Chosen) -> Settings:
    return Settings(_env_file=None, **chosen)  # type: ignore[call-arg]


def _raw(number: int) -> RawArticle:
    article = make_article(News(WORDS), number)
    return RawArticle(source=f"https://news.example/{number}", title=article.title, text=article.text)


def _import(chosen: Chosen, part: range, count: int) -> Row:
    return asyncio.run(_imported(chosen, part, count))


async def _imported(chosen: Chosen, part: range, count: int) -> Row:
    """Import the batches that begin at some numbers, all below `count`."""
    limit_malloc_arenas()
    async with open_app(_settings(chosen), read_corpus=False) as app:
        began, cpu, added = time.time(), time.process_time(), 0
        for start in part:
            batch = [_raw(n) for n in range(start, min(start + BATCH, count))]
            added += (await app.pipeline.ingest(batch)).added
        ended = time.time()
        return {
            "began": began,
            "ended": ended,
            "added": added,
            "cpu_s": time.process_time() - cpu,
            "memory_mb": memory_mb(),
        }


def _look(chosen: Chosen, count: int, alerts: int) -> list[Row]:
    return asyncio.run(_looked(chosen, count, alerts))


async def _looked(chosen: Chosen, count: int, alerts: int) -> list[Row]:
    """Import two articles; return how long until one is found, and until an alert reports the other."""
    number, word = count + time.time_ns() // 1_000_000, f"xylo{secrets.token_hex(6)}"
    async with open_app(_settings(chosen), read_corpus=False) as app:
        raw = RawArticle(source=f"https://news.example/{word}", text=f"{word}\n\n{_raw(number).text}")
        began = time.perf_counter()
        await app.pipeline.ingest([raw])
        while not (await app.services.questions.ask(Question(word, utc_now()))).entries:  # noqa: ASYNC110
            await asyncio.sleep(0.02)  # as a person asks again
        found = {"what": "import one and find it", "ms": round(1000 * (time.perf_counter() - began))}
        if not alerts:
            return [found]
        text = f"{REPORTED}\n\n{_raw(number + 1).text}"
        raw = RawArticle(source=f"https://news.example/{word}-report", text=text)
        await _expand(app)
        began = time.perf_counter()
        await app.pipeline.ingest([raw])
        messages = await _expand(app)
        took = time.perf_counter() - began
        outcome = {"what": "import one until its alerts are in the outbox", "ms": round(1000 * took)}
        return [found, outcome | {"messages": messages, "memory_mb": memory_mb()}]


async def _expand(app: App) -> int:
    """Put all matches into the outbox, as the delivery does; return how many messages there are."""
    total = 0
    while count := await app.stores.outbox.expand(now=utc_now(), limit=CHUNK):
        total += count
    return total


def _answer(chosen: Chosen, count: int, alerts: int) -> list[Row]:
    return [asyncio.run(_answered({**chosen, "role": "answer"}, count))]


async def _answered(chosen: Chosen, count: int) -> Row:
    limit_malloc_arenas()
    took = []
    async with open_app(_settings(chosen), read_corpus=False) as app:
        before = cluster_cpu_ms()
        for text in questions(News(WORDS), count, QUESTIONS):
            began, cpu = time.perf_counter(), time.process_time()
            await app.services.questions.ask(Question(text, utc_now()))
            took.append((time.perf_counter() - began, time.process_time() - cpu))
        p50, p99 = np.percentile([wall for wall, _ in took], [50, 99]) * 1000
        return {
            "what": "whole answer",
            "p50_ms": round(float(p50), 1),
            "p99_ms": round(float(p99), 1),
            "cpu_ms": round(1000 * float(np.median([cpu for _, cpu in took])), 1),
            "cluster_ms": round((cluster_cpu_ms() - before) / QUESTIONS, 1),
            "memory_mb": memory_mb(),
        }


def _match(chosen: Chosen, count: int, alerts: int) -> list[Row]:
    return [asyncio.run(_matched(chosen))] if alerts else []


async def _matched(chosen: Chosen) -> Row:
    """Match articles one by one, as they come in; nothing is stored."""
    limit_malloc_arenas()
    news = [(article, StoryId("s")) for article in articles(MATCHED)]
    async with open_app(_settings({**chosen, "role": "answer"}), read_corpus=False) as app:
        await app.alerts.matches(news[:10], now=NOW)
        before, cpu, found = cluster_cpu_ms(), time.process_time(), 0
        for pair in news:
            found += sum(len(batch.alert_ids) for batch in await app.alerts.matches([pair], now=NOW))
        return {
            "what": "match an article with all alerts",
            "matches": found / MATCHED,
            "cpu_ms": round(1000 * (time.process_time() - cpu) / MATCHED, 2),
            "cluster_ms": round((cluster_cpu_ms() - before) / MATCHED, 1),
            "memory_mb": memory_mb(),
        }


if __name__ == "__main__":
    main()
