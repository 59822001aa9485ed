"""Posting lists that no segment stores: what they cost, and what they tell about themselves."""

import pytest

from bot.search.index.builder import IndexedArticle, build_segment
from bot.search.index.segment import Segment
from bot.search.index.snapshot import SegmentView, Snapshot
from bot.search.ranking import posting_lists
from bot.search.ranking.phrases import Phrase
from bot.search.ranking.posting_lists import PostingLists


def _snapshot() -> Snapshot:
    segment = build_segment([IndexedArticle(str(number), (1, 2), [[2, 3, 4]]) for number in range(3)])
    return Snapshot(views=(SegmentView(segment, None, 0),), articles=3, length=len(segment.low_tokens))


def test_texts_are_read_once_for_all_phrases(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[list[Phrase]] = []
    original = posting_lists.phrase_docs

    def counted(segment: Segment, phrases: list[Phrase], kernel: None) -> object:
        read.append(phrases)
        return original(segment, phrases, kernel)

    monkeypatch.setattr(posting_lists, "phrase_docs", counted)
    lists = PostingLists(_snapshot())
    lists.find_phrases([(1, 2), (2, 3), (3, 1), (1, 2)])
    sizes = [lists.phrase(phrase).size for phrase in [(1, 2), (2, 3), (3, 1)]]
    assert (sizes, read) == ([3, 3, 0], [[(1, 2), (2, 3), (3, 1)]])


def test_phrase_without_exceptions_does_not_slow_down_other_lists() -> None:
    (part,) = PostingLists(_snapshot()).phrase((1, 2)).parts
    assert part.arrays.least_exact > 255
