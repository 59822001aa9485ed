"""Names from a file behave as if all had been added one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stories import numbered_names
from bot.stories.numbered_names import NumberedNames

names = st.lists(st.text(st.characters(exclude_categories=[]), max_size=4), max_size=12)


@given(names, names, names)
def test_numbers_count_up_and_are_found_again(first: list[str], second: list[str], third: list[str]) -> None:
    numbered = NumberedNames()
    for batch in (first, second, third):
        for name in batch:
            numbered.number(name)
        numbered = NumberedNames(numbered.packed())
    distinct = list(dict.fromkeys([*first, *second, *third]))
    assert list(numbered) == distinct
    assert [numbered.find(name) for name in distinct] == list(range(len(distinct)))
    assert [numbered.name(number) for number in range(len(distinct))] == distinct
    assert numbered.find("a name that nobody added") is None


@given(names, names)
def test_names_added_while_others_were_saved_stay_in_memory(first: list[str], second: list[str]) -> None:
    numbered = NumberedNames()
    for name in first:
        numbered.number(name)
    packed = numbered.packed()
    for name in second:
        numbered.number(name)
    numbered.keep_in(packed)
    distinct = list(dict.fromkeys([*first, *second]))
    assert list(numbered) == distinct
    assert [numbered.number(name) for name in distinct] == list(range(len(distinct)))
    assert len(numbered) == len(distinct)


def test_names_with_one_hash_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbered_names, "_hash", lambda name: 7)
    numbered = NumberedNames()
    for name in ("flood", "dam", "rain"):
        numbered.number(name)
    numbered.keep_in(numbered.packed())
    assert [numbered.find(name) for name in ("rain", "flood", "dam", "storm")] == [2, 0, 1, None]
