"""The terms of all articles by number, and the words they come from."""

from functools import partial
from weakref import proxy

import numpy as np

from bot.search.analyzer import SPECIAL, Analyzer, analyzer_for, analyzer_language
from bot.search.recent import Recent
from bot.search.special_words import SPECIAL_WORD, STOP_WORD, numbers_with_special
from bot.search.words import split_words
from bot.stories.numbered_names import NumberedNames, PackedNames
from bot.stories.similarity import NUMBER, Codes, Ints

_MIN_CAPACITY = 1024
MAX_CACHED = 30_000
"""Words of one language in a generation of those whose terms' numbers are cached."""
_AFTER_DIGITS = ":"


class TermNumbers:
    """Terms with their numbers, which count up from 0. A word is looked up once, not each of its terms again.

    Args:
        saved: The terms that have the first numbers.
    """

    def __init__(self, saved: PackedNames | None = None) -> None:
        self.names = NumberedNames(saved)
        self._words: dict[str, Recent[str, int]] = {}
        marks = _marks_of(saved) if saved else np.zeros(0, np.uint8)
        self._marks = np.pad(marks, (0, max(_MIN_CAPACITY, len(marks))))

    def __len__(self) -> int:
        """Return the number of terms."""
        return len(self.names)

    def __contains__(self, term: str) -> bool:
        """Return whether a term has a number."""
        return term in self.names

    def number(self, term: str) -> int:
        """Return a term's number, the next one for a new term."""
        number = self.names.number(term)
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
        analyzer = analyzer_for(code)
        known = self._words.get(code)
        if known is None:
            # A proxy makes no cycle: both are large, and freed when the owner is.
            known = self._words[code] = Recent(MAX_CACHED, partial(_number_of, proxy(self), analyzer))
        words = split_words(text)
        numbers = known.values_of(words)
        if SPECIAL_WORD in numbers:
            return numbers_with_special(text, words, numbers, analyzer, self.number)
        return [number for number in numbers if number >= 0]


def _number_of(numbers: TermNumbers, analyzer: Analyzer, word: str) -> int:
    """Return the number of a word's term, `STOP_WORD` or `SPECIAL_WORD`."""
    term = analyzer.lookup(word)
    if isinstance(term, str):
        return numbers.number(term)
    return SPECIAL_WORD if term is SPECIAL else STOP_WORD


def _marks_of(terms: PackedNames) -> Codes:
    """Return the marks of terms, shape (n,)."""
    starts = np.concatenate([np.zeros(1, np.int64), terms.ends[:-1]])[: len(terms)]
    return np.where(terms.text[starts] < ord(_AFTER_DIGITS), NUMBER, 0).astype(np.uint8)
