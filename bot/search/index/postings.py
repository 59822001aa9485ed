"""Posting lists across segments: one part per segment, copied together only where that is faster."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from bot.search.index.segment import Counts, Docs, Impacts
from bot.search.scoring import Floats

DocNumbers = npt.NDArray[np.intp]
"""Numbers of articles among all of a snapshot, in the type NumPy indexes with."""

_NO_DOCS = np.zeros(0, np.intp)
_NO_UINTS = np.zeros(0, np.uint8)


class PostingArrays(Protocol):
    """Concatenated posting lists, as in a `Segment`."""

    @property
    def docs(self) -> Docs | DocNumbers:
        """Docs in the segment, ascending within a list."""
        ...

    @property
    def counts(self) -> Counts:
        """Occurrences in each doc."""
        ...

    @property
    def impacts(self) -> Impacts:
        """Rounded weights, see `Segment`."""
        ...


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

    @property
    def counts(self) -> Counts:
        """Occurrences in each of `docs`."""
        return _counts(self.parts)

    def counts_in(self, docs: DocNumbers) -> Counts:
        """Return the occurrences in each of some articles, which ascend."""
        dtype = np.result_type(np.uint8, *(part.arrays.counts.dtype for part in self.parts))
        counts = np.zeros(len(docs), dtype)
        for part in self.parts:
            first, last = docs.searchsorted((part.doc_base, part.doc_base + _doc_limit(part)))
            if first < last:
                counts[first:last] = _counts_in(part, docs[first:last])
        return counts


def _doc_limit(part: PostingListPart) -> int:
    """Return a number above the part's docs."""
    return int(part.arrays.docs[part.end - 1]) + 1


def _counts_in(part: PostingListPart, docs: DocNumbers) -> Counts:
    """Return the occurrences in each of some articles, none of which is behind the part's last one."""
    listed = part.arrays.docs[part.begin : part.end]
    wanted = (docs - part.doc_base).astype(listed.dtype)
    at = listed.searchsorted(wanted)
    looked_up: Counts = part.arrays.counts[part.begin : part.end].take(at) * (listed.take(at) == wanted)
    return looked_up


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
    """

    parts: Sequence[PostingListPart]
    docs: DocNumbers
    impacts: Impacts
    sizes: Sequence[int]

    @property
    def counts(self) -> Counts:
        """Occurrences in each of `docs`."""
        return _counts(self.parts)

    def select(self, indices: DocNumbers, weights: Floats) -> MatchedPostings:
        """Return the postings at some indices of `docs`, which ascend.

        Args:
            weights: Weight of each list in the query.
        """
        ends = np.cumsum(self.sizes)
        of_list = ends.searchsorted(indices, side="right")
        return MatchedPostings(self.docs[indices], self.counts[indices], weights.take(of_list))


def concatenated(lists: Sequence[PostingList]) -> ConcatenatedPostings:
    """Return several posting lists in one copy."""
    parts = [part for postings in lists for part in postings.parts]
    impacts = [arrays.impacts[begin:end] for arrays, begin, end, _ in parts]
    return ConcatenatedPostings(
        parts,
        _docs(parts),
        np.concatenate(impacts) if impacts else _NO_UINTS,
        [postings.size for postings in lists],
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


def _counts(parts: Sequence[PostingListPart]) -> Counts:
    return np.concatenate([arrays.counts[begin:end] for arrays, begin, end, _ in parts] or [_NO_UINTS])
