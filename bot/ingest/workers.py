"""Worker processes that analyse articles, so that a large ingest uses more than one core."""

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

from bot.corpus.faults import Fault
from bot.corpus.raw import RawArticle
from bot.errors import RejectedInput
from bot.ingest.candidates import RawRecord, analyse, locate
from bot.ingest.dedupe import Candidate

POOL_THRESHOLD = 300
"""Articles analysed in this process before workers start: a start takes a second."""
CHUNK_SIZE = 25
"""Articles per task."""
IDLE_S = 60.0
"""Idle time after which the workers end: each holds about 100 MB."""


class AnalysisPool:
    """Analyses in this process at first, and in worker processes once there is much to do.

    Args:
        processes: Number of workers, >= 0.
    """

    def __init__(self, processes: int = 0) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._idle_timer: asyncio.TimerHandle | None = None
        self._analysed = 0

    @property
    def process_ids(self) -> list[int]:
        """The ids of the running workers."""
        return list(self._pool._processes) if self._pool else []

    async def __call__(self, records: Sequence[RawRecord], now: datetime) -> Sequence[Candidate | Fault]:
        """Return the articles of `records`, analysed at `now` (aware UTC), or why there is none, in order."""
        if not records:
            return []
        self._analysed += len(records)
        if not self._processes or self._analysed <= POOL_THRESHOLD:
            return await asyncio.to_thread(analyse, records, now)
        try:
            return await self._analyse_in_pool(records, now)
        except BrokenProcessPool:  # a worker was killed, or memory ran out: continue here, more slowly
            self.close()
            self._processes = 0
            return await asyncio.to_thread(analyse, records, now)

    async def _analyse_in_pool(
        self, records: Sequence[RawRecord], now: datetime
    ) -> Sequence[Candidate | Fault]:
        if self._pool is None:
            # No fork: the threads of this process hold locks.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._processes, context, initializer=_start_worker)
        loop = asyncio.get_running_loop()
        if self._idle_timer:
            self._idle_timer.cancel()
        self._idle_timer = loop.call_later(IDLE_S, self.close)
        chunks = [records[start : start + CHUNK_SIZE] for start in range(0, len(records), CHUNK_SIZE)]
        tasks = (loop.run_in_executor(self._pool, analyse, chunk, now) for chunk in chunks)
        return [candidate for chunk in await asyncio.gather(*tasks) for candidate in chunk]

    def close(self) -> None:
        """End the workers; they start again when there is much to do."""
        self._analysed = 0
        if self._idle_timer is not None:
            self._idle_timer.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def _start_worker() -> None:
    """Load what analysis needs; leave ^C to the parent process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_exit_with_parent, daemon=True).start()
    warm_up = locate(RawArticle(text="Begin.\n\nThe first one takes long.", source="begin"), "")
    if not isinstance(warm_up, RejectedInput):
        analyse([warm_up], datetime.now(UTC))
    gc.collect()
    gc.freeze()


def _exit_with_parent() -> None:
    """End when the parent process does: a pool whose parent was killed waits for work forever."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(0)
