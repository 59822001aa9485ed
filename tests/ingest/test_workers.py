"""Worker processes: the same results as in this process, and no loss when they are killed."""

import asyncio
import os
import select
import signal
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

import bot.ingest.workers
from bot.corpus.raw import RawArticle
from bot.ingest.candidates import RawRecord, analyse, locate
from bot.ingest.workers import CHUNK_SIZE, AnalysisPool
from tests.processes import start
from tests.profiles import PATIENCE_S

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[AnalysisPool]:
    """A pool that starts its worker at the first article."""
    monkeypatch.setattr(bot.ingest.workers, "POOL_THRESHOLD", 0)
    pool = AnalysisPool(1)
    yield pool
    pool.close()


def records(count: int) -> list[RawRecord]:
    raws = (
        RawArticle(text=f"Headline {n}\n\nThe mayor of town {n} said so.", source=f"{n}")
        for n in range(count)
    )
    return [each for raw in raws if isinstance(each := locate(raw, "f"), RawRecord)]


async def test_workers_return_the_same_articles_in_order(pool: AnalysisPool) -> None:
    batch = records(2 * CHUNK_SIZE + 3)
    assert await pool(batch, NOW) == analyse(batch, NOW)
    assert pool.process_ids


async def test_analysis_continues_here_when_a_worker_is_killed(pool: AnalysisPool) -> None:
    batch = records(3)
    await pool(batch, NOW)
    for process in pool.process_ids:
        os.kill(process, signal.SIGKILL)
    while pool.process_ids:
        assert await pool(batch, NOW) == analyse(batch, NOW)


async def test_few_articles_start_no_worker() -> None:
    pool = AnalysisPool(1)
    assert len(await pool(records(5), NOW)) == 5
    assert pool.process_ids == []


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux to wait for a grandchild")
async def test_workers_end_when_their_parent_is_killed() -> None:
    process = await start("tests.ingest.analyse_until_killed")
    worker = os.pidfd_open(int(await asyncio.wait_for(process.stdout.readline(), PATIENCE_S)))
    assert select.select([worker], [], [], 0)[0] == []
    process.kill()
    await process.communicate()
    ended, _, _ = await asyncio.to_thread(select.select, [worker], [], [], PATIENCE_S)
    os.close(worker)
    assert ended
