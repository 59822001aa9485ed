"""Known words near one no article holds, and known words that look like one."""

from collections.abc import Iterable, Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.index.term_dictionary import TermDictionary

_ROWS = (
    *("qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
    *("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرلاىةوزظ"),
)
_NEIGHBOURS = {
    letter: set(row[max(i - 1, 0) : i] + row[i + 1 : i + 2]) for row in _ROWS for i, letter in enumerate(row)
}
SHORTEST = 4


def nearest_words(lexicon: TermDictionary, word: str) -> list[tuple[float, str]]:
    """Return (cost, known word) of those one edit away, two for words of 8 letters or more; cheapest first.

    An edit is a letter put in, left out, changed or swapped with its neighbour; a change to a neighbouring
    key costs less, another first letter more. Words that begin alike are looked at first.
    """
    if len(word) < SHORTEST:
        return []
    most = 2 if len(word) >= 8 else 1
    found = _within(word, lexicon, dict.fromkeys(word[:2]), most)
    if not found:
        letters = lexicon.first_letters()
        found = _within(word, lexicon, letters, 1)
    return sorted((cost(word, other), other) for other in found)


def _within(word: str, lexicon: TermDictionary, first_letters: Iterable[str], most: int) -> list[str]:
    found: list[str] = []
    for length in range(len(word) - most, len(word) + most + 1):
        for letter in first_letters:
            words = lexicon.like(word, length, letter, most=most)
            if words:
                distances = process.cdist(
                    [word], words, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8
                )
                found += [words[i] for i in np.flatnonzero(distances[0] <= most).tolist()]
    return found


def cost(word: str, known: str) -> float:
    """Return how unlikely it is that `known` was meant by `word`; about 1 for each edit."""
    edits = float(OSA.distance(word, known))
    if len(word) == len(known):
        changed = [(a, b) for a, b in zip(word, known, strict=True) if a != b]
        edits -= 0.3 * sum(b in _NEIGHBOURS.get(a, ()) for a, b in changed)
        if len(changed) == 2 and changed[0] == changed[1][::-1]:
            edits -= 0.3
    return edits + 0.5 * (word[0] != known[0])


def most_likely(candidates: Sequence[tuple[float, str, int]], *, limit: int) -> tuple[str, ...]:
    """Return the best of (cost, word, articles holding it): cheapest, then most frequent."""
    if not candidates:
        return ()
    ranked = sorted(candidates, key=lambda each: (each[0] - 0.15 * np.log10(each[2] + 1), each[1]))
    cheapest = ranked[0][0]
    return tuple(word for price, word, _ in ranked[:limit] if price <= cheapest + 0.35)
