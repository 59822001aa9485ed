"""rank-bm25's BM25Plus with its statistics taken from posting lists."""

import math
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Plus


class PostingsBM25(BM25Plus):  # type: ignore[misc]
    """`BM25Plus` that touches only the articles holding a query's terms.

    Scores equal upstream's. Unlike upstream, an empty corpus and empty articles are fine.

    Args:
        corpus: Articles as lists of terms, or as texts when a tokenizer is given.
        k1: Saturation, > 0.
        b: Length normalisation, 0 to 1.
        delta: Lower bound of a term's weight, added for articles without it too (as upstream does).
    """

    def __init__(
        self,
        corpus: Sequence[Sequence[str]],
        tokenizer: Callable[[str], list[str]] | None = None,
        k1: float = 1.5,
        b: float = 0.75,
        delta: float = 1.0,
    ) -> None:
        self.k1, self.b, self.delta, self.tokenizer = k1, b, delta, tokenizer
        articles = [tokenizer(text) for text in corpus] if tokenizer else corpus  # type: ignore[arg-type]
        self.postings: dict[str, tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]] = _postings(articles)
        self.lengths = np.array([len(article) for article in articles], np.int32)
        self.doc_len = self.lengths
        self.corpus_size = len(articles)
        self.avgdl = float(self.lengths.mean()) if len(articles) else 0.0
        self.idf = {t: term_idf(self.corpus_size, len(docs)) for t, (docs, _) in self.postings.items()}

    def get_scores(self, query: Sequence[str]) -> npt.NDArray[np.float64]:
        """Return the score of every article, float64 of shape (articles,)."""
        scores = np.zeros(self.corpus_size)
        for term in query:
            if term in self.postings:
                docs, counts = self.postings[term]
                scores += self.idf[term] * self.delta
                norm = length_norm(self.lengths[docs], self.avgdl, k1=self.k1, b=self.b)
                scores[docs] += self.idf[term] * saturation(counts, norm, k1=self.k1)
        return scores

    def get_batch_scores(self, query: Sequence[str], doc_ids: Sequence[int]) -> list[float]:
        """Return the scores of some articles, by place in the corpus."""
        return [float(score) for score in self.get_scores(query)[list(doc_ids)]]


def term_idf(articles: int, holding: int) -> float:
    """Return a term's inverse document frequency, > 0; 0 for a term no article holds.

    Source:
        rank_bm25 0.2.2, BM25Plus; Lv, Zhai 2011, Lower-Bounding Term Frequency Normalization.
    """
    return math.log((articles + 1) / holding) if holding else 0.0


def length_norm(
    lengths: npt.NDArray[np.int32], mean_length: float, *, k1: float, b: float
) -> npt.NDArray[np.float64]:
    """Return the part of a term's weight that depends on the article's length, > 0.

    Source:
        Robertson, Zaragoza 2009, The Probabilistic Relevance Framework, eq. 3.15.
    """
    return np.asarray(k1 * (1 - b + b * lengths / mean_length), np.float64)


def saturation(
    counts: npt.NDArray[np.int32], norm: npt.NDArray[np.float64], *, k1: float
) -> npt.NDArray[np.float64]:
    """Return saturated term frequencies, in [0, k1 + 1)."""
    return np.asarray(counts * (k1 + 1) / (norm + counts), np.float64)


def _postings(
    articles: Sequence[Sequence[str]],
) -> dict[str, tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]]:
    lists: dict[str, dict[int, int]] = {}
    for place, article in enumerate(articles):
        for term in article:
            counts = lists.setdefault(term, {})
            counts[place] = counts.get(place, 0) + 1
    return {
        term: (
            np.fromiter(counts, np.int32, len(counts)),
            np.fromiter(counts.values(), np.int32, len(counts)),
        )
        for term, counts in lists.items()
    }
