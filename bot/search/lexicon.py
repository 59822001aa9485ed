"""Every term and every written word the index has met; grows only, so snapshots share it."""

import threading
from array import array
from collections.abc import Iterable

from bot.search.analyze import Chain, chain, supported
from bot.search.grams import Alike, Grams

_SHORTEST_SURFACE = 4
_REMEMBERED = 300_000
"""Words of one language whose terms are remembered."""
_BEGINNING = 2
_NONE = array("i")


class Lexicon:
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
        self._buckets: dict[tuple[int, str], list[str]] = {}
        self._beginnings: dict[str, array[int]] = {}
        self._arranged = (0, 0)
        self._arranging = threading.Lock()
        self._grams = Grams(self.terms)

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

    def beginning_with(self, beginning: str, *, below: int) -> list[int]:
        """Return the numbers under `below` of the terms that begin so."""
        self.arrange()
        key = beginning[:_BEGINNING]
        if len(key) == _BEGINNING:
            lists = [self._beginnings.get(key, _NONE)]
        else:
            lists = [found for start, found in list(self._beginnings.items()) if start.startswith(key)]
        terms = self.terms
        return [n for found in lists for n in found if n < below and terms[n].startswith(beginning)]

    def like(self, length: int, letter: str) -> list[str]:
        """Return the written words of a length and a first letter."""
        self.arrange()
        return self._buckets.get((length, letter), [])

    def alike(self, term: str) -> Alike:
        """Return the numbers of the other terms written like one, and how much like it, up to 1."""
        return self._grams.alike(term)

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
            for word in self.surfaces[first_surface : last[1]]:
                self._buckets.setdefault((len(word), word[0]), []).append(word)
            self._arranged = last

    def _meet(self, word: str, analysis: Chain) -> int:
        term = analysis.analyse(word)
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
