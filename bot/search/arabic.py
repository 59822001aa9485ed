"""Light stemming of Arabic words: prefixes and suffixes, in the spelling of `normalize`."""

from functools import cache

from bot.languages.language import language

_ARTICLES = ("فال", "بال", "كال", "لل", "ال")
_SUFFIXES = {"ا": 3, "ات": 3, "ون": 4, "ين": 4, "ه": 2}
"""Suffixes with the letters that must be left: of light10's those that don't end many names as well."""
_PASSES = 2
_SHORTEST_STEM = 2
_LONGEST_ENDING = 4
_SHORTEST_AFTER_CONJUNCTION = 3
_SHORTEST_AFTER_PREPOSITION = 3


def without_prefix(word: str) -> str:
    """Return a word without conjunction, preposition and article.

    The first letters of a known stem ("wzyr", minister) are no prefix.
    """
    if _has_own_first_letter(word):
        return word
    if word[:1] == "و" and len(word) > _SHORTEST_AFTER_CONJUNCTION:
        word = word[1:]
        if _has_own_first_letter(word):
            return word
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _SHORTEST_STEM:
            return word[len(article) :]
    if word[:1] == "ل" and len(word) > _SHORTEST_AFTER_PREPOSITION:
        return word[1:]
    return word


def stem(word: str) -> str:
    """Return the stem of a word.

    Source:
        Larkey, Ballesteros, Connell 2007, Light Stemming for Arabic Information Retrieval.
    """
    word = without_prefix(word)
    for _ in range(_PASSES):
        for suffix, shortest in _SUFFIXES.items():
            if word.endswith(suffix) and len(word) - len(suffix) >= shortest:
                word = word[: -len(suffix)]
    return word


def _has_own_first_letter(word: str) -> bool:
    """Whether a word's first letter is its own: it begins like a known word and little follows."""
    return any(word[:end] in _known() for end in range(max(len(word) - _LONGEST_ENDING, 2), len(word) + 1))


@cache
def _known() -> frozenset[str]:
    return frozenset(language("ar").spelling.own_first_letters)
