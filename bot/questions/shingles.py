"""Shingles: runs of five words, by which texts are recognised word for word."""

import re
from collections.abc import Set

SAME_TEXT = 0.5
"""Share of the shorter text's shingles from which two texts count as the same."""
_SHINGLE = 5
"""Words of a shingle; this many in a row rarely coincide by chance."""
_LEAST_SHARED = 2
"""Shingles that two sentences must share: a single one may be a common phrase."""
_WORD = re.compile(r"\w+")

Shingles = Set[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    """Return a text's shingles; none if it has fewer than five words."""
    words = _WORD.findall(text.casefold())
    return {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}


def containment(left: Shingles, right: Shingles) -> float:
    """Return the share of the shorter text's shingles that the longer text contains, 0 to 1."""
    return len(left & right) / max(min(len(left), len(right)), 1)


def are_same(left: Shingles, right: Shingles) -> bool:
    """Return whether the shorter of two sentences is mostly a part of the other, word for word."""
    return len(left & right) >= max(_LEAST_SHARED, SAME_TEXT * min(len(left), len(right)))
