"""Term vectors of articles, and an inverted index to find the most similar ones."""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from bot.stories.numbered_names import Array, NumberedNames, PackedNames
from bot.stories.similarity import CODE_WEIGHTS, Floats, Ints, rarity
from bot.stories.slot_lists import SlotLists
from bot.stories.term_numbers import TermNumbers
from bot.stories.term_vector import POSTED, TermVector
from bot.stories.vector_part import SLOT_BYTES, SavedVectors
from bot.stories.vector_store import VectorStore

PROBES = 16
"""Number of an article's heaviest terms whose posting lists provide candidates."""
CANDIDATES = 16
"""Number of candidates that are compared in full."""
MIN_SHARED = 0.03
"""Least share of an article's squared weights that a candidate has in common among those terms."""
MAX_POSTINGS = 4_000
"""Newest postings read per term: a common term says little, and stories are recent."""
_MIN_CAPACITY = 1024


@dataclass(frozen=True, slots=True)
class SimilarArticle:
    """An article similar to another.

    Args:
        cosine: In [0, 1].
    """

    slot: int
    cosine: float


class VectorIndex:
    """Term vectors by slot number; slots count up from 0, and only `compaction` frees any."""

    def __init__(self) -> None:
        self.numbers = TermNumbers()
        self._document_frequencies = np.zeros(_MIN_CAPACITY, np.int32)
        self._query = np.zeros(_MIN_CAPACITY, np.float32)
        self._places = np.zeros(_MIN_CAPACITY, np.int32)
        self._postings = SlotLists()
        self._vectors = VectorStore()
        self._languages = NumberedNames()
        self._language_of = array("i")
        self._live_articles = Counter[str]()
        """By language: what is common in one may be rare in all."""

    @classmethod
    def of(cls, saved: SavedVectors, arrays: Mapping[str, Array], languages: Sequence[str]) -> "VectorIndex":
        """Return an index of saved vectors.

        Args:
            arrays: As `arrays` returned them.
            languages: As `languages` returned them.
        """
        index = cls()
        index.numbers = TermNumbers(PackedNames.of(arrays, "terms"))
        index._grow(2 * len(index.numbers))
        index._document_frequencies[: len(index.numbers)] = arrays["frequencies"]
        index._vectors = VectorStore(saved, bytearray(arrays["removed"].tobytes()))
        index._postings = SlotLists(saved)
        for language in languages:
            index._languages.number(language)
        index._language_of.frombytes(arrays["language_of"].tobytes())
        live = np.array(index._language_of)[arrays["removed"] == 0]
        counts = np.bincount(live, minlength=len(languages)).tolist()
        index._live_articles = Counter(dict(zip(languages, counts, strict=True)))
        return index

    def arrays(self) -> dict[str, Array]:
        """Return all but the vectors as arrays by name."""
        return self.numbers.names.packed().arrays("terms") | {
            "frequencies": self.frequencies,
            "removed": np.frombuffer(bytes(self._vectors.removed()), np.uint8),
            "language_of": np.array(self._language_of),
        }

    @property
    def languages(self) -> list[str]:
        """The languages of the articles."""
        return list(self._languages)

    @property
    def store(self) -> VectorStore:
        """The vectors themselves."""
        return self._vectors

    def keep_in(self, saved: SavedVectors, arrays: Mapping[str, Array]) -> None:
        """Read vectors and terms from files from now on; they have all that is here."""
        self.numbers.names.keep_in(PackedNames.of(arrays, "terms"))
        self._vectors = VectorStore(saved, self._vectors.removed())
        self._postings = SlotLists(saved)

    @property
    def frequencies(self) -> Ints:
        """How many articles contain each term, by its number."""
        return self._document_frequencies[: len(self.numbers)].copy()

    def vector(self, slot: int) -> TermVector | None:
        """Return the vector in a slot, None when it was removed."""
        return self._vectors.joined([slot])[0] if slot in self._vectors else None

    def language(self, slot: int) -> str:
        """Return the language of the article in a slot."""
        return self._languages.name(self._language_of[slot])

    def count(self, frequencies: Mapping[str, int], articles: Mapping[str, int]) -> None:
        """Record what a larger corpus than this index counts.

        Args:
            frequencies: Its articles that contain each term; terms of this index keep theirs.
            articles: Its articles by language.
        """
        new = [term for term in frequencies if term not in self.numbers]
        numbers = self._term_array(new)
        self._document_frequencies[numbers] = [frequencies[term] for term in new]
        self._live_articles = Counter(articles)

    def unknown(self, terms: Iterable[str]) -> set[str]:
        """Return the terms whose frequencies are not known."""
        return {term for term in terms if term not in self.numbers}

    def probes(self, codes: Mapping[str, int], language: str) -> dict[str, float]:
        """Return the heaviest of an article's terms, each with its share of the squared weights, in (0, 1].

        Args:
            codes: By term; all of them known.
        """
        names = list(codes)
        weights = self._weights(self._vector(codes), self._live_articles[language] + 1) ** 2
        heaviest = np.argsort(-weights, kind="stable")[:PROBES].tolist()
        whole = float(weights.sum())
        return {names[at]: float(weights[at]) / whole for at in heaviest}

    def add(self, codes: Mapping[str, int], language: str, *, counted: bool = False) -> int:
        """Add an article by the codes of its terms; return its slot.

        Args:
            counted: Whether `count` counted it.
        """
        return self.add_vector(self._vector(codes), language, counted=counted)

    def add_vector(self, vector: TermVector, language: str, *, counted: bool = False) -> int:
        """Add an article by its distinct terms, as `numbers` has them, and their codes, in any order."""
        slot = len(self._vectors)
        if not counted:
            self._live_articles[language] += 1
        vector = self._sorted(vector, self._live_articles[language], counted=counted)
        self._postings.add(vector.terms[:POSTED].tolist(), slot)
        self._vectors.append(vector)
        self._language_of.append(self._languages.number(language))
        return slot

    def remove(self, slot: int) -> None:
        """Remove an article; its postings stay behind as gaps."""
        vector = self.vector(slot)
        if vector is not None:
            self._document_frequencies[vector.terms] -= 1
            self._vectors.remove(slot)
            self._live_articles[self.language(slot)] -= 1

    def nearest(self, slot: int) -> list[SimilarArticle]:
        """Return the articles most similar to the one at `slot`, best first, without itself."""
        vector = self.vector(slot)
        if vector is None or not len(vector.terms):
            return []
        articles = self._live_articles[self.language(slot)]
        itself = self._unit_vectors([slot], articles)
        candidates = self._candidates(slot, itself.terms[:PROBES], itself.values[:PROBES])
        if not candidates:
            return []
        found = self._unit_vectors(candidates, articles)
        self._query[itself.terms] = itself.values
        cosines = np.add.reduceat(found.values * self._query.take(found.terms), found.starts)
        self._query[itself.terms] = 0
        order = np.argsort(-cosines, kind="stable")
        return [SimilarArticle(candidates[at], float(cosines[at])) for at in order.tolist()]

    def cosines(self, slots: Sequence[int], language: str) -> Floats:
        """Return the cosines of all pairs of articles with terms, shape (n, n), seen from a language."""
        vectors = self._unit_vectors(slots, self._live_articles[language])
        owners = np.zeros(len(vectors.terms), np.intp)
        owners[vectors.starts[1:]] = 1
        columns, count = self._columns(vectors.terms)
        dense = np.zeros((len(slots), count), np.float32)
        dense[np.cumsum(owners), columns] = vectors.values
        return np.asarray(dense @ dense.T, np.float32)

    def _columns(self, terms: Ints) -> tuple[Ints, int]:
        """Return a number for each of the terms, equal for equal ones, and how many there are."""
        places = np.arange(len(terms), dtype=np.int32)
        self._places[terms] = places
        last = self._places.take(terms) == places
        numbers = np.cumsum(last, dtype=np.int32) - 1
        return numbers.take(self._places.take(terms)), int(numbers[-1]) + 1

    def _vector(self, codes: Mapping[str, int]) -> TermVector:
        return TermVector(self._term_array(codes), np.fromiter(codes.values(), np.uint8, len(codes)))

    def _sorted(self, vector: TermVector, articles: int, *, counted: bool) -> TermVector:
        """Return the vector of a further article sorted by its weights, by the articles counted so far."""
        if len(self.numbers) > len(self._document_frequencies):
            self._grow(2 * len(self.numbers))
        self._document_frequencies[vector.terms] += not counted
        order = np.argsort(-self._weights(vector, articles), kind="stable")
        return TermVector(vector.terms[order], vector.codes[order])

    def _term_array(self, terms: Collection[str]) -> Ints:
        """Return the numbers of terms; new ones get the next."""
        numbers = np.fromiter(map(self.numbers.number, terms), np.int32, len(terms))
        if len(self.numbers) > len(self._document_frequencies):
            self._grow(2 * len(self.numbers))
        return numbers

    def _grow(self, capacity: int) -> None:
        """Make room for at least `capacity` terms."""
        added = max(_MIN_CAPACITY, capacity) - len(self._document_frequencies)
        self._document_frequencies = np.pad(self._document_frequencies, (0, added))
        self._query = np.pad(self._query, (0, added))
        self._places = np.pad(self._places, (0, added))

    def _candidates(self, slot: int, terms: Ints, weights: Floats) -> list[int]:
        """Return the slots that share the most weight in an article's heaviest terms, ascending."""
        newest = self._postings.newest(terms.tolist(), MAX_POSTINGS)
        sizes = [len(held) // SLOT_BYTES for held in newest]
        slots, positions = np.unique(np.frombuffer(b"".join(newest), np.int32), return_inverse=True)
        shared = np.bincount(positions, np.repeat(weights**2, sizes))
        shared[slots == slot] = 0
        slots, shared = slots[shared >= MIN_SHARED], shared[shared >= MIN_SHARED]
        best = slots[np.argsort(-shared, kind="stable")].tolist()
        live = (candidate for candidate in best if candidate in self._vectors)
        return sorted(islice(live, CANDIDATES))

    def _unit_vectors(self, slots: Sequence[int], articles: int) -> "_UnitVectors":
        found, lengths = self._vectors.joined(slots)
        starts = np.cumsum([0, *lengths[:-1]])
        values = self._weights(found, articles)
        norms = np.sqrt(np.add.reduceat(values * values, starts))
        values /= np.repeat(norms, lengths)
        return _UnitVectors(found.terms, values, starts)

    def _weights(self, vector: TermVector, articles: int) -> Floats:
        return CODE_WEIGHTS.take(vector.codes) * rarity(
            self._document_frequencies.take(vector.terms), articles
        )


@dataclass(frozen=True, slots=True)
class _UnitVectors:
    """Vectors of length 1, one after another.

    Args:
        starts: Where each begins.
    """

    terms: Ints
    values: Floats
    starts: npt.NDArray[np.int64]
