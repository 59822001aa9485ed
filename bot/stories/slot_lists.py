"""Which articles have a term among their heaviest: slots by term, ascending."""

import sys
from collections.abc import Sequence

from bot.stories.vector_part import SLOT_BYTES, SavedVectors


class SlotLists:
    """Lists of slots by term number: those of saved vectors are in their files, later ones in memory.

    Args:
        saved: The vectors of the first slots.
    """

    def __init__(self, saved: SavedVectors | None = None) -> None:
        self._saved = saved or SavedVectors()
        # Not arrays: the garbage collector would traverse those, 50 ms for 200,000 terms.
        self._added: dict[int, bytearray] = {}

    def add(self, terms: Sequence[int], slot: int) -> None:
        """Add a slot, higher than all others, to the lists of these terms."""
        number = slot.to_bytes(SLOT_BYTES, sys.byteorder)
        for term in terms:
            held = self._added.get(term)
            if held is None:
                self._added[term] = bytearray(number)
            else:
                held += number

    def newest(self, terms: Sequence[int], count: int) -> list[bytes]:
        """Return the last slots of each term's list, at most `count` > 0, `SLOT_BYTES` bytes each."""
        size = count * SLOT_BYTES
        newest = [bytes(self._added.get(term, b"")[-size:]) for term in terms]
        self._saved.add_newest(terms, newest, size)
        return newest
