"""Ranks the top articles again: by their sentences, titles, neighbours, similar terms, and age."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bot.search.bm25 import PostingsBM25
from bot.search.index.segment import DAY_US, UNDATED, Floats, Longs, microseconds
from bot.search.kernel.texts import TextKernel
from bot.search.ports import SearchRequest
from bot.search.query.date_words import YEAR
from bot.search.ranking.config import RankingConfig
from bot.search.ranking.expansion import TermExpansion
from bot.search.ranking.spoken import SpokenStatements
from bot.search.ranking.vectors import (
    DocTerms,
    DocTokens,
    best_scores,
    cosine_matrix,
    count_terms,
    doc_tokens,
    doc_vectors,
    keep_nearest,
    sentence_scores,
)


@dataclass(frozen=True, slots=True)
class Reranker:
    """Changes the scores of a search's best articles.

    Args:
        weights: Weight of each of the query's terms.
        spoken: Statements of the speakers that the query names.
    """

    model: PostingsBM25
    request: SearchRequest
    config: RankingConfig
    weights: Mapping[int, float]
    spoken: SpokenStatements

    @property
    def _kernel(self) -> TextKernel | None:
        return self.model.kernel.texts if self.model.kernel else None

    def rerank(self, docs: Longs, scores: Floats) -> Floats:
        """Return the articles' new scores.

        Args:
            docs: Best first.
            scores: By words alone, descending.
        """
        return self._fresher(docs, self._by_content(docs, scores)) if len(docs) else scores

    def _by_content(self, docs: Longs, scores: Floats) -> Floats:
        """Return scores that count the top articles' sentences and neighbours; the others stay below them."""
        depth = min(self.config.depth, len(docs))
        top, rest = scores[:depth], scores[depth:]
        tokens = doc_tokens(self.model.snapshot, docs[:depth])
        found = count_terms(tokens, self._kernel)
        top = self._by_neighbours(found, self._by_words(tokens, found, docs[:depth], top))
        if len(rest) and top.min() < rest.max():
            rest = rest * (top.min() / rest.max())
        return np.concatenate([top, rest])

    def _by_words(self, tokens: DocTokens, found: DocTerms, docs: Longs, top: Floats) -> Floats:
        """Return scores that count similar terms, the best sentence, the title and statements."""
        config = self.config
        if config.expansion:
            expansion = TermExpansion(self.model, self.weights, config.expansion)
            top = np.maximum(top + expansion.gains(found), 0.0)
        if not (config.passages or config.title or self.spoken):
            return top
        scored = sentence_scores(self.model, tokens, self.weights)
        best, title = best_scores(scored, tokens)
        top = top + config.passages * best + config.title * title
        return top + config.spoken * self.spoken.best_scores(scored, tokens, docs) if self.spoken else top

    def _by_neighbours(self, found: DocTerms, top: Floats) -> Floats:
        """Return scores smoothed over the nearest of the top articles."""
        share, count = self.config.smoothing, len(top)
        if not share or count < 2:
            return top
        cosines = cosine_matrix(doc_vectors(self.model, found), self._kernel)
        near = keep_nearest(cosines, self.config.neighbours)
        total = near.sum(axis=1)
        smooth: Floats = np.divide(near @ top, total, out=top.copy(), where=total > 0)
        return (1 - share) * top + share * smooth

    def _fresher(self, docs: Longs, scores: Floats) -> Floats:
        """Return scores with a bonus for new articles, or for those of a year among the words."""
        if self.request.query.dated or not self.config.freshness:
            return scores
        published = self.model.snapshot.published[docs]
        if years := [int(word) for word in self.request.query.words if re.fullmatch(YEAR, word)]:
            bonus = np.isin(
                published.astype("datetime64[us]").astype("datetime64[Y]").astype(int) + 1970, years
            )
        else:
            days = np.maximum(microseconds(self.request.now) - np.maximum(published, 0), 0) / DAY_US
            bonus = 0.5 ** (days / self.config.half_life_days)
        return scores * (1 + self.config.freshness * np.where(published == UNDATED, 0.0, bonus))
