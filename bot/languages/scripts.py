"""Scripts, by the names Unicode gives their letters ("LATIN", "ARABIC")."""

import unicodedata
from functools import cache

from bot.languages.language import language, languages

_WITHOUT_FILE = {
    "ARABIC": "ur ps ckb ug sd",
    "CYRILLIC": "be bg mk sr kk ky mn tg",
    "HEBREW": "he yi",
    "GREEK": "el",
    "DEVANAGARI": "hi mr ne",
    "BENGALI": "bn as",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "HANGUL": "ko",
    "CJK": "zh",
    "HIRAGANA": "ja",
}
"""Languages that have no file of words but are not written in Latin letters."""
_WITH_CAPITALS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN")
_SCRIPT_OF = {code: script for script, codes in _WITHOUT_FILE.items() for code in codes.split()}

PERSIAN_FORMS = str.maketrans("يكى", "یکی")
"""Persian is often typed with the Arabic forms of two letters, which models take for Arabic."""


def script_of(code: str) -> str:
    """Return the script of a language (ISO 639-1), "LATIN" for an unknown one."""
    return _SCRIPT_OF.get(code) or language(code).script


def has_capitals(code: str) -> bool:
    """Return whether a language shows names by their capitals."""
    return script_of(code) in _WITH_CAPITALS


def scripts_of(text: str) -> frozenset[str]:
    """Return the known scripts of a text's letters."""
    names = (unicodedata.name(letter, "").split(" ", 1)[0] for letter in text if letter.isalpha())
    return _known().intersection(names)


@cache
def _known() -> frozenset[str]:
    return frozenset((*_WITHOUT_FILE, *(known.script for known in languages())))
