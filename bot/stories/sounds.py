"""How names sound, for comparing them across alphabets: "Putin", "Путин" and "بوتين" sound alike.

Arabic and Persian mostly leave out short vowels, and scripts differ in which consonants they tell apart. So a
name is reduced to classes of consonants, and to where vowels are between them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from bot.search.letters import fold, script

_MOST_READINGS = 8
_FEW = 3
"""Consonants up to which every vowel counts; names with fewer say too little."""

_LATIN = {
    "tsch": "X", "shch": "X", "dsch": "J", "sch": "X", "tch": "X", "dzh": "J", "kh": "H", "sh": "X",
    "ch": "XKH",
    "zh": "J", "gh": "K", "ph": "F", "th": "T", "dh": "D", "dj": "J", "ck": "K", "qu": "K", "ts": "S",
    "tz": "S", "ss": "S", "ee": "i", "oo": "u", "ou": "u",
    "b": "B", "p": "B", "f": "F", "v": "Fu", "w": "uF", "d": "D", "t": "T", "k": "K", "q": "K", "x": "K",
    "c": "KSJ", "g": "KJ", "j": "JiH", "s": "S", "z": "S", "h": "H_", "l": "L", "m": "M", "n": "N", "r": "R",
    "a": "a", "e": "e", "i": "i", "o": "o", "u": "u", "y": "i",
}  # fmt: skip
"""Letters -> their classes, several if languages differ; "_" for none. The longest of them counts."""
_CYRILLIC = {
    "дж": "J", "дз": "S", "кс": "K",
    "б": "B", "п": "B", "ф": "F", "в": "Fu", "д": "D", "т": "T", "к": "K", "г": "KH", "х": "H", "ж": "J",
    "ш": "X", "щ": "X", "ч": "X", "ц": "S", "с": "S", "з": "S", "л": "L", "м": "M", "н": "N", "р": "R",
    "а": "a", "э": "e", "е": "e", "и": "i", "ы": "i", "о": "o", "у": "u", "ю": "u", "я": "a", "ё": "o",
    "й": "i", "і": "i", "ї": "i", "є": "e", "ґ": "K",
}  # fmt: skip
_ARABIC = {
    "تش": "X", "دج": "J", "تس": "S", "كس": "K",
    "ب": "B", "پ": "B", "ف": "F", "ڤ": "F", "و": "uF", "د": "D", "ض": "D", "ذ": "D", "ت": "T", "ط": "T",
    "ث": "T", "ك": "K", "ق": "K", "گ": "K", "غ": "K", "خ": "H", "ح": "H", "ه": "H_", "ج": "JK", "ژ": "J",
    "ش": "X", "چ": "X", "س": "S", "ص": "S", "ز": "S", "ظ": "S", "ل": "L", "م": "M", "ن": "N", "ر": "R",
    "ا": "a", "ي": "i",
}  # fmt: skip
_ALPHABETS = {"latin": _LATIN, "cyrillic": _CYRILLIC, "arabic": _ARABIC}
_LETTERS = {
    name: re.compile("|".join(sorted(alphabet, key=len, reverse=True)))
    for name, alphabet in _ALPHABETS.items()
}
_OPEN, _NARROW, _ROUND = frozenset("aeo"), frozenset("eia"), frozenset("oua")
_WRITTEN_FOR = {"a": _OPEN, "i": _NARROW, "u": _ROUND}
"""The vowels that a long vowel of Arabic script is written for in names of other languages."""


@dataclass(frozen=True, slots=True)
class Sound:
    """One reading of a name.

    Args:
        consonants: Their classes, one letter each, doubled ones once.
        vowels: The vowels before each consonant, without those after the last one.
        abjad: Whether short vowels are left out.
    """

    consonants: str
    vowels: tuple[str, ...]
    abjad: bool


@lru_cache(maxsize=50_000)
def sounds_of(name: str) -> tuple[Sound, ...]:
    """Return the readings of a name with enough consonants to be told from others."""
    folded = fold(name)
    alphabet = script(folded)
    if alphabet not in _ALPHABETS:
        return ()
    classes = [_ALPHABETS[alphabet][found[0]] for found in _LETTERS[alphabet].finditer(folded)]
    readings = (_read(reading, alphabet) for reading in islice(product(*classes), _MOST_READINGS))
    return tuple(dict.fromkeys(reading for reading in readings if len(reading.consonants) >= _FEW))


def likeness(first: Sound, second: Sound) -> float:
    """Return whether two readings may be of one name: 1 for surely, 0.5 for perhaps, 0 for no.

    The order of the two doesn't matter.
    """
    if first.consonants != second.consonants:
        return 0.0
    pairs = [
        _agree(one, other, first=place == 0, abjad=(first.abjad, second.abjad))
        for place, (one, other) in enumerate(zip(first.vowels, second.vowels, strict=True))
    ]
    missing = pairs.count(False)
    if None in pairs or missing > len(pairs) // 2:
        return 0.0
    return 0.5 if missing else 1.0


def _agree(one: str, other: str, *, first: bool, abjad: tuple[bool, bool]) -> bool | None:
    """Return whether the vowels between two consonants agree: False if left out, None if they differ."""
    if abjad[0] == abjad[1]:
        return bool(one) == bool(other)
    spoken, written = (other, one) if abjad[0] else (one, other)
    if not written:
        return not spoken
    fits = spoken and (first or any(_WRITTEN_FOR[vowel] & set(spoken) for vowel in written))
    return True if fits else None


def _read(classes: Sequence[str], alphabet: str) -> Sound:
    consonants, vowels, gap = "", list[str](), ""
    for letter in classes:
        if not letter.isupper():
            gap += letter.strip("_")
        elif gap or not consonants.endswith(letter):
            consonants += letter
            vowels.append(gap)
            gap = ""
    return Sound(consonants, tuple(vowels), alphabet == "arabic")
