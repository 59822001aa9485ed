"""Which segments are merged, and that none outgrows the numbers of its articles."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.index import merger
from bot.search.index.merger import GROWTH, choose_merge
from bot.search.index.segment import MAX_DOCS
from bot.search.index.snapshot import Snapshot
from bot.search.index.writer import Writer
from tests.search.change_log import assert_exact, change, replay

LIMIT = 100


def _merged(sizes: Sequence[int]) -> list[int]:
    """Return the segments' sizes once no merge is worthwhile."""
    merged = list(sizes)
    while True:
        first, end = choose_merge([(size, size) for size in merged])
        if first == end:
            return merged
        merged[first:end] = [sum(merged[first:end])]


@given(st.lists(st.integers(1, LIMIT), max_size=60))
def test_segments_never_outgrow_their_limit_and_stay_few(sizes: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merger, "MAX_DOCS", LIMIT)
        merged = _merged(sizes)
    assert sum(merged) == sum(sizes)
    assert max(merged, default=0) <= LIMIT
    for left, right in pairwise(merged):
        assert left + right > LIMIT or left >= GROWTH * right


def test_small_segments_between_full_ones_are_merged() -> None:
    full = MAX_DOCS - 10
    assert choose_merge([(full, full), (100, 100), (90, 90), (full, full)]) == (1, 3)


def test_articles_beyond_a_segments_limit_go_into_another_segment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.search.index.writer.MAX_DOCS", 3)
    log = [change(number) for number in range(1, 31)]
    writer = Writer(Snapshot())
    writer.apply(log)
    assert len(writer.snapshot.views) > 1
    assert max(len(view.segment) for view in writer.snapshot.views) <= 3
    assert_exact(writer.snapshot, replay(log))


def test_docs_are_sixteen_bits_wide() -> None:
    writer = Writer()
    writer.apply([change(number) for number in range(1, 9)])
    assert {view.segment.docs.dtype for view in writer.snapshot.views} == {np.dtype(np.uint16)}
