"""The term vectors of articles by slot: saved ones stay in the mapped file, later ones are in memory."""

from array import array
from collections.abc import Sequence

import numpy as np

from bot.stories.similarity import Codes, Ints
from bot.stories.term_vector import TERM_BYTES, TermVector


class VectorStore:
    """Term vectors by slot number; slots count up from 0 and are never reused.

    Args:
        terms: Terms of the saved vectors in slot order, one after another; may be mapped.
        codes: Their codes.
        lengths: How many terms each of them has, 0 for a removed one.
    """

    def __init__(self, terms: Ints, codes: Codes, lengths: Ints) -> None:
        # Views of bytes: slicing and joining them takes a tenth of the time that arrays take.
        self._terms, self._codes = terms.data.cast("B"), codes.data.cast("B")
        self._ends = array("q", np.cumsum(lengths, dtype=np.int64).tobytes())
        self._removed = bytearray(len(lengths))
        self._added: list[bytes | None] = []
        """Terms and codes of later vectors. Bytes are small, and the garbage collector skips them."""

    @classmethod
    def empty(cls) -> "VectorStore":
        """Return a store without vectors."""
        return cls(np.zeros(0, np.int32), np.zeros(0, np.uint8), np.zeros(0, np.int32))

    def kept_in(self, vectors: TermVector, lengths: Ints, slots: Sequence[int]) -> "VectorStore":
        """Return the same vectors, those in a file read from there.

        Args:
            vectors: All vectors that were not removed in slot order, one after another, as the file has them.
            lengths: How many terms each has.
            slots: Where each is.
        """
        by_slot = np.zeros(len(self), np.int32)
        by_slot[list(slots)] = lengths
        kept = VectorStore(vectors.terms, vectors.codes, by_slot)
        kept._removed = bytearray(slot not in self for slot in range(len(self)))
        return kept

    def __len__(self) -> int:
        """Return the number of slots, removed vectors included."""
        return len(self._ends) + len(self._added)

    def __contains__(self, slot: int) -> bool:
        """Return whether the vector in a slot was not removed."""
        added = slot - len(self._ends)
        return not self._removed[slot] if added < 0 else self._added[added] is not None

    def append(self, vector: TermVector) -> None:
        """Add a vector in the next slot."""
        self._added.append(vector.terms.tobytes() + vector.codes.tobytes())

    def remove(self, slot: int) -> None:
        """Remove a vector."""
        added = slot - len(self._ends)
        if added < 0:
            self._removed[slot] = True
        else:
            self._added[added] = None

    def joined(self, slots: Sequence[int]) -> tuple[TermVector, list[int]]:
        """Return the vectors that are there and have terms one after another, and how many each has."""
        parts = [parts for slot in slots if slot in self and (parts := self._parts(slot))[1]]
        terms = np.frombuffer(b"".join([held for held, _ in parts]), np.int32)
        codes = np.frombuffer(b"".join([held for _, held in parts]), np.uint8)
        return TermVector(terms, codes), [len(held) for _, held in parts]

    def _parts(self, slot: int) -> tuple[bytes | memoryview, bytes | memoryview]:
        """Return a vector's terms and codes as bytes."""
        added = slot - len(self._ends)
        if added < 0:
            start, end = self._ends[slot - 1] if slot else 0, self._ends[slot]
            return self._terms[start * TERM_BYTES : end * TERM_BYTES], self._codes[start:end]
        packed = self._added[added] or b""
        middle = len(packed) // (TERM_BYTES + 1) * TERM_BYTES
        return packed[:middle], packed[middle:]
