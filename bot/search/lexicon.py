"""Every term and every written word the index has met; grows only, so snapshots share it."""

from bisect import bisect_left
from collections.abc import Iterable

from bot.search.analyze import Chain, chain, supported

_SHORTEST_SURFACE = 4
_UNORDERED = 5_000


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
        self.buckets: dict[tuple[int, str], list[str]] = {}
        self._known: dict[str, dict[str, int]] = {}
        self._seen: set[str] = set()
        self._ordered: tuple[list[int], int] = [], 0
        for surface in surfaces:
            self._add_surface(surface)

    def number(self, term: str) -> int:
        """Return a term's number, a new one for a new term."""
        number = self.numbers.get(term)
        if number is None:
            number = self.numbers[term] = len(self.terms)
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
            return [number for number in map(known.__getitem__, words) if number >= 0]

    def arrange(self) -> None:
        """Sort the terms met lately in with the others, for `beginning_with`; called by the writer."""
        if len(self.terms) - self._ordered[1] > _UNORDERED:
            count = len(self.terms)
            self._ordered = sorted(range(count), key=self.terms.__getitem__), count

    def beginning_with(self, beginning: str, *, below: int) -> list[int]:
        """Return the numbers under `below` of the terms that begin so."""
        ordered, merged = self._ordered
        start = bisect_left(ordered, beginning, key=self.terms.__getitem__)
        stop = bisect_left(ordered, beginning + "\U0010ffff", key=self.terms.__getitem__)
        recent = (n for n in range(merged, below) if self.terms[n].startswith(beginning))
        return [*(n for n in ordered[start:stop] if n < below), *recent]

    def _meet(self, word: str, analysis: Chain) -> int:
        term = analysis.analyse(word)
        if term is None:
            return -1
        if word not in self._seen:
            self._add_surface(word)
        return self.number(term)

    def _add_surface(self, word: str) -> None:
        self._seen.add(word)
        if len(word) >= _SHORTEST_SURFACE and word.isalpha():
            self.surfaces.append(word)
            self.buckets.setdefault((len(word), word[0]), []).append(word)
