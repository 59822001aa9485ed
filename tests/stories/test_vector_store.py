"""Vectors and lists of slots from files behave as if all had been added one by one."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stories.part_writer import count_parts_kept, write_part
from bot.stories.slot_lists import SlotLists
from bot.stories.term_vector import TermVector
from bot.stories.vector_part import SLOT_BYTES, SavedVectors, VectorPart
from bot.stories.vector_store import VectorStore

TERMS = 6
Codes = dict[int, int]
vectors = st.lists(st.dictionaries(st.integers(0, TERMS - 1), st.integers(1, 255), max_size=4), max_size=8)


def vector_of(codes: Codes) -> TermVector:
    return TermVector(np.array([*codes], np.int32), np.array([*codes.values()], np.uint8))


def part_of(
    file: Path, held: list[Codes], first: int, *, joined_with: tuple[VectorPart, ...] = ()
) -> VectorPart:
    count = first + sum(map(len, joined_with)) + len(held)
    write_part(file, joined_with, [*map(vector_of, held)], first=first, removed=bytearray(count))
    return VectorPart.read(file)


@given(vectors, vectors, vectors, st.booleans(), st.data())
def test_saved_and_added_vectors_are_joined_in_the_order_asked_for(
    first: list[Codes], second: list[Codes], after: list[Codes], together: bool, data: st.DataObject
) -> None:
    held = [*first, *second, *after]
    slots = range(len(held))
    removed = data.draw(st.sets(st.sampled_from(slots))) if held else set()
    with TemporaryDirectory() as folder:
        one = part_of(Path(folder) / "one", first, 0)
        if together:
            parts = [part_of(Path(folder) / "both", second, 0, joined_with=(one,))]
        else:
            parts = [one, part_of(Path(folder) / "two", second, len(first))]
        store = VectorStore(SavedVectors(parts))
        for codes in after:
            store.append(vector_of(codes))
        for slot in removed:
            store.remove(slot)
        assert len(store) == len(held)
        assert [slot in store for slot in slots] == [slot not in removed for slot in slots]
        asked = data.draw(st.permutations(slots))
        joined, lengths = store.joined(asked)
        there = [held[slot] for slot in asked if slot not in removed and held[slot]]
        assert lengths == [len(codes) for codes in there]
        assert joined.terms.tolist() == [term for codes in there for term in codes]
        assert joined.codes.tolist() == [code for codes in there for code in codes.values()]


@given(vectors, vectors, vectors, st.booleans(), st.integers(1, 10), st.data())
def test_newest_slots_of_terms(
    first: list[Codes],
    second: list[Codes],
    after: list[Codes],
    together: bool,
    count: int,
    data: st.DataObject,
) -> None:
    held = [*first, *second, *after]
    saved = len(first) + len(second)
    removed = data.draw(st.sets(st.integers(0, saved - 1))) if saved else set()
    with TemporaryDirectory() as folder:
        one = part_of(Path(folder) / "one", first, 0)
        two = part_of(Path(folder) / "two", second, len(first))
        parts = [one, two]
        if together:
            file = Path(folder) / "both"
            write_part(file, parts, [], first=0, removed=bytearray(slot in removed for slot in range(saved)))
            parts = [VectorPart.read(file)]
        omitted = removed if together else set()
        lists = SlotLists(SavedVectors(parts))
        for slot, codes in enumerate(after, saved):
            lists.add([*codes], slot)
        for term, newest in enumerate(lists.newest(range(TERMS + 2), count)):
            expected = [slot for slot, codes in enumerate(held) if term in codes and slot not in omitted]
            assert np.frombuffer(newest, np.int32).tolist() == expected[-count:]
            assert len(newest) == SLOT_BYTES * min(count, len(expected))


def test_a_long_list_is_joined_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.stories.part_writer._PIECE", 7)
    held = [dict.fromkeys(range(number % TERMS + 1), 1) for number in range(50)]
    one = part_of(tmp_path / "one", held[:20], 0)
    both = part_of(tmp_path / "both", held[20:], 0, joined_with=(one,))
    at_once = part_of(tmp_path / "at_once", held, 0)
    for name in ("ends", "terms", "codes", "listed", "listed_ends", "slots"):
        assert getattr(both, name).tolist() == getattr(at_once, name).tolist()


@pytest.mark.parametrize(
    ("sizes", "added", "kept"),
    [([], 5, 0), ([10], 5, 1), ([5], 5, 0), ([40, 20, 10], 10, 0), ([50, 20, 10], 10, 1), ([50, 20], 1, 2)],
)
def test_parts_are_joined_until_each_is_larger_than_all_behind_it(
    sizes: list[int], added: int, kept: int
) -> None:
    assert count_parts_kept(sizes, added) == kept
