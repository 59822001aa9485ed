"""Turns a reader's output into analysed batches; records stored exactly as read are not analysed again."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.corpus.article import ArticleId
from bot.corpus.faults import Fault, is_about_article, unless_faulty
from bot.corpus.raw import ReadResult, UnchangedRecord
from bot.errors import RejectedInput
from bot.ingest.batch import ArticleCommit
from bot.ingest.candidates import Located, RawRecord, analyse, batched, locate
from bot.ingest.dedupe import Candidate
from bot.ingest.identity import (
    Identity,
    IdentityBook,
    by_key,
    candidates_for,
    lookup_keys,
    needs_lookup,
)
from bot.ingest.run import AnalysedBatch, IngestRun, merged

Analyse = Callable[[Sequence[RawRecord], datetime], Awaitable[Sequence[Candidate | Fault]]]


async def analyse_in_thread(records: Sequence[RawRecord], now: datetime) -> Sequence[Candidate | Fault]:
    """Analyse in a thread of this process."""
    return await asyncio.to_thread(analyse, records, now) if records else []


@dataclass(frozen=True, slots=True)
class Analysis:
    """Reads and analyses, one batch ahead of its caller.

    Args:
        commit: Knows what is stored.
        analyse: Makes candidates of records, off the event loop.
        clock: Returns the current time, aware UTC.
    """

    commit: ArticleCommit
    analyse: Analyse
    clock: Callable[[], datetime]

    async def batches(
        self, reads: Iterable[ReadResult], origin: str, run: IngestRun
    ) -> AsyncGenerator[AnalysedBatch, None]:
        """Yield analysed batches; the next one is prepared meanwhile.

        Args:
            reads: From `bot.corpus.readers`; read in a thread.
            origin: As for `locate`.
        """
        batches = batched(reads, origin)
        upcoming = asyncio.create_task(self._next(batches, origin, run))
        try:
            while batch := await upcoming:
                upcoming = asyncio.create_task(self._next(batches, origin, run))
                yield batch
        finally:
            upcoming.cancel()
            await asyncio.gather(upcoming, return_exceptions=True)

    async def _next(
        self, batches: Iterator[list[Located]], origin: str, run: IngestRun
    ) -> AnalysedBatch | None:
        batch = await asyncio.to_thread(next, batches, None)
        if batch is None:
            return None
        try:
            return await self._analysed(batch, origin, run)
        except Exception as error:
            if not is_about_article(error):
                raise
            return merged([await self._alone(record, origin, run) for record in batch])

    async def _alone(self, record: Located, origin: str, run: IngestRun) -> AnalysedBatch:
        """Return a record as a batch of its own, rejected if an error is raised over it."""
        try:
            return await self._analysed([record], origin, run)
        except Exception as error:
            if isinstance(record, RejectedInput) or not is_about_article(error):
                raise
            source = record.raw.source if isinstance(record, RawRecord) else record.source
            fault = Fault.of(error, source=source, article_id=record.id)
            return AnalysedBatch((), {}, (fault.rejected(),))

    async def _analysed(self, batch: Sequence[Located], origin: str, run: IngestRun) -> AnalysedBatch:
        unchanged, changed = await self._split_unchanged(batch, run)
        parsed = [
            _parse(record, origin) if isinstance(record, UnchangedRecord) else record for record in changed
        ]
        records = [record for record in parsed if isinstance(record, RawRecord)]
        current = [record for record in records if not run.states_expired_date(record.raw)]
        analysed = await self.analyse(current, self.clock())
        found = [result for result in analysed if isinstance(result, Candidate)]
        candidates = [candidate for candidate in found if not run.is_expired(candidate)]
        rejected = [record for record in (*batch, *parsed) if isinstance(record, RejectedInput)]
        rejected += [fault.rejected() for fault in analysed if isinstance(fault, Fault)]
        expired = len(records) - len(current) + len(found) - len(candidates)
        return AnalysedBatch(candidates, unchanged, rejected, expired)

    async def _split_unchanged(
        self, batch: Sequence[Located], run: IngestRun
    ) -> tuple[dict[ArticleId, str], list[RawRecord | UnchangedRecord]]:
        records = await self._identified(
            [record for record in batch if not isinstance(record, RejectedInput)], run
        )
        ids = [record.id for record in records if isinstance(record, RawRecord)]
        stored = await self.commit.content_hashes(ids) if ids else {}
        return await run.split_unchanged(records, stored)

    async def _identified(
        self, records: list[RawRecord | UnchangedRecord], run: IngestRun
    ) -> list[RawRecord | UnchangedRecord]:
        """Return the records with the ids of the stored articles that they are."""
        unsure = [
            (record.raw, record.id)
            for record in records
            if isinstance(record, RawRecord) and needs_lookup(record.raw)
        ]
        if not unsure:
            return records
        stored = by_key(await self.commit.identities(*lookup_keys(unsure)))
        return [
            _with_identity(record, stored, run.identities) if isinstance(record, RawRecord) else record
            for record in records
        ]


def _with_identity(
    record: RawRecord, stored: Mapping[str, Sequence[Identity]], book: IdentityBook
) -> RawRecord:
    if not needs_lookup(record.raw):
        return record
    article_id = book.identify(record.raw, record.id, candidates_for(record.raw, record.id, stored))
    if article_id == record.id:
        return record
    return replace(record, id=article_id, raw=replace(record.raw, id=article_id))


def _parse(record: UnchangedRecord, origin: str) -> RawRecord | RejectedInput:
    raw = unless_faulty(record.parse, source=record.source)
    return raw if isinstance(raw, RejectedInput) else locate(raw, origin)
