"""Lists of phrases from the language files, as patterns."""

import re
from collections.abc import Iterable
from functools import cache

from bot.languages.language import language, phrases_of, phrases_of_all
from bot.languages.sections import Words

NOTHING = r"(?:(?!))"
"""Matches nowhere, as an empty list does."""


def phrases(key: str, code: str = "") -> Words:
    """Return the list `key` ("bylines.by") of a language, or of all languages without a code."""
    return phrases_of(language(code), key) if code else phrases_of_all(key)


@cache
def any_of(key: str, code: str = "") -> str:
    """Return one alternation of the fragments in a list, in a group."""
    return alternation(phrases(key, code))


@cache
def pattern(key: str, form: str = "{}") -> re.Pattern[str]:
    """Return a list of all languages, compiled: an alternation in place of `{}` in `form`; ignores case."""
    return re.compile(form.replace("{}", any_of(key)), re.IGNORECASE)


@cache
def words(key: str, code: str = "") -> frozenset[str]:
    """Return a list as plain words."""
    return frozenset(phrases(key, code))


def any_word(words: Iterable[str]) -> str:
    """Return one alternation of plain words, in a group."""
    return alternation(map(re.escape, words))


def alternation(fragments: Iterable[str]) -> str:
    """Return one alternation of fragments of regular expressions, longest first, in a group."""
    longest_first = sorted(dict.fromkeys(fragments), key=len, reverse=True)
    return f"(?:{'|'.join(longest_first)})" if longest_first else NOTHING
