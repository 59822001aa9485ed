"""Term vectors of articles, and an inverted index to find the most similar ones."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.stories.similarity import Floats, rarity

PROBES = 24
"""Number of an article's heaviest terms whose posting lists provide candidates."""
CANDIDATES = 24
"""Number of candidates that are compared in full."""
MAX_POSTINGS = 4_000
"""Newest postings read per term: a common term says little, and stories are recent."""
SLOT_BYTES = 4
"""Bytes per posting: a slot number in this machine's byte order."""
_MIN_CAPACITY = 1024

Ints = npt.NDArray[np.int32]
Weights = npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class TermVector:
    """The terms of one article.

    Args:
        terms: Distinct term numbers, shape (n,).
        weights: Weight of each term in the article, shape (n,), > 0.
    """

    terms: Ints
    weights: Weights


@dataclass(frozen=True, slots=True)
class SimilarArticle:
    """An article similar to another.

    Args:
        cosine: In [0, 1].
    """

    slot: int
    cosine: float


@dataclass(frozen=True, slots=True)
class VectorSum:
    """The sum of the unit vectors of some articles.

    Args:
        terms: Term numbers, those of one article after those of another.
        values: The value at each of `terms`.
        articles: How many, at least 1.
    """

    terms: Ints
    values: Floats
    articles: int

    def plus(self, other: "VectorSum") -> "VectorSum":
        """Return the sum of the articles of both."""
        return VectorSum(
            np.concatenate((self.terms, other.terms)),
            np.concatenate((self.values, other.values)),
            self.articles + other.articles,
        )


