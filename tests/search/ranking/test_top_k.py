"""The best articles are rank_bm25's best, whichever way they are found."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from bot.search.bm25 import PostingsBM25
from bot.search.kernel.kernel import Kernel
from bot.search.ranking import top_k

STRATEGIES = {
    "all scored": {"_FEW": 10**9},
    "sums of all articles": {"_FEW": 0, "_SCAN": 10**9},
    "winners looked up": {"_FEW": 0, "_SCAN": 10**9, "_MANY": 0},
    "sums of listed articles": {"_FEW": 0, "_SCAN": 0},
    "wide sums": {"_FEW": 0, "_NARROW": 0},
}
"""Limits that force each way of finding the best articles at any size."""


@pytest.fixture(params=["numpy", "compiled"])
def chosen_kernel(request: pytest.FixtureRequest) -> Kernel | None:
    """Return the compiled search, or None for NumPy's."""
    return request.getfixturevalue("kernel") if request.param == "compiled" else None


@settings(suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture])
@given(
    strategy=st.sampled_from(sorted(STRATEGIES)),
    seed=st.integers(0, 2**32 - 1),
    articles=st.integers(1, 1_500),
    words=st.integers(1, 60),
    vocabulary=st.integers(3, 400),
)
def test_best_articles_are_upstreams_with_every_strategy(
    chosen_kernel: Kernel | None, strategy: str, seed: int, articles: int, words: int, vocabulary: int
) -> None:
    draw = np.random.default_rng(seed)
    texts = random_texts(draw, articles, words, vocabulary)
    if not any(texts):
        return
    upstream, model = BM25Plus(texts), PostingsBM25(texts)
    model.kernel = chosen_kernel
    for size in (1, 2, 5, 9):
        query = [f"t{n}" for n in draw.integers(0, vocabulary + 2, size)]
        expected = upstream.get_scores(query)
        np.testing.assert_allclose(model.get_scores(query), expected, rtol=0, atol=1e-6)
        with pytest.MonkeyPatch.context() as patch:
            for name, value in STRATEGIES[strategy].items():
                patch.setattr(top_k, name, value)
            hits = top_k.top_k(model, query, 10)
        containing = [i for i, text in enumerate(texts) if set(text) & set(query)]
        best = sorted((expected[i] for i in containing), reverse=True)[:10]
        np.testing.assert_allclose([score for _, score in hits], best, rtol=0, atol=1e-6)
        np.testing.assert_allclose([score for _, score in hits], expected[[i for i, _ in hits]], atol=1e-6)


def random_texts(draw: np.random.Generator, articles: int, words: int, vocabulary: int) -> list[list[str]]:
    """Return articles of 0 to `words` terms, frequent terms far more often than rare ones."""
    lengths = draw.integers(0, words + 1, articles)
    ranks = np.minimum(draw.pareto(0.8, int(lengths.sum())).astype(int), vocabulary)
    return [[f"t{n}" for n in part] for part in np.split(ranks, np.cumsum(lengths)[:-1])]
