"""Impacts: a term's weight in an article in one byte, from which the occurrences follow.

An impact is BM25's weight at a segment's mean length, rounded up. Articles have few occurrences of a term, so
that an impact and an article's length nearly always leave one number of occurrences; the others are stored.
"""

from typing import Protocol

import numpy as np
import numpy.typing as npt

from bot.search.index.patched_numbers import patch
from bot.search.scoring import Floats, length_norm

Counts = npt.NDArray[np.unsignedinteger]
Impacts = npt.NDArray[np.uint8]
Longs = npt.NDArray[np.int64]
Indices = npt.NDArray[np.uint32]

IMPACT_STEPS = 255
"""Impacts are multiples of (K1 + 1) / IMPACT_STEPS."""
_STEPS = np.arange(IMPACT_STEPS, dtype=np.float64)
_RATIOS = np.append(_STEPS / (IMPACT_STEPS - _STEPS), 0.0)
"""The most occurrences that have an impact, as a multiple of the length norm; no number for the highest."""


class ExactCounts(Protocol):
    """The occurrences that impacts leave open."""

    @property
    def exact_postings(self) -> Indices:
        """Indices of the postings, ascending."""
        ...

    @property
    def exact_counts(self) -> Indices:
        """Their occurrences."""
        ...


def quantize_impacts(counts: Counts, lengths: npt.NDArray[np.integer], mean_length: float) -> Impacts:
    """Return weights rounded up to multiples of (K1 + 1) / IMPACT_STEPS: never below the exact weight."""
    norm = length_norm(lengths, mean_length).astype(
        np.float32
    )  # half the time of float64; 1e-3 covers the error
    weights = counts / (norm + counts)
    impacts = np.ceil(weights * np.float32(IMPACT_STEPS) + np.float32(1e-3))
    return np.asarray(np.minimum(impacts, IMPACT_STEPS), np.uint8)


def max_impacts(impacts: Impacts, offsets: Longs) -> Impacts:
    """Return the highest impact of each posting list; no list is empty."""
    return np.maximum.reduceat(impacts, offsets[:-1]) if len(impacts) else impacts[:0]


def counts_behind(impacts: Impacts, lengths: npt.NDArray[np.integer], mean_length: float | Floats) -> Indices:
    """Return the most occurrences that have some impacts; `exact_counts` has those that are fewer.

    Args:
        lengths: Terms of the articles.
        mean_length: What the impacts were computed with, one for all or one for each.
    """
    counts: Floats = length_norm(lengths, mean_length) * _RATIOS.take(impacts)
    return counts.astype(np.uint32)


def exceptions(
    counts: Counts, impacts: Impacts, lengths: npt.NDArray[np.integer], mean_length: float
) -> Longs:
    """Return the indices of the postings whose occurrences don't follow from their impacts."""
    return np.flatnonzero(counts_behind(impacts, lengths, mean_length) != counts)


def correct_counts(counts: Counts, postings: npt.NDArray[np.integer], exact: ExactCounts) -> None:
    """Set those of some postings' occurrences that don't follow from impacts.

    Args:
        postings: Indices of the postings.
    """
    patch(counts, postings, exact.exact_postings, exact.exact_counts)
