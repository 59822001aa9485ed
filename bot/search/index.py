"""The searchable copy of the store: one writer, readers on snapshots that never change."""

import asyncio
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from bot.corpus.article import ArticleId
from bot.search.analyze import analyze
from bot.search.forward import idfs, occurrences, sentence_scores
from bot.search.plan import make_plan
from bot.search.ports import Hit, IndexChange, Passages, SearchRequest, SearchResult
from bot.search.query import Query
from bot.search.ranking import Recipe, nearest, search
from bot.search.segment import Longs
from bot.search.snapshot import Snapshot, View
from bot.search.writer import Writer


class NewsIndex:
    """An `ArticleIndex` in this process.

    Args:
        recipe: How relevance is seasoned.
    """

    def __init__(self, recipe: Recipe | None = None) -> None:
        self._recipe = recipe or Recipe()
        self._writer = Writer()
        self._writing = threading.Lock()
        self._threads = ThreadPoolExecutor(4, thread_name_prefix="search")

    @classmethod
    def open(cls, folder: Path) -> "NewsIndex":
        """Return the index kept in a folder; an empty one when there is none."""
        return cls()

    @property
    def snapshot(self) -> Snapshot:
        """The index as it is now."""
        return self._writer.snapshot

    async def save(self) -> None:
        """Keep what is in memory; nothing yet."""

    async def close(self) -> None:
        """Let go of everything."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def applied(self) -> int:
        """Return the number of the last change taken in, 0 for none."""
        return self.snapshot.number

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        """Take in changes, numbers ascending; those already taken in are skipped."""
        await asyncio.get_running_loop().run_in_executor(self._threads, self._apply, changes)

    def _apply(self, changes: Sequence[IndexChange]) -> None:
        with self._writing:
            self._writer.apply(changes)
            self._writer.merge()

    async def search(self, request: SearchRequest) -> SearchResult:
        """Return the best articles for a question."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, search, self.snapshot, request, self._recipe)

    async def similar(self, article_id: ArticleId, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most like one in the index, itself left out."""
        snapshot = self.snapshot
        found = snapshot.place(article_id)
        if found is None:
            return ()
        view, at = found
        begin, end = view.segment.starts[at : at + 2]
        terms = view.segment.tokens[begin:end].astype(np.int64)
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
            Hit(ArticleId(view.segment.ids[at]), float(cosine), matches=True)
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
    snapshot: Snapshot, article_id: ArticleId, view: View, at: int, weights: dict[int, float]
) -> Passages:
    segment = view.segment
    begin, end = segment.starts[at : at + 2].tolist()
    first, last = segment.mark_starts[at : at + 2].tolist()
    marks = segment.marks[first:last]
    title = int(marks[0]) if len(marks) else end - begin
    terms = segment.tokens[begin + title : end]
    starts = np.append(marks - title, len(terms)).astype(np.int32)
    scored = sentence_scores(occurrences(snapshot, np.array([view.base + at])), weights)
    body = scored.numbers >= 2
    scores = np.zeros(len(marks))
    scores[scored.numbers[body] - 2] = scored.scores[body]
    return Passages(article_id, terms, starts, idfs(snapshot, terms), scores)
