"""Posting lists over a whole snapshot: of terms, of all terms a prefix stands for, of terms in a row."""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.search.index.postings import Codes, Part, Places, Postings
from bot.search.index.segment import Bools, Counts, Ints, Longs, Segment, narrow, spread, weight_codes
from bot.search.index.snapshot import SegmentView, Snapshot

_ONCE = np.uint32(1)


class _Counted(NamedTuple):
    """One list that was counted just now."""

    docs: Places
    counts: Counts
    codes: Codes


class PostingLists:
    """The lists one search looks at, each put together once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._terms: dict[int, Postings] = {}
        self._prefixes: dict[bytes, Postings] = {}
        self._rows: dict[tuple[int, ...], Postings] = {}

    def term(self, number: int) -> Postings:
        """Return a term's list."""
        found = self._terms.get(number)
        if found is None:
            found = self._terms[number] = _of_term(self.snapshot.views, number)
        return found

    def prefix(self, terms: Ints) -> Postings:
        """Return the one list of many terms, ascending."""
        key = terms.tobytes()
        if key not in self._prefixes:
            total = self._nowhere()
            for view in self.snapshot.views:
                docs, counts = _of_terms(view.segment, terms)
                np.add.at(total[view.base : view.end], docs, counts.astype(total.dtype))
            self._prefixes[key] = self._counted(total)
        return self._prefixes[key]

    def row(self, terms: Sequence[int]) -> Postings:
        """Return the list of terms standing in a row: one occurrence for each time."""
        key = tuple(terms)
        if key not in self._rows:
            total = self._nowhere()
            for view in self.snapshot.views:
                np.add.at(total[view.base : view.end], _in_a_row(view.segment, key), _ONCE)
            self._rows[key] = self._counted(total)
        return self._rows[key]

    def _nowhere(self) -> npt.NDArray[np.uint32]:
        return np.zeros(len(self.snapshot.lengths.terms), np.uint32)

    def _counted(self, total: npt.NDArray[np.uint32]) -> Postings:
        """Return the list of articles, given how often it occurs in each."""
        held = total.nonzero()[0]
        if not len(held):
            return Postings((), 0)
        few = narrow(total[held])
        lengths = self.snapshot.lengths
        codes = weight_codes(few, lengths.terms[held], lengths.mean)
        return Postings((Part(_Counted(held, few, codes), 0, len(held)),), int(codes.max()))


def _of_term(views: Sequence[SegmentView], number: int) -> Postings:
    parts, peak = [], 0
    for view in views:
        segment = view.segment
        if stretch := segment.stretch(number):
            begin, end, highest = stretch
            parts.append(Part(segment, begin, end, view.base))
            peak = max(peak, highest)
    return Postings(parts, peak)


def _of_terms(segment: Segment, terms: Ints) -> tuple[Ints, Counts]:
    """Return (articles, counts) over the postings of many terms."""
    slots = np.searchsorted(segment.terms, terms)
    slots = slots[segment.terms.take(slots, mode="clip") == terms] if len(segment.terms) else slots[:0]
    begins = segment.offsets[slots]
    index = spread(begins, segment.offsets[slots + 1] - begins)
    return segment.docs[index], segment.counts[index]


def _in_a_row(segment: Segment, row: Sequence[int]) -> Longs:
    """Return the articles in which terms stand in a row, one for each time."""
    slots = {term: segment.slot(term) for term in set(row)}
    if None in slots.values():
        return np.zeros(0, np.int64)
    lists = [
        segment.docs[segment.offsets[slot] : segment.offsets[slot + 1]]
        for slot in slots.values()
        if slot is not None
    ]
    wanted = _in_all(lists, len(segment))
    keys = {term: _keys(*segment.occurrences(term, wanted)) for term in slots}
    rarest = min(keys, key=lambda term: len(keys[term]))
    starts = keys[rarest] - row.index(rarest)
    for step, term in enumerate(row):
        at = keys[term].searchsorted(starts + step)
        starts = starts[keys[term].take(at, mode="clip") == starts + step] if len(starts) else starts
    return starts >> 32


def _keys(docs: Ints, places: Longs) -> Longs:
    """Return one number for each place of each article, ascending as they are."""
    return (docs.astype(np.int64) << 32) + places


def _in_all(lists: Iterable[Ints], count: int) -> Bools:
    """Return which articles are in every list."""
    flags = []
    for docs in lists:
        held = np.zeros(count, np.bool_)
        held[docs] = True
        flags.append(held)
    return reduce(np.logical_and, flags)
