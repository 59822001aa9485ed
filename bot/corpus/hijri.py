"""Dates of the Islamic calendar (Umm al-Qura) -> dates of ours.

A date is read only if it says that it is one: by a month's name, or by "هـ" behind the year.
"""

import re
from datetime import date

YEARS = range(1400, 1501)
"""Years that are read, of 1979 to 2077; earlier ones are those of the Iranian calendar, too."""
MONTHS = (
    "محرم", "صفر", "ربيع (?:ال)?[أا]ول", "ربيع (?:الثاني|الآخر|الاخر)", "جماد[ىي] (?:ال)?[أا]ول[ىي]",
    "جماد[ىي] (?:الثانية|الآخرة|الاخرة)", "رجب", "شعبان", "رمضان", "شوال", "ذ[وي] القعدة", "ذ[وي] الحجة",
)  # fmt: skip
"""Patterns of the months' names."""
_NAME = "|".join(f"(?P<m{number}>{name})" for number, name in enumerate(MONTHS, start=1))
_MARK = r"\s?(?:هـ|ه(?!\w))"
_YEAR = r"(?P<year>1[45]\d\d)"
_NUMBERS = r"(?P<day>[0-3]?\d)", r"(?P<month>[01]?\d)"
FORMS = (
    rf"(?<!\d){_NUMBERS[0]}\s+(?:من\s+)?(?:شهر\s+)?(?:{_NAME})\s*[،,]?\s+(?:عام\s+|سنة\s+)?{_YEAR}(?!\d)(?:{_MARK})?",
    rf"(?<!\d){_YEAR}([/-]){_NUMBERS[1]}\2{_NUMBERS[0]}(?!\d){_MARK}",
    rf"(?<!\d){_NUMBERS[0]}([/-]){_NUMBERS[1]}\2{_YEAR}(?!\d){_MARK}",
)
"""Patterns of dates, for text with European digits."""


def hijri_date(match: re.Match[str]) -> date | None:
    """Return the day of our calendar that a match of `FORMS` means; None if there is no such day."""
    from hijridate import Hijri  # late: few texts need it

    groups = match.groupdict()
    named = (number for number in range(1, 13) if groups.get(f"m{number}"))
    month = int(groups.get("month") or next(named, 0))
    try:
        if int(groups["year"]) not in YEARS:
            return None
        return date(*Hijri(int(groups["year"]), month, int(groups["day"])).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None
