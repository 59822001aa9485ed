"""Segments: what is put in comes out."""

import numpy as np

from bot.search.index.builder import IndexedArticle, build
from bot.search.index.merger import merged
from bot.search.index.segment import Segment


def _article(name: str, *numbers: int) -> Segment:
    return build([IndexedArticle(name, numbers[:1], [numbers[1:]])])


def _texts(segment: Segment) -> list[int]:
    return segment.tokens(slice(0, len(segment.lows))).tolist()


def test_a_text_keeps_its_term_numbers_however_high_they_are() -> None:
    numbers = 3, 2**16 - 1, 2**16, 2**24 - 1, 2**24, 2**31 - 1
    segment = _article("a", *numbers)
    assert _texts(segment) == [*numbers]
    assert segment.tokens(np.array([4, 1])).tolist() == [2**24, 2**16 - 1]


def test_merging_keeps_the_term_numbers_of_texts_with_two_and_with_four_bytes() -> None:
    low, high = _article("a", 1, 2), _article("b", 2, 2**24)
    assert low.highs.dtype != high.highs.dtype
    assert _texts(merged([low, high], [None, None])) == [1, 2, 2, 2**24]
    assert _texts(merged([high, low], [None, None])) == [2, 2**24, 1, 2]
