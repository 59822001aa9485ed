"""Spelling correction: known word forms near a word that no article contains."""

from collections.abc import Iterable, Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.index.term_dictionary import TermDictionary

MIN_WORD_LENGTH = 4
_SHORT = 5
"""Letters up to which another word is as likely as a slip."""
_ADDED = 2
"""Letters that a word has more than a known one if it is another word."""
_ARABIC_ARTICLE = "ال"
"""Doesn't count towards a word's length: it says nothing about which word is meant."""
_KEYBOARD_ROWS = (
    *("qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
    *("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرلاىةوزظ"),
)
_NEIGHBOURING_KEYS = {
    letter: set(row[max(i - 1, 0) : i] + row[i + 1 : i + 2])
    for row in _KEYBOARD_ROWS
    for i, letter in enumerate(row)
}


def nearest_words(dictionary: TermDictionary, word: str) -> list[tuple[float, str]]:
    """Return (cost, known word form) within one edit, two for words of 8 letters or more; cheapest first.

    An edit inserts, deletes or changes a letter, or swaps two neighbours. A change to a neighbouring key
    costs less, another first letter more. Word forms that begin with one of the word's first two letters are
    tried first.
    """
    if len(word) < MIN_WORD_LENGTH:
        return []
    max_edits = 2 if len(word.removeprefix(_ARABIC_ARTICLE)) >= 8 else 1
    near = _within(word, dictionary, dict.fromkeys(word[:2]), max_edits)
    if not near:
        near = _within(word, dictionary, dictionary.first_letters(), 1)
    return sorted((cost(word, known), known) for known in near)


def is_likely(word: str, known: str) -> bool:
    """Return whether a word can be taken for a known one without asking.

    A short word with another letter or one more is as often another word ("fever" and "fewer"), unless the
    keys are neighbours; a letter that is left out is a slip. Nobody adds two letters by a slip ("gardenia").
    """
    if len(word) - len(known) >= _ADDED:
        return False
    slip = len(word) < len(known) or (len(word) == len(known) and cost(word, known) < 1)
    return len(word) > _SHORT or slip


def _within(word: str, dictionary: TermDictionary, first_letters: Iterable[str], max_edits: int) -> list[str]:
    near: list[str] = []
    for length in range(len(word) - max_edits, len(word) + max_edits + 1):
        for letter in first_letters:
            known = dictionary.near_words(word, length, letter, max_edits=max_edits)
            if known:
                distances = process.cdist(
                    [word], known, scorer=OSA.distance, score_cutoff=max_edits, dtype=np.uint8
                )
                near += [known[i] for i in np.flatnonzero(distances[0] <= max_edits).tolist()]
    return near


def cost(word: str, known: str) -> float:
    """Return how unlikely it is that a word was meant to be a known one; about 1 per edit."""
    edits = float(OSA.distance(word, known))
    if len(word) == len(known):
        changed = [(a, b) for a, b in zip(word, known, strict=True) if a != b]
        edits -= 0.3 * sum(b in _NEIGHBOURING_KEYS.get(a, ()) for a, b in changed)
        if len(changed) == 2 and changed[0] == changed[1][::-1]:
            edits -= 0.3
    return edits + 0.5 * (word[0] != known[0])


def most_likely(candidates: Sequence[tuple[float, str, int]], *, limit: int) -> tuple[str, ...]:
    """Return the best of (cost, word, articles that contain it): cheapest first, then most frequent."""
    if not candidates:
        return ()
    ranked = sorted((price - 0.15 * np.log10(df + 1), word, price) for price, word, df in candidates)
    cheapest = ranked[0][2]
    return tuple(word for _, word, price in ranked[:limit] if price <= cheapest + 0.35)
