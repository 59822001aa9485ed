"""The term vectors of articles by slot: saved ones stay in mapped files, later ones are in memory."""

from collections.abc import Sequence

import numpy as np

from bot.stories.term_vector import TERM_BYTES, TermVector
from bot.stories.vector_part import SavedVectors


class VectorStore:
    """Term vectors by slot number; slots count up from 0 and are not reused.

    Args:
        saved: The vectors in the first slots.
        removed: Whether each was removed, 1 or 0.
    """

    def __init__(self, saved: SavedVectors | None = None, removed: bytearray | None = None) -> None:
        self.saved = saved or SavedVectors()
        self._removed = bytearray(len(self.saved)) if removed is None else removed
        self._added: list[bytes | None] = []
        """Terms and codes of later vectors. Bytes are small, and the garbage collector skips them."""

    def __len__(self) -> int:
        """Return the number of slots, removed vectors included."""
        return len(self._removed) + len(self._added)

    def __contains__(self, slot: int) -> bool:
        """Return whether the vector in a slot was not removed."""
        added = slot - len(self._removed)
        return not self._removed[slot] if added < 0 else self._added[added] is not None

    def append(self, vector: TermVector) -> None:
        """Add a vector in the next slot."""
        self._added.append(vector.terms.tobytes() + vector.codes.tobytes())

    def remove(self, slot: int) -> None:
        """Remove a vector."""
        added = slot - len(self._removed)
        if added < 0:
            self._removed[slot] = True
        else:
            self._added[added] = None

    def added(self) -> list[TermVector]:
        """Return the vectors in the slots behind the saved ones; those of removed ones have no terms."""
        halves = [_halves(packed or b"") for packed in self._added]
        return [
            TermVector(np.frombuffer(terms, np.int32), np.frombuffer(codes, np.uint8))
            for terms, codes in halves
        ]

    def removed(self) -> bytearray:
        """Return whether the vector in each slot was removed, 1 or 0."""
        return self._removed + bytearray(packed is None for packed in self._added)

    def joined(self, slots: Sequence[int]) -> tuple[TermVector, list[int]]:
        """Return the vectors that are there and have terms one after another, and how many each has."""
        parts = [parts for slot in slots if slot in self and (parts := self._halves(slot))[1]]
        terms = np.frombuffer(b"".join([held for held, _ in parts]), np.int32)
        codes = np.frombuffer(b"".join([held for _, held in parts]), np.uint8)
        return TermVector(terms, codes), [len(held) for _, held in parts]

    def _halves(self, slot: int) -> tuple[bytes | memoryview, bytes | memoryview]:
        """Return a vector's terms and codes as bytes."""
        added = slot - len(self._removed)
        return self.saved.vector(slot) if added < 0 else _halves(self._added[added] or b"")


def _halves(packed: bytes) -> tuple[bytes, bytes]:
    middle = len(packed) // (TERM_BYTES + 1) * TERM_BYTES
    return packed[:middle], packed[middle:]
