"""The posting lists one search reads: of terms, of prefixes (all their terms as one) and of phrases."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from bot.search.index.addresses import AddressTable
from bot.search.index.impacts import IMPACT_STEPS, Counts, exceptions, quantize_impacts
from bot.search.index.postings import ComputedArrays, DocNumbers, PostingList, PostingListPart
from bot.search.index.segment import Bools, Docs, Ints, Segment, concat_ranges
from bot.search.index.snapshot import Snapshot
from bot.search.kernel.kernel import Kernel
from bot.search.ranking.phrases import Phrase, phrase_docs

_NO_DOCS = np.zeros(0, np.int64)
_MAX_MASKS = 16
"""Masks that are kept: questions with more lists are rare, and a mask has a byte per article."""


class PostingLists:
    """Posting lists of one snapshot; each is assembled once.

    Args:
        kernel: Does the work; None leaves it to NumPy.
    """

    def __init__(self, snapshot: Snapshot, kernel: Kernel | None = None) -> None:
        self.snapshot = snapshot
        self._kernel = kernel
        self._addresses = readable_addresses(snapshot) if kernel else None
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
            self._add(postings, mask)
            mask.flags.writeable = False
            if len(self._masks) < _MAX_MASKS:
                self._masks[postings] = mask
        return mask

    def mark(self, postings: PostingList, marked: Bools) -> None:
        """Mark the articles in a list, by doc."""
        if postings in self._masks or len(self._masks) < _MAX_MASKS:
            marked |= self.mask(postings)
        else:
            self._add(postings, marked)

    def _add(self, postings: PostingList, marked: Bools) -> None:
        if self._kernel and self._addresses and postings.term is not None:
            self._kernel.lists.mark(self._addresses, np.array([postings.term], np.int32), marked)
        else:
            marked[postings.docs] = True

    def prefix(self, terms: Ints) -> PostingList:
        """Return one posting list for many terms, which ascend: every occurrence of any of them counts."""
        key = terms.tobytes()
        if key not in self._prefixes and self._kernel and self._addresses:
            mean = self.snapshot.lengths.mean
            arrays, max_impact = self._kernel.lists.posting_list(self._addresses, terms, mean)
            self._prefixes[key] = _whole_list(arrays, max_impact)
        elif key not in self._prefixes:
            counts = self._zeros()
            for view in self.snapshot.views:
                listed, occurrences = _postings_of(view.segment, terms)
                np.add.at(counts[view.doc_base : view.doc_end], listed, occurrences.astype(counts.dtype))
            docs = counts.nonzero()[0]
            self._prefixes[key] = self._posting_list(docs, counts[docs])
        return self._prefixes[key]

    def phrase(self, terms: Sequence[int]) -> PostingList:
        """Return the posting list of a phrase: every occurrence of the terms in a row counts."""
        key = tuple(terms)
        self.find_phrases([key])
        return self._phrases[key]

    def find_phrases(self, phrases: Iterable[Phrase]) -> None:
        """Find phrases that will be asked for: that is much faster for all together."""
        new = [*dict.fromkeys(phrase for phrase in phrases if phrase not in self._phrases)]
        if not new:
            return
        kernel = self._kernel.texts if self._kernel else None
        found = [(view.doc_base, phrase_docs(view.segment, new, kernel)) for view in self.snapshot.views]
        for phrase in new:
            docs = np.concatenate([_NO_DOCS, *(docs_of[phrase] + base for base, docs_of in found)])
            firsts = np.flatnonzero(np.diff(docs, prepend=-1))
            counts = np.diff(firsts, append=len(docs)).astype(np.uint32)
            self._phrases[phrase] = self._posting_list(docs[firsts], counts)

    def _zeros(self) -> npt.NDArray[np.uint32]:
        return np.zeros(len(self.snapshot.lengths.terms), np.uint32)

    def _posting_list(self, docs: DocNumbers, counts: npt.NDArray[np.uint32]) -> PostingList:
        """Return a posting list from the occurrences in some articles, which ascend."""
        mean, lengths = self.snapshot.lengths.mean, self.snapshot.lengths.terms[docs]
        impacts = quantize_impacts(counts, lengths, mean)
        exact = exceptions(counts, impacts, lengths, mean).astype(np.uint32)
        least_exact = int(impacts[exact].min()) if len(exact) else IMPACT_STEPS + 1
        arrays = ComputedArrays(docs, impacts, mean, exact, counts[exact], least_exact)
        return _whole_list(arrays, int(impacts.max(initial=0)))


def readable_addresses(snapshot: Snapshot) -> AddressTable | None:
    """Return where a snapshot's arrays are; None if compiled code can't read them."""
    try:
        return snapshot.addresses
    except ValueError:
        return None


def _whole_list(arrays: ComputedArrays, max_impact: int) -> PostingList:
    size = len(arrays.docs)
    return PostingList((PostingListPart(arrays, 0, size),) if size else (), max_impact)


def _postings_of(segment: Segment, terms: Ints) -> tuple[Docs, Counts]:
    """Return (docs, counts) of the postings of many terms."""
    slots = np.searchsorted(segment.terms, terms)
    slots = slots[segment.terms.take(slots, mode="clip") == terms] if len(segment.terms) else slots[:0]
    begins = segment.posting_offsets[slots]
    index = concat_ranges(begins, segment.posting_offsets[slots + 1] - begins)
    return segment.docs[index], segment.counts(index)
