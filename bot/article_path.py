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
from collections.abc import (
    AsyncGenerator,
    Awaitable,
    Callable,
    Container,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from bot.alerts.outbox import MatchBatch
from bot.alerts.watch import AlertWatch
from bot.commit import ArticleCommit, Batch, Revision
from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore, Change
from bot.corpus.raw import RawArticle
from bot.corpus.reading import MOST_ARTICLES, Reading, analyse, in_batches
from bot.corpus.sift import Candidate, Known, Sifted, sift
from bot.errors import RejectedInput, VersionConflict
from bot.retention import Retention
from bot.search.ports import IndexChange
from bot.stories.cluster import Assignment
from bot.stories.ledger import StoryLedger

FOLLOW_CHANGES = 500
"""Changes handed on at once after a commit or on start."""
ATTEMPTS = 10
"""How often a batch is computed anew because somebody else committed first."""


class Follower(Protocol):
    """A derived copy of the store: the stories, the index, the percolator."""

    async def applied(self) -> int:
        """Return the number of the last change taken in, 0 for none."""
        ...

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        """Take in changes, numbers ascending; those already taken in are skipped."""
        ...


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What a read came to.

    Args:
        unchanged: Read before, word for word.
        duplicates: Word for word another article, so not stored twice.
        expired: Older than articles are kept.
        rejected: Why each of these is not in the corpus.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    duplicates: int = 0
    removed: int = 0
    expired: int = 0
    rejected: tuple[RejectedInput, ...] = ()

    def __add__(self, other: "IngestReport") -> "IngestReport":
        """Both reads as one."""
        return IngestReport(
            added=self.added + other.added,
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
            duplicates=self.duplicates + other.duplicates,
            removed=self.removed + other.removed,
            expired=self.expired + other.expired,
            rejected=self.rejected + other.rejected,
        )

    @property
    def read(self) -> int:
        """How many articles and rejections were read."""
        return (
            self.added + self.changed + self.unchanged + self.duplicates + self.expired + len(self.rejected)
        )


@dataclass(slots=True)
class Run:
    """What one read remembers on its way.

    Args:
        first_read: Where each id was read first.
        kept: Articles that hold the text of a duplicate.
        silent: Whether its articles promise nothing.
        cutoff: Articles published before are too old; None when none are.
        met: Ids that were read; ahead of `first_read` by what is worked on.
    """

    silent: bool = False
    cutoff: datetime | None = None
    report: IngestReport = field(default_factory=IngestReport)
    met: set[ArticleId] = field(default_factory=set)
    first_read: dict[ArticleId, str] = field(default_factory=dict)
    kept: set[ArticleId] = field(default_factory=set)

    def parted(
        self, read: Sequence[Reading], known: Mapping[ArticleId, str]
    ) -> tuple[list[Reading], list[Reading]]:
        """Part what was read into what is stored just so, and what must be looked at."""
        same: list[Reading] = []
        news: list[Reading] = []
        for each in read:
            # Of two texts under one id the second is looked at, so that it can be rejected.
            stored = each.id not in self.met and known.get(each.id) == each.hash
            (same if stored else news).append(each)
            self.met.add(each.id)
        return same, news

    def too_old(self, candidate: Candidate) -> bool:
        """Whether an article is older than articles are kept."""
        at = candidate.article.published_at
        return self.cutoff is not None and at is not None and at < self.cutoff

    def note(self, done: Sifted, batch: "Analysed") -> None:
        """Take in what became of a batch."""
        self.first_read |= done.first_read
        self.kept |= done.kept
        self.report += IngestReport(
            added=len(done.added),
            changed=len(done.changed),
            unchanged=done.unchanged + len(batch.same),
            duplicates=done.duplicates,
            removed=len(done.removed),
            expired=batch.expired,
            rejected=(*batch.rejected, *done.rejected),
        )


@dataclass(frozen=True, slots=True)
class Analysed:
    """A batch of what was read.

    Args:
        candidates: What is new or may be, analysed.
        same: Where each article was read that is stored just so.
        expired: How many were too old.
    """

    candidates: Sequence[Candidate]
    same: Mapping[ArticleId, str]
    rejected: Sequence[RejectedInput]
    expired: int = 0


Analyse = Callable[[Sequence[Reading], datetime], Awaitable[Sequence[Candidate]]]


async def in_a_thread(readings: Sequence[Reading], now: datetime) -> Sequence[Candidate]:
    """Analyse in a thread of this process."""
    return await asyncio.to_thread(analyse, readings, now) if readings else []


@dataclass(frozen=True, slots=True)
class ArticlePath:
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
    stories: StoryLedger
    followers: tuple[Follower, ...]
    clock: Callable[[], datetime]
    alerts: AlertWatch | None = None
    analyse: Analyse = in_a_thread
    retention: Retention | None = None
    # By change number, from a commit to the followers.
    _committed: dict[int, Article] = field(default_factory=dict, init=False, repr=False, compare=False)
    # Held from computing on a state of the log to committing on it, one batch at a time.
    working: asyncio.Lock = field(default_factory=asyncio.Lock, init=False, repr=False, compare=False)

    async def ingest(
        self,
        raws: Iterable[RawArticle | RejectedInput],
        *,
        origin: str = "",
        remove_missing: bool = False,
        silent: bool = False,
        progress: Callable[[IngestReport], None] | None = None,
    ) -> IngestReport:
        """Take articles in, batch by batch; what is committed stays when it is interrupted.

        Args:
            raws: From `bot.corpus.readers`; read in a thread, a batch at a time.
            origin: Put before each `source` and `/`, so that files of two folders don't meet; "" for
                sources that are addresses.
            remove_missing: Whether stored articles of `origin` that were not among `raws` are removed; those
                of a file with rejections stay. Needs an `origin`.
            silent: Whether nobody is told: what a new feed holds at first is not news.
            progress: Called after every batch.

        Raises:
            StoreError: The database refused.
        """
        run = Run(silent=silent, cutoff=await self.retention.cutoff() if self.retention else None)
        async with aclosing(self.analysed(raws, origin, run)) as batches:
            async for batch in batches:
                run.first_read.update(batch.same)
                run.note(await self._stored(batch.candidates, run), batch)
                if progress:
                    progress(run.report)
        if remove_missing and origin:
            await self._remove_missing(origin, run)
        return run.report

    async def analysed(
        self, raws: Iterable[RawArticle | RejectedInput], origin: str, run: Run
    ) -> AsyncGenerator[Analysed, None]:
        """Yield batches of what was read, analysed where it is new; the next is made meanwhile."""
        batches = in_batches(raws, origin)
        coming = asyncio.create_task(self._next(batches, run))
        try:
            while batch := await coming:
                coming = asyncio.create_task(self._next(batches, run))
                yield batch
        finally:
            coming.cancel()
            await asyncio.gather(coming, return_exceptions=True)

    async def _next(self, batches: Iterator[list[Reading | RejectedInput]], run: Run) -> Analysed | None:
        batch = await asyncio.to_thread(next, batches, None)
        if batch is None:
            return None
        read = [each for each in batch if isinstance(each, Reading)]
        known = await self.commit.readings([each.id for each in read])
        same, news = run.parted(read, known)
        candidates = await self.analyse(news, self.clock())
        kept = [each for each in candidates if not run.too_old(each)]
        rejected = [each for each in batch if isinstance(each, RejectedInput)]
        places = {each.id: each.raw.source for each in same}
        return Analysed(kept, places, rejected, expired=len(candidates) - len(kept))

    async def remove(self, ids: Sequence[ArticleId]) -> int:
        """Remove articles; return how many were there."""
        async with self.working:
            changes = await self.commit.commit(Batch(self.clock(), removed=tuple(ids)))
            await self.caught_up()
        return len(changes)

    async def retire(self) -> int:
        """Remove what is older than articles are kept; return how many that were."""
        cutoff = await self.retention.cutoff() if self.retention else None
        total = 0
        while self.retention and cutoff:
            old = await self.retention.shelves.before(cutoff, MOST_ARTICLES)
            if not old:
                break
            async with self.working:
                total += len(await self.commit.commit(Batch(self.clock(), expired=tuple(old))))
                await self.caught_up()
        return total

    async def follow(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Bring every follower up to the store's change log; return the number reached.

        Args:
            progress: Called after every part with the number reached and the last one there is.
        """
        async with self.working:
            return await self.caught_up(progress)

    async def searchable(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Bring what questions need up to the change log; stories, which only new articles need, come later.

        Args:
            progress: As for `follow`.
        """
        async with self.working:
            return await self._catch_up(self.followers, progress)

    async def caught_up(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Do what `follow` does, for who holds `working`."""
        return await self._catch_up((self.stories, *self.followers), progress)

    async def _catch_up(
        self, followers: Sequence[Follower], progress: Callable[[int, int], None] | None
    ) -> int:
        reached = min([await each.applied() for each in followers])
        while changes := await self.store.changes(after=reached, limit=FOLLOW_CHANGES):
            now = await self._as_now(changes)
            lines = [
                IndexChange(each.number, each.article_id, now.get(each.article_id), each.together)
                for each in changes
            ]
            for follower in followers:
                await follower.apply(lines)
            reached = changes[-1].number
            if progress:
                progress(reached, await self.store.last_change())
        self._committed.clear()
        return reached

    async def _as_now(self, changes: Sequence[Change]) -> dict[ArticleId, Article]:
        """The articles of changes; those that were just committed from here need not be read again."""
        ours = {
            change.article_id: self._committed[change.number]
            for change in changes
            if change.number in self._committed
        }
        asked = list(dict.fromkeys(each.article_id for each in changes if each.number not in self._committed))
        return ours | {article.id: article for article in await self.store.get(asked)}

    async def _stored(self, candidates: Sequence[Candidate], run: Run) -> Sifted:
        if not candidates:
            return Sifted()
        async with self.working:
            return await self._store(candidates, run)

    async def _store(self, candidates: Sequence[Candidate], run: Run) -> Sifted:
        """Decide, compute, commit; once more when somebody else committed in between."""
        for attempt in range(1, ATTEMPTS + 1):
            known = await self.commit.known(
                [each.article.id for each in candidates], [each.fingerprint for each in candidates]
            )
            await self.caught_up()
            done = sift(candidates, known, run.first_read)
            try:
                await self._commit(done, known, silent=run.silent)
            except VersionConflict:
                if attempt == ATTEMPTS:
                    raise
                # Two processes in step would refuse each other for ever.
                await asyncio.sleep(random.uniform(0, 0.02 * attempt))
            else:
                await self.caught_up()
                return done
        raise AssertionError("unreachable")

    async def _commit(self, done: Sifted, known: Known, *, silent: bool) -> None:
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
            self.stories.committed(lines)
            self._committed.update(
                (line.number, each.article) for line, each in zip(lines, news, strict=False)
            )
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

    async def missing(self, origin: str, run: Run) -> list[ArticleId]:
        """Return the stored articles of `origin` that were not read; those of a file with rejects stay."""
        rejected = [each.source for each in run.report.rejected]
        doubtful = {*rejected, *(f"{origin}/{source}" for source in rejected)}
        return [
            article_id
            async for part in self.commit.sources(origin)
            for article_id, source in part
            if article_id not in run.first_read and article_id not in run.kept and source not in doubtful
        ]

    async def _remove_missing(self, origin: str, run: Run) -> None:
        missing = await self.missing(origin, run)
        for start in range(0, len(missing), MOST_ARTICLES):
            gone = await self.remove(missing[start : start + MOST_ARTICLES])
            run.report = replace(run.report, removed=run.report.removed + gone)


def _revision(news: Candidate, assigned: Assignment, replaces: str | None) -> Revision:
    return Revision(news.article, news.fingerprint, replaces, assigned.story_id, news.reading)
