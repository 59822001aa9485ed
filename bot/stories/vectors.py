"""Term vectors of many articles, and the nearest among them without looking at all."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.stories.similarity import Floats, log_tf, smoothed_idf

PROBES = 24
"""Heaviest terms of an article that candidates are looked up by."""
CANDIDATES = 24
"""Best candidates that are compared in full."""
MAX_POSTINGS = 4_000
"""Newest articles of a term that are looked at: a common term says little, and stories are young."""

SLOT_BYTES = 4

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class TermVector:
    """One article's terms.

    Args:
        terms: Distinct term numbers, shape (n,).
        weights: Saturated frequencies, shape (n,), > 0.
    """

    terms: Ints
    weights: Floats


@dataclass(frozen=True, slots=True)
class SimilarArticle:
    """An article beside the one asked about.

    Args:
        cosine: In [0, 1].
        shared: Weight of the terms they share, >= 0: the cosine before it is divided by the lengths.
    """

    slot: int
    cosine: float
    shared: float


class VectorIndex:
    """Vectors by slot number; slots are given in order of arrival and never used again."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._document_frequency = np.zeros(1024, np.int32)
        self._query = np.zeros(1024, np.float32)
        self._postings: list[bytearray] = []
        self._vectors: list[tuple[Ints, Floats] | None] = []
        """Terms and weights: bare tuples, which the garbage collector soon passes over, a million too."""
        self._alive = 0

    @classmethod
    def of(
        cls, words: Sequence[str], vectors: Sequence[TermVector], postings: list[bytearray]
    ) -> "VectorIndex":
        """Return an index of vectors in slot order.

        Args:
            words: The terms, in the order of their numbers.
            postings: The slots of each term, ascending, each in `SLOT_BYTES` bytes of this machine's order.
                No arrays: the garbage collector would look at every one of them, 50 ms for 200,000 terms.
        """
        made = cls()
        made._numbers = {word: number for number, word in enumerate(words)}
        room = max(1024, 2 * len(words))
        made._document_frequency = np.zeros(room, np.int32)
        made._document_frequency[: len(words)] = [len(each) // SLOT_BYTES for each in postings]
        made._query = np.zeros(room, np.float32)
        made._postings = postings
        made._vectors = [(each.terms, each.weights) for each in vectors]
        made._alive = len(vectors)
        return made

    @property
    def words(self) -> list[str]:
        """The terms, in the order of their numbers."""
        return list(self._numbers)

    def vector(self, slot: int) -> TermVector | None:
        """Return the vector at a slot, None when it was removed."""
        held = self._vectors[slot]
        return None if held is None else TermVector(*held)

    def add(self, counts: Mapping[str, int]) -> int:
        """Take in an article's term frequencies (>= 1) and return its slot."""
        vector = self._vector(counts)
        slot = len(self._vectors)
        written = slot.to_bytes(SLOT_BYTES, sys.byteorder)
        for number in vector.terms.tolist():
            self._postings[number] += written
        self._document_frequency[vector.terms] += 1
        self._vectors.append((vector.terms, vector.weights))
        self._alive += 1
        return slot

    def remove(self, slot: int) -> None:
        """Forget a slot; its postings stay as gaps."""
        vector = self.vector(slot)
        if vector is not None:
            self._document_frequency[vector.terms] -= 1
            self._vectors[slot] = None
            self._alive -= 1

    def nearest(self, slot: int) -> list[SimilarArticle]:
        """Return the articles likest to the one at `slot`, best first, itself left out."""
        vector = self.vector(slot)
        if vector is None or not len(vector.terms):
            return []
        idf = smoothed_idf(self._document_frequency[vector.terms], self._alive)
        weights = vector.weights * idf
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
        terms = np.fromiter(map(self._number, counts), np.int32, len(counts))
        return TermVector(terms, log_tf(np.fromiter(counts.values(), np.float32, len(counts))))

    def _number(self, term: str) -> int:
        number = self._numbers.setdefault(term, len(self._postings))
        if number == len(self._postings):
            self._postings.append(bytearray())
            if number >= len(self._document_frequency):
                self._document_frequency = np.resize(self._document_frequency, 2 * number)
                self._document_frequency[number:] = 0
                self._query = np.zeros(2 * number, np.float32)
        return number

    def _candidates(self, slot: int, terms: Ints, weights: Floats) -> Ints:
        """Slots that share the heaviest terms, those sharing most weight first chosen."""
        probes = np.argsort(-weights, kind="stable")[:PROBES]
        recent = (bytes(self._postings[terms[at]][-MAX_POSTINGS * SLOT_BYTES :]) for at in probes)
        lists = [np.frombuffer(each, np.int32) for each in recent]
        slots, at = np.unique(np.concatenate(lists), return_inverse=True)
        shared = np.bincount(at, np.repeat(weights[probes] ** 2, [len(one) for one in lists]))
        shared[slots == slot] = 0
        if len(slots) > CANDIDATES:
            best = np.sort(np.argpartition(-shared, CANDIDATES)[:CANDIDATES])
            slots, shared = slots[best], shared[best]
        alive = [each for each in slots[shared > 0] if self._vectors[each] is not None]
        return np.array(alive, np.int32)

    def _products(self, terms: Ints, weights: Floats, slots: Ints) -> tuple[Floats, Floats]:
        """The product with each of some slots, and the length of their vectors."""
        others = [vector for at in slots if (vector := self._vectors[at]) is not None]
        starts = np.cumsum([0, *(len(terms) for terms, _ in others[:-1])])
        numbers = np.concatenate([terms for terms, _ in others])
        values = np.concatenate([weights for _, weights in others])
        values = values * smoothed_idf(self._document_frequency[numbers], self._alive)
        self._query[terms] = weights
        products = np.add.reduceat(values * self._query[numbers], starts)
        self._query[terms] = 0
        return products, np.sqrt(np.add.reduceat(values**2, starts))
