"""rank_bm25's BM25Plus over posting lists: the model that every search of the bot ranks with.

The library's own class keeps a dict of counts per article and scores every article for every query. This
subclass takes its statistics from a snapshot of the index, so it costs nothing to create and reads only the
posting lists of the query's terms. The ranking takes idfs and term weights from here, and computes neither.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Plus

from bot.search.index.builder import IndexedArticle, build_segments
from bot.search.index.postings import concatenated
from bot.search.index.snapshot import SegmentView, Snapshot, lay_out
from bot.search.index.term_dictionary import TermDictionary
from bot.search.kernel.kernel import Formula, Kernel
from bot.search.scoring import DELTA, K1, B, Floats, length_norm, norm_factors, saturation, term_idf


class PostingsBM25(BM25Plus):  # type: ignore[misc]
    """`BM25Plus` with its statistics taken from an index.

    Scores equal the library's. Unlike there, an empty corpus and empty articles are allowed.

    Args:
        corpus: Articles as lists of terms, or as texts when a tokenizer is given.
        tokenizer: Text -> terms.
        k1: Saturation, > 0.
        b: Length normalization, 0 to 1.
        delta: Minimum weight of a term; `BM25Plus` adds it to articles without the term too.
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
        self.kernel: Kernel | None = None
        texts = [tokenizer(text) for text in corpus] if tokenizer else corpus  # type: ignore[arg-type]
        self.snapshot = _snapshot_of(texts)

    @classmethod
    def over(
        cls,
        snapshot: Snapshot,
        *,
        kernel: Kernel | None = None,
        k1: float = K1,
        b: float = B,
        delta: float = DELTA,
    ) -> "PostingsBM25":
        """Return the model of an index, articles in the order they were added.

        Args:
            kernel: Finds the best articles; None leaves that to NumPy.
        """
        model = cls.__new__(cls)
        model.k1, model.b, model.delta, model.tokenizer = k1, b, delta, None
        model.snapshot, model.kernel = snapshot, kernel
        return model

    @property
    def corpus_size(self) -> int:
        """Live articles."""
        return self.snapshot.articles

    @property
    def avgdl(self) -> float:
        """Mean number of terms in an article."""
        return self.snapshot.mean_length

    @cached_property
    def doc_len(self) -> list[int]:
        """Terms of each live article."""
        return [int(n) for view in self.snapshot.views for n in view.segment.lengths[view.live_mask]]

    @cached_property
    def idf(self) -> dict[str, float]:
        """Inverse document frequency of every term that some live article contains."""
        terms, df = self.snapshot.dictionary.terms, self.snapshot.df
        return {terms[number]: self.term_idf(int(df[number])) for number in np.flatnonzero(df)}

    @property
    def has_default_parameters(self) -> bool:
        """Whether the impacts stored in segments, computed with the default k1 and b, fit this model."""
        return (self.k1, self.b) == (K1, B)

    @property
    def formula(self) -> Formula:
        """What compiled code computes scores with."""
        per_term, base = norm_factors(self.avgdl, k1=self.k1, b=self.b)
        return Formula(per_term, base, self.k1 + 1)

    def term_idf(self, df: int) -> float:
        """Return the inverse document frequency of a term that `df` articles contain, > 0; 0 for none."""
        return term_idf(self.corpus_size, df)

    def idfs(self, df: npt.NDArray[np.number]) -> Floats:
        """Return the idfs of many terms; terms that no article contains count as contained in one."""
        return np.asarray(np.log((self.corpus_size + 1) / np.maximum(df, 1)), np.float64)

    def term_weights(
        self,
        counts: npt.NDArray[np.number],
        lengths: npt.NDArray[np.integer],
        *,
        mean_length: float | None = None,
    ) -> Floats:
        """Return what occurrences add to articles' scores before idf and delta, in [0, k1 + 1).

        Args:
            counts: Occurrences of terms in texts.
            lengths: Terms of these texts, broadcast against `counts`.
            mean_length: Mean terms of such texts; None for whole articles.
        """
        norm = length_norm(lengths, mean_length or self.avgdl, k1=self.k1, b=self.b)
        return saturation(counts, norm, k1=self.k1)

    def get_scores(self, query: Sequence[str]) -> Floats:
        """Return the score of every live article, shape (articles,)."""
        snapshot = self.snapshot
        lengths = snapshot.lengths.terms
        scores = np.zeros(len(lengths))
        for term in query:
            idf = self.term_idf(snapshot.doc_freq(term))
            scores += idf * self.delta
            if idf:
                postings = concatenated([snapshot.postings(snapshot.dictionary.numbers[term])])
                everything = np.arange(len(postings.docs))
                docs, counts, _ = postings.select(everything, np.ones(1), lengths)
                scores[docs] += idf * self.term_weights(counts, lengths[docs])
        return scores if snapshot.live_docs is None else scores[snapshot.live_docs]

    def get_batch_scores(self, query: Sequence[str], doc_ids: Sequence[int]) -> list[float]:
        """Return the scores of some articles, numbered as `get_scores` orders them."""
        return [float(score) for score in self.get_scores(query)[list(doc_ids)]]


def _snapshot_of(texts: Sequence[Sequence[str]]) -> Snapshot:
    dictionary = TermDictionary()
    numbers = [[dictionary.number(term) for term in text] for text in texts]
    segments = build_segments([IndexedArticle(str(i), (), [text]) for i, text in enumerate(numbers)])
    df = np.zeros(len(dictionary.terms), np.int32)
    for segment in segments:
        df[segment.terms] += np.diff(segment.posting_offsets).astype(np.int32)
    return Snapshot(
        views=lay_out([SegmentView(segment, None, -1) for segment in segments]),
        df=df,
        articles=len(texts),
        length=sum(len(segment.low_tokens) for segment in segments),
        dictionary=dictionary,
    )
