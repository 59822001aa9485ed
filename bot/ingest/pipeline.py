"""The ingest path, top to bottom: raw articles from a folder, a feed or a page become searchable articles.

raw articles --candidates.py--> records --analysis.py--> candidates   (records stored as read are skipped)
    --dedupe.py--> plan --stories--> story of each article --alerts--> match batches
    ┌ one short transaction ──────────────────────────────────────────────────────────┐
    │ recheck revisions --storage--> articles, stories, match batches, change numbers │
    └─────────────────────────────────────────────────────────────────────────────────┘
after the commit, `follow` brings the index up to the change log, and delivery sends the matches
"""

import asyncio
import random
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence, Set
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from bot.alerts.matching.ports import AlertIndex
from bot.corpus.article import ArticleId
from bot.corpus.faults import is_about_article
from bot.corpus.raw import ReadResult
from bot.errors import VersionConflict
from bot.ingest.analysis import Analyse, Analysis, analyse_in_thread
from bot.ingest.batch import Batch, Revision
from bot.ingest.candidates import MAX_BATCH_ARTICLES
from bot.ingest.dedupe import Candidate, IngestPlan, Known
from bot.ingest.matching import AlertMatching
from bot.ingest.one_by_one import store_isolated
from bot.ingest.projections import OnProgress
from bot.ingest.report import IngestReport
from bot.ingest.retention import Retention
from bot.ingest.run import AnalysedBatch, IngestRun
from bot.ingest.shared_batch import Share, WaitingShares, plan_together
from bot.ingest.writer import ArticleWriter
from bot.stories.assignment import Assignment, moved_alone

MAX_ATTEMPTS = 10
"""How often a batch is computed before its conflicts with other processes become an error."""
ALWAYS_REMOVABLE = 10
"""Missing articles that may always be removed at once: deleting a file from a small folder is intended."""


