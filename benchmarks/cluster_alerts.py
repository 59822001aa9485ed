"""Many alerts for `benchmarks.cluster_bots`: several processes write them to the database and the cluster."""

import asyncio
import multiprocessing
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import islice

from sqlalchemy import func, insert, select

from benchmarks.alerts_matching import Draw, drawn_alerts
from benchmarks.timing import Row
from bot.alerts.alert import Alert, AlertId
from bot.engine.alerts import CHANGES, EngineAlerts
from bot.engine.client import Cluster
from bot.search.query.ast import And, Field, Node, Not, Phrase, Prefix, Word
from bot.storage.alerts import SqlAlertStore, alert_values
from bot.storage.change_log import take_numbers
from bot.storage.database import Database
from bot.storage.schema.alerts import alert_changes, alerts

ROWS = 2_000
PART = 5_000
"""Changes that a process applies before it takes the next ones."""
PUBLISHED = 100_000
"""Changes after which an interrupted run goes on."""
FLOOR = 10_000
"""The most frequent words, which no alert has: of a million alerts, some 300 match an article."""


async def save(url: str, count: int) -> None:
    """Save alerts until the database has `count`."""
    async with Database.open(url) as database:
        async with database.read() as connection:
            stored = await connection.scalar(select(func.count()).select_from(alerts)) or 0
            last = await connection.scalar(select(func.max(alerts.c.id))) or 0
        drawn = _alerts(count - 1)  # the first one is of another kind
        more = islice(drawn, max(stored - 1, 0), None)
        while rows := list(islice(more, ROWS)):
            rows = [replace(alert, id=AlertId(last + n)) for n, alert in enumerate(rows, 1)]
            last = rows[-1].id
            async with database.write() as connection:
                await connection.execute(insert(alerts), list(map(alert_values, rows)))
                numbers = await take_numbers(connection, len(rows))
                lines = [{"alert_id": a.id, "number": n} for a, n in zip(rows, numbers, strict=True)]
                await connection.execute(insert(alert_changes), lines)


def _alerts(count: int) -> Iterator[Alert]:
    for drawn in drawn_alerts(Draw(count, FLOOR, mixed=True)) if count > 0 else ():
        query = _typed(drawn.query.root)
        yield Alert(drawn.id, drawn.chat_id, None, drawn.owner_id, query, drawn.created_at)


def _typed(node: Node | None) -> str:
    """Return what a person types for one of the drawn queries."""
    match node:
        case Word(text):
            return text
        case Prefix(text):
            return f"{text}*"
        case Phrase(words):
            return '"' + " ".join(words) + '"'
        case Field(name, value):
            return f"{name}:{value}"
        case Not(inner):
            return f"-{_typed(inner)}"
        case And(nodes):
            return " ".join(map(_typed, nodes))
    raise ValueError(node)


def index(url: str, engine_url: str, *, processes: int) -> list[Row]:
    """Index the alerts of a database that the cluster lacks, in several processes at once.

    Returns:
        A row; none if the cluster has all.
    """
    began = time.perf_counter()
    first, last = asyncio.run(_missing(url, engine_url))
    spawn = multiprocessing.get_context("spawn")
    cpu_s, count = 0.0, 0
    with ProcessPoolExecutor(processes, spawn) as pool:
        for start in range(first, last, PUBLISHED):
            until = min(start + PUBLISHED, last)
            parts = [pool.submit(_apply, url, engine_url, n) for n in range(start, until, PART)]
            for applied, took_s in (part.result() for part in parts):
                count, cpu_s = count + applied, cpu_s + took_s
            asyncio.run(_publish(url, engine_url, until))
    if not count:
        return []
    row = {
        "what": f"register alerts with {processes} processes",
        "per_s": round(count / (time.perf_counter() - began), 1),
        "cpu_ms": round(1000 * cpu_s / count, 2),
    }
    return [row]


async def _missing(url: str, engine_url: str) -> tuple[int, int]:
    """Return the last change to an alert that the cluster has, and the last one of all."""
    async with Database.open(url) as database:
        async with database.read() as connection:
            last = await connection.scalar(select(func.max(alert_changes.c.number))) or 0
        async with _opened(database, engine_url) as index:
            return await index.applied(), last


@asynccontextmanager
async def _opened(database: Database, engine_url: str) -> AsyncIterator[EngineAlerts]:
    """Yield the index of a database's alerts; nothing is migrated, so that versions may change meanwhile."""
    store = SqlAlertStore(database)
    cluster = cluster_of(await store.store_id(), engine_url)
    try:
        yield EngineAlerts(cluster, store)
    finally:
        await cluster.close()


def cluster_of(store_id: int, engine_url: str) -> Cluster:
    """Return the cluster with the indices of a database."""
    return Cluster(engine_url, prefix=f"newsbot-{store_id:x}")


def _apply(url: str, engine_url: str, after: int) -> tuple[int, float]:
    """Apply changes to alerts, not yet searchable; return how many, and the processor time in seconds."""
    return asyncio.run(_applied(url, engine_url, after))


async def _applied(url: str, engine_url: str, after: int) -> tuple[int, float]:
    began, until, count = time.process_time(), after + PART, 0
    async with Database.open(url) as database, _opened(database, engine_url) as index:
        store = SqlAlertStore(database)
        while after < until and (changes := await store.changes(after=after, limit=CHANGES)):
            within = [change for change in changes if change.number <= until]
            await index.apply(within)
            after, count = changes[-1].number, count + len(within)
    return count, time.process_time() - began


async def _publish(url: str, engine_url: str, number: int) -> None:
    async with Database.open(url) as database, _opened(database, engine_url) as index:
        await index.publish(number)
