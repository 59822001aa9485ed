"""A file of term vectors: those of neighbouring slots, and which slots have a term among their heaviest."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.errors import IndexFilesError
from bot.search.index.array_file import read_arrays
from bot.stories.similarity import Codes, Ints
from bot.stories.term_vector import TERM_BYTES

PART_FORMAT = 1
SLOT_BYTES = 4
"""Bytes per slot number, in this machine's byte order."""


@dataclass(frozen=True, slots=True)
class VectorPart:
    """The vectors of neighbouring slots, and their lists of slots by term; mapped from a file.

    Args:
        file: Where they are.
        first: The first of the slots.
        ends: Where the vector of each slot ends in `terms` and `codes`, shape (slots,).
        terms: Terms of the vectors, one after another.
        codes: Their codes.
        listed: The terms that have a list, ascending, shape (n,).
        listed_ends: Where the list of each ends in `slots`, shape (n,).
        slots: The lists, each ascending.
    """

    file: Path
    first: int
    ends: npt.NDArray[np.int64]
    terms: Ints
    codes: Codes
    listed: Ints
    listed_ends: npt.NDArray[np.int64]
    slots: Ints

    @classmethod
    def read(cls, file: Path) -> "VectorPart":
        """Return the part in a file.

        Raises:
            IndexFilesError: The file is missing, truncated or in another format.
        """
        arrays, facts = read_arrays(file)
        if facts.get("format") != PART_FORMAT:
            raise IndexFilesError(f"{file.name} has another format")
        names = ("ends", "terms", "codes", "listed", "listed_ends", "slots")
        return cls(file, int(facts["first"]), *(arrays[name] for name in names))

    def __len__(self) -> int:
        """Return the number of slots."""
        return len(self.ends)


class SavedVectors:
    """The vectors of several parts, whose slots count up from 0, and their lists of slots.

    Args:
        parts: In the order of their slots, without a gap.
    """

    def __init__(self, parts: Sequence[VectorPart] = ()) -> None:
        self.parts = tuple(parts)
        self._firsts = [part.first for part in parts]
        # Views of bytes: slicing and joining them takes a tenth of the time that arrays take.
        self._terms = [part.terms.data.cast("B") for part in parts]
        self._codes = [part.codes.data.cast("B") for part in parts]
        self._ends = [part.ends.data.cast("B").cast("q") for part in parts]
        self._slots = [part.slots.data.cast("B") for part in parts]

    def __len__(self) -> int:
        """Return the number of slots."""
        return self.parts[-1].first + len(self.parts[-1]) if self.parts else 0

    def vector(self, slot: int) -> tuple[memoryview, memoryview]:
        """Return the terms and codes of a vector as bytes."""
        at = bisect_right(self._firsts, slot) - 1
        inside, ends = slot - self._firsts[at], self._ends[at]
        start, end = ends[inside - 1] if inside else 0, ends[inside]
        return self._terms[at][start * TERM_BYTES : end * TERM_BYTES], self._codes[at][start:end]

    def add_newest(self, terms: Sequence[int], newest: list[bytes], size: int) -> None:
        """Complete the newest slots of each term by saved ones.

        Args:
            newest: By term, newer slots; changed in place.
            size: Most bytes of each.
        """
        wanted = np.array(terms, np.int32)
        for at in range(len(self.parts) - 1, -1, -1):
            part = self.parts[at]
            places = part.listed.searchsorted(wanted)
            there = (
                np.flatnonzero(part.listed.take(places, mode="clip") == wanted) if len(part.listed) else ()
            )
            for number in map(int, there):
                missing = size - len(newest[number])
                if missing > 0:
                    place = int(places[number])
                    start = int(part.listed_ends[place - 1]) * SLOT_BYTES if place else 0
                    end = int(part.listed_ends[place]) * SLOT_BYTES
                    newest[number] = bytes(self._slots[at][max(start, end - missing) : end]) + newest[number]
