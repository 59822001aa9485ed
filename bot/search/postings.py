"""Posting lists over several segments: one part a segment, copied together only where that is quicker."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.search.formula import Floats
from bot.search.segment import Counts, Ints

Codes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.intp]


class Part(NamedTuple):
    """A list within one segment.

    Args:
        docs: Places in the segment, ascending.
        codes: See `Segment`.
        base: Place of the segment's first article among all.
    """

    docs: Ints | Places
    counts: Counts
    codes: Codes
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
        self.size = sum([len(part.docs) for part in parts])

    @property
    def docs(self) -> Places:
        """Places among all articles, ascending, as NumPy takes them for indexing."""
        return gathered([self]).docs

    @property
    def counts(self) -> Counts:
        """Occurrences in each of `docs`."""
        return gathered([self]).counts

    def counts_of(self, docs: Places) -> Counts:
        """Return how often it occurs in each of some articles, ascending."""
        return sum((_looked_up(docs, part) for part in self.parts), np.zeros(len(docs), np.uint8))


def _looked_up(docs: Places, part: Part) -> Counts:
    wanted = (docs - part.base if part.base else docs).astype(part.docs.dtype, copy=False)
    at = part.docs.searchsorted(wanted)
    found: Counts = part.counts.take(at, mode="clip") * (part.docs.take(at, mode="clip") == wanted)
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

    lists: Sequence[Postings]
    docs: Places
    codes: Codes
    sizes: Sequence[int]

    @property
    def counts(self) -> Counts:
        """Occurrences, in the order of `docs`."""
        return np.concatenate([part.counts for each in self.lists for part in each.parts])

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
    if not parts:
        return Gathered(lists, np.zeros(0, np.intp), np.zeros(0, np.uint8), [0] * len(lists))
    docs: Places = np.concatenate([part.docs for part in parts], dtype=np.intp)
    end = 0
    for part in parts:
        begin, end = end, end + len(part.docs)
        if part.base:
            docs[begin:end] += part.base
    codes = np.concatenate([part.codes for part in parts])
    return Gathered(lists, docs, codes, [each.size for each in lists])
