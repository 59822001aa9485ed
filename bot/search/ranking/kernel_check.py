"""Compares the compiled search with NumPy's, on articles of random words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.search.bm25 import PostingsBM25
from bot.search.index.builder import IndexedArticle, build_segment
from bot.search.index.segment import Ints, Segment
from bot.search.index.snapshot import SegmentView, Snapshot, lay_out
from bot.search.kernel.kernel import Kernel, list_of
from bot.search.ranking.phrases import Phrase, phrase_docs
from bot.search.ranking.posting_lists import PostingLists
from bot.search.ranking.top_k import WeightedList, find_top_k
from bot.search.ranking.vectors import cosine_matrix, count_terms, doc_tokens, doc_vectors

_CORPORA = (((2_500, 400), (6_500, 30), (11_000, 8)), ((30_000, 12),))
"""Articles of each segment, and the most terms of one. In the first corpus, the short ones, which rank best,
come last. But hardly anything is left out early where lengths differ so much: the second one checks that.
"""
_VOCABULARY, _QUERIES = 400, 60
_LIMITS = (1, 10, 300)
_DELETED = 0.1
_TEXTS = 50
_SPREAD = 1_013
"""Makes term numbers as large as in a real index."""


def agrees_with_numpy(kernel: Kernel) -> bool:
    """Return whether everything that the kernel computes is the same to the last bit.

    False, too, if the kernel leaves a question to NumPy: these have nothing that it can't answer.
    """
    snapshots = [_snapshot(sizes, np.random.default_rng(1)) for sizes in _CORPORA]
    return all(_Comparison(kernel, snapshot).agrees() for snapshot in snapshots)


@dataclass(frozen=True, slots=True)
class _Comparison:
    kernel: Kernel
    snapshot: Snapshot

    def agrees(self) -> bool:
        """Return whether everything is the same."""
        return self._best() and self._lists() and self._tallies() and self._texts()

    def _best(self) -> bool:
        """Return whether the best articles and their scores are the same."""
        questions = _questions(self.snapshot, np.random.default_rng(2))
        return all(self._same_best(lists, limit) for lists in questions for limit in _LIMITS)

    def _same_best(self, lists: list[WeightedList], limit: int) -> bool:
        snapshot, model = self.snapshot, PostingsBM25.over(self.snapshot)
        docs, scores = find_top_k(lists, model, limit=limit, eligible=snapshot.live_docs)
        compiled = self.kernel.top_k(
            *(snapshot.addresses, [list_of(*weighted) for weighted in lists], model.formula),
            *(snapshot.lengths,),
            limit=limit,
            eligible=snapshot.live_docs,
        )
        if compiled is None:
            return False
        return docs.tolist() == compiled[0].tolist() and scores.tobytes() == compiled[1].tobytes()

    def _lists(self) -> bool:
        """Return whether masks and the posting lists of prefixes are the same."""
        plain, compiled = PostingLists(self.snapshot), PostingLists(self.snapshot, self.kernel)
        draw = np.random.default_rng(3)
        prefixes = [_prefix(draw) for _ in range(20)]
        masks = (
            np.array_equal(plain.mask(plain.term(term)), compiled.mask(compiled.term(term)))
            for term in range(0, _VOCABULARY + 5, 7)
        )
        return all(masks) and all(_contents(plain, terms) == _contents(compiled, terms) for terms in prefixes)

    def _tallies(self) -> bool:
        """Return whether counts of marked articles are the same."""
        draw, size, highest = np.random.default_rng(4), 9_000, 30
        marked = draw.random(size) < 0.3
        columns = [np.sort(draw.integers(0, highest, size)), draw.integers(0, highest, size)]
        first, second = (column.astype(np.int32) for column in columns)
        counts = self.kernel.lists.tally(marked, (first, second), (highest, highest - 5))
        expected = [np.bincount(column[marked], minlength=highest) for column in (first, second)]
        return np.array_equal(counts[0], expected[0]) and np.array_equal(counts[1], expected[1][:-5])

    def _texts(self) -> bool:
        """Return whether phrases, the terms of texts and their cosines are the same."""
        texts, draw = self.kernel.texts, np.random.default_rng(5)
        phrases = [*_phrases(draw)]
        for view in self.snapshot.views:
            plain, compiled = (phrase_docs(view.segment, phrases, kernel) for kernel in (None, texts))
            if any(not np.array_equal(plain[phrase], compiled[phrase]) for phrase in phrases):
                return False
        docs = draw.permutation(len(self.snapshot.lengths.terms))[:_TEXTS]
        tokens, model = doc_tokens(self.snapshot, docs), PostingsBM25.over(self.snapshot)
        tokens = replace(tokens, terms=tokens.terms * _SPREAD)
        compiled_terms = texts.count_terms(tokens.terms, tokens.begins, tokens.lengths)
        expected = count_terms(tokens)
        numbers = expected.rows, expected.terms, expected.counts
        if compiled_terms is None or not np.array_equal(compiled_terms, numbers):
            return False
        vectors = doc_vectors(model, expected)
        return cosine_matrix(vectors, texts).tobytes() == cosine_matrix(vectors).tobytes()


def _contents(lists: PostingLists, terms: Ints) -> tuple[object, ...]:
    """Return all numbers of a prefix's posting list."""
    postings = lists.prefix(terms)
    arrays = [part.arrays for part in postings.parts]
    names = "docs", "impacts", "exact_postings", "exact_counts"
    numbers = [getattr(some, name).tolist() for some in arrays for name in names]
    return postings.max_impact, [some.least_exact for some in arrays], numbers


