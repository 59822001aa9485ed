"""The article path, whole: a folder, a feed or a page -> articles that can be found.

raw articles --corpus/reading.py--> those stored just so are passed over --corpus/build.py--> Article
    --stories--> story of each --alerts--> match batches   (all computed before the transaction)
    ┌ one short transaction ────────────────────────────────────────────────────────┐
    │ recheck revisions --storage--> articles, stories, match batches, change numbers │
    └────────────────────────────────────────────────────────────────────────────────┘
after commit: `follow` brings the index up to the change log; the delivery path keeps what was promised
"""

import asyncio
import random
from collections.abc import Callable, Container, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.alerts.matching.match import MatchBatch
from bot.alerts.matching.projection import AlertProjection
from bot.corpus.article import ArticleId
from bot.corpus.ports import ArticleStore
from bot.corpus.raw import ReadResult
from bot.errors import VersionConflict
from bot.ingest.analysis import Analyse, Analysis, in_a_thread
from bot.ingest.batch import ArticleCommit, Batch, Revision
from bot.ingest.candidates import MOST_ARTICLES
from bot.ingest.dedupe import Candidate, IngestPlan, Known, sift
from bot.ingest.projections import Projection, Projections, Step
from bot.ingest.report import IngestReport
from bot.ingest.retention import Retention
from bot.ingest.run import A_FEW, IngestRun
from bot.stories.clusterer import Assignment
from bot.stories.projection import StoryProjection

ATTEMPTS = 10
"""How often a batch is computed anew because somebody else committed first."""


