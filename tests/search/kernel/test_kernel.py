"""The compiled search returns what NumPy's does, to the last bit, and survives damaged files."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.bm25 import PostingsBM25
from bot.search.index.addresses import AddressTable
from bot.search.index.snapshot import Snapshot
from bot.search.kernel.kernel import Kernel, list_of, list_of_term
from bot.search.ranking.posting_lists import PostingLists
from bot.search.ranking.top_k import WeightedList, find_top_k, top_k
from tests.search.kernel.segments import VOCABULARY, damaged, random_segment, random_snapshot, snapshot_of


def random_lists(draw: np.random.Generator, snapshot: Snapshot, size: int) -> list[WeightedList]:
    """Return weighted lists of distinct terms, some of them missing, and of a prefix."""
    lists = PostingLists(snapshot)
    terms = draw.permutation(VOCABULARY + 5)[:size].tolist()
    weighted = [
        (float(weight), lists.term(term))
        for weight, term in zip(draw.random(size) + 1e-6, terms, strict=True)
    ]
    prefix = np.unique(draw.integers(0, VOCABULARY, 4)).astype(np.int32)
    return [*weighted, (float(draw.random() + 1e-6), lists.prefix(prefix))]


@given(
    seed=st.integers(0, 2**32 - 1),
    articles=st.integers(1, 12_000),
    segments=st.integers(1, 6),
    deleting=st.booleans(),
    filtered=st.booleans(),
    size=st.integers(1, 30),
    limit=st.sampled_from([1, 2, 10, 50, 20_000]),
    equal_weights=st.booleans(),
)
def test_results_equal_numpys_to_the_last_bit(
    kernel: Kernel,
    seed: int,
    articles: int,
    segments: int,
    deleting: bool,
    filtered: bool,
    size: int,
    limit: int,
    equal_weights: bool,
) -> None:
    draw = np.random.default_rng(seed)
    snapshot = random_snapshot(draw, articles, segments, deleting=deleting)
    lists = random_lists(draw, snapshot, size)
    if equal_weights:  # many equal scores
        lists = [(1.5, postings) for _, postings in lists]
    eligible = draw.random(articles) < draw.random() if filtered else snapshot.live_docs
    model = PostingsBM25.over(snapshot)
    docs, scores = find_top_k(lists, model, limit=limit, eligible=eligible)
    model.kernel = kernel
    compiled = find_top_k(lists, model, limit=limit, eligible=eligible)
    assert docs.tolist() == compiled[0].tolist()
    assert scores.tobytes() == compiled[1].tobytes()


def test_kernel_answers_itself(kernel: Kernel) -> None:
    """Without this, a kernel that always leaves the work to NumPy would pass every other test."""
    snapshot = random_snapshot(np.random.default_rng(3), 5_000, 3, deleting=True)
    lists = random_lists(np.random.default_rng(4), snapshot, 5)
    model = PostingsBM25.over(snapshot)
    rows = [list_of(weight, postings) for weight, postings in lists]
    answer = kernel.top_k(
        snapshot.addresses, rows, model.formula, snapshot.lengths, limit=10, eligible=snapshot.live_docs
    )
    expected = find_top_k(lists, model, limit=10, eligible=snapshot.live_docs)
    assert answer is not None
    assert answer[0].tolist() == expected[0].tolist()
    assert len(answer[0]) == 10


def test_no_list_and_no_article_find_nothing(kernel: Kernel) -> None:
    snapshot = random_snapshot(np.random.default_rng(5), 100, 1, deleting=False)
    assert top_k(PostingsBM25.over(snapshot, kernel=kernel), [], 10) == []
    assert top_k(PostingsBM25.over(Snapshot(), kernel=kernel), ["word"], 10) == []


def test_other_parameters_are_left_to_numpy(kernel: Kernel) -> None:
    texts = [["a", "b"], ["a", "a", "c"], ["b"]] * 200
    plain = PostingsBM25(texts, k1=1.2, b=0.4)
    expected = top_k(plain, ["a", "b"], 5)
    plain.kernel = kernel
    assert top_k(plain, ["a", "b"], 5) == expected


def test_arrays_that_compiled_code_cannot_read_are_left_to_numpy(kernel: Kernel) -> None:
    draw = np.random.default_rng(6)
    segment = random_segment(draw, 3_000, 20)
    apart = np.repeat(segment.impacts, 2)[::2]
    snapshot = snapshot_of([replace(segment, impacts=apart)], [None])
    lists = random_lists(draw, snapshot, 4)
    expected = find_top_k(lists, PostingsBM25.over(snapshot), limit=10)
    with pytest.raises(ValueError, match="can't read"):
        _ = snapshot.addresses
    docs, scores = find_top_k(lists, PostingsBM25.over(snapshot, kernel=kernel), limit=10)
    assert (docs.tolist(), scores.tolist()) == (expected[0].tolist(), expected[1].tolist())


def test_mask_of_another_size_is_refused() -> None:
    snapshot = random_snapshot(np.random.default_rng(7), 100, 1, deleting=False)
    with pytest.raises(ValueError, match="a mask of 99 for 100"):
        snapshot.addresses.of_mask(np.ones(99, np.bool_))


def test_many_threads_share_a_kernel(kernel: Kernel) -> None:
    snapshot = random_snapshot(np.random.default_rng(8), 10_000, 4, deleting=True)
    questions = [random_lists(np.random.default_rng(seed), snapshot, 4) for seed in range(60)]

    def ask(lists: list[WeightedList], kernel: Kernel | None) -> list[int]:
        model = PostingsBM25.over(snapshot, kernel=kernel)
        return find_top_k(lists, model, limit=20, eligible=snapshot.live_docs)[0].tolist()

    expected = [ask(lists, None) for lists in questions]
    with ThreadPoolExecutor(8) as threads:
        for _ in range(5):
            assert list(threads.map(lambda lists: ask(lists, kernel), questions)) == expected


@given(seed=st.integers(0, 2**32 - 1), limit=st.sampled_from([1, 10, 9_000]))
def test_damaged_arrays_give_no_article_that_is_not_there(kernel: Kernel, seed: int, limit: int) -> None:
    draw = np.random.default_rng(seed)
    segments = [damaged(draw, random_segment(draw, int(draw.integers(1, 6_000)), 20)) for _ in range(2)]
    lengths = np.concatenate([segment.lengths for segment in segments])
    bases = [0, len(segments[0])]
    table = AddressTable(list(zip(segments, bases, strict=True)), lengths, None)
    model = PostingsBM25.over(snapshot_of([random_segment(draw, 50, 20)], [None]))
    rows = [list_of_term(float(draw.random() + 0.1), term) for term in range(8)]
    answer = kernel.top_k(table, rows, model.formula, model.snapshot.lengths, limit=limit, eligible=None)
    if answer is not None:
        assert np.all((answer[0] >= 0) & (answer[0] < len(lengths)))


@pytest.mark.parametrize(("name", "size"), [("posting_offsets", 3), ("max_impacts", 2)])
def test_terms_without_postings_in_a_damaged_file_are_not_read(kernel: Kernel, name: str, size: int) -> None:
    segment = random_segment(np.random.default_rng(9), 500, 20)
    snapshot = snapshot_of([segment], [None])
    short = replace(segment, **{name: getattr(segment, name)[:size]})  # what follows is still in memory
    table = AddressTable([(short, 0)], segment.lengths, None)
    model = PostingsBM25.over(snapshot)

    def size_of(term: int) -> int:
        rows = [list_of_term(1.0, term)]
        answer = kernel.top_k(table, rows, model.formula, snapshot.lengths, limit=10, eligible=None)
        return len(answer[0]) if answer else 0

    assert [size_of(term) for term in (1, 2)] == [10, 0]
