"""The article path, whole: a folder, a feed or a page -> articles that can be found.

raw articles --corpus/build.py--> Article --fingerprint--> unchanged ones are passed over
    --stories--> story of each --alerts--> match batches   (all computed before the transaction)
    ┌ one short transaction ────────────────────────────────────────────────────────┐
    │ recheck revisions --storage--> articles, stories, match batches, change numbers │
    └────────────────────────────────────────────────────────────────────────────────┘
after commit: `follow` brings the index up to the change log; the delivery path keeps what was promised
"""

import asyncio
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from bot.alerts.outbox import MatchBatch
from bot.alerts.watch import AlertWatch
from bot.commit import ArticleCommit, Batch, Revision
from bot.corpus.article import ArticleId
from bot.corpus.build import build_article, fingerprint
from bot.corpus.ports import ArticleStore
from bot.corpus.raw import RawArticle
from bot.corpus.sift import Candidate, Known, Sifted, sift
from bot.errors import RejectedInput, VersionConflict
from bot.search.ports import IndexChange
from bot.stories.cluster import Assignment
from bot.stories.ledger import StoryLedger

BATCH_ARTICLES = 100
"""Articles in one transaction, at most: some 20 ms of writing."""
BATCH_CHARACTERS = 2_000_000
"""Characters of text from which a batch is full, however few articles it holds."""
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
        rejected: Why each of these is not in the corpus.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    duplicates: int = 0
    removed: int = 0
    rejected: tuple[RejectedInput, ...] = ()

    def __add__(self, other: "IngestReport") -> "IngestReport":
        """Both reads as one."""
        return IngestReport(
            added=self.added + other.added,
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
            duplicates=self.duplicates + other.duplicates,
            removed=self.removed + other.removed,
            rejected=self.rejected + other.rejected,
        )

    @property
    def read(self) -> int:
        """How many articles and rejections were read."""
        return self.added + self.changed + self.unchanged + self.duplicates + len(self.rejected)


@dataclass(slots=True)
class Run:
    """What one read remembers on its way.

    Args:
        first_read: Where each id was read first.
        kept: Articles that hold the text of a duplicate.
        silent: Whether its articles promise nothing.
    """

    silent: bool = False
    report: IngestReport = field(default_factory=IngestReport)
    first_read: dict[ArticleId, str] = field(default_factory=dict)
    kept: set[ArticleId] = field(default_factory=set)

    def note(self, done: Sifted, rejected: Sequence[RejectedInput]) -> None:
        """Take in what became of a batch."""
        self.first_read |= done.first_read
        self.kept |= done.kept
        self.report += IngestReport(
            added=len(done.added),
            changed=len(done.changed),
            unchanged=done.unchanged,
            duplicates=done.duplicates,
            removed=len(done.removed),
            rejected=(*rejected, *done.rejected),
        )


