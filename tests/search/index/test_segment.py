"""Segments return the term numbers they were built from."""

import numpy as np

from bot.search.index.builder import IndexedArticle, build_segment
from bot.search.index.live_docs import LiveSegment
from bot.search.index.merger import Merger, merge_in_memory
from bot.search.index.segment import Segment


def _segment(name: str, *numbers: int) -> Segment:
    return build_segment([IndexedArticle(name, numbers[:1], [numbers[1:]])])


def _merge(*segments: Segment) -> Segment:
    return merge_in_memory(Merger([LiveSegment(segment, None) for segment in segments]), lambda: None)


def _tokens(segment: Segment) -> list[int]:
    return segment.tokens(slice(0, len(segment.low_tokens))).tolist()


def test_tokens_keep_their_term_numbers_however_high() -> None:
    numbers = 3, 2**16 - 1, 2**16, 2**24 - 1, 2**24, 2**31 - 1
    segment = _segment("a", *numbers)
    assert _tokens(segment) == [*numbers]
    assert segment.tokens(np.array([4, 1])).tolist() == [2**24, 2**16 - 1]


def test_merging_keeps_term_numbers_of_different_widths() -> None:
    low, high = _segment("a", 1, 2), _segment("b", 2, 2**24)
    assert low.high_tokens.dtype != high.high_tokens.dtype
    assert _tokens(_merge(low, high)) == [1, 2, 2, 2**24]
    assert _tokens(_merge(high, low)) == [2, 2**24, 1, 2]
