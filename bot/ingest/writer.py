"""The one object of a process that writes articles: the lock, the stories, the commit, the projections."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, field

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore, Change
from bot.ingest.batch import ArticleCommit, Batch, StoredRecord
from bot.ingest.dedupe import Candidate, Known
from bot.ingest.projections import OnProgress, Projection, Projections
from bot.ingest.run import IngestRun
from bot.stories.assignment import Assignment
from bot.stories.ports import StoryIndex


@dataclass(slots=True)
class ArticleWriter:
    """Writes articles in four steps: `known`, `assign`, `commit`, `follow`.

    The steps of one batch happen inside `exclusive()`: a batch is computed on a state of the change log and
    committed on it. The lock is not reentrant.

    Args:
        store: Reads articles and the change log.
        articles: Commits batches of articles.
        stories: Assigns articles to stories.
        followers: The other projections, such as the index.
        lock: Returns a lock among the processes that share an index: two that write at once would only
            repeat each other's work.
    """

    store: ArticleStore
    articles: ArticleCommit
    stories: StoryIndex
    followers: tuple[Projection, ...] = ()
    lock: Callable[[], AbstractAsyncContextManager[None]] = nullcontext
    _projections: Projections = field(init=False)
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    def __post_init__(self) -> None:
        self._projections = Projections(self.store, self.stories, self.followers)

    @asynccontextmanager
    async def exclusive(self) -> AsyncIterator[None]:
        """Work on a batch, or follow the log: one task at a time, in one process of those that take turns."""
        async with self._lock, self.lock():
            yield

    async def known(self, candidates: Sequence[Candidate]) -> Known:
        """Return what the store holds about candidates, with every projection up to date."""
        known = await self.articles.known(
            [candidate.article.id for candidate in candidates],
            [candidate.fingerprint for candidate in candidates],
        )
        await self.follow()
        return known

    @asynccontextmanager
    async def assign(
        self, articles: Sequence[Article], *, staged: bool = False
    ) -> AsyncIterator[list[Assignment]]:
        """Yield the story of each article; an error inside the block withdraws them.

        Args:
            staged: Whether a reload commits them later, together with others.
        """
        try:
            yield await self.stories.assign(articles, staged=staged)
        except BaseException:
            await self.withdraw([article.id for article in articles])
            raise

    async def commit(self, batch: Batch) -> list[Change]:
        """Store a batch; return its lines of the change log, in order.

        Raises:
            VersionConflict: Another process committed first.
        """
        changes = await self.articles.commit(batch)
        self._projections.committed(changes, [revision.article for revision in batch.revisions])
        return changes

    async def follow(self, progress: OnProgress | None = None) -> int:
        """Bring every projection up to the change log; return the number reached."""
        return await self._projections.follow(progress)

    async def follow_without_stories(self, progress: OnProgress | None = None) -> int:
        """Bring what questions need up to the change log; only new articles need the stories."""
        return await self._projections.follow_without_stories(progress)

    def committed(self, changes: Sequence[Change]) -> None:
        """Note that a reload committed what was assigned."""
        self._projections.committed(changes)

    async def keep_moves(self, ids: Sequence[ArticleId]) -> None:
        """Note that a reload committed what these articles moved to other stories."""
        await self.stories.keep_moves(ids)

    async def withdraw(self, ids: Sequence[ArticleId]) -> None:
        """Undo the assignment of articles that are not committed."""
        if ids:
            await self.stories.withdraw(ids)

    async def touch(self, unchanged: Sequence[Candidate]) -> None:
        """Update source and content hash of unchanged articles."""
        await self.articles.touch(unchanged)

    def sources(self, origin: str) -> AsyncIterator[list[StoredRecord]]:
        """Yield the live articles read from `origin`, in batches."""
        return self.articles.sources(origin)

    async def missing(self, origin: str, run: IngestRun) -> list[ArticleId]:
        """Return the live articles of `origin` that a run did not read; those of files with rejects stay."""
        with_rejects = {
            *run.sources_with_rejects,
            *(f"{origin}/{source}" for source in run.sources_with_rejects),
        }
        missing: list[ArticleId] = []
        async for records in self.sources(origin):
            read = await run.first_read.of([record.id for record in records])
            missing += [
                record.id
                for record in records
                if record.id not in read
                and record.id not in run.duplicate_holders
                and record.source not in with_rejects
            ]
        return missing