def _phrases(draw: np.random.Generator) -> Iterator[Phrase]:
    """Yield phrases of two to four terms, most of them frequent."""
    for size in (2, 2, 2, 2, 2, 3, 3, 4):
        yield tuple((draw.random(size) ** 6 * _VOCABULARY).astype(int).tolist())


def _snapshot(sizes: Sequence[tuple[int, int]], draw: np.random.Generator) -> Snapshot:
    """Return segments with deleted articles; a few words occur far more often than the others."""
    segments = [_segment(draw, *size) for size in sizes]
    views = lay_out([SegmentView(segment, draw.random(len(segment)) > _DELETED, -1) for segment in segments])
    return Snapshot(
        views=views,
        df=np.ones(_VOCABULARY, np.int32),
        articles=sum(int(view.live_mask.sum()) for view in views),
        length=sum(int(view.segment.lengths[view.live_mask].sum()) for view in views),
    )


def _segment(draw: np.random.Generator, articles: int, most_terms: int) -> Segment:
    lengths = draw.integers(1, most_terms + 1, articles)
    terms = np.minimum(draw.pareto(0.7, int(lengths.sum())).astype(int), _VOCABULARY - 1)
    texts = np.split(terms, np.cumsum(lengths)[:-1])
    return build_segment([IndexedArticle(str(i), (), [text.tolist()]) for i, text in enumerate(texts)])


def _questions(snapshot: Snapshot, draw: np.random.Generator) -> list[list[WeightedList]]:
    """Return lists of frequent and rare terms and of a prefix, whose weights differ by up to a thousand.

    In every fourth question, weights are equal, so that many scores are.
    """
    lists = PostingLists(snapshot)
    questions = []
    for number in range(_QUERIES):
        terms = np.unique((draw.random(6) ** 4 * _VOCABULARY).astype(np.int32))
        chosen = [*map(lists.term, terms.tolist()), lists.prefix(_prefix(draw))]
        weights = 10 ** draw.uniform(-3, 0, len(chosen)) if number % 4 else np.ones(len(chosen))
        questions.append(list(zip(weights.tolist(), chosen, strict=True)))
    return questions


def _prefix(draw: np.random.Generator) -> Ints:
    return np.unique(draw.integers(0, _VOCABULARY, 5)).astype(np.int32)
