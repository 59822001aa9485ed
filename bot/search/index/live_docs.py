"""What a merge keeps of a segment: its live articles, read in chunks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bot.search.index.array_file import Array
from bot.search.index.segment import Bools, Docs, Ints, Longs, Segment, offsets_of

CHUNK_SIZE = 250_000
"""Postings or occurrences moved at once: a few milliseconds."""


@dataclass(frozen=True)
class LiveSegment:
    """A segment and which of its articles are live; None for all."""

    segment: Segment
    live_docs: Bools | None

    @cached_property
    def lengths(self) -> Ints:
        """Terms of each live article."""
        return self.column("lengths")

    @cached_property
    def new_docs(self) -> Ints:
        """Number of each article once the deleted are dropped; meaningless for deleted articles."""
        live = np.ones(len(self.segment), np.bool_) if self.live_docs is None else self.live_docs
        return np.cumsum(live, dtype=np.int32) - np.int32(1)

    def column(self, name: str) -> Array:
        """Return the live articles' values of an array with one value per article."""
        values: Array = getattr(self.segment, name)
        return values if self.live_docs is None else values[self.live_docs]

    def sizes(self, offsets_name: str) -> Longs:
        """Return how many values each live article has in an array, given the name of its offsets."""
        sizes: Longs = np.diff(getattr(self.segment, offsets_name))
        return sizes if self.live_docs is None else sizes[self.live_docs]

    def values(self, name: str, offsets_name: str) -> Iterator[Array]:
        """Yield the live articles' values of an array with several values per article, in chunks."""
        array = getattr(self.segment, name)
        return self._live(array.__getitem__, getattr(self.segment, offsets_name))

    def tokens(self) -> Iterator[Ints]:
        """Yield the term numbers of the live articles' texts, in chunks."""
        return self._live(self.segment.tokens, self.segment.token_offsets)

    def start_steps(self) -> Iterator[Longs]:
        """Yield the steps between the live articles' sentence starts, in chunks."""
        segment = self.segment
        return self._live(segment.steps.range, segment.sentence_offsets)

    def _live(self, values: Callable[[slice], Array], offsets: Longs) -> Iterator[Array]:
        """Yield the values of live articles, given a function that returns those of a range."""
        for first, last in chunks(offsets):
            chunk = values(slice(int(offsets[first]), int(offsets[last])))
            if self.live_docs is not None:
                chunk = chunk[np.repeat(self.live_docs[first:last], np.diff(offsets[first : last + 1]))]
            yield chunk

    def postings(self, first: int, end: int) -> "LivePostings":
        """Return the postings of the term numbers first <= term < end."""
        segment = self.segment
        low, high = np.searchsorted(segment.terms, [first, end]).tolist()
        begin, stop = segment.posting_offsets[[low, high]].tolist()
        postings = LivePostings(
            segment.terms[low:high],
            np.diff(segment.posting_offsets[low : high + 1]),
            segment.docs[begin:stop],
            segment.counts(slice(begin, stop)),
        )
        return postings if self.live_docs is None else postings.without_deleted(self.live_docs, self.new_docs)


@dataclass(frozen=True, slots=True)
class LivePostings:
    """Concatenated posting lists.

    Args:
        sizes: Postings of each term.
    """

    terms: Ints
    sizes: Longs
    docs: Docs | Ints
    counts: Array

    def without_deleted(self, live_docs: Bools, new_docs: Ints) -> "LivePostings":
        """Return the postings of live articles, renumbered; terms without any are dropped."""
        live = live_docs[self.docs]
        begins = offsets_of(self.sizes)[:-1]
        sizes = np.add.reduceat(live, begins, dtype=np.int64) if len(live) else self.sizes
        kept = sizes > 0
        return LivePostings(self.terms[kept], sizes[kept], new_docs[self.docs[live]], self.counts[live])


def chunks(offsets: Longs) -> Iterator[tuple[int, int]]:
    """Yield (first, end) of runs of items that have about CHUNK_SIZE values together."""
    first, count = 0, len(offsets) - 1
    while first < count:
        end = int(np.searchsorted(offsets, offsets[first] + CHUNK_SIZE, side="right")) - 1
        end = min(max(end, first + 1), count)
        yield first, end
        first = end
