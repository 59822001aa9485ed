"""What words written like the question's add to an article: "Vietnamese" where "Vietnam" was asked for."""

from collections.abc import Sequence

import numpy as np

from bot.search.index.segment import Ints
from bot.search.index.snapshot import Snapshot
from bot.search.ranking.vectors import Occurrences
from bot.search.scoring import Floats, length_norm, saturation

NO_TERMS = np.zeros(0, np.int32)


class WrittenAlike:
    """The question's terms, each with those written like it as one word under it.

    An occurrence of a term written alike counts as a part of one, and so does its share in how many articles
    hold the word.

    Args:
        weights: The question's term numbers with their weights.
        part: What an occurrence counts that is written in exactly the same way.

    Source:
        Darwish, Oard 2003, Probabilistic Structured Query Methods, eq. 3 and 4.
    """

    def __init__(self, snapshot: Snapshot, weights: dict[int, float], part: float) -> None:
        self.snapshot = snapshot
        self.weights = weights
        self.part = part

    def added(self, found: Occurrences) -> Floats:
        """Return what articles' scores gain, or lose as the words become more usual, shape (articles,)."""
        near_of = {term: self._near(term) for term in self.weights}
        groups = [(term, *near) for term, near in near_of.items() if len(near[0])]
        if not groups:
            return np.zeros(len(found.lengths))
        asked = [term for term, _, _ in groups]
        terms = np.unique(np.concatenate([np.array(asked, np.int32), *(near for _, near, _ in groups)]))
        counts = _counts(found, terms, len(self.snapshot.df))
        parts = np.zeros((len(groups), len(terms)))
        for row, (_, near, shares) in enumerate(groups):
            parts[row, np.searchsorted(terms, near)] = shares
        at = np.searchsorted(terms, asked)
        holding = self.snapshot.df[terms].astype(np.float64)
        return self._difference(counts[at], parts @ counts, (holding[at], parts @ holding), asked, found)

    def _near(self, term: int) -> tuple[Ints, Floats]:
        """Return the terms that live articles hold and the question does not name, and their shares."""
        snapshot = self.snapshot
        if self.weights[term] <= 0 or term >= len(snapshot.df):
            return NO_TERMS, np.zeros(0)
        numbers, cosines = snapshot.lexicon.alike(snapshot.lexicon.terms[term])
        known = np.minimum(numbers, len(snapshot.df) - 1)
        kept = (numbers < len(snapshot.df)) & (snapshot.df[known] > 0) & ~np.isin(numbers, [*self.weights])
        return numbers[kept], self.part * cosines[kept]

    def _difference(
        self,
        exact: Floats,
        more: Floats,
        holding: tuple[Floats, Floats],
        asked: Sequence[int],
        found: Occurrences,
    ) -> Floats:
        articles = self.snapshot.articles
        norm = length_norm(found.lengths, self.snapshot.mean_length)
        before, besides = holding
        usual = np.log((articles + 1) / np.minimum(before + besides, articles))
        rarer = np.log((articles + 1) / np.minimum(before, articles))
        weights = np.array([self.weights[term] for term in asked])[:, None]
        gain = (usual / rarer)[:, None] * saturation(exact + more, norm) - saturation(exact, norm)
        total: Floats = (weights * gain).sum(axis=0)
        return total


def _counts(found: Occurrences, terms: Ints, size: int) -> Floats:
    """Return how often articles hold some terms, shape (terms, articles)."""
    rows = np.zeros(size, np.int16)
    rows[terms] = np.arange(1, len(terms) + 1)
    row = rows[found.tokens]
    hit = np.flatnonzero(row)
    cells = (row[hit] - 1) * np.int64(len(found.lengths)) + found.owners[hit]
    table = np.bincount(cells, minlength=len(terms) * len(found.lengths))
    return table.reshape(len(terms), -1).astype(np.float64)
