"""Vectors and lists of slots from a file behave as if all had been added one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.stories.slot_lists import SLOT_BYTES, SlotLists
from bot.stories.term_vector import TermVector
from bot.stories.vector_store import VectorStore

TERMS = 6
vectors = st.lists(st.dictionaries(st.integers(0, TERMS - 1), st.integers(1, 255), max_size=4), max_size=8)


def vector_of(codes: dict[int, int]) -> TermVector:
    return TermVector(np.array([*codes], np.int32), np.array([*codes.values()], np.uint8))


def saved(held: list[dict[int, int]]) -> VectorStore:
    terms = np.array([term for codes in held for term in codes], np.int32)
    codes = np.array([code for codes in held for code in codes.values()], np.uint8)
    return VectorStore(terms, codes, np.array([len(codes) for codes in held], np.int32))


@given(vectors, vectors, st.data())
def test_saved_and_added_vectors_are_joined_in_the_order_asked_for(
    before: list[dict[int, int]], after: list[dict[int, int]], data: st.DataObject
) -> None:
    store = saved(before)
    for codes in after:
        store.append(vector_of(codes))
    held = [*before, *after]
    slots = range(len(held))
    removed = data.draw(st.sets(st.sampled_from(slots))) if held else set()
    for slot in removed:
        store.remove(slot)
    assert len(store) == len(held)
    assert [slot in store for slot in slots] == [slot not in removed for slot in slots]
    if data.draw(st.booleans(), "kept in a file"):
        live = [slot for slot in slots if slot not in removed]
        store = store.kept_in(store.joined(live)[0], np.array([len(held[slot]) for slot in live], int), live)
        assert [slot in store for slot in slots] == [slot not in removed for slot in slots]
    asked = data.draw(st.permutations(slots))
    joined, lengths = store.joined(asked)
    there = [held[slot] for slot in asked if slot not in removed and held[slot]]
    assert lengths == [len(codes) for codes in there]
    assert joined.terms.tolist() == [term for codes in there for term in codes]
    assert joined.codes.tolist() == [code for codes in there for code in codes.values()]


@given(vectors, vectors, st.integers(0, TERMS + 2), st.integers(1, 10))
def test_newest_slots_of_a_term(
    before: list[dict[int, int]], after: list[dict[int, int]], term: int, count: int
) -> None:
    lists = SlotLists([vector_of(codes).terms for codes in before], TERMS)
    for slot, codes in enumerate(after, len(before)):
        lists.add([*codes], slot)
    expected = [slot for slot, codes in enumerate([*before, *after]) if term in codes]
    newest = lists.newest(term, count)
    assert len(newest) == SLOT_BYTES * min(count, len(expected))
    assert np.frombuffer(newest, np.int32).tolist() == expected[len(expected) - len(newest) // SLOT_BYTES :]
