"""The search index in this process: one writer, and readers on immutable snapshots."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import tzinfo
from pathlib import Path
from typing import TypeVar

import numpy as np
import structlog

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import CorpusFacts
from bot.search.analyzer import analyze
from bot.search.bm25 import PostingsBM25
from bot.search.index.files import IndexDirectory
from bot.search.index.maintenance import IndexMaintenance, QueryPriority
from bot.search.index.mapped_memory import MappedMemory
from bot.search.index.segment import MAX_DOCS, Longs
from bot.search.index.snapshot import Snapshot
from bot.search.index.writer import Writer
from bot.search.kernel.kernel import Kernel
from bot.search.ports import (
    NO_SYNONYMS,
    Hit,
    IndexChange,
    IndexStats,
    Mentions,
    Passages,
    SearchRequest,
    SearchResult,
    SharedWords,
    Synonyms,
)
from bot.search.query.date_words import period_patterns
from bot.search.query.query import Query
from bot.search.ranking.config import RankingConfig
from bot.search.ranking.counts import count_mentions
from bot.search.ranking.facets import corpus_facts
from bot.search.ranking.passages import passages_of
from bot.search.ranking.searcher import search
from bot.search.ranking.shared_words import sharing
from bot.search.ranking.similar import nearest_articles

log = structlog.get_logger()

Answer = TypeVar("Answer")

MAX_UNSAVED_CHANGES = 1_000
"""Changes that may be in memory only; after a crash they are read from the store again."""
MAX_SEGMENTS = 24
"""Number of segments less than half full from which `apply` waits for merging."""


class LocalIndex:
    """An `ArticleIndex` in this process.

    Args:
        directory: Where the index is saved; None for memory only.
        kernel: The compiled search for the best articles; None leaves that to NumPy.
    """

    def __init__(
        self,
        config: RankingConfig | None = None,
        *,
        directory: IndexDirectory | None = None,
        kernel: Kernel | None = None,
    ) -> None:
        self._config = config or RankingConfig()
        self._kernel = kernel
        self._priority = QueryPriority()
        self._mapped_memory = MappedMemory()
        self._directory = directory
        pause = self._priority.give_way
        self._writer = Writer(directory.load() if directory else None, pause=pause)
        self._writing = threading.Lock()
        writable = directory if directory and directory.writable else None
        self._maintenance = IndexMaintenance(self._writer, self._writing, writable, pause=pause)
        self._threads = ThreadPoolExecutor(4, thread_name_prefix="search")
        self._background = ThreadPoolExecutor(1, thread_name_prefix="index-maintenance")
        self._maintaining: Future[None] | None = None

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        store_id: str = "",
        config: RankingConfig | None = None,
        kernel: Kernel | None = None,
    ) -> "LocalIndex":
        """Return the index saved in a folder; an empty one if there is none that can be used.

        Args:
            store_id: Identifies the store that is indexed.
        """
        return cls(config, directory=IndexDirectory(folder, store_id), kernel=kernel)

    async def ready(self) -> None:
        """Build in the background what the first query would otherwise wait for."""
        self._threads.submit(period_patterns)
        self._threads.submit(self.snapshot.dictionary.warm_up)

    @property
    def snapshot(self) -> Snapshot:
        """The index as it is now."""
        return self._writer.snapshot

    def _model(self, snapshot: Snapshot) -> PostingsBM25:
        return PostingsBM25.over(snapshot, kernel=self._kernel)

    async def ids(self) -> AsyncIterator[ArticleId]:
        """Yield the id of every article in the index."""
        for article_id in await asyncio.to_thread(lambda: list(self.snapshot.ids())):
            yield ArticleId(article_id)

    async def stats(self) -> IndexStats:
        """Return the size of the index."""
        snapshot = self.snapshot
        disk_bytes = await asyncio.to_thread(self._directory.size) if self._directory else 0
        return IndexStats(
            snapshot.number, snapshot.articles, len(snapshot.df), len(snapshot.views), disk_bytes
        )

    async def facts(self) -> CorpusFacts:
        """Return figures of the articles in the index."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, corpus_facts, self.snapshot)

    async def save(self) -> None:
        """Finish merging and save everything.

        Raises:
            OSError: Writing failed.
        """
        await asyncio.get_running_loop().run_in_executor(self._background, self._merge_and_save)

    async def close(self) -> None:
        """Save everything and release all resources."""
        try:
            await self.save()
        except OSError as error:
            log.warning("index_not_saved", reason=str(error))
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._background.shutdown(wait=False)
        if self._directory:
            self._directory.close()

    async def applied(self) -> int:
        """Return the number of the last applied change, 0 for none."""
        return self.snapshot.number

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        """Apply changes, numbers ascending; changes already applied are skipped."""
        await asyncio.get_running_loop().run_in_executor(self._threads, self._apply, changes)
        maintaining = self._maintaining
        small = sum(2 * len(view.segment) < MAX_DOCS for view in self.snapshot.views)
        if small > MAX_SEGMENTS and maintaining:
            await asyncio.wrap_future(maintaining)

    async def stage(self, articles: Sequence[Article]) -> None:
        """Index articles without showing them, so that they can become visible together later."""
        await asyncio.get_running_loop().run_in_executor(self._threads, self._stage, articles)

    async def search_staged(
        self, requests: Sequence[SearchRequest], removed: Sequence[ArticleId]
    ) -> list[SearchResult]:
        """Return what searches would find with all staged articles visible and some articles removed."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._search_staged, requests, removed)

    async def discard_staged(self) -> None:
        """Drop the staged articles."""
        await asyncio.to_thread(self._discard_staged)  # a merge may hold the lock

    def _discard_staged(self) -> None:
        with self._writing:
            self._writer.discard_staged()

    def _stage(self, articles: Sequence[Article]) -> None:
        with self._writing:
            self._writer.stage(articles)

    def _search_staged(
        self, requests: Sequence[SearchRequest], removed: Sequence[ArticleId]
    ) -> list[SearchResult]:
        with self._writing:
            model = self._model(self._writer.preview_staged(removed))
        return [search(model, request, self._config) for request in requests]

    def _apply(self, changes: Sequence[IndexChange]) -> None:
        with self._writing:
            self._writer.apply(changes)
        if self._maintaining is None or self._maintaining.done():
            self._maintaining = self._background.submit(self._maintain)

    def _maintain(self) -> None:
        try:
            self._maintenance.merge()
            if self.snapshot.number - self._maintenance.saved >= MAX_UNSAVED_CHANGES:
                self._maintenance.save()
        except OSError as error:
            log.warning("index_not_saved", reason=str(error))

    def _merge_and_save(self) -> None:
        self._maintenance.merge()
        self._maintenance.save()

    async def search(self, request: SearchRequest) -> SearchResult:
        """Return the best articles for a query."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.search_blocking, request)

    def search_blocking(self, request: SearchRequest) -> SearchResult:
        """Return the same as `search`, computed in this thread."""
        with self._priority.query():
            return self._read(lambda snapshot: search(self._model(snapshot), request, self._config))

    def _read(self, work: Callable[[Snapshot], Answer], snapshot: Snapshot | None = None) -> Answer:
        """Return what is read from the index; pages it mapped are given back once there are too many.

        Args:
            snapshot: None for the index as it is now.
        """
        snapshot = snapshot or self.snapshot
        answer = work(snapshot)
        self._mapped_memory.after_search(view.segment for view in snapshot.views)
        return answer

    async def _read_in_thread(
        self, work: Callable[[Snapshot], Answer], snapshot: Snapshot | None = None
    ) -> Answer:
        """Return the same as `_read`, computed in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._read, work, snapshot)

    async def mentions(self, request: SearchRequest, zone: tzinfo) -> Mentions:
        """Return how many articles a request's query matches, by publisher and by day in a time zone."""
        return await self._read_in_thread(lambda snapshot: count_mentions(snapshot, request, zone))

    async def similar(self, article_id: ArticleId, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most similar to an article in the index."""
        snapshot = self.snapshot
        location = snapshot.find(article_id)
        if location is None:
            return ()
        view, doc = location
        terms = view.segment.texts(np.array([doc])).astype(np.int64)
        hits = await self._nearest(snapshot, terms, limit + 1)
        return tuple(hit for hit in hits if hit.article_id != article_id)[:limit]

    async def sharing(self, request: SharedWords) -> list[ArticleId]:
        """Return the articles that share most of a request's words, best first within each language."""
        return await self._read_in_thread(lambda snapshot: sharing(self._model(snapshot), request))

    async def nearest(self, text: str, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most similar to a text; scores are cosines in [0, 1]."""
        snapshot = self.snapshot
        readings = [analyze(text, language) for language in snapshot.languages]
        terms = max(readings, key=lambda reading: sum(map(bool, map(snapshot.doc_freq, reading))))
        numbers = [snapshot.dictionary.numbers[term] for term in terms if snapshot.doc_freq(term)]
        return await self._nearest(snapshot, np.array(numbers, np.int64), limit)

    async def _nearest(self, snapshot: Snapshot, terms: Longs, limit: int) -> tuple[Hit, ...]:
        docs, cosines = await self._read_in_thread(
            lambda snapshot: nearest_articles(self._model(snapshot), terms, limit=limit), snapshot
        )
        ids = map(snapshot.article_id, docs.tolist())
        return tuple(
            Hit(ArticleId(article_id), float(cosine), matches=True)
            for article_id, cosine in zip(ids, cosines, strict=True)
        )

    async def passages(
        self, ids: Sequence[ArticleId], query: Query | None, *, synonyms: Synonyms = NO_SYNONYMS
    ) -> list[Passages]:
        """Return the sentences of those articles that are in the index, in the order given."""
        return await self._read_in_thread(
            lambda snapshot: passages_of(self._model(snapshot), ids, query, synonyms)
        )
