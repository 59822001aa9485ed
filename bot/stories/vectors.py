"""Term vectors of articles, and an inverted index to find the most similar ones."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.stories.similarity import Floats, log_tf, smoothed_idf

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


@dataclass(frozen=True, slots=True)
class TermVector:
    """The terms of one article.

    Args:
        terms: Distinct term numbers, shape (n,).
        weights: 1 + ln tf of each term, shape (n,), > 0.
    """

    terms: Ints
    weights: Floats


@dataclass(frozen=True, slots=True)
class SimilarArticle:
    """An article similar to another.

    Args:
        cosine: In [0, 1].
        shared: Weight of the shared terms, >= 0: the dot product before dividing by the lengths.
    """

    slot: int
    cosine: float
    shared: float


class VectorIndex:
    """Term vectors by slot number; slots count up from 0 and are never reused."""

    def __init__(self) -> None:
        self._term_numbers: dict[str, int] = {}
        self._document_frequencies = np.zeros(_MIN_CAPACITY, np.int32)
        self._query = np.zeros(_MIN_CAPACITY, np.float32)
        self._postings: list[bytearray] = []
        self._vectors: list[tuple[Ints, Floats] | None] = []
        """Terms and weights. Plain tuples: the garbage collector untracks them, even a million."""
        self._live_articles = 0

    @classmethod
    def of(
        cls, terms: Sequence[str], vectors: Sequence[TermVector], postings: list[bytearray]
    ) -> "VectorIndex":
        """Return an index of vectors in slot order.

        Args:
            terms: In the order of their numbers.
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
        index._live_articles = len(vectors)
        return index

    @property
    def terms(self) -> list[str]:
        """All terms, in the order of their numbers."""
        return list(self._term_numbers)

    def vector(self, slot: int) -> TermVector | None:
        """Return the vector in a slot, None when it was removed."""
        vector = self._vectors[slot]
        return None if vector is None else TermVector(*vector)

    def add(self, counts: Mapping[str, int]) -> int:
        """Add an article by its term frequencies (>= 1); return its slot."""
        vector = self._vector(counts)
        slot = len(self._vectors)
        posting = slot.to_bytes(SLOT_BYTES, sys.byteorder)
        for number in vector.terms.tolist():
            self._postings[number] += posting
        self._document_frequencies[vector.terms] += 1
        self._vectors.append((vector.terms, vector.weights))
        self._live_articles += 1
        return slot

    def remove(self, slot: int) -> None:
        """Remove an article; its postings stay behind as gaps."""
        vector = self.vector(slot)
        if vector is not None:
            self._document_frequencies[vector.terms] -= 1
            self._vectors[slot] = None
            self._live_articles -= 1

    def nearest(self, slot: int) -> list[SimilarArticle]:
        """Return the articles most similar to the one at `slot`, best first, without itself."""
        vector = self.vector(slot)
        if vector is None or not len(vector.terms):
            return []
        weights = vector.weights * smoothed_idf(self._document_frequencies[vector.terms], self._live_articles)
        length = np.sqrt(weights @ weights)
        weights /= length
        candidates = self._candidates(slot, vector.terms, weights)
        if not len(candidates):
            return []
        products, lengths = self._products(vector.terms, weights, candidates)
        cosines, shared = products / lengths, products * length
        order = np.argsort(-cosines, kind="stable")
        return [SimilarArticle(int(candidates[at]), float(cosines[at]), float(shared[at])) for at in order]

    def _vector(self, counts: Mapping[str, int]) -> TermVector:
        terms = np.fromiter(map(self._term_number, counts), np.int32, len(counts))
        return TermVector(terms, log_tf(np.fromiter(counts.values(), np.float32, len(counts))))

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

    def _products(self, terms: Ints, weights: Floats, slots: Ints) -> tuple[Floats, Floats]:
        """Return the dot product of a vector with the vector in each slot, and the lengths of the latter."""
        vectors = [vector for slot in slots if (vector := self._vectors[slot]) is not None]
        starts = np.cumsum([0, *(len(terms) for terms, _ in vectors[:-1])])
        numbers = np.concatenate([terms for terms, _ in vectors])
        values = np.concatenate([weights for _, weights in vectors])
        values = values * smoothed_idf(self._document_frequencies[numbers], self._live_articles)
        self._query[terms] = weights
        products = np.add.reduceat(values * self._query[numbers], starts)
        self._query[terms] = 0
        return products, np.sqrt(np.add.reduceat(values**2, starts))
