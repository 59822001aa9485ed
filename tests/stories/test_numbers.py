"""Numbers in texts of several languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stories.numbers import numbers_in, spelled_number
from handlers.texts import LANGUAGES


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2,400 drivers", "en"),
        ("2.4 thousand drivers", "en"),
        ("2.400 Fahrer", "de"),
        ("2 400 chauffeurs", "fr"),
        ("2\u202f400 chauffeurs", "fr"),
        ("2,4 тысячи водителей", "ru"),
        ("٢٤٠٠ سائق", "ar"),
        ("۲٬۴۰۰ راننده", "fa"),
        ("2,4 bin sürücü", "tr"),
        ("2.400 conductores", "es"),
    ],
)
def test_one_number_is_read_in_every_notation(text: str, code: str) -> None:
    assert list(numbers_in(text, code)) == [2_400]


@pytest.mark.parametrize("text", ["in 2026", "14 March", "at 18:40", "A-3", "F16"])
def test_years_dates_times_and_names_are_no_numbers(text: str) -> None:
    assert not list(numbers_in(text, "en"))


def test_numbers_in_words_are_read_up_to_ten() -> None:
    assert [spelled_number(word, "tr") for word in ("dört", "on", "kedi")] == [4, 10, 0]
    assert spelled_number("one", "en") == 0  # an article in most languages


@given(
    st.text(st.characters(categories=["Nd", "Po", "Zs", "L"]), max_size=40),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_any_text_has_numbers_of_zero_or_more(text: str, code: str) -> None:
    assert all(number >= 0 for number in numbers_in(text, code))