class VectorIndex:
    """Term vectors by slot number; slots count up from 0 and are never reused."""

    def __init__(self) -> None:
        self._term_numbers: dict[str, int] = {}
        self._document_frequencies = np.zeros(_MIN_CAPACITY, np.int32)
        self._query = np.zeros(_MIN_CAPACITY, np.float32)
        self._postings: list[bytearray] = []
        self._vectors: list[tuple[Ints, Weights] | None] = []
        """Terms and weights. Plain tuples: the garbage collector untracks them, even a million."""
        self._languages: list[str] = []
        self._live_articles = Counter[str]()
        """By language: what is common in one may be rare in all."""

    @classmethod
    def of(
        cls,
        terms: Sequence[str],
        vectors: Sequence[TermVector],
        languages: Sequence[str],
        postings: list[bytearray],
    ) -> "VectorIndex":
        """Return an index of vectors in slot order.

        Args:
            terms: In the order of their numbers.
            languages: Of the articles.
            postings: The slots of each term, ascending, `SLOT_BYTES` bytes each. Not arrays: the garbage
                collector would traverse those, 50 ms for 200,000 terms.
        """
        index = cls()
        index._term_numbers = {term: number for number, term in enumerate(terms)}
        capacity = max(_MIN_CAPACITY, 2 * len(terms))
        index._document_frequencies = np.zeros(capacity, np.int32)
        index._document_frequencies[: len(terms)] = [len(slots) // SLOT_BYTES for slots in postings]
        index._query = np.zeros(capacity, np.float32)
        index._postings = postings
        index._vectors = [(vector.terms, vector.weights) for vector in vectors]
        index._languages = [sys.intern(language) for language in languages]
        index._live_articles = Counter(languages)
        return index

    @property
    def terms(self) -> list[str]:
        """All terms, in the order of their numbers."""
        return list(self._term_numbers)

    def vector(self, slot: int) -> TermVector | None:
        """Return the vector in a slot, None when it was removed."""
        vector = self._vectors[slot]
        return None if vector is None else TermVector(*vector)

    def language(self, slot: int) -> str:
        """Return the language of the article in a slot."""
        return self._languages[slot]

    def add(self, weights: Mapping[str, float], language: str) -> int:
        """Add an article by the weights of its terms; return its slot."""
        vector = self._vector(weights)
        slot = len(self._vectors)
        posting = slot.to_bytes(SLOT_BYTES, sys.byteorder)
        for number in vector.terms.tolist():
            self._postings[number] += posting
        self._document_frequencies[vector.terms] += 1
        self._vectors.append((vector.terms, vector.weights))
        self._languages.append(sys.intern(language))
        self._live_articles[language] += 1
        return slot

    def remove(self, slot: int) -> None:
        """Remove an article; its postings stay behind as gaps."""
        vector = self.vector(slot)
        if vector is not None:
            self._document_frequencies[vector.terms] -= 1
            self._vectors[slot] = None
            self._live_articles[self._languages[slot]] -= 1

    def nearest(self, slot: int) -> list[SimilarArticle]:
        """Return the articles most similar to the one at `slot`, best first, without itself."""
        vector = self.vector(slot)
        if vector is None or not len(vector.terms):
            return []
        articles = self._live_articles[self._languages[slot]]
        weights = vector.weights * rarity(self._document_frequencies[vector.terms], articles)
        weights /= np.sqrt(weights @ weights)
        candidates = self._candidates(slot, vector.terms, weights)
        if not len(candidates):
            return []
        found = self._unit_vectors(candidates.tolist(), articles)
        self._query[vector.terms] = weights
        cosines = np.add.reduceat(found.values * self._query[found.terms], found.starts)
        self._query[vector.terms] = 0
        order = np.argsort(-cosines, kind="stable")
        return [SimilarArticle(int(candidates[at]), float(cosines[at])) for at in order]

    def sum_of(self, slots: Sequence[int], language: str) -> VectorSum:
        """Return the sum of the unit vectors in slots that aren't empty, seen from a language."""
        vectors = self._unit_vectors(slots, self._live_articles[language])
        return VectorSum(vectors.terms, vectors.values, len(slots))

    def product(self, first: VectorSum, second: VectorSum) -> float:
        """Return the sum of the cosines of all pairs between two groups of articles."""
        np.add.at(self._query, first.terms, first.values)
        total = float(second.values @ self._query[second.terms])
        self._query[first.terms] = 0
        return total

    def _vector(self, weights: Mapping[str, float]) -> TermVector:
        terms = np.fromiter(map(self._term_number, weights), np.int32, len(weights))
        return TermVector(terms, np.fromiter(weights.values(), np.float16, len(weights)))

    def _term_number(self, term: str) -> int:
        number = self._term_numbers.setdefault(term, len(self._postings))
        if number == len(self._postings):
            self._postings.append(bytearray())
            if number >= len(self._document_frequencies):
                self._document_frequencies = np.resize(self._document_frequencies, 2 * number)
                self._document_frequencies[number:] = 0
                self._query = np.zeros(2 * number, np.float32)
        return number

    def _candidates(self, slot: int, terms: Ints, weights: Floats) -> Ints:
        """Return the slots that share the most weight in the article's heaviest terms, ascending."""
        probes = np.argsort(-weights, kind="stable")[:PROBES]
        newest = (bytes(self._postings[terms[probe]][-MAX_POSTINGS * SLOT_BYTES :]) for probe in probes)
        posting_lists = [np.frombuffer(postings, np.int32) for postings in newest]
        slots, positions = np.unique(np.concatenate(posting_lists), return_inverse=True)
        sizes = [len(postings) for postings in posting_lists]
        shared = np.bincount(positions, np.repeat(weights[probes] ** 2, sizes))
        shared[slots == slot] = 0
        if len(slots) > CANDIDATES:
            best = np.sort(np.argpartition(-shared, CANDIDATES)[:CANDIDATES])
            slots, shared = slots[best], shared[best]
        live = [candidate for candidate in slots[shared > 0] if self._vectors[candidate] is not None]
        return np.array(live, np.int32)

    def _unit_vectors(self, slots: Sequence[int], articles: int) -> "_UnitVectors":
        vectors = [vector for slot in slots if (vector := self._vectors[slot]) is not None]
        lengths = [len(terms) for terms, _ in vectors]
        starts = np.cumsum([0, *lengths[:-1]])
        terms = np.concatenate([terms for terms, _ in vectors])
        values = np.concatenate([weights for _, weights in vectors])
        values = values * rarity(self._document_frequencies[terms], articles)
        norms = np.sqrt(np.add.reduceat(values**2, starts))
        return _UnitVectors(terms, values / np.repeat(norms, lengths), starts)


@dataclass(frozen=True, slots=True)
class _UnitVectors:
    """Vectors of length 1, one after another.

    Args:
        starts: Where each begins.
    """

    terms: Ints
    values: Floats
    starts: npt.NDArray[np.int64]
