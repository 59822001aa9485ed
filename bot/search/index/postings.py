"""Posting lists across segments: one part per segment, copied together only where that is faster."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from bot.search.index.impacts import Counts, ExactCounts, Impacts, Indices, correct_counts, counts_behind
from bot.search.index.segment import Docs, Ints
from bot.search.scoring import Floats

DocNumbers = npt.NDArray[np.intp]
"""Numbers of articles among all of a snapshot, in the type NumPy indexes with."""

_NO_DOCS = np.zeros(0, np.intp)
_NO_UINTS = np.zeros(0, np.uint8)


class PostingArrays(ExactCounts, Protocol):
    """Concatenated posting lists, as in a `Segment`."""

    @property
    def docs(self) -> Docs | DocNumbers:
        """Docs in the segment, ascending within a list."""
        ...

    @property
    def impacts(self) -> Impacts:
        """Rounded weights, see `Segment`."""
        ...

    @property
    def mean_length(self) -> float:
        """Mean length that the impacts were computed with."""
        ...

    @property
    def least_exact(self) -> int:
        """Occurrences follow from all impacts below this one."""
        ...


class ComputedArrays(NamedTuple):
    """The arrays of a posting list that no segment stores; see `PostingArrays`."""

    docs: DocNumbers
    impacts: Impacts
    mean_length: float
    exact_postings: Indices
    exact_counts: Indices
    least_exact: int


class PostingListPart(NamedTuple):
    """The part of a posting list that one segment holds.

    Args:
        arrays: The list is at begin:end of these.
        doc_base: Number of the segment's first article among all.
    """

    arrays: PostingArrays
    begin: int
    end: int
    doc_base: int = 0


class PostingList:
    """A posting list over all articles.

    Args:
        parts: In the order of their segments, none empty.
        max_impact: No impact in the list is higher.
        term: Number of the term whose list it is; None for a computed list.
    """

    __slots__ = ("max_impact", "parts", "size", "term")

    def __init__(self, parts: Sequence[PostingListPart], max_impact: int, term: int | None = None) -> None:
        self.parts = parts
        self.max_impact = max_impact
        self.term = term
        self.size = sum([end - begin for _, begin, end, _ in parts])

    @property
    def docs(self) -> DocNumbers:
        """The articles in the list, ascending."""
        return _docs(self.parts)


class MatchedPostings(NamedTuple):
    """Postings in any order: (articles, occurrences, weight of the term in the query)."""

    docs: DocNumbers
    counts: Counts
    weights: Floats


@dataclass(frozen=True, slots=True)
class ConcatenatedPostings:
    """Several posting lists, concatenated in one copy.

    Args:
        docs: The articles, ascending within a list.
        sizes: Postings of each list.
        parts_of_lists: Parts of each list.
    """

    parts: Sequence[PostingListPart]
    docs: DocNumbers
    impacts: Impacts
    sizes: Sequence[int]
    parts_of_lists: Sequence[int]

    def containing(self, docs: DocNumbers) -> DocNumbers:
        """Return the indices of the postings of some articles, which ascend."""
        indices, begin = [_NO_DOCS], 0
        for size in self.sizes:
            listed = self.docs[begin : begin + size]
            at = listed.searchsorted(docs)
            indices.append(at[listed.take(at, mode="clip") == docs] + begin)
            begin += size
        return np.concatenate(indices)

    def select(self, indices: DocNumbers, weights: Floats, lengths: Ints) -> MatchedPostings:
        """Return the postings at some indices of `docs`, which ascend.

        Args:
            weights: Weight of each list in the query.
            lengths: Terms of every article.
        """
        parts = self.parts
        ends = np.array([end - begin for _, begin, end, _ in parts], np.int64).cumsum()
        bounds = [0, *indices.searchsorted(ends).tolist()]
        selected = np.diff(bounds)
        means = np.array([arrays.mean_length for arrays, *_ in parts])
        docs, impacts = self.docs[indices], self.impacts[indices]
        counts = counts_behind(impacts, lengths.take(docs), means.repeat(selected))
        begun = 0
        for (arrays, begin, end, _), first, last in zip(parts, bounds, bounds[1:], strict=False):
            if last > first and impacts[first:last].max() >= arrays.least_exact:
                correct_counts(counts[first:last], indices[first:last] + (begin - begun), arrays)
            begun += end - begin
        return MatchedPostings(docs, counts, weights.repeat(self.parts_of_lists).repeat(selected))


def concatenated(lists: Sequence[PostingList]) -> ConcatenatedPostings:
    """Return several posting lists in one copy."""
    parts = [part for postings in lists for part in postings.parts]
    impacts = [arrays.impacts[begin:end] for arrays, begin, end, _ in parts]
    return ConcatenatedPostings(
        parts,
        _docs(parts),
        np.concatenate(impacts) if impacts else _NO_UINTS,
        [postings.size for postings in lists],
        [len(postings.parts) for postings in lists],
    )


def _docs(parts: Sequence[PostingListPart]) -> DocNumbers:
    if not parts:
        return _NO_DOCS
    docs: DocNumbers = np.concatenate(
        [arrays.docs[begin:end] for arrays, begin, end, _ in parts], dtype=np.intp
    )
    last = 0
    for _, begin, end, doc_base in parts:
        first, last = last, last + end - begin
        if doc_base:
            docs[first:last] += doc_base
    return docs
