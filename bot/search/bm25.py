"""rank-bm25's BM25Plus with its statistics taken from posting lists."""

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
from rank_bm25 import BM25Plus

from bot.search.index.builder import IndexedArticle, build
from bot.search.index.snapshot import SegmentView, Snapshot
from bot.search.index.term_dictionary import TermDictionary
from bot.search.ranking.posting_lists import PostingLists
from bot.search.ranking.top_k import best
from bot.search.scoring import DELTA, K1, B, Floats, length_norm, saturation, term_idf


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
        lists, lengths = PostingLists(self.snapshot), self.snapshot.lengths
        scores = np.zeros(len(lengths.terms))
        for term in query:
            idf = term_idf(self.corpus_size, self.snapshot.holding(term))
            scores += idf * self.delta
            if idf:
                postings = lists.term(self.snapshot.lexicon.numbers[term])
                docs = postings.docs
                norm = length_norm(lengths.terms[docs], self.avgdl, k1=self.k1, b=self.b)
                scores[docs] += idf * saturation(postings.counts, norm, k1=self.k1)
        alive = self.snapshot.alive
        return scores if alive is None else scores[alive]

    def get_batch_scores(self, query: Sequence[str], doc_ids: Sequence[int]) -> list[float]:
        """Return the scores of some articles, by place in the corpus."""
        return [float(score) for score in self.get_scores(query)[list(doc_ids)]]

    def top(self, query: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """Return (place in the corpus, score) of the best articles that hold any of the terms, best first.

        Reads far less than `get_scores`; only for the usual `k1` and `b`.
        """
        numbers = self.snapshot.lexicon.numbers
        weights: dict[int, float] = {}
        for term in query:
            if idf := term_idf(self.corpus_size, self.snapshot.holding(term)):
                weights[numbers[term]] = weights.get(numbers[term], 0.0) + idf
        lists = PostingLists(self.snapshot)
        weighted = [(weight, lists.term(number)) for number, weight in weights.items()]
        places, scores = best(weighted, self.snapshot.lengths, limit=limit, inside=self.snapshot.alive)
        return list(zip(places.tolist(), (scores + self.delta * sum(weights.values())).tolist(), strict=True))


def _snapshot(texts: Sequence[Sequence[str]]) -> Snapshot:
    lexicon = TermDictionary()
    numbered = [[lexicon.number(term) for term in text] for text in texts]
    entries = [IndexedArticle(str(i), (), [text]) for i, text in enumerate(numbered)]
    segment = build(entries)
    df = np.zeros(len(lexicon.terms), np.int32)
    df[segment.terms] = np.diff(segment.offsets)
    return Snapshot(
        views=(SegmentView(segment, None, 0),) if len(segment) else (),
        df=df,
        articles=len(texts),
        length=len(segment.lows),
        lexicon=lexicon,
    )
