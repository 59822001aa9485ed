"""Dates in the text of pages."""

import pytest

from bot.corpus.dates import find_dates


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Issue 5 May/June 2026", []),
        ("4 نوفمبر/تشرين الثاني 2025", ["2025-11-04"]),
        ("4 November/Nov 2025", ["2025-11-04"]),
    ],
)
def test_two_months_make_a_date_only_if_they_are_one(text: str, days: list[str]) -> None:
    assert [date.date().isoformat() for _, _, date in find_dates(text)] == days
