"""Every term and every word form the index has met; it only grows, so snapshots share it."""

import threading
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from bot.search.analyzer import analyzer_for, analyzer_language
from bot.search.index.array_file import copy_array
from bot.search.index.ngrams import PIECE, NgramIndex, SimilarTerms
from bot.search.index.word_numbers import MIN_WORD_FORM, WordNumbers
from bot.search.words import split_words

_MAX_CACHED = 100_000
"""Words of one language whose term numbers are cached."""
_PREFIX = 2
_NONE = array("i")


class TermDictionary:
    """Terms with their numbers, and word forms (lower case) by length and first letter.

    One writer adds; readers see only numbers below the size that their snapshot remembers.

    Args:
        terms: In the order of their numbers, from 0.
        word_forms: In the order they were met.
    """

    def __init__(self, terms: Iterable[str] = (), word_forms: Iterable[str] = ()) -> None:
        self.terms: list[str] = list(terms)
        self.numbers: dict[str, int] = {term: number for number, term in enumerate(self.terms)}
        self.word_forms: list[str] = []
        self._is_word_form = bytearray(len(self.terms))
        self._inflected: set[str] = set()
        for word in word_forms:
            self.add_word_form(word)
        self._numbers_of_words: dict[str, WordNumbers] = {}
        self._buckets: defaultdict[tuple[int, str], _WordBucket] = defaultdict(_WordBucket)
        self._by_prefix: dict[str, array[int]] = {}
        self._looked_up = (0, 0)
        self._updating = threading.Lock()
        self._ngrams = NgramIndex(self.terms)

    def number(self, term: str) -> int:
        """Return a term's number, a new number for a new term."""
        number = self.numbers.get(term)
        if number is None:
            number = self.numbers[term] = len(self.terms)
            self._is_word_form.append(0)
            self.terms.append(term)
        return number

    def number_words(self, words: Sequence[str], terms: Sequence[str]) -> list[int]:
        """Return the number of each word's term; remember the word forms.

        Nearly all have been met before: what is looked up in dicts is little, because each look-up misses the
        processor's cache.
        """
        numbers = list(map(self.numbers.get, terms))
        known = self._is_word_form
        unknown = [
            index
            for index, number in enumerate(numbers)
            if number is None or not known[number] or words[index] != terms[index]
        ]
        for index in unknown:
            numbers[index] = self.number(terms[index])
            if len(words[index]) >= MIN_WORD_FORM:
                self.add_word_form(words[index])
        return numbers  # type: ignore[return-value]

    def followed_by(self, terms: Iterable[str], word_forms: Iterable[str] = ()) -> "TermDictionary":
        """Return a dictionary of the same terms and then others, with other word forms.

        It shares the lookup for similar terms, which takes longest to build.
        """
        first = len(self.terms)
        numbers = self.numbers.copy()
        added = [term for term in dict.fromkeys(terms) if term not in numbers]
        numbers.update(zip(added, range(first, first + len(added)), strict=True))
        longer = TermDictionary()
        longer.terms, longer.numbers = self.terms + added, numbers
        longer._is_word_form = bytearray(len(numbers))
        for word in word_forms:
            longer.add_word_form(word)
        longer._ngrams = self._ngrams.followed_by(longer.terms)
        return longer

    def encode(self, text: str, language: str) -> list[int]:
        """Return the term numbers of a text in order, new numbers for new terms."""
        return self.encode_all([text], language)[0]

    def encode_all(self, texts: Sequence[str], language: str) -> list[list[int]]:
        """Return the term numbers of some texts, each in order; new words of all are looked up together."""
        code = analyzer_language(language)
        known = self._numbers_of_words.get(code)
        if known is None or len(known) > _MAX_CACHED:
            known = self._numbers_of_words[code] = WordNumbers(self, analyzer_for(code))
        words = list(map(split_words, texts))
        known.learn(dict.fromkeys(chain.from_iterable(words)))
        return list(map(known.of_text, texts, words))

    def with_prefix(self, prefix: str, *, below: int) -> npt.NDArray[np.int32]:
        """Return the numbers under `below` of the terms that start with a prefix."""
        self.update_lookups()
        key = prefix[:_PREFIX]
        if len(key) == _PREFIX:
            lists = [self._by_prefix.get(key, _NONE)]
        else:
            lists = [numbers for start, numbers in list(self._by_prefix.items()) if start.startswith(key)]
        numbers = np.concatenate([copy_array(some) for some in lists or [_NONE]])
        numbers = numbers[numbers < below]
        if len(prefix) <= _PREFIX:
            return numbers
        terms = self.terms
        return numbers[np.array([terms[n].startswith(prefix) for n in numbers.tolist()], np.bool_)]

    def near_words(self, word: str, length: int, first_letter: str, *, max_edits: int) -> list[str]:
        """Return the word forms of a length and first letter whose letters are nearly those of a word.

        Args:
            max_edits: Edit distance within which no word form is missed; some farther ones are returned too.
        """
        self.update_lookups()
        bucket = self._buckets.get((length, first_letter))
        return bucket.near(int(letter_sets([word])[0]), 2 * max_edits) if bucket else []

    def similar(self, term: str) -> SimilarTerms:
        """Return the numbers of the other terms spelled like a term, and how similar they are, up to 1."""
        return self._ngrams.similar(term)

    def warm_up(self) -> None:
        """Build the lookups for prefixes, spelling and similar terms."""
        self.update_lookups()
        self._ngrams.warm_up()

    def first_letters(self) -> list[str]:
        """Return the first letters of all word forms."""
        self.update_lookups()
        return list(dict.fromkeys(letter for _, letter in list(self._buckets)))

    def update_lookups(self) -> None:
        """Add new terms and word forms to the lookups for prefixes and spelling."""
        if self._looked_up == (len(self.terms), len(self.word_forms)):
            return
        with self._updating:
            first_term, first_form = self._looked_up
            terms, forms = len(self.terms), len(self.word_forms)
            for number in range(first_term, terms):
                self._by_prefix.setdefault(self.terms[number][:_PREFIX], array("i")).append(number)
            for begin in range(first_form, forms, PIECE):
                words = self.word_forms[begin : min(begin + PIECE, forms)]
                for word, letters in zip(words, letter_sets(words).tolist(), strict=True):
                    self._buckets[len(word), word[0]].add(word, letters)
            self._looked_up = terms, forms

    def add_word_form(self, word: str) -> None:
        """Remember a word form; if it is also a term, both share one string."""
        if word in self._inflected:
            return
        number = self.numbers.get(word)
        if number is None:
            self._inflected.add(word)
        else:
            if self._is_word_form[number]:
                return
            self._is_word_form[number] = 1
            word = self.terms[number]
        self.word_forms.append(word)


