"""The posting lists one search reads: of terms, of prefixes (all their terms as one) and of phrases."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.search.index.impacts import Counts, Impacts, Indices, exceptions, quantize_impacts
from bot.search.index.postings import DocNumbers, PostingList, PostingListPart
from bot.search.index.segment import Bools, Docs, Ints, Segment, concat_ranges
from bot.search.index.snapshot import Snapshot
from bot.search.ranking.phrases import phrase_docs

_MAX_MASKS = 16
"""Masks that are kept: questions with more lists are rare, and a mask has a byte per article."""


class _ComputedPostings(NamedTuple):
    """The arrays of a posting list that no segment stores."""

    docs: DocNumbers
    impacts: Impacts
    mean_length: float
    exact_postings: Indices
    exact_counts: Indices
    least_exact: int = 0


class PostingLists:
    """Posting lists of one snapshot; each is assembled once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._terms: dict[int, PostingList] = {}
        self._prefixes: dict[bytes, PostingList] = {}
        self._phrases: dict[tuple[int, ...], PostingList] = {}
        self._masks: dict[PostingList, Bools] = {}

    def term(self, number: int) -> PostingList:
        """Return a term's posting list."""
        postings = self._terms.get(number)
        if postings is None:
            postings = self._terms[number] = self.snapshot.postings(number)
        return postings

    def mask(self, postings: PostingList) -> Bools:
        """Return which articles are in a list, by doc, read-only; the first masks are kept."""
        mask = self._masks.get(postings)
        if mask is None:
            mask = np.zeros(len(self.snapshot.lengths.terms), np.bool_)
            mask[postings.docs] = True
            mask.flags.writeable = False
            if len(self._masks) < _MAX_MASKS:
                self._masks[postings] = mask
        return mask

    def prefix(self, terms: Ints) -> PostingList:
        """Return one posting list for many terms, which ascend: every occurrence of any of them counts."""
        key = terms.tobytes()
        if key not in self._prefixes:
            counts = self._zeros()
            for view in self.snapshot.views:
                docs, occurrences = _postings_of(view.segment, terms)
                np.add.at(counts[view.doc_base : view.doc_end], docs, occurrences.astype(counts.dtype))
            self._prefixes[key] = self._posting_list(counts)
        return self._prefixes[key]

    def phrase(self, terms: Sequence[int]) -> PostingList:
        """Return the posting list of a phrase: every occurrence of the terms in a row counts."""
        key = tuple(terms)
        if key not in self._phrases:
            counts = self._zeros()
            for view in self.snapshot.views:
                docs = phrase_docs(view.segment, key)
                np.add.at(counts[view.doc_base : view.doc_end], docs, np.uint32(1))
            self._phrases[key] = self._posting_list(counts)
        return self._phrases[key]

    def _zeros(self) -> npt.NDArray[np.uint32]:
        return np.zeros(len(self.snapshot.lengths.terms), np.uint32)

    def _posting_list(self, counts: npt.NDArray[np.uint32]) -> PostingList:
        """Return a posting list from the occurrences in every article."""
        docs = counts.nonzero()[0]
        if not len(docs):
            return PostingList((), 0)
        nonzero, mean = counts[docs], self.snapshot.lengths.mean
        lengths = self.snapshot.lengths.terms[docs]
        impacts = quantize_impacts(nonzero, lengths, mean)
        exact = exceptions(nonzero, impacts, lengths, mean).astype(np.uint32)
        part = PostingListPart(_ComputedPostings(docs, impacts, mean, exact, nonzero[exact]), 0, len(docs))
        return PostingList((part,), int(impacts.max()))


def _postings_of(segment: Segment, terms: Ints) -> tuple[Docs, Counts]:
    """Return (docs, counts) of the postings of many terms."""
    slots = np.searchsorted(segment.terms, terms)
    slots = slots[segment.terms.take(slots, mode="clip") == terms] if len(segment.terms) else slots[:0]
    begins = segment.posting_offsets[slots]
    index = concat_ranges(begins, segment.posting_offsets[slots + 1] - begins)
    return segment.docs[index], segment.counts(index)
