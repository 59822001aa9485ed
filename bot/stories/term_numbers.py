"""The terms of all articles by number, and the words they come from."""

from collections.abc import Sequence
from weakref import proxy

import numpy as np

from bot.search.analyzer import SPECIAL, Analyzer, analyzer_for, analyzer_language
from bot.search.words import split_words
from bot.stories.similarity import NUMBER, Codes, Ints

_MIN_CAPACITY = 1024
_MAX_CACHED = 100_000
"""Words of one language whose terms' numbers are cached."""
_STOP, _SPECIAL = -1, -2
"""Instead of a number: a stop word; a word whose terms are several or depend on the text."""
_AFTER_DIGITS = ":"


class TermNumbers:
    """Terms with their numbers, which count up from 0. A word is looked up once, not each of its terms again.

    Args:
        terms: In the order of their numbers.
    """

    def __init__(self, terms: Sequence[str] = ()) -> None:
        self._numbers: dict[str, int] = {}
        self._words: dict[str, _WordNumbers] = {}
        self._marks = np.zeros(max(_MIN_CAPACITY, 2 * len(terms)), np.uint8)
        for term in terms:
            self.number(term)

    def __len__(self) -> int:
        """Return the number of terms."""
        return len(self._numbers)

    def __contains__(self, term: str) -> bool:
        """Return whether a term has a number."""
        return term in self._numbers

    @property
    def terms(self) -> list[str]:
        """All terms, in the order of their numbers."""
        return list(self._numbers)

    def number(self, term: str) -> int:
        """Return a term's number, the next one for a new term."""
        number = self._numbers.get(term)
        if number is None:
            number = self._numbers[term] = len(self._numbers)
            if number >= len(self._marks):
                self._marks = np.pad(self._marks, (0, len(self._marks)))
            if term < _AFTER_DIGITS:
                self._marks[number] = NUMBER
        return number

    def marks(self, numbers: Ints) -> Codes:
        """Return what the codes of terms say about these themselves: `NUMBER` for numbers, else 0."""
        return self._marks.take(numbers)

    def encode(self, text: str, language: str) -> list[int]:
        """Return the numbers of the terms that `analyze` returns, in the same order."""
        code = analyzer_language(language)
        known = self._words.get(code)
        if known is None or len(known) > _MAX_CACHED:
            known = self._words[code] = _WordNumbers(self, analyzer_for(code))
        words = split_words(text)
        numbers = list(map(known.__getitem__, words))
        if _SPECIAL in numbers:
            return self._with_special(text, words, numbers, known.analyzer)
        return [number for number in numbers if number >= 0]

    def _with_special(
        self, text: str, words: Sequence[str], numbers: Sequence[int], analyzer: Analyzer
    ) -> list[int]:
        special = [index for index, number in enumerate(numbers) if number == _SPECIAL]
        terms, spellings = analyzer.special_terms(text, words, special)
        placed: list[int] = []
        end = 0
        for index in special:
            placed += numbers[end:index]
            placed += [self.number(term) for term in terms[index] if term]
            end = index + 1
        placed += numbers[end:]
        return [*(number for number in placed if number >= 0), *map(self.number, spellings)]


class _WordNumbers(dict[str, int]):
    """The numbers of one language's words, `_STOP` and `_SPECIAL` included."""

    def __init__(self, numbers: TermNumbers, analyzer: Analyzer) -> None:
        self.analyzer = analyzer
        self._of: TermNumbers = proxy(numbers)  # no cycle: both are large, and freed when the owner is

    def __missing__(self, word: str) -> int:
        """Return the number of a word that is new, and keep it."""
        term = self.analyzer.lookup(word)
        if isinstance(term, str):
            self[word] = self._of.number(term)
        else:
            self[word] = _SPECIAL if term is SPECIAL else _STOP
        return self[word]
