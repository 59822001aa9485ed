"""What was read, batch by batch, analysed where it is new."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.corpus.raw import ReadResult, UnchangedRecord
from bot.errors import RejectedInput
from bot.ingest.batch import ArticleCommit
from bot.ingest.candidates import RawRecord, analyse, in_batches, place
from bot.ingest.dedupe import Candidate
from bot.ingest.run import AnalysedBatch, IngestRun

Analyse = Callable[[Sequence[RawRecord], datetime], Awaitable[Sequence[Candidate]]]


async def in_a_thread(readings: Sequence[RawRecord], now: datetime) -> Sequence[Candidate]:
    """Analyse in a thread of this process."""
    return await asyncio.to_thread(analyse, readings, now) if readings else []


@dataclass(frozen=True, slots=True)
class Analysis:
    """Makes batches of articles of what a reader gives.

    Args:
        commit: Says what is stored just so, and need not be analysed again.
        analyse: Makes articles of what was read, off the event loop.
        clock: Returns the present moment, aware UTC.
    """

    commit: ArticleCommit
    analyse: Analyse
    clock: Callable[[], datetime]

    async def batches(
        self, raws: Iterable[ReadResult], origin: str, run: IngestRun
    ) -> AsyncGenerator[AnalysedBatch, None]:
        """Yield batches of what was read, analysed where it is new; the next is made meanwhile."""
        read = in_batches(raws, origin)
        coming = asyncio.create_task(self._next(read, origin, run))
        try:
            while batch := await coming:
                coming = asyncio.create_task(self._next(read, origin, run))
                yield batch
        finally:
            coming.cancel()
            await asyncio.gather(coming, return_exceptions=True)

    async def _next(
        self,
        batches: Iterator[list[RawRecord | UnchangedRecord | RejectedInput]],
        origin: str,
        run: IngestRun,
    ) -> AnalysedBatch | None:
        batch = await asyncio.to_thread(next, batches, None)
        if batch is None:
            return None
        read = [each for each in batch if not isinstance(each, RejectedInput)]
        asked = [each.id for each in read if isinstance(each, RawRecord)]
        same, news = run.parted(read, await self.commit.content_hashes(asked) if asked else {})
        looked_at = [each if isinstance(each, RawRecord) else _parsed(each, origin) for each in news]
        readings = [each for each in looked_at if isinstance(each, RawRecord)]
        fresh = [each for each in readings if not run.plainly_too_old(each.raw)]
        candidates = await self.analyse(fresh, self.clock())
        kept = [each for each in candidates if not run.too_old(each)]
        rejected = [each for each in (*batch, *looked_at) if isinstance(each, RejectedInput)]
        return AnalysedBatch(kept, same, rejected, expired=len(readings) - len(kept))


def _parsed(again: UnchangedRecord, origin: str) -> RawRecord | RejectedInput:
    raw = again.parse()
    return raw if isinstance(raw, RejectedInput) else place(raw, origin)
