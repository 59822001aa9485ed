"""Term numbers of one language's words, looked up once."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from bot.search.analyzer import Analyzer
from bot.search.special_words import SPECIAL_WORD, STOP_WORD, numbers_with_special

MIN_WORD_FORM = 4
"""Letters of the shortest word form."""


class Vocabulary(Protocol):
    """What numbers terms and remembers word forms."""

    def number(self, term: str) -> int:
        """Return a term's number, a new number for a new term."""
        ...

    def number_words(self, words: Sequence[str], terms: Sequence[str]) -> list[int]:
        """Return the number of each word's term; remember the word forms."""
        ...

    def add_word_form(self, word: str) -> None:
        """Remember a word form."""
        ...


class WordNumbers(dict[str, int]):
    """The numbers of one language's words, `STOP_WORD` and `SPECIAL_WORD` included."""

    def __init__(self, dictionary: Vocabulary, analyzer: Analyzer) -> None:
        self.analyzer = analyzer
        self._dictionary = dictionary

    def learn(self, words: Iterable[str]) -> None:
        """Look up those of some words that are new and plain, together: a third of the time."""
        new = [word for word in words if word not in self]
        if not _is_plain("".join(new)):
            new = list(filter(_is_plain, new))
        terms = self.analyzer.terms_of_plain(new)
        if None in terms:
            self.update((word, STOP_WORD) for word, term in zip(new, terms, strict=True) if term is None)
            new = [word for word, term in zip(new, terms, strict=True) if term is not None]
        known = [term for term in terms if term is not None]
        self.update(zip(new, self._dictionary.number_words(new, known), strict=True))

    def of_text(self, text: str, words: Sequence[str]) -> list[int]:
        """Return the term numbers of a text in order.

        Args:
            words: Its words, as `split_words` returns them.
        """
        numbers = list(map(self.__getitem__, words))
        if SPECIAL_WORD in numbers and not _opens_sentence(words[0], numbers):
            return numbers_with_special(text, words, numbers, self.analyzer, self._dictionary.number)
        return [number for number in numbers if number >= 0]

    def __missing__(self, word: str) -> int:
        """Return the number of a word that is new, and keep it."""
        number = self._of_small_letters(word)
        if number is None:
            number = self._of_new(word)
        self[word] = number
        return number

    def _of_small_letters(self, word: str) -> int | None:
        """Return the number that a word has in small letters too; None when capitals may matter."""
        if not word.isascii() or word.islower() or not word.isalpha():
            return None
        number = self.get(self.analyzer.lower(word))
        return number if number is not None and number >= 0 else None

    def _of_new(self, word: str) -> int:
        term = self.analyzer.lookup(word)
        if not isinstance(term, str):
            return STOP_WORD if term is None else SPECIAL_WORD
        number = self._dictionary.number(term)
        if len(word) >= MIN_WORD_FORM and word.isalpha():
            self._dictionary.add_word_form(self.analyzer.lower(word))
        return number


def _is_plain(word: str) -> bool:
    return word.isascii() and word.islower() and word.isalpha()


def _opens_sentence(word: str, numbers: Sequence[int]) -> bool:
    """Whether the only special word is the first one, and it has a capital only because it is the first."""
    alone = numbers[0] == SPECIAL_WORD and numbers.count(SPECIAL_WORD) == 1
    return alone and word.isalpha() and word[1:].islower()