@dataclass(frozen=True, slots=True)
class ArticlePath:
    """Takes articles in, and keeps the derived copies of the store up to date.

    Args:
        stories: Says which story an article belongs to; follows the log before all others.
        followers: Index, percolator: each is brought up to the change log by `follow`.
        clock: Returns the present moment, aware UTC.
        alerts: Says whom a new article concerns; without it nobody is promised anything.
    """

    store: ArticleStore
    commit: ArticleCommit
    stories: StoryLedger
    followers: tuple[Follower, ...]
    clock: Callable[[], datetime]
    alerts: AlertWatch | None = None
    # From computing on a state of the log to committing on it, one batch at a time.
    _working: asyncio.Lock = field(default_factory=asyncio.Lock, init=False, repr=False, compare=False)

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
        run = Run(silent=silent)
        stream = _candidates(raws, origin, self.clock)
        while batch := await asyncio.to_thread(_next_batch, stream):
            async with self._working:
                done = await self._store([each for each in batch if isinstance(each, Candidate)], run)
            run.note(done, [each for each in batch if isinstance(each, RejectedInput)])
            if progress:
                progress(run.report)
        if remove_missing and origin:
            await self._remove_missing(origin, run)
        return run.report

    async def remove(self, ids: Sequence[ArticleId]) -> int:
        """Remove articles; return how many were there."""
        async with self._working:
            changes = await self.commit.commit(Batch(self.clock(), removed=tuple(ids)))
            await self._follow()
        return len(changes)

    async def follow(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Bring every follower up to the store's change log; return the number reached.

        Args:
            progress: Called after every part with the number reached and the last one there is.
        """
        async with self._working:
            return await self._follow(progress)

    async def _follow(self, progress: Callable[[int, int], None] | None = None) -> int:
        followers = (self.stories, *self.followers)
        reached = min([await each.applied() for each in followers])
        while changes := await self.store.changes(after=reached, limit=FOLLOW_CHANGES):
            ids = list(dict.fromkeys(change.article_id for change in changes))
            now = {article.id: article for article in await self.store.get(ids)}
            lines = [IndexChange(each.number, each.article_id, now.get(each.article_id)) for each in changes]
            for follower in followers:
                await follower.apply(lines)
            reached = changes[-1].number
            if progress:
                progress(reached, await self.store.last_change())
        return reached

    async def _store(self, candidates: Sequence[Candidate], run: Run) -> Sifted:
        """Decide, compute, commit; once more when somebody else committed in between."""
        for attempt in range(1, ATTEMPTS + 1):
            known = await self.commit.known(
                [each.article.id for each in candidates], [each.fingerprint for each in candidates]
            )
            await self._follow()
            done = sift(candidates, known, run.first_read)
            try:
                await self._commit(done, known, silent=run.silent)
            except VersionConflict:
                if attempt == ATTEMPTS:
                    raise
                # Two processes in step would refuse each other for ever.
                await asyncio.sleep(random.uniform(0, 0.02 * attempt))
            else:
                await self._follow()
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
            matches=() if silent else await self._promised(done.added, assigned, at),
            based_on=known.number,
        )
        try:
            self.stories.committed(await self.commit.commit(batch))
        except BaseException:
            await self.stories.withdraw(ids)
            raise

    async def _promised(
        self, added: Sequence[Candidate], assigned: Sequence[Assignment], at: datetime
    ) -> tuple[MatchBatch, ...]:
        """What new articles promise; a changed one promises nothing, it only mends what was sent."""
        if self.alerts is None:
            return ()
        await self.alerts.catch_up()
        # `assigned` begins with those of `added`, in their order.
        pairs = [(each.article, where.story_id) for each, where in zip(added, assigned, strict=False)]
        return await self.alerts.matches(pairs, now=at)

    async def _remove_missing(self, origin: str, run: Run) -> None:
        rejected = [each.source for each in run.report.rejected]
        doubtful = {*rejected, *(f"{origin}/{source}" for source in rejected)}
        missing = [
            article_id
            async for part in self.commit.sources(origin)
            for article_id, source in part
            if article_id not in run.first_read and article_id not in run.kept and source not in doubtful
        ]
        for start in range(0, len(missing), BATCH_ARTICLES):
            gone = await self.remove(missing[start : start + BATCH_ARTICLES])
            run.report = replace(run.report, removed=run.report.removed + gone)


def _revision(news: Candidate, assigned: Assignment, replaces: str | None) -> Revision:
    return Revision(news.article, news.fingerprint, replaces, assigned.story_id)


def _candidates(
    raws: Iterable[RawArticle | RejectedInput], origin: str, clock: Callable[[], datetime]
) -> Iterator[Candidate | RejectedInput]:
    for raw in raws:
        yield raw if isinstance(raw, RejectedInput) else _candidate(_placed(raw, origin), clock())


def _candidate(raw: RawArticle, now: datetime) -> Candidate | RejectedInput:
    try:
        raw.source.encode()
    except UnicodeEncodeError:
        readable = raw.source.encode(errors="backslashreplace").decode()
        return RejectedInput("the file's name is not valid UTF-8; rename it", source=readable)
    article = build_article(raw, now=now)
    return Candidate(article, fingerprint(article))


def _placed(raw: RawArticle, origin: str) -> RawArticle:
    if not origin:
        return raw
    key = f"{origin}/{raw.key}" if raw.key else ""
    return replace(raw, source=f"{origin}/{raw.source}", key=key)


def _next_batch(stream: Iterator[Candidate | RejectedInput]) -> list[Candidate | RejectedInput]:
    batch, characters = [], 0
    for each in stream:
        batch.append(each)
        characters += len(each.article.text) if isinstance(each, Candidate) else 0
        if len(batch) >= BATCH_ARTICLES or characters >= BATCH_CHARACTERS:
            break
    return batch
