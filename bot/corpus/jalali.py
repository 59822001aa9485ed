"""Dates of the Iranian solar calendar (Jalali) <-> dates of ours."""

from datetime import date

JALALI_YEARS = range(1340, 1420)
"""Years that are Jalali even in a date of three numbers: of 1961 to 2041. Islamic years of news are later."""
MONTH_NAMES = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip
MONTH_WORD = "ماه"
"""Month; people write it behind a month's name."""
_FIRST_NUMBER = 101
JALALI_MONTHS = range(_FIRST_NUMBER, _FIRST_NUMBER + 12)
"""The numbers of months by their names; no number in a date is as large."""
_KNOWN_YEARS = range(1244, 1473)
"""Years for which the cycle below is exact."""
_ORIGIN = date(2021, 3, 21).toordinal()
"""The first day of 1400."""


def jalali_date(year: int, month: int, day: int) -> date:
    """Return the day of our calendar.

    Args:
        month: From 1 to 12, or from `JALALI_MONTHS`.

    Raises:
        ValueError: There is no such day, or the year is not of the last or the next decades.

    Source:
        Borkowski 1996, The Persian calendar for 3000 years: leap years have a cycle of 33 years.
    """
    month = month - _FIRST_NUMBER + 1 if month in JALALI_MONTHS else month
    if year not in _KNOWN_YEARS or not 1 <= month <= 12 or not 1 <= day <= _length(year, month):
        raise ValueError(f"no such day: {year}/{month}/{day}")
    days = 365 * (year - 1400) + _leap_years_before(year) - _leap_years_before(1400)
    return date.fromordinal(_ORIGIN + days + 31 * (month - 1) - max(0, month - 7) + day - 1)


def to_jalali(day: date) -> tuple[int, int, int]:
    """Return year, month and day in the Iranian calendar.

    Raises:
        ValueError: The year is not of the last or the next decades.
    """
    year = day.year - 621
    if day < jalali_date(year, 1, 1):
        year -= 1
    number = (day - jalali_date(year, 1, 1)).days
    month = number // 31 if number < 6 * 31 else 6 + (number - 6 * 31) // 30
    return year, month + 1, (day - jalali_date(year, month + 1, 1)).days + 1


def _length(year: int, month: int) -> int:
    if month <= 6:
        return 31
    is_leap = _leap_years_before(year + 1) > _leap_years_before(year)
    return 30 if month < 12 or is_leap else 29


def _leap_years_before(year: int) -> int:
    cycles, position = divmod(year + 1595, 33)
    return cycles * 8 + (position + 3) // 4
