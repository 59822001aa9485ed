"""Ingest leaves the event loop free: nothing blocks it for long."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from benchmarks.timing import LoopDelay, watch_loop
from bot.app.runtime.process import keep_loop_responsive
from bot.app.settings import Settings
from bot.app.wiring import App, open_app

pytestmark = pytest.mark.slow

MOST_S = 0.2
"""Longer than any step takes; `benchmarks.ingest` measures the required 50 ms."""
ROUNDS = 3
ARTICLES = 200
SENTENCE = "The ferry from {0} was late by {0} minutes, the harbour master of pier {0} said on Monday. "


def lines(first: int, count: int) -> str:
    return "\n".join(
        json.dumps({"title": f"Ferry {n}", "text": "".join(SENTENCE.format(n * 31 + i) for i in range(60))})
        for n in range(first, first + count)
    )


async def take_in(app: App) -> int:
    return (await app.services.reload.update()).added


async def reload(app: App) -> int:
    return (await app.services.reload.reload()).report.added


def hold_gil() -> float:
    """Compute in one call that keeps the GIL; return its processor time in seconds."""
    began = time.thread_time()
    sum(range(5_000_000))
    return time.thread_time() - began


async def test_loop_watch_detects_a_thread_that_holds_the_gil() -> None:
    async with watch_loop() as blocked:
        held_s = await asyncio.to_thread(hold_gil)
    assert blocked.cpu_s > held_s / 2 > 0


@pytest.mark.parametrize("read", [take_in, reload])
async def test_ingest_does_not_block_the_event_loop(
    tmp_path: Path, read: Callable[[App], Awaitable[int]]
) -> None:
    """Work that blocks the loop does so in every round; another program that uses the processor does not.

    Measured is the processor time of all our threads between two iterations of the loop.
    """
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    settings = Settings(_env_file=None, corpus=corpus, data=tmp_path / "data", analysis_processes=0)
    rounds: list[LoopDelay] = []
    async with open_app(settings) as app:
        keep_loop_responsive()
        for number in range(ROUNDS):
            (corpus / f"{number}.jsonl").write_text(lines(number * ARTICLES, ARTICLES))
            async with watch_loop() as blocked:
                assert await read(app) == ARTICLES
            rounds.append(blocked)
    assert min(round_.cpu_s for round_ in rounds) < MOST_S, rounds
