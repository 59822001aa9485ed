"""Query expansion: what terms spelled like the query's add to an article ("Vietnamese" for "Vietnam")."""

from collections.abc import Mapping

import numpy as np

from bot.search.bm25 import PostingsBM25
from bot.search.index.ngrams import SimilarTerms
from bot.search.ranking.vectors import DocTerms, are_among
from bot.search.scoring import Floats

_NONE: SimilarTerms = (np.zeros(0, np.int32), np.zeros(0))


class TermExpansion:
    """The query's terms, each scored together with the terms spelled like it as if they were one word.

    An occurrence of a similar term counts as a fraction of one, and so does each article that contains it.

    Args:
        weights: The query's term numbers with their weights.
        factor: What an occurrence of a term with the same 4-grams counts, 0 to 1.

    Source:
        Darwish, Oard 2003, Probabilistic Structured Query Methods, eq. 3 and 4.
    """

    def __init__(self, model: PostingsBM25, weights: Mapping[int, float], factor: float) -> None:
        self._model = model
        self._weights = weights
        self._factor = factor

    def gains(self, found: DocTerms) -> Floats:
        """Return what articles' scores gain, or lose as the words become more common, shape (articles,)."""
        similar = {term: self._similar(term) for term in self._weights}
        expanded = {term: shares for term, shares in similar.items() if len(shares[0])}
        if not expanded:
            return np.zeros(len(found.lengths))
        own = np.array([*expanded], np.int32)
        rows = np.arange(len(own)).repeat([len(numbers) for numbers, _ in expanded.values()])
        terms, shares = map(np.concatenate, zip(*expanded.values(), strict=True))
        df, idfs = self._model.snapshot.df, self._idfs
        own_df = df[own].astype(np.float64)
        similar_df = np.bincount(rows, shares * df[terms], len(own))
        idf_ratio = idfs(own_df + similar_df) / idfs(own_df)
        counts = found.sums(own, np.arange(len(own)), np.ones(len(own)))
        before = self._model.term_weights(counts, found.lengths)
        after = self._model.term_weights(counts + found.sums(terms, rows, shares), found.lengths)
        weights = np.array([self._weights[term] for term in expanded])
        gains: Floats = (weights[:, None] * (idf_ratio[:, None] * after - before)).sum(axis=0)
        return gains

    def _similar(self, term: int) -> SimilarTerms:
        """Return the similar terms that live articles contain and the query doesn't, with their shares."""
        snapshot = self._model.snapshot
        if self._weights[term] <= 0 or term >= len(snapshot.df):
            return _NONE
        numbers, cosines = snapshot.dictionary.similar(snapshot.dictionary.terms[term])
        in_range = np.minimum(numbers, len(snapshot.df) - 1)
        known = (numbers < len(snapshot.df)) & (snapshot.df[in_range] > 0)
        kept = known & ~are_among(numbers, np.array([*self._weights], np.int32))
        return numbers[kept], self._factor * cosines[kept]

    def _idfs(self, df: Floats) -> Floats:
        return self._model.idfs(np.minimum(df, self._model.corpus_size))
