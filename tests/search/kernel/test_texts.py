"""Compiled readings of texts are NumPy's to the last bit."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.bm25 import PostingsBM25
from bot.search.kernel.kernel import Kernel
from bot.search.ranking.vectors import cosine_matrix, count_terms, doc_tokens, doc_vectors
from tests.search.kernel.segments import random_snapshot


@given(
    seed=st.integers(0, 2**32 - 1),
    articles=st.integers(1, 300),
    wanted=st.integers(0, 60),
    shift=st.sampled_from([0, 17, 24]),
)
def test_terms_and_cosines_equal_numpys(
    kernel: Kernel, seed: int, articles: int, wanted: int, shift: int
) -> None:
    draw = np.random.default_rng(seed)
    snapshot = random_snapshot(draw, articles, 3, deleting=False)
    plain = doc_tokens(snapshot, draw.permutation(articles)[:wanted])
    tokens = replace(plain, terms=(plain.terms << shift) + plain.terms)
    expected, counted = count_terms(tokens), count_terms(tokens, kernel.texts)
    for name in ("rows", "terms", "counts"):
        assert getattr(expected, name).tolist() == getattr(counted, name).tolist()
    vectors = doc_vectors(PostingsBM25.over(snapshot), expected)
    assert cosine_matrix(vectors, kernel.texts).tobytes() == cosine_matrix(vectors).tobytes()


def test_cosines_are_those_of_the_vectors() -> None:
    snapshot = random_snapshot(np.random.default_rng(2), 40, 2, deleting=False)
    vectors = doc_vectors(PostingsBM25.over(snapshot), count_terms(doc_tokens(snapshot, np.arange(40))))
    matrix = np.zeros((40, int(vectors.terms.max()) + 1))
    matrix[vectors.rows, vectors.terms] = vectors.weights / vectors.norms[vectors.rows]
    expected = matrix @ matrix.T
    np.fill_diagonal(expected, 0.0)
    np.testing.assert_allclose(cosine_matrix(vectors), expected, rtol=0, atol=1e-6)


@pytest.mark.parametrize(
    ("begins", "lengths"), [([-1], [2]), ([0], [-1]), ([2], [2]), ([4], [0]), ([0, 0], [3, 3])]
)
def test_texts_outside_the_tokens_are_left_to_numpy(
    kernel: Kernel, begins: list[int], lengths: list[int]
) -> None:
    tokens = np.array([1, 2, 3], np.int32)
    assert kernel.texts.count_terms(tokens, np.array(begins), np.array(lengths)) is None


def test_pairs_outside_the_tokens_are_not_looked_at(kernel: Kernel) -> None:
    tokens, table = np.array([7, 8, 7, 8], np.uint16), np.zeros(1 << 16, np.uint8)
    table[7], table[8] = 0b0001, 0b0001_0000
    begins, ends = np.array([-1, 0, 1, 3, 9]), np.array([2, 2, 99, 4, 12])
    assert kernel.texts.pairs(tokens, begins, ends, table).tolist() == [0, 2]


def test_rows_outside_the_texts_are_left_to_numpy(kernel: Kernel) -> None:
    terms, rows, weights = np.array([1, 1]), np.array([0, 5]), np.ones(2)
    assert kernel.texts.products(terms, rows, weights, 2) is None


def test_overlapping_ranges_are_left_to_numpy(kernel: Kernel) -> None:
    tokens, table = np.ones(8, np.uint16), np.full(65_536, 0x11, np.uint8)
    begins, ends = np.zeros(9, np.int64), np.full(9, 8, np.int64)
    assert kernel.texts.pairs(tokens, begins, ends, table) is None
