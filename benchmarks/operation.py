"""What one process handles: articles, questions and messages per second, on SQLite and PostgreSQL.

python -m benchmarks.operation 10000 50000
tests/with_postgres python -m benchmarks.operation 10000     # both databases
"""

import asyncio
import multiprocessing
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table
from sqlalchemy import text

from benchmarks import alerts_delivery, corpora
from bot.app.clock import utc_now
from bot.app.runtime.process import keep_loop_responsive, limit_malloc_arenas
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.delivery.rate_limits import UNLIMITED
from bot.ingest.batch import Batch, Revision
from bot.questions.model import Question
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.database import Database, connect
from bot.storage.migrate import migrate
from bot.stories.story import StoryId

SERVER = os.environ.get("TEST_POSTGRES")
WORDS = 300
QUESTIONS = 400
AT_ONCE = 16
BATCH = 100
MESSAGES = 1_500
Row = dict[str, Any]


@contextmanager
def databases(folder: Path, *, keep: str = "") -> Iterator[list[tuple[str, str]]]:
    """Yield a new database of every available kind, as name and address.

    Args:
        keep: Name of PostgreSQL's database, created if it is missing, which is not deleted.
    """
    available = [("SQLite", f"sqlite:///{(folder / 'bench.db').as_posix()}")]
    name = keep or f"bench_{secrets.token_hex(6)}"
    if SERVER:
        if not (keep and asyncio.run(_on_server(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"))):
            asyncio.run(_on_server(f"CREATE DATABASE {name}"))
        available.append(("PostgreSQL", f"{SERVER}/{name}"))
    try:
        yield available
    finally:
        if SERVER and not keep:
            asyncio.run(_on_server(f"DROP DATABASE {name} WITH (FORCE)"))


async def _on_server(statement: str) -> bool:
    """Run a statement on the server; return whether it returns a row."""
    engine = connect(f"{SERVER}/postgres")
    async with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        result = await connection.execute(text(statement))
        found = result.returns_rows and result.first() is not None
    await engine.dispose()
    return found


def row_of(kind: str, url: str, folder: Path, count: int) -> Row:
    """Measure one corpus size on one database, each step in its own process."""
    settings = {
        "corpus": folder / "none",
        "data": folder / f"data-{kind}",
        "database_url": url,
        "feeds": False,
    }
    written = _in_process(_write, url, count)
    first = _in_process(_open, settings, 0)
    again = _in_process(_open, settings, count)
    return (
        {"database": kind, "articles": f"{count:,}"}
        | written
        | {"index made in s": first["opened in s"]}
        | again
    )


def _in_process(work: Any, *arguments: Any) -> Row:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_report, args=(theirs, work, *arguments))
    process.start()
    row: Row = ours.recv()
    process.join()
    return row


def _report(pipe: Connection, work: Any, *arguments: Any) -> None:
    pipe.send(asyncio.run(work(*arguments)))


async def _write(url: str, count: int) -> Row:
    corpus = corpora.Zipf(WORDS)
    await migrate(url)
    took = 0.0
    async with Database.open(url) as database:
        commit = SqlArticleCommit(database)
        for start in range(0, count, BATCH):
            articles = [corpora.make_article(corpus, n) for n in range(start, min(start + BATCH, count))]
            revisions = tuple(
                Revision(article, article.id, story_id=StoryId(f"s-{article.id}")) for article in articles
            )
            began = time.perf_counter()
            await commit.commit(Batch(datetime.now(UTC), revisions))
            took += time.perf_counter() - began
    return {"commits articles/s": f"{count / took:,.0f}"}


async def _open(chosen: dict[str, Any], count: int) -> Row:
    limit_malloc_arenas()
    began = time.perf_counter()
    settings = Settings(_env_file=None, **chosen)  # type: ignore[call-arg]
    async with open_app(settings, read_corpus=False) as app:
        keep_loop_responsive()
        row: Row = {"opened in s": f"{time.perf_counter() - began:.1f}"}
        return row | (await _ask(app, count) if count else {})


async def _ask(app: App, count: int) -> Row:
    questions = list(corpora.questions(corpora.Zipf(WORDS), count, QUESTIONS))
    took = []
    for words in questions:
        began = time.perf_counter()
        await app.services.questions.ask(Question(words, utc_now()))
        took.append(time.perf_counter() - began)
    limit = asyncio.Semaphore(AT_ONCE)

    async def ask(words: str) -> None:
        async with limit:
            await app.services.questions.ask(Question(words, utc_now()))

    began = time.perf_counter()
    await asyncio.gather(*map(ask, questions))
    return {
        "questions/s": f"{len(questions) / (time.perf_counter() - began):.0f}",
        "p50 ms": f"{1000 * np.quantile(took, 0.5):.1f}",
        "p99 ms": f"{1000 * np.quantile(took, 0.99):.1f}",
        "memory MB": _resident_mb(),
    }


def _resident_mb() -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) >> 10


def delivery(kind: str, url: str, folder: Path) -> Row:
    """Measure how fast messages are delivered from a database, without Telegram's limits."""
    trial = alerts_delivery.Trial(MESSAGES, UNLIMITED, database_url=url)
    sent, _ = alerts_delivery.run(trial, folder / f"delivery-{kind}")
    times = sorted(at for _, at in sent)
    return {"database": kind, "messages/s": f"{(len(times) - 1) / (times[-1] - times[0]):.0f}"}


def show(title: str, rows: list[Row]) -> None:
    """Print rows as a table."""
    table = Table(title=title)
    for name in rows[0]:
        table.add_column(name, justify="right")
    for row in rows:
        table.add_row(*map(str, row.values()))
    Console(width=200).print(table)


def main(sizes: list[int]) -> None:
    """Measure and print."""
    rows = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as name, databases(Path(name)) as available:
            rows += [row_of(kind, url, Path(name), size) for kind, url in available]
    show(f"One process, articles of {WORDS} invented words, {AT_ONCE} questions at once", rows)
    with tempfile.TemporaryDirectory() as name, databases(Path(name)) as available:
        show("Notifications, rate limits off", [delivery(kind, url, Path(name)) for kind, url in available])


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000])
