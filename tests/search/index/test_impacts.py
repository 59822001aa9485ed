"""Occurrences follow from impacts and lengths, apart from the exceptions that are stored."""

from types import SimpleNamespace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.search.index.builder import IndexedArticle, build_segment
from bot.search.index.impacts import correct_counts, counts_behind, exceptions, quantize_impacts

POSTINGS = st.lists(st.tuples(st.integers(1, 3_000), st.integers(0, 100_000)), min_size=1, max_size=50)
"""Occurrences of a term in an article, and occurrences of all other terms."""


@given(postings=POSTINGS, mean_length=st.floats(1.0, 20_000.0))
def test_occurrences_come_back_whatever_the_lengths(
    postings: list[tuple[int, int]], mean_length: float
) -> None:
    counts = np.array([count for count, _ in postings], np.uint32)
    lengths = np.array([count + others for count, others in postings], np.int32)
    impacts = quantize_impacts(counts, lengths, mean_length)
    at = exceptions(counts, impacts, lengths, mean_length)
    decoded = counts_behind(impacts, lengths, mean_length)
    correct_counts(
        decoded, np.arange(len(counts)), SimpleNamespace(exact_postings=at, exact_counts=counts[at])
    )
    assert decoded.tolist() == counts.tolist()


def test_news_need_no_exceptions() -> None:
    counts, lengths = np.meshgrid(np.arange(1, 10, dtype=np.uint32), np.arange(100, 2_000, 7))
    impacts = quantize_impacts(counts.ravel(), lengths.ravel(), 300.0)
    assert not len(exceptions(counts.ravel(), impacts, lengths.ravel(), 300.0))


def test_segment_returns_the_occurrences_it_was_built_from() -> None:
    segment = build_segment([IndexedArticle("a", [1] * 200, [[2]]), IndexedArticle("b", [2], [[2, 3]])])
    assert len(segment.exact_postings)
    assert segment.counts(slice(0, 4)).tolist() == [200, 1, 2, 1]
    assert segment.counts(np.array([2, 0])).tolist() == [2, 200]
