"""The searchable copy of the store: one writer, readers on snapshots that never change."""

import asyncio
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import tzinfo
from pathlib import Path

import numpy as np
import structlog

from bot.corpus.article import Article, ArticleId
from bot.search.analyzer import analyze
from bot.search.index.files import IndexDirectory
from bot.search.index.maintenance import IndexMaintenance, QueryPriority
from bot.search.index.segment import Longs
from bot.search.index.snapshot import SegmentView, Snapshot
from bot.search.index.writer import Writer
from bot.search.ports import Hit, IndexChange, IndexFigures, Passages, SearchRequest, SearchResult
from bot.search.query.date_words import period_patterns
from bot.search.query.parser import Query
from bot.search.ranking.counts import Mentions, count_mentions
from bot.search.ranking.plan import make_plan
from bot.search.ranking.searcher import RankingConfig, nearest, search
from bot.search.ranking.vectors import idfs, occurrences, sentence_scores

log = structlog.get_logger()

UNKEPT_CHANGES = 1_000
"""Changes that may be in memory only; after a crash they are taken from the store again."""
MOST_VIEWS = 24
"""Segments from which adding waits for merging."""


class NewsIndex:
    """An `ArticleIndex` in this process.

    Args:
        recipe: How relevance is seasoned.
        shelf: Where the index is kept; None for memory only.
    """

    def __init__(self, recipe: RankingConfig | None = None, *, shelf: IndexDirectory | None = None) -> None:
        self._recipe = recipe or RankingConfig()
        self._turns = QueryPriority()
        self._shelf = shelf
        kept = shelf.load() if shelf else None
        self._writer = Writer(kept, pause=self._turns.give)
        self._writing = threading.Lock()
        owned = shelf if shelf and shelf.owned else None
        self._upkeep = IndexMaintenance(self._writer, self._writing, owned, pause=self._turns.give)
        self._threads = ThreadPoolExecutor(4, thread_name_prefix="search")
        self._background = ThreadPoolExecutor(1, thread_name_prefix="upkeep")
        self._tending: Future[None] | None = None

    @classmethod
    def open(cls, folder: Path, *, mark: str = "", recipe: RankingConfig | None = None) -> "NewsIndex":
        """Return the index kept in a folder; an empty one when there is none that fits.

        Args:
            mark: Says which store the index is a copy of.
        """
        return cls(recipe, shelf=IndexDirectory(folder, mark))

    def get_ready(self) -> None:
        """Begin, beside everything else, what the first question would otherwise wait for."""
        self._threads.submit(period_patterns)
        self._threads.submit(self.snapshot.lexicon.get_ready)

    @property
    def snapshot(self) -> Snapshot:
        """The index as it is now."""
        return self._writer.snapshot

    def figures(self) -> IndexFigures:
        """Return the index in figures."""
        snapshot = self.snapshot
        folder = self._shelf.folder if self._shelf else None
        sizes = (file.stat().st_size for file in folder.iterdir()) if folder else ()
        return IndexFigures(
            snapshot.number, snapshot.articles, len(snapshot.df), len(snapshot.views), sum(sizes)
        )

    async def save(self) -> None:
        """Finish merging, and keep what is in memory.

        Raises:
            OSError: The disk refused.
        """
        await asyncio.get_running_loop().run_in_executor(self._background, self._finish)

    async def close(self) -> None:
        """Keep what is in memory and let go of everything."""
        try:
            await self.save()
        except OSError as error:
            log.warning("index_not_kept", reason=str(error))
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._background.shutdown(wait=False)
        if self._shelf:
            self._shelf.close()

    async def applied(self) -> int:
        """Return the number of the last change taken in, 0 for none."""
        return self.snapshot.number

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        """Take in changes, numbers ascending; those already taken in are skipped."""
        await asyncio.get_running_loop().run_in_executor(self._threads, self._apply, changes)
        tending = self._tending
        if len(self.snapshot.views) > MOST_VIEWS and tending:
            await asyncio.wrap_future(tending)

    async def prepare(self, articles: Sequence[Article]) -> None:
        """Analyse articles beside the running index, so that they can come into force all at once."""
        await asyncio.get_running_loop().run_in_executor(self._threads, self._prepare, articles)

    async def rehearse(
        self, requests: Sequence[SearchRequest], gone: Sequence[ArticleId]
    ) -> list[SearchResult]:
        """Return what searches would find with everything prepared in force and some articles gone."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._rehearse, requests, gone)

    async def forget_prepared(self) -> None:
        """Let go of what was prepared."""
        with self._writing:
            self._writer.forget_prepared()

    def _prepare(self, articles: Sequence[Article]) -> None:
        with self._writing:
            self._writer.prepare(articles)

    def _rehearse(self, requests: Sequence[SearchRequest], gone: Sequence[ArticleId]) -> list[SearchResult]:
        with self._writing:
            snapshot = self._writer.preview(gone)
        return [search(snapshot, each, self._recipe) for each in requests]

    def _apply(self, changes: Sequence[IndexChange]) -> None:
        with self._writing:
            self._writer.apply(changes)
        if self._tending is None or self._tending.done():
            self._tending = self._background.submit(self._tend)

    def _tend(self) -> None:
        try:
            self._upkeep.merge()
            if self.snapshot.number - self._upkeep.kept >= UNKEPT_CHANGES:
                self._upkeep.save()
        except OSError as error:
            log.warning("index_not_kept", reason=str(error))

    def _finish(self) -> None:
        self._upkeep.merge()
        self._upkeep.save()

    async def search(self, request: SearchRequest) -> SearchResult:
        """Return the best articles for a question."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.answer, request)

    def answer(self, request: SearchRequest) -> SearchResult:
        """Return what `search` does, in this thread."""
        with self._turns.taken():
            return search(self.snapshot, request, self._recipe)

    async def mentions(self, request: SearchRequest, zone: tzinfo) -> Mentions:
        """Return how many articles a request's query matches, by the days of a zone and by publisher."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, count_mentions, self.snapshot, request, zone)

    async def similar(self, article_id: ArticleId, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most like one in the index, itself left out."""
        snapshot = self.snapshot
        found = snapshot.place(article_id)
        if found is None:
            return ()
        view, at = found
        begin, end = view.segment.starts[at : at + 2].tolist()
        terms = view.segment.tokens(slice(begin, end)).astype(np.int64)
        hits = await self._nearest(snapshot, terms, limit + 1)
        return tuple(hit for hit in hits if hit.article_id != article_id)[:limit]

    async def nearest(self, text: str, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most like a pasted text; scores are cosines in [0, 1]."""
        snapshot = self.snapshot
        numbers = snapshot.lexicon.numbers
        best = max(
            (analyze(text, name) for name in snapshot.languages), key=lambda terms: _known(snapshot, terms)
        )
        terms = np.array([numbers[term] for term in best if snapshot.holding(term)], np.int64)
        return await self._nearest(snapshot, terms, limit)

    async def _nearest(self, snapshot: Snapshot, terms: Longs, limit: int) -> tuple[Hit, ...]:
        loop = asyncio.get_running_loop()
        places, cosines = await loop.run_in_executor(
            self._threads, lambda: nearest(snapshot, terms, limit=limit)
        )
        located = map(snapshot.at, places.tolist())
        return tuple(
            Hit(ArticleId(view.segment.article_id(at)), float(cosine), matches=True)
            for (view, at), cosine in zip(located, cosines, strict=True)
        )

    async def passages(self, ids: Sequence[ArticleId], query: Query | None) -> list[Passages]:
        """Return the sentences of the articles known to the index, in the order asked."""
        snapshot = self.snapshot
        weights = make_plan(snapshot, query).weights if query else {}
        found = [(i, place) for i in ids if (place := snapshot.place(i))]
        return [_passages(snapshot, i, view, at, weights) for i, (view, at) in found]


def _known(snapshot: Snapshot, terms: Sequence[str]) -> int:
    return sum(map(bool, map(snapshot.holding, terms)))


def _passages(
    snapshot: Snapshot, article_id: ArticleId, view: SegmentView, at: int, weights: dict[int, float]
) -> Passages:
    segment = view.segment
    begin, end = segment.starts[at : at + 2].tolist()
    first, last = segment.mark_starts[at : at + 2].tolist()
    marks = segment.marks[first:last]
    title = int(marks[0]) if len(marks) else end - begin
    terms = segment.tokens(slice(begin + title, end))
    starts = np.append(marks.astype(np.int32) - title, len(terms)).astype(np.int32)
    scored = sentence_scores(occurrences(snapshot, np.array([view.base + at])), weights)
    body = scored.numbers >= 2
    scores = np.zeros(len(marks))
    scores[scored.numbers[body] - 2] = scored.scores[body]
    return Passages(article_id, terms, starts, idfs(snapshot, terms), scores)
