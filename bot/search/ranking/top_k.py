"""The best articles for weighted posting lists.

All lists are added up in rounded-up whole weights, at the speed of memory. The few articles whose sums may
belong to the best are scored exactly. (Looking the lists of frequent terms up for the articles still in the
race only, as MaxScore does, took longer in NumPy than adding them, at 100,000 articles and at a million.)
"""

import threading
from collections.abc import Sequence
from operator import mul

import numpy as np
import numpy.typing as npt

from bot.search.index.postings import Hits, Places, Postings, gathered
from bot.search.index.segment import Bools, Lengths
from bot.search.scoring import Floats, length_norm, saturation

Sums = npt.NDArray[np.unsignedinteger]
Weighted = tuple[float, Postings]
"""A list with what its term counts for in this query: idf, times whatever else, > 0."""

_STEP = 1.01
"""A code is above the true weight by less than this."""
_NARROW = 16
"""Lists up to which sums in 16 bits tell articles well enough apart."""
_SCAN = 40
"""Looking at every article is as quick as looking twice at one in so many."""
_BLOCK = 64
_FEW = 400
"""Postings up to which scoring all of them exactly is quicker than a race."""
_WORTH_LOOKING_UP = 60_000
"""Postings from which it is quicker to look the winners up in all lists than to look at all sums."""


def best(
    lists: Sequence[Weighted], lengths: Lengths, *, limit: int, inside: Bools | None = None
) -> tuple[Places, Floats]:
    """Return the places and exact scores of the best articles, best first; equal ones in order of place.

    Scores leave out the part that every article gets.

    Args:
        inside: Which articles may be among them; None for all.
    """
    lists = [each for each in lists if each[1].size]
    if not lists:
        return np.zeros(0, np.intp), np.zeros(0)
    if sum(postings.size for _, postings in lists) <= _FEW:
        hits = _all_hits(lists, inside)
    else:
        hits = _TopKCollector(lists, lengths, limit, inside).hits()
    docs, scores = _scored(hits, lengths)
    if len(docs) > 4 * limit:
        near = np.flatnonzero(scores >= np.partition(scores, -limit)[-limit])
        docs, scores = docs[near], scores[near]
    order = np.lexsort((docs, -scores))[:limit]
    return docs[order], scores[order]


def _all_hits(lists: Sequence[Weighted], inside: Bools | None) -> Hits:
    group = gathered([postings for _, postings in lists])
    at = np.arange(len(group.docs)) if inside is None else inside[group.docs].nonzero()[0]
    return group.hits(at, np.array([weight for weight, _ in lists]))


def _scored(hits: Hits, lengths: Lengths) -> tuple[Places, Floats]:
    """Return every article hit, ascending, with the sum of what its postings are worth."""
    docs, counts, weights = hits
    worth = weights * saturation(counts, length_norm(lengths.terms.take(docs), lengths.mean))
    order = docs.argsort(kind="stable")
    docs = docs[order]
    changes = np.ones(len(docs), np.bool_)
    np.not_equal(docs[1:], docs[:-1], out=changes[1:])
    firsts = changes.nonzero()[0]
    return docs[firsts], np.add.reduceat(worth[order], firsts) if len(firsts) else worth


class _TopKCollector:
    """One race over all articles, on rounded weights that are whole numbers.

    A list's factor times its codes, summed over all lists, stays under the largest number of the sums' type.
    """

    def __init__(self, lists: Sequence[Weighted], lengths: Lengths, limit: int, inside: Bools | None) -> None:
        self.lists = [postings for _, postings in lists]
        self.weights = np.array([weight for weight, _ in lists])
        self.lengths, self.limit, self.inside = lengths, limit, inside
        self.group = gathered(self.lists)
        self.dense = _SCAN * len(self.group.docs) > len(lengths.terms)

    def hits(self) -> Hits:
        """Return the postings of the articles that may be among the best."""
        dtype: type[np.unsignedinteger] = np.uint16 if len(self.lists) <= _NARROW else np.uint32
        factors, self.slack = self._factors(int(np.iinfo(dtype).max))
        sums = _zeros(len(self.lengths.terms), dtype)
        group = self.group
        try:
            np.add.at(sums, group.docs, group.codes * np.array(factors, dtype).repeat(group.sizes))
            return self._dense_hits(sums) if self.dense else self._sparse_hits(sums)
        finally:
            if self.dense:
                sums.fill(0)
            else:
                sums[group.docs] = 0

    def _factors(self, most: int) -> tuple[list[int], float]:
        """Return each list's factor, and how far a sum may be above the true one, measured the same."""
        peaks = [postings.peak for postings in self.lists]
        weights = self.weights.tolist()
        share = (most - sum(peaks)) / sum(map(mul, weights, peaks))
        exact = [weight * share for weight in weights]
        factors = [int(each) + 1 for each in exact]
        off = zip(factors, exact, peaks, strict=True)
        return factors, sum([(factor - each) * peak + factor * _STEP for factor, each, peak in off])

    def _dense_hits(self, sums: Sums) -> Hits:
        """Find what the best reach from the highest sum of each block: no higher than from all sums.

        A block is every so many-th article, so that it is read at the speed of memory.
        """
        if self.inside is not None:
            sums[: len(self.inside)] *= self.inside
        highest: Sums = sums.reshape(_BLOCK, -1).max(axis=0)
        least = self._least(highest, self.limit)
        if len(self.group.docs) > _WORTH_LOOKING_UP:
            return self._hits_of(_in_blocks(sums, highest, least))
        return self._hits_at(sums.take(self.group.docs) >= least)

    def _sparse_hits(self, sums: Sums) -> Hits:
        """Find what the best reach from each posting's article: one article counts once a list at most."""
        values = sums.take(self.group.docs)
        if self.inside is not None:
            values *= self.inside[self.group.docs]
        return self._hits_at(values >= self._least(values, self.limit * len(self.lists)))

    def _least(self, values: Sums, rank: int) -> int:
        """Return the sum that an article needs to be among the best, given the `rank` highest of some."""
        at = len(values) - rank
        if at < 0:
            return 1
        reached = float(np.partition(values, at)[at])
        return max(int((reached - self.slack) * self.lengths.low / self.lengths.high), 1)

    def _hits_at(self, wanted: Bools) -> Hits:
        return self.group.hits(wanted.nonzero()[0], self.weights)

    def _hits_of(self, docs: Places) -> Hits:
        """Return the postings of some articles, ascending."""
        counts = np.concatenate([postings.counts_of(docs) for postings in self.lists])
        at = counts.nonzero()[0]
        return Hits(docs[at % len(docs)], counts[at], self.weights[at // len(docs)])


def _in_blocks(values: Sums, highest: Sums, least: int) -> Places:
    """Return where values reach a least one, ascending."""
    blocks = (highest >= least).nonzero()[0]
    if len(blocks) * 8 > len(highest):
        return np.flatnonzero(values >= least)
    rows, columns = (values.reshape(_BLOCK, -1).take(blocks, axis=1) >= least).nonzero()
    places: Places = rows * len(highest) + blocks[columns]
    return places


_local = threading.local()


def _zeros(size: int, dtype: type[np.unsignedinteger]) -> Sums:
    """Return this thread's zeroed sums, whole blocks of them; whoever writes to them clears them again."""
    size = -(-size // _BLOCK) * _BLOCK
    sums: Sums | None = getattr(_local, dtype.__name__, None)
    if sums is None or len(sums) < size:
        sums = np.zeros(size, dtype)
        setattr(_local, dtype.__name__, sums)
    return sums[:size]
