"""Finds the best k articles for weighted posting lists.

All lists are summed up in impacts, weights rounded up to whole numbers, at the speed of memory. The few
articles whose sums may be among the best are then scored exactly. MaxScore, which reads the lists of frequent
terms only for articles still in the running, was slower in NumPy at 100,000 articles and at a million.
"""

import threading
from collections.abc import Iterable, Sequence
from itertools import starmap
from operator import mul

import numpy as np
import numpy.typing as npt

from bot.search.bm25 import PostingsBM25
from bot.search.index.postings import DocNumbers, MatchedPostings, PostingList, concatenated
from bot.search.index.segment import Bools
from bot.search.kernel.kernel import KernelList, list_of, list_of_term
from bot.search.scoring import Floats

Sums = npt.NDArray[np.unsignedinteger]
WeightedList = tuple[float, PostingList]
"""A posting list with its term's weight in the query, > 0: idf times any factor."""

_STEP = 1.01
"""An impact exceeds the exact weight by less than this."""
_NARROW = 16
"""Number of lists up to which 16-bit sums tell articles apart well enough."""
_SCAN = 40
"""Scanning all articles is as fast as looking at one in this many twice."""
_BLOCK = 64
_FEW = 400
"""Postings up to which scoring all of them exactly is faster."""
_MANY = 60_000
"""Postings from which looking up the winners in all lists is faster than reading their sums."""


def top_k(model: PostingsBM25, terms: Sequence[str], k: int) -> list[tuple[int, float]]:
    """Return (doc, score) of the k best articles that contain any of the terms, best first."""
    snapshot = model.snapshot
    weights: dict[int, float] = {}
    for term in terms:
        if idf := model.term_idf(snapshot.doc_freq(term)):
            number = snapshot.dictionary.numbers[term]
            weights[number] = weights.get(number, 0.0) + idf
    found = _compiled_top_k(map(list_of_term, weights.values(), weights), model, k, snapshot.live_docs)
    if found is None:
        lists = [(weight, snapshot.postings(number)) for number, weight in weights.items()]
        found = find_top_k(lists, model, limit=k, eligible=snapshot.live_docs)
    docs, scores = found
    return list(zip(docs.tolist(), (scores + model.delta * sum(weights.values())).tolist(), strict=True))


def find_top_k(
    lists: Sequence[WeightedList], model: PostingsBM25, *, limit: int, eligible: Bools | None = None
) -> tuple[DocNumbers, Floats]:
    """Return (docs, exact scores) of the best articles, best first; equal scores by ascending doc.

    Scores omit delta, which every article gets alike.

    Args:
        eligible: Which articles may be returned, by doc; None for all.
    """
    found = _compiled_top_k(starmap(list_of, lists), model, limit, eligible)
    if found is not None:
        return found
    lists = [weighted for weighted in lists if weighted[1].size]
    if not lists:
        return np.zeros(0, np.intp), np.zeros(0)
    few = sum(postings.size for _, postings in lists) <= _FEW
    if few or not model.has_default_parameters:
        candidates = _all_postings(lists, model, eligible)
    else:
        candidates = _TopKCollector(lists, model, limit, eligible).candidates()
    docs, scores = _score(candidates, model)
    if len(docs) > 4 * limit:
        near = np.flatnonzero(scores >= np.partition(scores, -limit)[-limit])
        docs, scores = docs[near], scores[near]
    order = np.lexsort((docs, -scores))[:limit]
    return docs[order], scores[order]


def _compiled_top_k(
    lists: Iterable[KernelList], model: PostingsBM25, limit: int, eligible: Bools | None
) -> tuple[DocNumbers, Floats] | None:
    """Return what NumPy would, to the last bit; None if there is no kernel, or it can't read some array."""
    if model.kernel is None or not model.has_default_parameters:
        return None
    snapshot = model.snapshot
    try:
        addresses = snapshot.addresses
        return model.kernel.top_k(
            addresses, [*lists], model.formula, snapshot.lengths, limit=limit, eligible=eligible
        )
    except ValueError:
        return None


def _all_postings(
    lists: Sequence[WeightedList], model: PostingsBM25, eligible: Bools | None
) -> MatchedPostings:
    postings = concatenated([postings for _, postings in lists])
    docs = postings.docs
    indices = np.arange(len(docs)) if eligible is None else eligible[docs].nonzero()[0]
    weights = np.array([weight for weight, _ in lists])
    return postings.select(indices, weights, model.snapshot.lengths.terms)


def _score(postings: MatchedPostings, model: PostingsBM25) -> tuple[DocNumbers, Floats]:
    """Return (docs, scores): each article, ascending, with the sum over its postings in their order."""
    docs, counts, weights = postings
    scores = weights * model.term_weights(counts, model.snapshot.lengths.terms.take(docs))
    order = docs.argsort(kind="stable")
    docs = docs[order]
    changes = np.ones(len(docs), np.bool_)
    np.not_equal(docs[1:], docs[:-1], out=changes[1:])
    # Unlike `np.add.reduceat`, `np.bincount` adds one after the other, as the kernel does.
    return docs[changes], np.bincount(changes.cumsum() - 1, scores[order]).astype(np.float64, copy=False)


