"""Processes that analyse articles, so that reading many uses more than one core."""

import asyncio
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import UTC, datetime

from bot.corpus.raw import RawArticle
from bot.errors import RejectedInput
from bot.ingest.candidates import RawRecord, analyse, place
from bot.ingest.dedupe import Candidate

FEW = 300
"""Articles that are analysed in this process before others are started: a start takes a second."""
PART = 25
"""Articles handed over at once."""
IDLE_S = 60.0
"""After so long without work the processes are let go: each holds some 100 MB."""


class AnalysisPool:
    """Analyses in this process at first, and in processes beside it once there is much to do.

    Args:
        processes: Beside this one, >= 0; they are started when `FEW` articles were analysed.
    """

    def __init__(self, processes: int = 0) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._idle: asyncio.TimerHandle | None = None
        self._done = 0

    @property
    def processes(self) -> list[int]:
        """The ids of the processes there are."""
        return list(self._pool._processes) if self._pool else []

    async def __call__(self, readings: Sequence[RawRecord], now: datetime) -> Sequence[Candidate]:
        """Return the articles in `readings`, analysed at `now` (aware UTC), in their order."""
        if not readings:
            return []
        self._done += len(readings)
        if not self._processes or self._done <= FEW:
            return await asyncio.to_thread(analyse, readings, now)
        try:
            return await self._handed_over(readings, now)
        except BrokenProcessPool:  # somebody killed one, or the memory ran out: slower, but it goes on
            self.close()
            self._processes = 0
            return await asyncio.to_thread(analyse, readings, now)

    async def _handed_over(self, readings: Sequence[RawRecord], now: datetime) -> Sequence[Candidate]:
        if self._pool is None:
            # Not by forking: our threads hold locks.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._processes, context, initializer=_begin)
        loop = asyncio.get_running_loop()
        if self._idle:
            self._idle.cancel()
        self._idle = loop.call_later(IDLE_S, self.close)
        parts = [readings[at : at + PART] for at in range(0, len(readings), PART)]
        done = await asyncio.gather(*(loop.run_in_executor(self._pool, analyse, part, now) for part in parts))
        return [each for part in done for each in part]

    def close(self) -> None:
        """Let the processes go, until there is much to do again."""
        self._done = 0
        if self._idle is not None:
            self._idle.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def _begin() -> None:
    """Load what the analysis needs; leave ^C to the process that started us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    reading = place(RawArticle(text="Begin.\n\nThe first one takes long.", source="begin"), "")
    if not isinstance(reading, RejectedInput):
        analyse([reading], datetime.now(UTC))
    gc.collect()
    gc.freeze()


def _end_with_parent() -> None:
    """End when the process that started us does: a pool waits for work for ever when that is killed."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(0)