@dataclass(slots=True)
class IngestPipeline:
    """Takes articles in, and keeps the derived copies of the store up to date.

    Args:
        stories: Says which story an article belongs to; follows the log before all others.
        followers: Index, percolator: each is brought up to the change log by `follow`.
        clock: Returns the present moment, aware UTC.
        alerts: Says whom a new article concerns; without it nobody is promised anything.
        analyse: Makes articles of what was read, off the event loop.
        retention: Says what is too old; without it nothing is.
    """

    store: ArticleStore
    commit: ArticleCommit
    stories: StoryProjection
    followers: tuple[Projection, ...]
    clock: Callable[[], datetime]
    alerts: AlertProjection | None = None
    analyse: Analyse = in_a_thread
    retention: Retention | None = None
    analysis: Analysis = field(init=False)
    copies: Projections = field(init=False)
    # Held from computing on a state of the log to committing on it, one batch at a time.
    working: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    def __post_init__(self) -> None:
        self.analysis = Analysis(self.commit, self.analyse, self.clock)
        self.copies = Projections(self.store, self.stories, self.followers)

    async def ingest(
        self,
        raws: Iterable[ReadResult],
        *,
        origin: str = "",
        run: IngestRun | None = None,
        remove_missing: bool = False,
        progress: Callable[[IngestReport], None] | None = None,
    ) -> IngestReport:
        """Take articles in, batch by batch; what is committed stays when it is interrupted.

        Args:
            raws: From `bot.corpus.readers`; read in a thread, a batch at a time.
            origin: Put before each `source` and `/`, so that files of two folders don't meet; "" for
                sources that are addresses.
            run: From `begun`, when it is told or knows something beforehand.
            remove_missing: Whether stored articles of `origin` that were not among `raws` are removed, unless
                they are more than the run allows; those of a file with rejections stay. Needs an `origin`.
            progress: Called after every batch.

        Raises:
            StoreError: The database refused.
        """
        run = run or await self.begun()
        async with aclosing(self.analysis.batches(raws, origin, run)) as batches:
            async for batch in batches:
                run.first_read.update(batch.same)
                run.note(await self._stored(batch.candidates, run), batch)
                if progress:
                    progress(run.report)
        if remove_missing and origin:
            await self._remove_missing(origin, run)
        return run.report

    async def begun(self, *, silent: bool = False) -> IngestRun:
        """Return a read that is about to begin.

        Args:
            silent: Whether nobody is told: what a new feed holds at first is not news.
        """
        return IngestRun(silent=silent, cutoff=await self.retention.cutoff() if self.retention else None)

    async def remove(self, ids: Sequence[ArticleId]) -> int:
        """Remove articles; return how many were there."""
        async with self.working:
            changes = await self.commit.commit(Batch(self.clock(), removed=tuple(ids)))
            await self.copies.follow()
        return len(changes)

    async def retire(self) -> int:
        """Remove what is older than articles are kept; return how many that were."""
        cutoff = await self.retention.cutoff() if self.retention else None
        total = 0
        while self.retention and cutoff:
            old = await self.retention.store.before(cutoff, MOST_ARTICLES)
            if not old:
                break
            async with self.working:
                total += len(await self.commit.commit(Batch(self.clock(), expired=tuple(old))))
                await self.copies.follow()
        return total

    async def follow(self, progress: Step | None = None) -> int:
        """Bring every follower up to the store's change log; return the number reached.

        Args:
            progress: Called after every part with the number reached and the last one there is.
        """
        async with self.working:
            return await self.copies.follow(progress)

    async def searchable(self, progress: Step | None = None) -> int:
        """Bring what questions need up to the change log; stories, which only new articles need, come later.

        Args:
            progress: As for `follow`.
        """
        async with self.working:
            return await self.copies.searchable(progress)

    async def _stored(self, candidates: Sequence[Candidate], run: IngestRun) -> IngestPlan:
        if not candidates:
            return IngestPlan()
        async with self.working:
            return await self._store(candidates, run)

    async def _store(self, candidates: Sequence[Candidate], run: IngestRun) -> IngestPlan:
        """Decide, compute, commit; once more when somebody else committed in between."""
        for attempt in range(1, ATTEMPTS + 1):
            known = await self.commit.known(
                [each.article.id for each in candidates], [each.fingerprint for each in candidates]
            )
            await self.copies.follow()
            done = sift(candidates, known, run.first_read)
            try:
                await self._commit(done, known, silent=run.silent)
            except VersionConflict:
                if attempt == ATTEMPTS:
                    raise
                # Two processes in step would refuse each other for ever.
                await asyncio.sleep(random.uniform(0, 0.02 * attempt))
            else:
                await self.commit.touch(done.to_touch)
                await self.copies.follow()
                return done
        raise AssertionError("unreachable")

    async def _commit(self, done: IngestPlan, known: Known, *, silent: bool) -> None:
        news = [*done.added, *done.changed]
        if not news and not done.removed:
            return
        ids = [each.article.id for each in news]
        assigned = await self.stories.assign([each.article for each in news])
        at = self.clock()
        batch = Batch(
            at=at,
            revisions=tuple(map(_revision, news, assigned, map(known.fingerprints.get, ids))),
            removed=tuple(done.removed),
            redirects={gone: each.story_id for each in assigned for gone in each.merged},
            matches=() if silent else await self._promised(done.added, assigned, known.former, at),
            based_on=known.number,
        )
        try:
            lines = await self.commit.commit(batch)
            self.copies.note(lines, [each.article for each in news])
        except BaseException:
            await self.stories.withdraw(ids)
            raise

    async def _promised(
        self,
        added: Sequence[Candidate],
        assigned: Sequence[Assignment],
        former: Container[ArticleId],
        at: datetime,
    ) -> tuple[MatchBatch, ...]:
        """What new articles promise; a changed one, or one that was here before, promises nothing."""
        if self.alerts is None:
            return ()
        await self.alerts.catch_up()
        # `assigned` begins with those of `added`, in their order.
        pairs = [(each.article, where.story_id) for each, where in zip(added, assigned, strict=False)]
        news = [pair for pair in pairs if pair[0].id not in former]
        return await self.alerts.matches(news, now=at)

    async def missing(self, origin: str, run: IngestRun) -> list[ArticleId]:
        """Return the stored articles of `origin` that were not read; those of a file with rejects stay."""
        doubtful = {*run.doubtful, *(f"{origin}/{source}" for source in run.doubtful)}
        return [
            each.id
            async for part in self.commit.sources(origin)
            for each in part
            if each.id not in run.first_read and each.id not in run.kept and each.source not in doubtful
        ]

    async def _remove_missing(self, origin: str, run: IngestRun) -> None:
        missing = await self.missing(origin, run)
        counts = run.report
        before = len(missing) + len(run.first_read) - counts.added - counts.duplicates
        if len(missing) > max(before * run.max_drop, A_FEW):
            run.report = replace(counts, withheld=len(missing))
            return
        for start in range(0, len(missing), MOST_ARTICLES):
            gone = await self.remove(missing[start : start + MOST_ARTICLES])
            run.report = replace(run.report, removed=run.report.removed + gone)


def _revision(news: Candidate, assigned: Assignment, replaces: str | None) -> Revision:
    return Revision(news.article, news.fingerprint, replaces, assigned.story_id, news.content_hash)
