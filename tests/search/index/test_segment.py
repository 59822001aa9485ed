"""Segments return the term numbers they were built from."""

import json
import os
from pathlib import Path

import numpy as np
import pytest

from bot.errors import IndexFilesError
from bot.search.index import array_file
from bot.search.index.array_file import CAN_READ
from bot.search.index.builder import IndexedArticle, build_segment
from bot.search.index.files import IndexDirectory
from bot.search.index.live_docs import LiveSegment
from bot.search.index.merger import Merger, merge_in_memory
from bot.search.index.segment import Segment
from bot.search.index.segment_file import read_segment
from bot.search.index.snapshot import SegmentView, Snapshot, lay_out


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
    assert low.high_bits != high.high_bits
    assert _tokens(_merge(low, high)) == [1, 2, 2, 2**24]
    assert _tokens(_merge(high, low)) == [2, 2**24, 1, 2]


@pytest.mark.parametrize("highest", [9, 2**16 + 9, 2**17 + 9, 2**19 + 9, 2**23 + 9, 2**31 - 1])
def test_texts_read_from_a_file_are_those_of_the_arrays(tmp_path: Path, highest: int) -> None:
    draw = np.random.default_rng(highest)
    texts = [draw.integers(0, highest + 1, size).tolist() for size in (7, 0, 5, 1, 12, 3)]
    texts[0][0] = highest
    segment = build_segment([IndexedArticle(str(n), text[:3], [text[3:]]) for n, text in enumerate(texts)])
    directory = IndexDirectory(tmp_path)
    (view,) = directory.save(Snapshot(views=lay_out([SegmentView(segment, None, -1)])))
    assert (view.segment.reader is not None) == CAN_READ
    for docs in ([0, 1, 2, 3, 4, 5], [4, 1], [5], []):
        wanted = [term for doc in docs for term in texts[doc]]
        assert view.segment.texts(np.array(docs, np.int64)).tolist() == wanted
        assert segment.texts(np.array(docs, np.int64)).tolist() == wanted
    directory.close()


@pytest.mark.skipif(not CAN_READ, reason="files are only mapped here")
def test_texts_of_a_truncated_file_are_an_error(tmp_path: Path) -> None:
    directory = IndexDirectory(tmp_path)
    segment = _segment("a", 1, 2, 3)
    (view,) = directory.save(Snapshot(views=lay_out([SegmentView(segment, None, -1)])))
    directory.close()
    assert view.segment.reader
    os.truncate(tmp_path / view.file, 100)
    with pytest.raises(IndexFilesError):
        view.segment.reader.read("lows", np.array([0]), np.array([3]))


@pytest.mark.skipif(not CAN_READ, reason="open files can't be removed here")
def test_file_that_is_removed_while_it_is_opened_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    directory = IndexDirectory(tmp_path)
    (view,) = directory.save(Snapshot(views=lay_out([SegmentView(_segment("a", 1, 2, 3), None, -1)])))
    directory.close()
    path, loads = tmp_path / view.file, json.loads

    def remove(line: bytes) -> object:  # as another process that merges
        path.unlink(missing_ok=True)
        return loads(line)

    monkeypatch.setattr(array_file.json, "loads", remove)
    assert read_segment(path).texts(np.array([0])).tolist() == [1, 2, 3]


def test_missing_file_is_an_error_of_the_index(tmp_path: Path) -> None:
    with pytest.raises(IndexFilesError):
        read_segment(tmp_path / "segment-1")
