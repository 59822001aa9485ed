"""What an answer over HTTP costs, compared with the same answer in a chat; each question is asked both ways.

    python -m benchmarks.api [--articles 100000] [--questions 400]

In a chat: question to finished message, with the view that is saved for its buttons, without Telegram. Over
HTTP: request to answer over loopback, with the client of this process. Times are this process's processor
time, which other work on the machine hardly changes, and clock time, which it does.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import httpx
import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks import corpora
from bot.app.runtime.api import serve_api
from bot.app.runtime.process import keep_loop_responsive
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.chats.view import View, ViewKind
from bot.ingest.batch import Batch, Revision
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.stories.story import StoryId
from handlers.questions.screens import show
from handlers.texts import texts_for

WORDS = 300
BATCH = 500
TOKEN = "a-token-for-the-benchmark"
BAR = 1.3
"""Most that the 99th percentile over HTTP may be of that in a chat."""
Times = list[tuple[float, float]]
"""Processor and clock time of each answer, in seconds."""


def main() -> int:
    """Run from the command line; return 1 when an answer over HTTP costs too much."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=400)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        chosen = {"api": "127.0.0.1:0", "api_tokens": f"bench={TOKEN}", "person_per_minute": 0}
        paths = {"corpus": Path(folder) / "none", "data": Path(folder) / "data"}
        settings = Settings(_env_file=None, **paths, **chosen)  # type: ignore[arg-type,call-arg]
        ratio = asyncio.run(_run(settings, options.articles, options.questions))
    return int(ratio > BAR)


async def _run(settings: Settings, articles: int, questions: int) -> float:
    await _write(settings, articles)
    async with open_app(settings, read_corpus=False) as app, serve_api(settings, app.services) as port:
        keep_loop_responsive()
        headers = {"Authorization": f"Bearer {TOKEN}"}
        async with httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{port}", headers=headers, timeout=60
        ) as http:
            chat, api = await _compare(
                app, http, list(corpora.questions(corpora.Zipf(WORDS), articles, questions))
            )
    return _print(articles, chat, api)


async def _write(settings: Settings, articles: int) -> None:
    settings.data.mkdir(parents=True)
    await migrate(settings.store_url)
    corpus = corpora.Zipf(WORDS)
    async with Database.open(settings.store_url) as database:
        commit = SqlArticleCommit(database)
        for start in range(0, articles, BATCH):
            made = [corpora.make_article(corpus, n) for n in range(start, min(start + BATCH, articles))]
            revisions = tuple(Revision(a, a.id, story_id=StoryId(f"s-{a.id}")) for a in made)
            await commit.commit(Batch(datetime.now(UTC), revisions))


async def _compare(app: App, http: httpx.AsyncClient, questions: list[str]) -> tuple[Times, Times]:
    async def in_chat(words: str) -> None:
        await show(View(ViewKind.ANSWER, words), app.services, texts_for("en"), chat_id=1)

    async def over_http(words: str) -> None:
        response = await http.get("/v1/ask", params={"q": words, "size": 3})
        response.raise_for_status()

    chat: Times = []
    api: Times = []
    for words in questions[:20]:
        await in_chat(words)
        await over_http(words)
    for number, words in enumerate(questions):
        ways = [(in_chat, chat), (over_http, api)]
        for way, times in ways if number % 2 else ways[::-1]:  # the second finds warm caches
            times.append(await _timed(way, words))
    return chat, api


async def _timed(answer: Callable[[str], Awaitable[None]], words: str) -> tuple[float, float]:
    cpu, clock = time.process_time(), time.perf_counter()
    await answer(words)
    return time.process_time() - cpu, time.perf_counter() - clock


def _print(articles: int, chat: Times, api: Times) -> float:
    """Print the figures; return the ratio of the 99th percentiles of processor time."""
    table = Table(title=f"{articles:,} articles, {len(chat)} questions, milliseconds")
    for name in ("", "cpu p50", "cpu p99", "clock p50", "clock p99"):
        table.add_column(name, justify="right")
    rows = {"chat": _quantiles(chat), "API": _quantiles(api)}
    rows["ratio"] = rows["API"] / rows["chat"]
    for name, figures in rows.items():
        unit = 1.0 if name == "ratio" else 1000.0
        table.add_row(name, *(f"{unit * figure:.2f}" for figure in figures))
    Console().print(table)
    return float(rows["ratio"][1])


def _quantiles(times: Times) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    cpu, clock = np.array(times).T
    return np.array([*np.quantile(cpu, [0.5, 0.99]), *np.quantile(clock, [0.5, 0.99])])


if __name__ == "__main__":
    sys.exit(main())
