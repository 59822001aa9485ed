"""Dates in the text of pages."""

import pytest

from bot.corpus.dates import find_dates
from bot.corpus.written_dates import read_date


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


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("تاریخ انتشار: ۱۳ آبان ۱۴۰۴ - ۰۹:۳۰", "2025-11-04T09:30"),
        ("سه‌شنبه ۱۳ آبان‌ماه ۱۴۰۴", "2025-11-04T00:00"),
        ("۵ فروردين ۱۴۰۳", "2024-03-24T00:00"),
        ("1404/08/13", "2025-11-04T00:00"),
        ("نشر في 5 محرم 1446", "2024-07-11T00:00"),
        ("الخميس ٥ محرم ١٤٤٦هـ", "2024-07-11T00:00"),
        ("1446/01/05 هـ", "2024-07-11T00:00"),
        ("05-01-1446هـ", "2024-07-11T00:00"),
        ("29 ذو الحجة 1445 هـ", "2024-07-05T00:00"),
        ("1 جمادى الآخرة 1447هـ", "2025-11-22T00:00"),
        ("5 محرم 1446هـ الموافق 12 يوليو 2024", "2024-07-12T00:00"),
    ],
)
def test_dates_of_the_iranian_and_the_islamic_calendar_are_read(text: str, at: str) -> None:
    ((_, _, found),) = find_dates(text)
    assert found.isoformat().startswith(at)


@pytest.mark.parametrize(
    "text",
    [
        "1446/01/05",
        "1404/13/40",
        "31 مهر 1404",
        "call 0911/1404/08/13",
        "محرم 1446",
        "40 محرم 1446",
        "5 محرم 1399",
    ],
)
def test_numbers_that_name_no_calendar_and_days_that_do_not_exist_are_no_dates(text: str) -> None:
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("5 محرم 1446", "2024-07-11"),
        ("الخميس، ٥ محرم ١٤٤٦ هـ", "2024-07-11"),
        ("1446/01/05 هـ", "2024-07-11"),
        ("1446/01/05", None),
        ("عدد 5 محرم 1446", None),
    ],
)
def test_field_with_an_islamic_date_is_a_day(field: str, day: str | None) -> None:
    written = read_date(field)
    assert (written.at.date().isoformat() if written else None) == day
    assert written is None or written.day_only
