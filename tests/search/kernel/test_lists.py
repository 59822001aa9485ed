"""Compiled masks, prefix lists and counts are NumPy's to the last bit, and survive damaged files."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.search.index.addresses import AddressTable
from bot.search.index.snapshot import Snapshot
from bot.search.kernel.kernel import Kernel
from bot.search.ranking.posting_lists import PostingLists
from tests.search.kernel.segments import VOCABULARY, damaged, random_segment, random_snapshot


@given(seed=st.integers(0, 2**32 - 1), articles=st.integers(1, 9_000), segments=st.integers(1, 5))
def test_masks_and_prefix_lists_equal_numpys(kernel: Kernel, seed: int, articles: int, segments: int) -> None:
    draw = np.random.default_rng(seed)
    snapshot = random_snapshot(draw, articles, segments, deleting=True)
    plain, compiled = PostingLists(snapshot), PostingLists(snapshot, kernel)
    for term in draw.integers(0, VOCABULARY + 5, 4).tolist():
        masks = [lists.mask(lists.term(term)).tolist() for lists in (plain, compiled)]
        assert masks[0] == masks[1]
    terms = np.unique(draw.integers(0, VOCABULARY + 5, draw.integers(0, 9))).astype(np.int32)
    expected, found = plain.prefix(terms), compiled.prefix(terms)
    assert (expected.size, expected.max_impact) == (found.size, found.max_impact)
    for one, two in zip(expected.parts, found.parts, strict=True):
        for name in ("docs", "impacts", "exact_postings", "exact_counts"):
            first, second = getattr(one.arrays, name), getattr(two.arrays, name)
            assert (first.dtype, first.tolist()) == (second.dtype, second.tolist())
        assert one.arrays.least_exact == two.arrays.least_exact


@given(
    seed=st.integers(0, 2**32 - 1),
    size=st.integers(0, 9_000),
    sizes=st.tuples(st.integers(1, 20), st.integers(1, 20)),
)
def test_tallies_count_only_numbers_in_range(
    kernel: Kernel, seed: int, size: int, sizes: tuple[int, int]
) -> None:
    draw = np.random.default_rng(seed)
    marked = draw.random(size) < draw.random()
    columns = draw.integers(-2, 25, size).astype(np.int32), draw.integers(0, 3, size).astype(np.int32)
    counts = kernel.lists.tally(marked, columns, sizes)
    for column, count, limit in zip(columns, counts, sizes, strict=True):
        counted = column[marked & (column >= 0) & (column < limit)]
        assert count.tolist() == np.bincount(counted, minlength=limit).tolist()


def test_empty_index_has_no_lists(kernel: Kernel) -> None:
    assert PostingLists(Snapshot(), kernel).prefix(np.array([1, 2], np.int32)).size == 0


@given(seed=st.integers(0, 2**32 - 1))
def test_damaged_arrays_mark_no_article_that_is_not_there(kernel: Kernel, seed: int) -> None:
    draw = np.random.default_rng(seed)
    segments = [damaged(draw, random_segment(draw, int(draw.integers(1, 6_000)), 20)) for _ in range(2)]
    lengths = np.concatenate([segment.lengths for segment in segments])
    bases = [0, len(segments[0])]
    table = AddressTable(list(zip(segments, bases, strict=True)), lengths, None)
    marked = np.zeros(len(lengths) + 70_000, np.bool_)  # a wrong doc would mark one behind the articles
    terms = np.arange(-3, 90, dtype=np.int32)
    kernel.lists.mark(table, terms, marked)
    assert not marked[len(lengths) :].any()
    arrays, max_impact = kernel.lists.posting_list(table, terms, 10.0)
    assert np.all((arrays.docs >= 0) & (arrays.docs < len(lengths)))
    assert max_impact <= 255
