"""Which articles have a term among their heaviest: slots by term, ascending."""

import sys
from array import array
from collections.abc import Sequence

import numpy as np

from bot.stories.similarity import Ints

SLOT_BYTES = 4
"""Bytes per slot number, in this machine's byte order."""


class SlotLists:
    """Lists of slots by term number: those known at the start in one array, later ones in lists of their own.

    Args:
        heaviest: The terms of each slot that are listed, in slot order.
        terms: Number of terms.
    """

    def __init__(self, heaviest: Sequence[Ints] = (), terms: int = 0) -> None:
        slots = np.repeat(np.arange(len(heaviest), dtype=np.int32), [len(held) for held in heaviest])
        numbers = np.concatenate(heaviest) if heaviest else np.zeros(0, np.int32)
        self._slots = slots[np.argsort(numbers, kind="stable")].tobytes()
        ends = np.cumsum(np.bincount(numbers, minlength=terms)) * SLOT_BYTES
        self._ends = array("q", ends.astype(np.int64).tobytes())
        # Not arrays: the garbage collector would traverse those, 50 ms for 200,000 terms.
        self._added: dict[int, bytearray] = {}

    def add(self, terms: Sequence[int], slot: int) -> None:
        """Add a slot, higher than all others, to the lists of some terms."""
        number = slot.to_bytes(SLOT_BYTES, sys.byteorder)
        for term in terms:
            held = self._added.get(term)
            if held is None:
                self._added[term] = bytearray(number)
            else:
                held += number

    def newest(self, term: int, count: int) -> bytes:
        """Return the last slots of a term's list, at most `count` > 0, `SLOT_BYTES` bytes each."""
        added = bytes(self._added.get(term, b"")[-count * SLOT_BYTES :])
        if term >= len(self._ends) or (missing := count * SLOT_BYTES - len(added)) <= 0:
            return added
        start, end = self._ends[term - 1] if term else 0, self._ends[term]
        return self._slots[max(start, end - missing) : end] + added
