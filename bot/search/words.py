"""Finds the words of a text, and the parts of words that are written in several ways.

Most words are one term. Some are several: "covid19" is also written "covid-19" and "covid 19"; a Persian word
with a half-space is also written without it; Chinese, Japanese, Korean and Thai text is indexed by
overlapping pairs of signs, since it has no spaces between words, or endings on every word.
"""

import re
import unicodedata
from collections.abc import Iterator

HALF_SPACE = "\u200c"
_INNER = "['’ʼ\u200c\u200d\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]"
_ACRONYM = r"(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])"
WORD = re.compile(rf"{_ACRONYM}|[^\W_]+(?:{_INNER}+[^\W_]+)*")
"""A word: letters and digits with marks and inner apostrophes, or an acronym with its dots (U.S, e.g)."""
_SIGNS = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u1000-\u1049\u1050-\u109f\u1100-\u11ff\u1780-\u17d3"
    "\u3005-\u3007\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3131-\u318e\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_SIGN = re.compile(f"[{_SIGNS}]")
_FAR = re.compile("[\u0e00-\u1fff\u2e80-\U0003ffff]")
"""Where all signs are, and few other letters: quicker to look for."""
_WORD_OR_SIGNS = re.compile(rf"{_ACRONYM}|[{_SIGNS}]+|[^\W_{_SIGNS}]+(?:{_INNER}+[^\W_{_SIGNS}]+)*")
_DOT_WITHIN = re.compile(r"\.[A-Za-z]")
"""What every acronym with dots has."""
_ASCII_BREAKS = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "'"}
_LETTERS_AND_DIGITS = re.compile(r"([^\W\d_]+)(\d+)|(\d{1,3})([^\W\d_])")
_DECADE = "s"


def find_words(text: str) -> Iterator[re.Match[str]]:
    """Yield matches of the words of a text as written; a run of signs without spaces is one word."""
    return _pattern(text).finditer(text)


def split_words(text: str) -> list[str]:
    """Return the words of a text as written."""
    if not text.isascii() or _DOT_WITHIN.search(text):
        return _pattern(text).findall(text)
    # The same words, in less than half the time.
    words = text.translate(_ASCII_BREAKS).split()
    return [bare for word in words if (bare := word.strip("'"))] if "'" in text else words


def _pattern(text: str) -> re.Pattern[str]:
    return WORD if text.isascii() or not _FAR.search(text) or not _SIGN.search(text) else _WORD_OR_SIGNS


def is_signs(word: str) -> bool:
    """Return whether a word is a run of signs, which is indexed by pairs."""
    return _SIGN.match(word) is not None


def is_one_term(word: str) -> bool:
    """Return whether a word is one term at most in every language."""
    return len(pairs(word)) == 1 if is_signs(word) else len(parts(word)) == 1


def pairs(word: str) -> list[str]:
    """Return the overlapping pairs of a run of signs; the sign itself if there is one only."""
    word = unicodedata.normalize("NFKC", word)
    return [word[start : start + 2] for start in range(len(word) - 1)] or [word]


def parts(word: str) -> tuple[str, ...]:
    """Return the parts of a word that are also written apart; the word itself for all others.

    "F16" -> "F", "16"; "5G" -> "5", "G"; a Persian word is parted at half-spaces. "1990s" is one word.
    """
    if HALF_SPACE in word:
        return tuple(part for part in word.split(HALF_SPACE) if part)
    if word.isalpha() or word.isdigit():
        return (word,)
    match = _LETTERS_AND_DIGITS.fullmatch(word)
    if not match or match[4] == _DECADE:
        return (word,)
    return tuple(part for part in match.groups() if part)