class _TopKCollector:
    """Narrows all articles down to those that may be among the best, by sums of whole numbers.

    Each list's weight becomes a whole factor, chosen so that no sum of factor times impact overflows.
    """

    def __init__(
        self, lists: Sequence[WeightedList], model: PostingsBM25, limit: int, eligible: Bools | None
    ) -> None:
        self.lists = [postings for _, postings in lists]
        self.weights = np.array([weight for weight, _ in lists])
        self.lengths, self.limit, self.eligible = model.snapshot.lengths, limit, eligible
        self.postings = concatenated(self.lists)
        self.dense = _SCAN * len(self.postings.docs) > len(self.lengths.terms)

    def candidates(self) -> MatchedPostings:
        """Return the postings of the articles that may be among the best."""
        dtype: type[np.unsignedinteger] = np.uint16 if len(self.lists) <= _NARROW else np.uint32
        factors, self.slack = self._factors(int(np.iinfo(dtype).max))
        sums = _zeros(len(self.lengths.terms), dtype)
        postings = self.postings
        try:
            np.add.at(sums, postings.docs, postings.impacts * np.array(factors, dtype).repeat(postings.sizes))
            return self._from_all_sums(sums) if self.dense else self._from_listed_sums(sums)
        finally:
            if self.dense:
                sums.fill(0)
            else:
                sums[postings.docs] = 0

    def _factors(self, highest: int) -> tuple[list[int], float]:
        """Return each list's factor, and by how much a sum may exceed the exact one, in the same unit."""
        max_impacts = [postings.max_impact for postings in self.lists]
        weights = self.weights.tolist()
        unit = (highest - sum(max_impacts)) / sum(map(mul, weights, max_impacts))
        exact = [weight * unit for weight in weights]
        factors = [int(factor) + 1 for factor in exact]
        rounded = zip(factors, exact, max_impacts, strict=True)
        slack = sum([(factor - true) * impact + factor * _STEP for factor, true, impact in rounded])
        return factors, slack

    def _from_all_sums(self, sums: Sums) -> MatchedPostings:
        """Find the least sum needed from the highest sum of each block; never above that from all sums.

        A block is every n-th article, so that blocks are read at the speed of memory.
        """
        if self.eligible is not None:
            sums[: len(self.eligible)] *= self.eligible
        highest: Sums = sums.reshape(_BLOCK, -1).max(axis=0)
        least = self._least_sum(highest, self.limit)
        if len(self.postings.docs) > _MANY:
            return self._select(self.postings.containing(_docs_reaching(sums, highest, least)))
        return self._select((sums.take(self.postings.docs) >= least).nonzero()[0])

    def _from_listed_sums(self, sums: Sums) -> MatchedPostings:
        """Find the least sum needed from each posting's article; an article occurs at most once per list."""
        values = sums.take(self.postings.docs)
        if self.eligible is not None:
            values *= self.eligible[self.postings.docs]
        least = self._least_sum(values, self.limit * len(self.lists))
        return self._select((values >= least).nonzero()[0])

    def _least_sum(self, values: Sums, rank: int) -> int:
        """Return the sum an article needs to be among the best, if the `rank`-th highest value is."""
        index = len(values) - rank
        if index < 0:
            return 1
        reached = float(np.partition(values, index)[index])
        return max(int((reached - self.slack) * self.lengths.low / self.lengths.high), 1)

    def _select(self, indices: DocNumbers) -> MatchedPostings:
        return self.postings.select(indices, self.weights, self.lengths.terms)


def _docs_reaching(sums: Sums, highest: Sums, least: int) -> DocNumbers:
    """Return the docs whose sums reach a least one, ascending.

    Args:
        highest: Highest sum of each block.
    """
    blocks = (highest >= least).nonzero()[0]
    if len(blocks) * 8 > len(highest):
        return np.flatnonzero(sums >= least)
    rows, columns = (sums.reshape(_BLOCK, -1).take(blocks, axis=1) >= least).nonzero()
    docs: DocNumbers = rows * len(highest) + blocks[columns]
    return docs


_local = threading.local()


def _zeros(size: int, dtype: type[np.unsignedinteger]) -> Sums:
    """Return this thread's zeroed sums, in whole blocks; the caller must zero what it wrote."""
    size = -(-size // _BLOCK) * _BLOCK
    sums: Sums | None = getattr(_local, dtype.__name__, None)
    if sums is None or len(sums) < size:
        sums = np.zeros(size, dtype)
        setattr(_local, dtype.__name__, sums)
    return sums[:size]
