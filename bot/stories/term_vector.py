"""The terms of one article as numbers, and in few bytes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.stories.similarity import Codes, Ints

TERM_BYTES = 4
ENTRY_BYTES = TERM_BYTES + 1
"""Bytes per term: its number and its code."""


@dataclass(frozen=True, slots=True)
class TermVector:
    """The terms of one article.

    Args:
        terms: Distinct term numbers, those that weighed most when it was added first, shape (n,).
        codes: Code of each term in the article, shape (n,), > 0.
    """

    terms: Ints
    codes: Codes

    def packed(self) -> bytes:
        """Return the terms, then their codes."""
        return self.terms.tobytes() + self.codes.tobytes()


def unpacked(packed: Sequence[bytes]) -> tuple[TermVector, list[int]]:
    """Return packed vectors one after another, and how many terms each has."""
    lengths = [len(vector) // ENTRY_BYTES for vector in packed]
    split = [(vector, length * TERM_BYTES) for vector, length in zip(packed, lengths, strict=True)]
    terms = np.frombuffer(b"".join([vector[:end] for vector, end in split]), np.int32)
    codes = np.frombuffer(b"".join([vector[end:] for vector, end in split]), np.uint8)
    return TermVector(terms, codes), lengths
