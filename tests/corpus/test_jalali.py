"""Dates of the Iranian calendar, both ways."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.jalali import jalali_date, to_jalali


@given(st.dates(date(1900, 1, 1), date(2080, 1, 1)))
def test_every_day_is_the_same_day_in_both_calendars(day: date) -> None:
    assert jalali_date(*to_jalali(day)) == day


def test_new_year_and_the_last_day_of_a_leap_year() -> None:
    assert to_jalali(date(2026, 3, 21)) == (1405, 1, 1)
    assert to_jalali(date(2025, 3, 20)) == (1403, 12, 30)
