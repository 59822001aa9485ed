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
    text: str, words: Sequence[str], is_common: IsCommon, *, among: Iterable[int] | None = None
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
    common = [index for index in indices if has_capital(words[index]) and is_common(words[index])]
    if not common:
        return frozenset()
    sentence = _Sentence(text, words, is_common)
    return frozenset(index for index in common if sentence.has_name(index))


class _Sentence:
    """A text and its words; what few words depend on is only worked out for them."""

    def __init__(self, text: str, words: Sequence[str], is_common: IsCommon) -> None:
        self._text = text
        self._words = words
        self._is_common = is_common
        self._headline: bool | None = None
        self._shouted: bool | None = None
        self._gaps: list[str] = []
        self._end = 0

    def has_name(self, index: int) -> bool:
        """Return whether the common word at an index is written as a name."""
        word = self._words[index]
        if _is_acronym(word):
            return True
        if _is_upper(word):
            if self._shouted is None:
                self._shouted = is_shouted(self._text)
            return not self._shouted and not self._beside_shouted(index)
        if index == 0:
            return False
        if self._headline is None:
            self._headline = self._is_headline()
        return not self._headline and self._within_sentence(index)

    def _is_headline(self) -> bool:
        """Whether every word that counts has a capital, so that capitals say nothing."""
        capitals = 0
        for word in self._words:
            if word[0].isalpha() and not self._is_common(word):
                if not has_capital(word):
                    return False
                capitals += 1
        return capitals >= _HEADLINE_WORDS

    def _gap(self, index: int) -> str:
        """Return the text before a word. There is no letter in it, so the word is where it is found next."""
        gaps, text, end = self._gaps, self._text, self._end
        for word in self._words[len(gaps) : index + 1]:
            start = text.find(word, end)
            gaps.append(text[end:start])
            end = start + len(word)
        self._end = end
        return gaps[index]

    def _beside_shouted(self, index: int) -> bool:
        """Whether a word in capitals has a shouted neighbour: "WHO KILLED", not "WHO warns"."""
        neighbours = [near for near in (index - 1, index + 1) if 0 <= near < len(self._words)]
        return any(
            _is_upper(self._words[near])
            and len(self._words[near]) >= _SHOUTED_WORD
            and not self._gap(max(near, index)).strip()
            for near in neighbours
        )

    def _within_sentence(self, index: int) -> bool:
        before, between = self._words[index - 1], self._gap(index)
        if _WITHIN_SENTENCE.fullmatch(between):
            return True
        is_title = has_capital(before) and len(before) <= _LONGEST_TITLE
        return is_title and _AFTER_TITLE.fullmatch(between) is not None


def _is_acronym(word: str) -> bool:
    return "." in word and word == word.upper() != word.lower()


def _is_upper(word: str) -> bool:
    return len(word) > 1 and word == word.upper() != word.lower()
