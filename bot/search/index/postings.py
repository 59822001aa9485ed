"""Posting lists over several segments: one part a segment, copied together only where that is quicker."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from bot.search.index.segment import Counts, Ints
from bot.search.scoring import Floats

Codes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.intp]

_NOWHERE = np.zeros(0, np.intp)
_NO_CODES = np.zeros(0, np.uint8)


class Source(Protocol):
    """Where lists stand end to end, as in a `Segment`."""

    @property
    def docs(self) -> Ints | Places:
        """Places in the segment, ascending in each list."""
        ...

    @property
    def counts(self) -> Counts:
        """Occurrences in each."""
        ...

    @property
    def codes(self) -> Codes:
        """Their weights, see `Segment`."""
        ...


class Part(NamedTuple):
    """A list within one segment.

    Args:
        source: The list is at begin:end of its arrays.
        base: Place of the segment's first article among all.
    """

    source: Source
    begin: int
    end: int
    base: int = 0


class Postings:
    """A list over all articles.

    Args:
        parts: In the order of their segments, none empty.
        peak: No code is higher.
    """

    __slots__ = ("parts", "peak", "size")

    def __init__(self, parts: Sequence[Part], peak: int) -> None:
        self.parts = parts
        self.peak = peak
        self.size = sum([end - begin for _, begin, end, _ in parts])

    @property
    def docs(self) -> Places:
        """Places among all articles, ascending, as NumPy takes them for indexing."""
        return _places(self.parts)

    @property
    def counts(self) -> Counts:
        """Occurrences in each of `docs`."""
        return _occurrences(self.parts)

    def counts_of(self, docs: Places) -> Counts:
        """Return how often it occurs in each of some articles, ascending."""
        return sum((_looked_up(docs, part) for part in self.parts), np.zeros(len(docs), np.uint8))


def _looked_up(docs: Places, part: Part) -> Counts:
    held = part.source.docs[part.begin : part.end]
    wanted = (docs - part.base if part.base else docs).astype(held.dtype, copy=False)
    at = held.searchsorted(wanted)
    counts = part.source.counts[part.begin : part.end]
    found: Counts = counts.take(at, mode="clip") * (held.take(at, mode="clip") == wanted)
    return found


class Hits(NamedTuple):
    """Postings in any order: (articles, occurrences, what the term counts for)."""

    docs: Places
    counts: Counts
    weights: Floats


@dataclass(frozen=True, slots=True)
class Gathered:
    """Several lists end to end in one copy.

    Args:
        docs: Places among all articles, ascending in each list.
        sizes: Postings of each list.
    """

    parts: Sequence[Part]
    docs: Places
    codes: Codes
    sizes: Sequence[int]

    @property
    def counts(self) -> Counts:
        """Occurrences, in the order of `docs`."""
        return _occurrences(self.parts)

    def hits(self, at: Places, weights: Floats) -> Hits:
        """Return the postings at some places of `docs`, ascending.

        Args:
            weights: What each list counts for.
        """
        ends = np.cumsum(self.sizes)
        return Hits(self.docs[at], self.counts[at], weights.take(ends.searchsorted(at, side="right")))


def gathered(lists: Sequence[Postings]) -> Gathered:
    """Return lists in one copy."""
    parts = [part for each in lists for part in each.parts]
    codes = [source.codes[begin:end] for source, begin, end, _ in parts]
    return Gathered(
        parts, _places(parts), np.concatenate(codes) if codes else _NO_CODES, [each.size for each in lists]
    )


def _places(parts: Sequence[Part]) -> Places:
    if not parts:
        return _NOWHERE
    docs: Places = np.concatenate([source.docs[begin:end] for source, begin, end, _ in parts], dtype=np.intp)
    last = 0
    for _, begin, end, base in parts:
        first, last = last, last + end - begin
        if base:
            docs[first:last] += base
    return docs


def _occurrences(parts: Sequence[Part]) -> Counts:
    return np.concatenate([source.counts[begin:end] for source, begin, end, _ in parts] or [_NO_CODES])
