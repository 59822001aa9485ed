"""Common words that are written as names: WHO, IT, May, Will."""

import re
from collections.abc import Callable, Iterable, Sequence

IsCommon = Callable[[str], bool]
"""Whether a word is a stop word in small letters."""
_LONGEST_TITLE = 4
"""Letters of "Mrs." or "Gen.", whose full stop ends no sentence."""
_SHOUTED_WORD = 5
"""Letters from which a neighbour in capitals is shouted, not an acronym."""
_SHOUTED_ALONE = 4
"""Letters of a word that is no acronym or operator where everything is in capitals."""
_HEADLINE_WORDS = 3
_LETTERS = re.compile(r"[^\W\d_]+")
_WITHIN_SENTENCE = re.compile(r"[\s,&]+")
_AFTER_TITLE = re.compile(r"\.\s+")


def has_capital(word: str) -> bool:
    """Return whether a word begins with a capital letter."""
    return word[:1] != word[:1].lower()


def is_shouted(text: str) -> bool:
    """Return whether a text is all in capitals, not only its acronyms and operators."""
    return text == text.upper() and any(
        len(word) >= _SHOUTED_ALONE and word != word.lower() for word in _LETTERS.findall(text)
    )


def names_among(
    text: str,
    words: Sequence[re.Match[str]],
    is_common: IsCommon,
    *,
    among: Iterable[int] | None = None,
) -> frozenset[int]:
    """Return the indices of the common words that a sentence writes as names.

    A name is in capitals among small letters ("the WHO said"), or has a capital within a sentence whose
    headline style does not give one to every word ("as May said").

    Args:
        text: A sentence, a headline or a question.
        words: Its words.
        among: The indices of the words to decide on, if not all.
    """
    indices = range(len(words)) if among is None else among
    common = [index for index in indices if has_capital(words[index][0]) and is_common(words[index][0])]
    if not common:
        return frozenset()
    shouted = is_shouted(text)
    headline = _is_headline(words, is_common)
    return frozenset(
        index
        for index in common
        if _is_acronym(words[index][0])
        or (_in_capitals(words, index, text) and not shouted)
        or (
            index and not headline and not _is_upper(words[index][0]) and _within_sentence(words, index, text)
        )
    )


def _is_acronym(word: str) -> bool:
    return "." in word and word == word.upper() != word.lower()


def _is_upper(word: str) -> bool:
    return len(word) > 1 and word == word.upper() != word.lower()


def _in_capitals(words: Sequence[re.Match[str]], index: int, text: str) -> bool:
    """Whether a word is in capitals and its neighbours are not shouted: "WHO warns", not "WHO KILLED"."""
    if not _is_upper(words[index][0]):
        return False
    neighbours = [near for near in (index - 1, index + 1) if 0 <= near < len(words)]
    return not any(
        _is_upper(words[near][0])
        and len(words[near][0]) >= _SHOUTED_WORD
        and not text[words[min(near, index)].end() : words[max(near, index)].start()].strip()
        for near in neighbours
    )


def _is_headline(words: Sequence[re.Match[str]], is_common: IsCommon) -> bool:
    """Whether every word that counts has a capital, so that capitals say nothing."""
    capitals = 0
    for word in words:
        if word[0][0].isalpha() and not is_common(word[0]):
            if not has_capital(word[0]):
                return False
            capitals += 1
    return capitals >= _HEADLINE_WORDS


def _within_sentence(words: Sequence[re.Match[str]], index: int, text: str) -> bool:
    before = words[index - 1]
    between = text[before.end() : words[index].start()]
    if _WITHIN_SENTENCE.fullmatch(between):
        return True
    return (
        has_capital(before[0]) and len(before[0]) <= _LONGEST_TITLE and bool(_AFTER_TITLE.fullmatch(between))
    )
