"""Figures in sentences: numbers in digits and words, their bounds, and which of them exclude each other."""

from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.summaries.quantities import Quantity, quantities


def figures(text: str, code: str = "en") -> list[str]:
    return [text[found.start : found.end] for found in quantities(text, code)]


def only(text: str, code: str = "en") -> Quantity:
    (found,) = quantities(text, code)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,300 homes", 2300),
        ("twenty-one boats", 21),
        ("2.3 million people", 2_300_000),
        ("two hundred sheep", 200),
        ("a 4.6-magnitude tremor", 4.6),
    ],
)
def test_numbers_are_read_as_english_writes_them(text: str, value: float) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    "text", ["on March 12", "12 March", "in 2013", "at 18:40", "an F-16", "52% of them", "the 3rd day"]
)
def test_dates_times_and_names_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_a_figure_includes_the_words_that_bound_it() -> None:
    assert figures("At least 4 boats, 100 or more nets and about 30 buoys.") == [
        "At least 4",
        "100 or more",
        "about 30",
    ]
    assert only("at least 4 boats").high == inf


def test_a_range_is_one_figure() -> None:
    assert (only("three to five boats").low, only("three to five boats").high) == (3, 5)
    assert figures("3-5 boats") == ["3-5"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("at least 3", "4"),
        ("2,300", "about 2,000"),
        ("2,000", "2,300"),
        ("up to 50", "40"),
        ("three to five", "4"),
        ("more than 10", "at least 12"),
    ],
)
def test_figures_that_can_both_be_right_agree(left: str, right: str) -> None:
    assert only(left).agrees(only(right))
    assert only(right).agrees(only(left))


@pytest.mark.parametrize(
    ("left", "right"),
    [("4", "3"), ("2,300", "2,800"), ("at least 5", "3"), ("up to 10", "12"), ("4.5", "4.6")],
)
def test_figures_that_exclude_each_other_do_not_agree(left: str, right: str) -> None:
    assert not only(left).agrees(only(right))
    assert not only(right).agrees(only(left))


@given(st.text(max_size=80))
def test_any_text_has_figures_inside_it_in_order(text: str) -> None:
    found = quantities(text, "en")
    assert all(0 <= q.start < q.end <= len(text) and q.low <= q.value <= q.high for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text", ["9" * 400, "1" + ",000" * 120, "٣" * 400, "9" * 300 + " million" * 40, "1" + "0" * 15]
)
def test_numbers_too_large_to_count_anything_are_no_figures(text: str) -> None:
    assert figures(f"{text} people died, 12 were hurt") == ["12"]