class _WordBucket:
    """Word forms of one length and first letter, each with the set of its letters."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._letters = array("Q")

    def add(self, word: str, letters: int) -> None:
        """Add a word form."""
        self._words.append(word)
        self._letters.append(letters)

    def near(self, letters: int, max_differences: int) -> list[str]:
        """Return the words whose letter sets differ in few letters; one edit changes up to two."""
        differences = copy_array(self._letters) ^ np.uint64(letters)
        words = self._words
        return [words[i] for i in np.flatnonzero(_popcount(differences) <= max_differences).tolist()]


def letter_sets(words: Sequence[str]) -> npt.NDArray[np.uint64]:
    """Return each word's letters as a bit set; letters 64 code points apart share a bit."""
    sizes = np.fromiter(map(len, words), np.int64, len(words))
    codes = np.frombuffer("".join(words).encode("utf-32-le"), "<u4").astype(np.uint64)
    bits = np.uint64(1) << (codes & np.uint64(63))
    if not len(bits):
        return np.zeros(len(words), np.uint64)
    return np.asarray(np.bitwise_or.reduceat(bits, np.cumsum(sizes) - sizes), np.uint64)


def _popcount(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
    """Return how many bits of each value are set.

    Source:
        Warren 2012, Hacker's Delight, section 5-1.
    """
    pairs, nibbles, octets = map(np.uint64, (0x5555555555555555, 0x3333333333333333, 0x0F0F0F0F0F0F0F0F))
    values = values - ((values >> np.uint64(1)) & pairs)
    values = (values & nibbles) + ((values >> np.uint64(2)) & nibbles)
    values = (values + (values >> np.uint64(4))) & octets
    return ((values * np.uint64(0x0101010101010101)) >> np.uint64(56)).astype(np.int64)
