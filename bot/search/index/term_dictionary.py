"""Every term and every written word the index has met; grows only, so snapshots share it."""

import threading
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from bot.search.analyzer import Chain, chain, supported
from bot.search.index.array_file import taken
from bot.search.index.ngrams import PIECE, Alike, NgramIndex

_SHORTEST_SURFACE = 4
_REMEMBERED = 300_000
"""Words of one language whose terms are remembered."""
_BEGINNING = 2
_NONE = array("i")


class Bucket:
    """Written words that begin alike and are of one length, each with the set of its letters."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._letters = array("Q")

    def add(self, word: str, letters: int) -> None:
        """Take in a word."""
        self._words.append(word)
        self._letters.append(letters)

    def near(self, letters: int, most: int) -> list[str]:
        """Return the words whose sets differ in at most so many letters: one edit changes two."""
        differing = taken(self._letters) ^ np.uint64(letters)
        words = self._words
        return [words[at] for at in np.flatnonzero(_bits(differing) <= most).tolist()]


def letter_sets(words: Sequence[str]) -> npt.NDArray[np.uint64]:
    """Return a bit for each letter of each word; letters 64 apart share one."""
    sizes = np.fromiter(map(len, words), np.int64, len(words))
    codes = np.frombuffer("".join(words).encode("utf-32-le"), "<u4").astype(np.uint64)
    bits = np.uint64(1) << (codes & np.uint64(63))
    if not len(bits):
        return np.zeros(len(words), np.uint64)
    return np.asarray(np.bitwise_or.reduceat(bits, np.cumsum(sizes) - sizes), np.uint64)


def _bits(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
    """Return how many bits of each value are set.

    Source:
        Warren 2012, Hacker's Delight, section 5-1.
    """
    two, four, eight = (
        np.uint64(each) for each in (0x5555555555555555, 0x3333333333333333, 0x0F0F0F0F0F0F0F0F)
    )
    values = values - ((values >> np.uint64(1)) & two)
    values = (values & four) + ((values >> np.uint64(2)) & four)
    values = (values + (values >> np.uint64(4))) & eight
    return ((values * np.uint64(0x0101010101010101)) >> np.uint64(56)).astype(np.int64)


class TermDictionary:
    """Terms with their numbers, and written words (lower case) by length and first letter.

    One writer adds; readers only see numbers below the size their snapshot remembers.

    Args:
        terms: Terms in the order of their numbers, from 0.
        surfaces: Written words in the order they were met.
    """

    def __init__(self, terms: Iterable[str] = (), surfaces: Iterable[str] = ()) -> None:
        self.terms: list[str] = list(terms)
        self.numbers: dict[str, int] = {term: number for number, term in enumerate(self.terms)}
        self.surfaces: list[str] = []
        self._written = bytearray(len(self.terms))
        self._inflected: set[str] = set()
        for word in surfaces:
            self._write(word)
        self._known: dict[str, dict[str, int]] = {}
        self._buckets: defaultdict[tuple[int, str], Bucket] = defaultdict(Bucket)
        self._beginnings: dict[str, array[int]] = {}
        self._arranged = (0, 0)
        self._arranging = threading.Lock()
        self._grams = NgramIndex(self.terms)

    def number(self, term: str) -> int:
        """Return a term's number, a new one for a new term."""
        number = self.numbers.get(term)
        if number is None:
            number = self.numbers[term] = len(self.terms)
            self._written.append(0)
            self.terms.append(term)
        return number

    def encode(self, text: str, language: str) -> list[int]:
        """Return the term numbers of a text in order, new ones for new terms."""
        analysis = chain(supported(language))
        known = self._known.setdefault(analysis.language, {})
        words = analysis.split(text)
        try:
            return [number for number in map(known.__getitem__, words) if number >= 0]
        except KeyError:
            for word in words:
                if word not in known:
                    known[word] = self._meet(word, analysis)
        numbers = [number for number in map(known.__getitem__, words) if number >= 0]
        if len(known) > _REMEMBERED:
            known.clear()
        return numbers

    def beginning_with(self, beginning: str, *, below: int) -> npt.NDArray[np.int32]:
        """Return the numbers under `below` of the terms that begin so."""
        self.arrange()
        key = beginning[:_BEGINNING]
        if len(key) == _BEGINNING:
            lists = [self._beginnings.get(key, _NONE)]
        else:
            lists = [found for start, found in list(self._beginnings.items()) if start.startswith(key)]
        numbers = np.concatenate([taken(found) for found in lists or [_NONE]])
        numbers = numbers[numbers < below]
        if len(beginning) <= _BEGINNING:
            return numbers
        terms = self.terms
        return numbers[np.array([terms[each].startswith(beginning) for each in numbers.tolist()], np.bool_)]

    def like(self, word: str, length: int, letter: str, *, most: int) -> list[str]:
        """Return the written words of a length and a first letter whose letters are nearly a word's.

        Args:
            most: Edits they may be away; some that are further away are returned, too.
        """
        self.arrange()
        bucket = self._buckets.get((length, letter))
        return bucket.near(int(letter_sets([word])[0]), 2 * most) if bucket else []

    def alike(self, term: str) -> Alike:
        """Return the numbers of the other terms written like one, and how much like it, up to 1."""
        return self._grams.alike(term)

    def get_ready(self) -> None:
        """Arrange what prefixes, repairs and words written alike are looked up in."""
        self.arrange()
        self._grams.get_ready()

    def first_letters(self) -> list[str]:
        """Return the letters written words begin with."""
        self.arrange()
        return list(dict.fromkeys(letter for _, letter in list(self._buckets)))

    def arrange(self) -> None:
        """Sort what was met lately into the lists that prefixes and repairs look into."""
        if self._arranged == (len(self.terms), len(self.surfaces)):
            return
        with self._arranging:
            first_term, first_surface = self._arranged
            last = len(self.terms), len(self.surfaces)
            for number in range(first_term, last[0]):
                self._beginnings.setdefault(self.terms[number][:_BEGINNING], array("i")).append(number)
            for begin in range(first_surface, last[1], PIECE):
                words = self.surfaces[begin : min(begin + PIECE, last[1])]
                for word, letters in zip(words, letter_sets(words).tolist(), strict=True):
                    self._buckets[len(word), word[0]].add(word, letters)
            self._arranged = last

    def _meet(self, word: str, analysis: Chain) -> int:
        term = analysis.term(word)
        if term is None:
            return -1
        number = self.number(term)
        if len(word) >= _SHORTEST_SURFACE and word.isalpha():
            self._write(word)
        return number

    def _write(self, word: str) -> None:
        """Remember a written word; one that is a term too takes no memory of its own."""
        if word in self._inflected:
            return
        number = self.numbers.get(word)
        if number is None:
            self._inflected.add(word)
        else:
            if self._written[number]:
                return
            self._written[number] = 1
            word = self.terms[number]
        self.surfaces.append(word)
