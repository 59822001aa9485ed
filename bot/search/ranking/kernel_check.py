"""Compares a compiled search with NumPy's, on articles of random words."""

import numpy as np

from bot.search.bm25 import PostingsBM25
from bot.search.kernel.kernel import Kernel
from bot.search.ranking.top_k import top_k

_ARTICLES, _WORDS, _VOCABULARY, _QUERIES = 3_000, 30, 500, 40


def agrees_with_numpy(kernel: Kernel) -> bool:
    """Return whether the best articles and their scores are the same to the last bit."""
    draw = np.random.default_rng(1)
    ranks = np.minimum(draw.pareto(0.8, (_ARTICLES, _WORDS)).astype(int), _VOCABULARY - 1)
    lengths = draw.integers(1, _WORDS + 1, _ARTICLES).tolist()
    texts = [list(map(str, row[:length])) for row, length in zip(ranks.tolist(), lengths, strict=True)]
    model = PostingsBM25(texts)
    queries = [list(map(str, draw.integers(0, 40, 5).tolist())) for _ in range(_QUERIES)]
    expected = [top_k(model, query, 10) for query in queries]
    model.kernel = kernel
    return [top_k(model, query, 10) for query in queries] == expected
