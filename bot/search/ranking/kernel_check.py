"""Compares a compiled search with NumPy's, on articles of random words."""

from dataclasses import dataclass

import numpy as np

from bot.search.bm25 import PostingsBM25
from bot.search.index.builder import IndexedArticle, build_segment
from bot.search.index.segment import Ints, Segment
from bot.search.index.snapshot import SegmentView, Snapshot, lay_out
from bot.search.kernel.kernel import Kernel, list_of
from bot.search.ranking.posting_lists import PostingLists
from bot.search.ranking.top_k import WeightedList, find_top_k

_SEGMENTS = ((2_500, 400), (6_500, 30), (11_000, 8))
"""Articles of each segment, and the most terms of one. The short ones, which rank best, come last."""
_VOCABULARY, _QUERIES, _LIMIT = 400, 60, 10
_DELETED = 0.1


def agrees_with_numpy(kernel: Kernel) -> bool:
    """Return whether the best articles and their scores are the same to the last bit.

    False, too, if the kernel leaves a question to NumPy: these have nothing that it can't answer.
    """
    comparison = _Comparison(kernel, PostingsBM25.over(_snapshot(np.random.default_rng(1))))
    return all(map(comparison.agrees, _questions(comparison.model.snapshot, np.random.default_rng(2))))


@dataclass(frozen=True, slots=True)
class _Comparison:
    kernel: Kernel
    model: PostingsBM25

    def agrees(self, lists: list[WeightedList]) -> bool:
        snapshot = self.model.snapshot
        docs, scores = find_top_k(lists, self.model, limit=_LIMIT, eligible=snapshot.live_docs)
        compiled = self.kernel.top_k(
            *(snapshot.addresses, [list_of(*weighted) for weighted in lists], self.model.formula),
            *(snapshot.lengths,),
            limit=_LIMIT,
            eligible=snapshot.live_docs,
        )
        if compiled is None:
            return False
        return docs.tolist() == compiled[0].tolist() and scores.tobytes() == compiled[1].tobytes()


def _snapshot(draw: np.random.Generator) -> Snapshot:
    """Return segments with deleted articles; a few words occur far more often than the others."""
    segments = [_segment(draw, *size) for size in _SEGMENTS]
    views = lay_out([SegmentView(segment, draw.random(len(segment)) > _DELETED, -1) for segment in segments])
    return Snapshot(
        views=views,
        articles=sum(int(view.live_mask.sum()) for view in views),
        length=sum(int(view.segment.lengths[view.live_mask].sum()) for view in views),
    )


def _segment(draw: np.random.Generator, articles: int, most_terms: int) -> Segment:
    lengths = draw.integers(1, most_terms + 1, articles)
    terms = np.minimum(draw.pareto(0.7, int(lengths.sum())).astype(int), _VOCABULARY - 1)
    texts = np.split(terms, np.cumsum(lengths)[:-1])
    return build_segment([IndexedArticle(str(i), (), [text.tolist()]) for i, text in enumerate(texts)])


def _questions(snapshot: Snapshot, draw: np.random.Generator) -> list[list[WeightedList]]:
    """Return lists of frequent and rare terms and of a prefix, whose weights differ by up to a thousand."""
    lists = PostingLists(snapshot)
    questions = []
    for _ in range(_QUERIES):
        terms = np.unique((draw.random(6) ** 4 * _VOCABULARY).astype(np.int32))
        chosen = [*map(lists.term, terms.tolist()), lists.prefix(_prefix(draw))]
        questions.append(list(zip((10 ** draw.uniform(-3, 0, len(chosen))).tolist(), chosen, strict=True)))
    return questions


def _prefix(draw: np.random.Generator) -> Ints:
    return np.unique(draw.integers(0, _VOCABULARY, 5)).astype(np.int32)
