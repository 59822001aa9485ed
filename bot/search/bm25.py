"""rank-bm25's BM25Plus with its statistics taken from posting lists."""

import math
from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Plus

from bot.search.lexicon import Lexicon
from bot.search.segment import DELTA, K1, B, Entry, Floats, Ints, build
from bot.search.snapshot import Snapshot, View


class PostingsBM25(BM25Plus):  # type: ignore[misc]
    """`BM25Plus` that reads only the posting lists of a query's terms.

    Scores equal upstream's. Unlike upstream, an empty corpus and empty articles are fine.

    Args:
        corpus: Articles as lists of terms, or as texts when a tokenizer is given.
        tokenizer: Text -> terms.
        k1: Saturation, > 0.
        b: Length normalisation, 0 to 1.
        delta: Least weight of a term, given for articles without it too (as upstream does).
    """

    def __init__(
        self,
        corpus: Sequence[Sequence[str]],
        tokenizer: Callable[[str], list[str]] | None = None,
        k1: float = K1,
        b: float = B,
        delta: float = DELTA,
    ) -> None:
        self.k1, self.b, self.delta, self.tokenizer = k1, b, delta, tokenizer
        texts = [tokenizer(text) for text in corpus] if tokenizer else corpus  # type: ignore[arg-type]
        self.snapshot = _snapshot(texts)

    @classmethod
    def over(
        cls, snapshot: Snapshot, *, k1: float = K1, b: float = B, delta: float = DELTA
    ) -> "PostingsBM25":
        """Return the model of an index as it is at one moment, articles in the order they were added."""
        model = cls.__new__(cls)
        model.k1, model.b, model.delta, model.tokenizer = k1, b, delta, None
        model.snapshot = snapshot
        return model

    @property
    def corpus_size(self) -> int:
        """Live articles."""
        return self.snapshot.articles

    @property
    def avgdl(self) -> float:
        """Mean terms of an article."""
        return self.snapshot.mean_length

    @cached_property
    def doc_len(self) -> list[int]:
        """Terms of each article."""
        return [int(n) for view in self.snapshot.views for n in view.segment.lengths[view.living]]

    @cached_property
    def idf(self) -> dict[str, float]:
        """Inverse document frequency of every term some live article holds."""
        held = np.flatnonzero(self.snapshot.df)
        terms = self.snapshot.lexicon.terms
        return {terms[i]: term_idf(self.corpus_size, int(self.snapshot.df[i])) for i in held}

    def get_scores(self, query: Sequence[str]) -> Floats:
        """Return the score of every article, shape (articles,)."""
        parts = [self._view_scores(view, query)[view.living] for view in self.snapshot.views]
        return np.concatenate(parts) if parts else np.zeros(0)

    def get_batch_scores(self, query: Sequence[str], doc_ids: Sequence[int]) -> list[float]:
        """Return the scores of some articles, by place in the corpus."""
        return [float(score) for score in self.get_scores(query)[list(doc_ids)]]

    def _view_scores(self, view: View, query: Sequence[str]) -> Floats:
        segment = view.segment
        scores = np.zeros(len(segment))
        for term in query:
            idf = term_idf(self.corpus_size, self.snapshot.holding(term))
            scores += idf * self.delta
            if idf:
                begin, end = segment.postings(self.snapshot.lexicon.numbers[term])
                docs = segment.docs[begin:end]
                norm = length_norm(segment.lengths[docs], self.avgdl, k1=self.k1, b=self.b)
                scores[docs] += idf * saturation(segment.counts[begin:end], norm, k1=self.k1)
        return scores


def term_idf(articles: int, holding: int) -> float:
    """Return a term's inverse document frequency, > 0; 0 for a term no article holds.

    Source:
        rank_bm25 0.2.2, BM25Plus; Lv, Zhai 2011, Lower-Bounding Term Frequency Normalization.
    """
    return math.log((articles + 1) / holding) if holding else 0.0


def length_norm(lengths: Ints, mean_length: float, *, k1: float = K1, b: float = B) -> Floats:
    """Return the part of a term's weight that depends on the article's length, > 0.

    Source:
        Robertson, Zaragoza 2009, The Probabilistic Relevance Framework, eq. 3.15.
    """
    return np.asarray(k1 * (1 - b + b * lengths / mean_length), np.float64)


def saturation(counts: npt.NDArray[np.integer], norm: Floats, *, k1: float = K1) -> Floats:
    """Return saturated term frequencies, in [0, k1 + 1)."""
    return np.asarray(counts * (k1 + 1) / (norm + counts), np.float64)


def _snapshot(texts: Sequence[Sequence[str]]) -> Snapshot:
    lexicon = Lexicon()
    numbered = [[lexicon.number(term) for term in text] for text in texts]
    entries = [Entry(i, str(i), (), [text], 0, None, False) for i, text in enumerate(numbered)]
    segment = build(entries)
    df = np.zeros(len(lexicon.terms), np.int32)
    df[segment.terms] = np.diff(segment.offsets)
    return Snapshot(
        views=(View(segment, None, 0),),
        df=df,
        articles=len(texts),
        length=len(segment.tokens),
        lexicon=lexicon,
    )
