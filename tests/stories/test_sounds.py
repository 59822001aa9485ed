"""Names that sound alike in other alphabets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stories.sounds import likeness, sounds_of


def likeness_of(one: str, other: str) -> float:
    return max((likeness(a, b) for a in sounds_of(one) for b in sounds_of(other)), default=0.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Velkhanov", "Велханов"),
        ("Fidan", "فيدان"),
        ("Danladi", "دانلادي"),
        ("Danladi", "Данлади"),
        ("Martchouk", "Марчук"),
        ("Sawtschenko", "Savchenko"),
        ("Zelinsky", "زيلينسكي"),
        ("Izmir", "إزمير"),
        ("Korkut", "كوركوت"),
    ],
)
def test_one_name_sounds_alike_in_other_alphabets(one: str, other: str) -> None:
    assert likeness_of(one, other) == likeness_of(other, one) == 1


def test_vowels_left_out_make_a_name_less_sure() -> None:
    assert likeness_of("Deshpande", "دشپانده") == likeness_of("دشپانده", "Deshpande") == 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [("Fidan", "فدن"), ("Martin", "مرتين"), ("Danladi", "دانيلو"), ("Lyon", "Лион"), ("Selim", "مالس")],
)
def test_other_names_and_short_ones_are_not_surely_alike(one: str, other: str) -> None:
    assert likeness_of(one, other) < 1


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_of_any_words_is_symmetric(one: str, other: str) -> None:
    assert likeness_of(one, other) == likeness_of(other, one)
    assert likeness_of(one, one) == (1 if sounds_of(one) else 0)
