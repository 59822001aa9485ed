"""What stays of a segment when it is merged: its living articles, a piece at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bot.search.index.array_file import Array
from bot.search.index.segment import Bools, Ints, Longs, Segment, bounds

PIECE = 250_000
"""Postings or occurrences moved at once: a few milliseconds."""


@dataclass(frozen=True)
class LiveSegment:
    """A segment with which of its articles stay; None for all."""

    segment: Segment
    alive: Bools | None

    @cached_property
    def lengths(self) -> Ints:
        """Terms of each article that stays."""
        return self.segment.lengths if self.alive is None else self.segment.lengths[self.alive]

    @cached_property
    def places(self) -> Ints:
        """Place of each article among those that stay."""
        alive = np.ones(len(self.segment), np.bool_) if self.alive is None else self.alive
        return np.cumsum(alive, dtype=np.int32) - np.int32(1)

    def column(self, name: str) -> Array:
        """Return one value for each article that stays."""
        whole: Array = getattr(self.segment, name)
        return whole if self.alive is None else whole[self.alive]

    def stretches(self, name: str) -> Longs:
        """Return how long each staying article's stretch of another array is, from its bounds."""
        sizes: Longs = np.diff(getattr(self.segment, name))
        return sizes if self.alive is None else sizes[self.alive]

    def flat(self, values: str, starts: str) -> Iterator[Array]:
        """Yield the staying articles' stretches of an array, some articles at a time."""
        array, begins = getattr(self.segment, values), getattr(self.segment, starts)
        for first, last in pieces(begins):
            piece = array[begins[first] : begins[last]]
            if self.alive is not None:
                piece = piece[np.repeat(self.alive[first:last], np.diff(begins[first : last + 1]))]
            yield piece

    def lists(self, first: int, last: int) -> "LiveDocs":
        """Return the postings of terms numbered from `first` to before `last`."""
        segment = self.segment
        low, high = np.searchsorted(segment.terms, [first, last]).tolist()
        begin, end = segment.offsets[[low, high]].tolist()
        found = LiveDocs(
            segment.terms[low:high],
            np.diff(segment.offsets[low : high + 1]),
            segment.docs[begin:end],
            segment.counts[begin:end],
            segment.positions[segment.spots[low] : segment.spots[high]],
        )
        return found if self.alive is None else found.kept(self.alive, self.places)


@dataclass(frozen=True, slots=True)
class LiveDocs:
    """Posting lists end to end: (terms, postings of each, articles, counts, positions)."""

    terms: Ints
    sizes: Longs
    docs: Ints
    counts: Array
    positions: Array

    def kept(self, alive: Bools, places: Ints) -> "LiveDocs":
        """Return the lists without the dead, the others renumbered."""
        stay = alive[self.docs]
        sizes = np.add.reduceat(stay, bounds(self.sizes)[:-1], dtype=np.int64) if len(stay) else self.sizes
        held = sizes > 0
        positions = self.positions[np.repeat(stay, self.counts)]
        return LiveDocs(self.terms[held], sizes[held], places[self.docs[stay]], self.counts[stay], positions)


def pieces(starts: Longs) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of runs of stretches that hold about PIECE values together."""
    first, count = 0, len(starts) - 1
    while first < count:
        last = int(np.searchsorted(starts, starts[first] + PIECE, side="right")) - 1
        last = min(max(last, first + 1), count)
        yield first, last
        first = last