@dataclass(slots=True)
class IngestPipeline:
    """Stores new articles and matches them against alerts.

    Args:
        clock: Returns the current time, aware UTC.
        alerts: Matches new articles against alerts; None to match none.
        analyse: Makes candidates of records, off the event loop.
        retention: Says what is too old; None to keep all.
    """

    writer: ArticleWriter
    clock: Callable[[], datetime]
    alerts: AlertIndex | None = None
    analyse: Analyse = analyse_in_thread
    retention: Retention | None = None
    matching: AlertMatching = field(init=False)
    _analysis: Analysis = field(init=False)
    _waiting: WaitingShares = field(default_factory=WaitingShares, init=False)

    def __post_init__(self) -> None:
        self.matching = AlertMatching(self.alerts, self.writer)
        self._analysis = Analysis(self.writer.articles, self.analyse, self.clock)

    async def start_run(self, *, silent: bool = False) -> IngestRun:
        """Return a new run.

        Args:
            silent: Whether its articles match no alerts: the first entries of a new feed are not news.
        """
        return IngestRun(silent=silent, cutoff=await self._cutoff())

    async def ingest(
        self,
        reads: Iterable[ReadResult],
        *,
        origin: str = "",
        run: IngestRun | None = None,
        remove_missing: bool = False,
        progress: Callable[[IngestReport], None] | None = None,
    ) -> IngestReport:
        """Store articles batch by batch; an interruption keeps what is committed.

        Args:
            reads: From `bot.corpus.readers`; read in a thread, a batch at a time.
            origin: Prefix of every source, before a `/`, which keeps files of two folders apart; "" for
                sources that are addresses.
            run: From `start_run`, when it needs settings of its own.
            remove_missing: Whether to remove stored articles of `origin` that are not among `reads`, unless
                they are more than the run allows; those of files with rejects stay. Needs an `origin`.
            progress: Called after every batch.

        Raises:
            StoreError: The database failed.
        """
        run = run or await self.start_run()
        async with aclosing(self.batches(reads, origin, run)) as batches:
            async for batch in batches:
                await store_isolated(batch, partial(self._store_and_record, run))
                if progress:
                    progress(run.report)
        if remove_missing and origin:
            await self._remove_missing(origin, run)
        return run.report

    def batches(
        self, reads: Iterable[ReadResult], origin: str, run: IngestRun
    ) -> AsyncGenerator[AnalysedBatch, None]:
        """Yield analysed batches, not stored yet."""
        return self._analysis.batches(reads, origin, run)

    async def remove(self, ids: Sequence[ArticleId]) -> int:
        """Remove articles; return how many were stored."""
        return await self._commit(Batch(self.clock(), removed=tuple(ids)))

    async def remove_expired(self) -> int:
        """Remove articles that are too old; return how many."""
        cutoff, removed = await self._cutoff(), 0
        while self.retention and cutoff:
            expired = await self.retention.store.before(cutoff, MAX_BATCH_ARTICLES)
            if not expired:
                break
            removed += await self._commit(Batch(self.clock(), expired=tuple(expired)))
        return removed

    async def follow(self, progress: OnProgress | None = None) -> int:
        """Bring every projection up to the change log; return the number reached."""
        async with self.writer.exclusive():
            return await self.writer.follow(progress)

    async def follow_without_stories(self, progress: OnProgress | None = None) -> int:
        """Bring what questions need up to the change log; only new articles need the stories."""
        async with self.writer.exclusive():
            return await self.writer.follow_without_stories(progress)

    async def _cutoff(self) -> datetime | None:
        return await self.retention.cutoff() if self.retention else None

    async def _commit(self, batch: Batch) -> int:
        async with self.writer.exclusive():
            changes = await self.writer.commit(batch)
            await self.writer.follow()
        return len(changes)

    async def _store_and_record(self, run: IngestRun, batch: AnalysedBatch) -> None:
        await run.first_read.update(batch.unchanged)
        await run.record(await self._store(batch.candidates, run), batch)

    async def _store(self, candidates: Sequence[Candidate], run: IngestRun) -> IngestPlan:
        """Store candidates, together with what other runs have waiting meanwhile."""
        if not candidates:
            return IngestPlan()
        share = Share(candidates, run)
        self._waiting.shares.append(share)
        try:
            async with self.writer.exclusive():
                return share.plan or await self._store_with_others(share)
        finally:
            self._waiting.shares.remove(share)

    async def _store_with_others(self, share: Share) -> IngestPlan:
        group = self._waiting.together_with(share)
        try:
            plans = await self._store_together(group)
        except Exception as error:
            if len(group) == 1 or not is_about_article(error):
                raise
            return (await self._store_together([share]))[0]  # each of the others has its turn
        for stored, plan in zip(group, plans, strict=True):
            stored.plan = plan
        return plans[0]

    async def _store_together(self, shares: Sequence[Share]) -> list[IngestPlan]:
        for attempt in range(1, MAX_ATTEMPTS):
            try:
                return await self._try_to_store(shares)
            except VersionConflict:
                # Two processes in lockstep would conflict forever.
                await asyncio.sleep(random.uniform(0, 0.02 * attempt))
        return await self._try_to_store(shares)

    async def _try_to_store(self, shares: Sequence[Share]) -> list[IngestPlan]:
        """Decide, compute, commit.

        Raises:
            VersionConflict: Another process committed first.
        """
        known = await self.writer.known([candidate for share in shares for candidate in share.candidates])
        read_before = [await share.run.first_read.of(share.ids) for share in shares]
        shared = plan_together(shares, known, read_before)
        plan = shared.whole
        if plan.news or plan.removed:
            async with self.writer.assign([candidate.article for candidate in plan.news]) as assigned:
                await self.writer.commit(await self._batch(plan, assigned, known, silent=shared.silent))
        await self.writer.touch(plan.to_touch)
        await self.writer.follow()
        return shared.plans

    async def _batch(
        self, plan: IngestPlan, assigned: Sequence[Assignment], known: Known, *, silent: Set[ArticleId]
    ) -> Batch:
        at, moves = self.clock(), moved_alone(assigned)
        matched = await self.matching.of_batch(plan.added, assigned, known, at, moves=moves, silent=silent)
        revisions = [
            Revision.of(new, assignment.story_id, replaces=known.fingerprints.get(new.article.id))
            for new, assignment in zip(plan.news, assigned, strict=True)
        ]
        return Batch(
            at=at,
            revisions=tuple(revisions),
            removed=tuple(plan.removed),
            moves=moves,
            redirects={merged: kept for story in assigned for merged, kept in story.redirects},
            matches=matched.matches,
            rematches=matched.rematches,
            unmatched=matched.unmatched,
            misplaced=matched.misplaced,
            regrouped=matched.regrouped,
            based_on=known.last_change,
        )

    async def _remove_missing(self, origin: str, run: IngestRun) -> None:
        missing = await self.writer.missing(origin, run)
        counts = run.report
        stored_before = len(missing) + await run.first_read.count() - counts.added - counts.duplicates
        if len(missing) > max(stored_before * run.max_drop, ALWAYS_REMOVABLE):
            run.report = replace(counts, withheld=len(missing))
            return
        for start in range(0, len(missing), MAX_BATCH_ARTICLES):
            removed = await self.remove(missing[start : start + MAX_BATCH_ARTICLES])
            run.report = replace(run.report, removed=run.report.removed + removed)
