"""Mapped pages are given back when they are too many, and what they hold can still be read."""

from pathlib import Path

import numpy as np
import pytest

from bot.search.index.array_file import CAN_READ
from bot.search.index.builder import IndexedArticle, build_segment
from bot.search.index.files import IndexDirectory
from bot.search.index.mapped_memory import _EVERY, LEAST_GAIN, MAX_MAPPED, MappedMemory, mapped_bytes
from bot.search.index.segment import Segment
from bot.search.index.snapshot import SegmentView, Snapshot, lay_out

TERMS = 2_000_000


@pytest.fixture
def mapped(tmp_path: Path) -> Segment:
    """A segment of a file with some megabytes."""
    segment = build_segment([IndexedArticle("a", [], [range(TERMS)])])
    directory = IndexDirectory(tmp_path)
    (view,) = directory.save(Snapshot(views=lay_out([SegmentView(segment, None, -1)])))
    directory.close()
    return view.segment


@pytest.mark.skipif(not CAN_READ or not mapped_bytes(), reason="needs Linux")
def test_pages_are_given_back_once_there_are_too_many(mapped: Segment) -> None:
    resident = [0]
    memory = MappedMemory(lambda: resident[0])
    assert int(mapped.low_tokens.sum(dtype=np.int64)) > 0
    read = mapped_bytes()
    for resident[0], given_back in ((MAX_MAPPED, False), (MAX_MAPPED + 1, True)):
        for _ in range(_EVERY):
            memory.after_search([mapped])
        assert (mapped_bytes() < read - TERMS) == given_back
    assert mapped.tokens(slice(TERMS - 3, TERMS)).tolist() == [TERMS - 3, TERMS - 2, TERMS - 1]


@pytest.mark.skipif(not CAN_READ or not mapped_bytes(), reason="needs Linux")
def test_pages_stay_while_other_files_take_the_memory(mapped: Segment) -> None:
    resident = [MAX_MAPPED * 2]
    memory = MappedMemory(lambda: resident[0])
    for added, given_back in ((0, True), (LEAST_GAIN, False), (1, True)):
        assert int(mapped.low_tokens.sum(dtype=np.int64)) > 0
        read, resident[0] = mapped_bytes(), resident[0] + added
        for _ in range(_EVERY):
            memory.after_search([mapped])
        assert (mapped_bytes() < read - TERMS) == given_back


def test_segments_in_memory_have_nothing_to_give_back() -> None:
    memory = MappedMemory(lambda: MAX_MAPPED + 1)
    for _ in range(_EVERY):
        memory.after_search([build_segment([])])
