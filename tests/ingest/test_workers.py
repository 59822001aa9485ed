"""Processes that analyse say what this one says, and their death costs nothing but time."""

import asyncio
import os
import select
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

import bot.ingest.workers
from bot.corpus.raw import RawArticle
from bot.ingest.candidates import RawRecord, analyse, locate
from bot.ingest.workers import CHUNK_SIZE, AnalysisPool

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
def analysts(monkeypatch: pytest.MonkeyPatch) -> Iterator[AnalysisPool]:
    """Start a process at the first article."""
    monkeypatch.setattr(bot.ingest.workers, "POOL_THRESHOLD", 0)
    made = AnalysisPool(1)
    yield made
    made.close()


def readings(count: int) -> list[RawRecord]:
    raws = (
        RawArticle(text=f"Headline {n}\n\nThe mayor of town {n} said so.", source=f"{n}")
        for n in range(count)
    )
    return [each for raw in raws if isinstance(each := locate(raw, "f"), RawRecord)]


async def test_articles_come_back_as_from_this_process_in_their_order(analysts: AnalysisPool) -> None:
    asked = readings(2 * CHUNK_SIZE + 3)
    assert await analysts(asked, NOW) == analyse(asked, NOW)
    assert analysts.process_ids


async def test_when_a_process_is_killed_the_work_goes_on_here(analysts: AnalysisPool) -> None:
    asked = readings(3)
    await analysts(asked, NOW)
    for process in analysts.process_ids:
        os.kill(process, signal.SIGKILL)
    while analysts.process_ids:
        assert await analysts(asked, NOW) == analyse(asked, NOW)


async def test_few_articles_are_analysed_here() -> None:
    made = AnalysisPool(1)
    assert len(await made(readings(5), NOW)) == 5
    assert made.process_ids == []


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux, to wait for a process of another's")
async def test_when_the_process_that_started_them_is_killed_they_end_too() -> None:
    command = (sys.executable, "-m", "tests.ingest.analyse_until_killed")
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE)
    assert process.stdout is not None
    analyst = os.pidfd_open(int(await asyncio.wait_for(process.stdout.readline(), timeout=60)))
    assert select.select([analyst], [], [], 0)[0] == []
    process.kill()
    await process.communicate()
    ended, _, _ = await asyncio.to_thread(select.select, [analyst], [], [], 30)
    os.close(analyst)
    assert ended
