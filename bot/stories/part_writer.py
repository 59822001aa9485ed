"""Writes files of term vectors, and joins small ones, in memory that does not grow with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.search.index.array_file import ArrayFile
from bot.stories.similarity import Ints
from bot.stories.term_vector import POSTED, TermVector
from bot.stories.vector_part import PART_FORMAT, VectorPart

_PIECE = 500_000
"""Numbers handled at once: a call blocks all threads, so it must last only milliseconds."""
_PIECE_VECTORS = 2_000
_Longs = npt.NDArray[np.int64]
_Removed = npt.NDArray[np.bool_]


def count_parts_kept(sizes: Sequence[int], added: int) -> int:
    """Return how many parts stay as they are when vectors are added; the later ones are joined with these.

    Every part is larger than all after it together, so that a vector is written once per doubling.

    Args:
        sizes: Vectors in each part.
        added: New vectors.
    """
    kept, behind = len(sizes), added
    for at in range(len(sizes) - 1, -1, -1):
        if sizes[at] <= behind:
            kept = at
        behind += sizes[at]
    return kept


def write_part(
    file: Path,
    parts: Sequence[VectorPart],
    added: Sequence[TermVector],
    *,
    first: int,
    removed: bytearray,
    compact: bool = False,
) -> None:
    """Write the vectors of parts and then added ones to a new part, without what was removed.

    Args:
        parts: Neighbours, ascending.
        added: In the slots behind the parts; those of removed ones have no terms.
        first: The first slot.
        removed: Whether the vector in each slot was removed, 1 or 0; of all slots.
        compact: Whether slots of removed vectors are left out, and later slots move up; only if `first` is 0.

    Raises:
        OSError: The file can't be written.
    """
    mask = np.frombuffer(bytes(removed), np.bool_)
    sources = [*map(_Vectors.of_part, parts), _Vectors.of_added(added, first + sum(map(len, parts)))]
    lengths = np.concatenate([source.lengths(mask) for source in sources])
    numbers = np.arange(len(mask), dtype=np.int32)
    if compact:
        lengths, numbers = lengths[~mask], np.cumsum(~mask, dtype=np.int32) - 1
    lists = [source.lists for source in sources]
    live_entries = sum(source.count_live(mask) for source in lists)
    size = int(lengths.sum())
    shapes: dict[str, tuple[np.dtype[Any], int]] = {
        "ends": (np.dtype(np.int64), len(lengths)),
        "terms": (np.dtype(np.int32), size),
        "codes": (np.dtype(np.uint8), size),
        "slots": (np.dtype(np.int32), live_entries),
    }
    out = ArrayFile(file, shapes, {"format": PART_FORMAT, "first": first})
    out.put("ends", 0, np.cumsum(lengths, dtype=np.int64))
    _put_vectors(out, sources, mask)
    _put_lists(out, lists, mask, numbers)
    out.close()


@dataclass(frozen=True, slots=True)
class _Lists:
    """Lists of slots by term, as in `VectorPart`."""

    listed: Ints
    ends: _Longs
    slots: Ints

    @classmethod
    def sorted(cls, terms: Ints, slots: Ints) -> "_Lists":
        """Return the lists of slots that go with terms.

        Args:
            slots: Ascending for each term.
        """
        order = np.argsort(terms, kind="stable")
        terms, slots = terms[order], slots[order]
        last = np.flatnonzero(np.append(terms[1:] != terms[:-1], True)) if len(terms) else np.zeros(0, int)
        return cls(terms[last], (last + 1).astype(np.int64), slots)

    def count_live(self, removed: _Removed) -> int:
        """Return how many entries are of slots that were not removed."""
        begins = range(0, len(self.slots), _PIECE)
        return sum(int(np.count_nonzero(~removed[self.slots[at : at + _PIECE]])) for at in begins)

    def between(self, first: int, last: int, removed: _Removed) -> tuple[Ints, Ints]:
        """Return the terms from `first` until before `last`, and the slots of each that were not removed."""
        begin, end = self.listed.searchsorted(np.array([first, last], np.int64)).tolist()
        ends = np.concatenate([self.ends[begin - 1 : begin] if begin else [0], self.ends[begin:end]])
        slots = self.slots[int(ends[0]) : int(ends[-1])]
        terms = np.repeat(self.listed[begin:end], np.diff(ends))
        kept = ~removed[slots]
        return terms[kept], slots[kept]


@dataclass(frozen=True, slots=True)
class _Vectors:
    """Vectors of neighbouring slots, and the lists of slots of their heaviest terms."""

    first: int
    ends: _Longs
    terms: Ints
    codes: npt.NDArray[np.uint8]
    lists: _Lists

    @classmethod
    def of_part(cls, part: VectorPart) -> "_Vectors":
        """Return those of a part."""
        lists = _Lists(part.listed, part.listed_ends, part.slots)
        return cls(part.first, part.ends, part.terms, part.codes, lists)

    @classmethod
    def of_added(cls, added: Sequence[TermVector], first: int) -> "_Vectors":
        """Return vectors that have no part yet."""
        ends = np.cumsum([len(vector.terms) for vector in added], dtype=np.int64)
        terms = np.concatenate([np.zeros(0, np.int32), *(vector.terms for vector in added)])
        codes = np.concatenate([np.zeros(0, np.uint8), *(vector.codes for vector in added)])
        heaviest = [vector.terms[:POSTED] for vector in added]
        slots = np.arange(first, first + len(added), dtype=np.int32).repeat(list(map(len, heaviest)))
        lists = _Lists.sorted(np.concatenate([np.zeros(0, np.int32), *heaviest]), slots)
        return cls(first, ends, terms, codes, lists)

    def lengths(self, removed: _Removed) -> _Longs:
        """Return how many terms each has, none if it was removed."""
        lengths = np.diff(self.ends, prepend=0)
        return np.where(removed[self.first : self.first + len(lengths)], 0, lengths)

    def pieces(self, removed: _Removed) -> Iterator[tuple[Ints, npt.NDArray[np.uint8]]]:
        """Yield the terms and codes that were not removed, a batch of vectors at a time."""
        for begin in range(0, len(self.ends), _PIECE_VECTORS):
            ends = self.ends[begin : begin + _PIECE_VECTORS]
            start = int(self.ends[begin - 1]) if begin else 0
            live = ~removed[self.first + begin : self.first + begin + len(ends)]
            kept = np.repeat(live, np.diff(ends, prepend=start))
            yield self.terms[start : int(ends[-1])][kept], self.codes[start : int(ends[-1])][kept]


def _put_vectors(out: ArrayFile, sources: Sequence[_Vectors], removed: _Removed) -> None:
    at = 0
    for source in sources:
        for terms, codes in source.pieces(removed):
            out.put("terms", at, terms)
            out.put("codes", at, codes)
            at += len(terms)


def _put_lists(out: ArrayFile, lists: Sequence[_Lists], removed: _Removed, numbers: Ints) -> None:
    """Write the lists of several sources, in the order of their slots, as one list of each term.

    Args:
        numbers: The new number of each slot, ascending.
    """
    listed, ends, at = [np.zeros(0, np.int32)], [np.zeros(0, np.int64)], 0
    borders = _borders(lists)
    for first, last in pairwise(borders):
        pairs = [source.between(first, last, removed) for source in lists]
        joined = _Lists.sorted(
            np.concatenate([terms for terms, _ in pairs]), np.concatenate([slots for _, slots in pairs])
        )
        out.put("slots", at, numbers.take(joined.slots))
        listed.append(joined.listed)
        ends.append(joined.ends + at)
        at += len(joined.slots)
    out.append("listed", np.concatenate(listed))
    out.append("listed_ends", np.concatenate(ends))


def _borders(lists: Sequence[_Lists]) -> list[int]:
    """Return numbers of terms between which there are about as many entries as fit into a piece."""
    largest = max(lists, key=lambda source: len(source.slots))
    count = sum(len(source.slots) for source in lists) // _PIECE + 1
    marks = np.arange(1, count) * (len(largest.slots) // count)
    inner = largest.listed[largest.ends.searchsorted(marks)] if count > 1 else np.zeros(0, np.int32)
    return [0, *np.unique(inner).tolist(), np.iinfo(np.int32).max]
