"""Segments return the term numbers they were built from."""

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import IndexFilesError
from bot.search.index import array_file
from bot.search.index.array_file import CAN_READ, open_arrays
from bot.search.index.builder import IndexedArticle, build_segment
from bot.search.index.files import IndexDirectory
from bot.search.index.live_docs import LiveSegment
from bot.search.index.merger import Merger, merge_in_memory
from bot.search.index.segment import Segment
from bot.search.index.segment_file import SegmentFile, facts_of, read_segment, shapes_of, write_segment
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


def _starts(segment: Segment, docs: list[int]) -> tuple[list[int], list[int]]:
    starts, sizes = segment.sentence_starts(np.array(docs, np.int64))
    return starts.tolist(), sizes.tolist()


TITLES_AND_SENTENCES = st.lists(
    st.tuples(st.integers(0, 30), st.lists(st.integers(0, 20) | st.integers(250, 300), max_size=8)),
    max_size=9,
)


@given(sizes=TITLES_AND_SENTENCES, live=st.lists(st.booleans(), min_size=9, max_size=9))
def test_sentence_starts_come_back_from_memory_files_and_merges(
    sizes: list[tuple[int, list[int]]], live: list[bool]
) -> None:
    articles = [
        IndexedArticle(str(n), [1] * title, [[2] * size for size in sentences])
        for n, (title, sentences) in enumerate(sizes)
    ]
    wanted = [np.cumsum([title, *sentences])[:-1].tolist() for title, sentences in sizes]
    half = len(sizes) // 2
    segment, first, last = map(build_segment, (articles, articles[:half], articles[half:]))
    every = list(range(len(sizes)))
    with TemporaryDirectory() as folder:
        file = SegmentFile(Path(folder) / "segment-1", shapes_of(segment), facts_of(segment))
        write_segment(file, segment)
        for known in (segment, read_segment(Path(folder) / "segment-1"), _merge(first, last)):
            for docs in (every, every[::-1], every[1:2], []):
                starts = [start for doc in docs for start in wanted[doc]]
                assert _starts(known, docs) == (starts, [len(wanted[doc]) for doc in docs])
    kept = [doc for doc in every if live[doc]]
    masks = np.split(np.array(live[: len(sizes)], np.bool_), [half])
    parts = list(map(LiveSegment, (first, last), masks))
    merged = merge_in_memory(Merger(parts), lambda: None)
    assert _starts(merged, list(range(len(kept))))[0] == [start for doc in kept for start in wanted[doc]]


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


def test_segment_file_is_cut_anywhere_without_being_read_wrongly(tmp_path: Path) -> None:
    path = tmp_path / "segment-1"
    segment = build_segment([IndexedArticle(str(n), [n, 300], [[2] * 20, [n] * 300]) for n in range(40)])
    write_segment(SegmentFile(path, shapes_of(segment), facts_of(segment)), segment)
    content = path.read_bytes()
    for end in (*range(0, len(content), 997), len(content) - 1):
        path.write_bytes(content[:end])
        with pytest.raises(IndexFilesError):
            read_segment(path)
    path.write_bytes(content)
    assert np.array_equal(read_segment(path).token_offsets, segment.token_offsets)


@pytest.mark.parametrize("name", ["offsets_far", "starts", "id_starts"])
def test_damaged_offsets_are_noticed(tmp_path: Path, name: str) -> None:
    path = tmp_path / "segment-1"
    segment = build_segment(
        [IndexedArticle("1" * (n + 1), [n, 300], [[2] * n, [n] * 300]) for n in range(40)]
    )
    write_segment(SegmentFile(path, shapes_of(segment), facts_of(segment)), segment)
    content = bytearray(path.read_bytes())
    at = content.rindex(np.array(open_arrays(path)[0][name]).tobytes())
    content[at] ^= 1
    path.write_bytes(content)
    with pytest.raises(IndexFilesError, match="offsets"):
        read_segment(path)


def test_ascending_arrays_take_less_than_a_byte_per_article(tmp_path: Path) -> None:
    path = tmp_path / "segment-1"
    segment = build_segment([IndexedArticle(f"{n:032x}", [1] * 9, [[2] * 15] * 19) for n in range(800)])
    write_segment(SegmentFile(path, shapes_of(segment), facts_of(segment)), segment)
    arrays = json.loads(path.read_bytes().partition(b"\n")[0])["arrays"]
    size = sum(
        np.dtype(arrays[name][0]).itemsize * arrays[name][1]
        for name in ("starts", "id_starts", "mark_starts")
    )
    assert size < 800
    assert len(segment.start_steps) == 800 * 19 / 2
