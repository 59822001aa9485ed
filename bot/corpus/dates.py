"""Full dates in the text of pages -> aware UTC."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

from bot.languages.months import any_month, month_numbers
from bot.languages.phrases import any_of

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?P<month>[01]?\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_NOT_EUROPEAN = re.compile(r"(?![0-9])\d")
FUTURE_TOLERANCE = timedelta(days=1)


def find_dates(text: str) -> Iterator[tuple[int, int, datetime]]:
    """Yield (start, end, date) of the full dates in a text; day before month where both are possible."""
    if not text.isascii():
        text = _NOT_EUROPEAN.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    if not _ANY_YEAR.search(text):
        return
    matches = (match for form in _forms() for match in form.finditer(text))
    for match in sorted(matches, key=lambda match: match.start()):
        date = _date(match)
        if date:
            clock = _clock().match(text, match.end())
            yield match.start(), clock.end() if clock else match.end(), _at(date, clock)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Patterns of a full date; only English puts the month first."""
    name = rf"(?P<name>{any_month()})"
    forms = (
        rf"(?<!\d){_YEAR}-{_MONTH}-{_DAY}(?!\d)",
        rf"(?<!\d){_DAY}{any_of('dates.day_suffixes')}?[.,]?[\s-]+(?:{any_of('dates.before_month')}\s+)?"
        rf"{name}(?:/(?P<again>{any_month()}))?\.?,?[\s-]+(?:{any_of('dates.before_year')}\s+)?{_YEAR}(?!\d)",
        rf"{name}\.?\s+{_DAY}{any_of('dates.day_suffixes', 'en')}?,?\s+{_YEAR}(?!\d(?!\d?:))",
        rf"(?<!\d){_DAY}[./]{_MONTH}[./]{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}[./]{_MONTH}[./]{_DAY}(?!\d)",
        rf"(?<!\d){_YEAR}年{_MONTH}月{_DAY}日",
        rf"(?<!\d){_YEAR}년 ?{_MONTH}월 ?{_DAY}일",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _clock() -> re.Pattern[str]:
    """The time of day behind a date."""
    return re.compile(
        rf"[T\s,،|@-]{{1,4}}(?:{any_of('dates.before_time')} )?(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)"
        r"(?::(?P<second>[0-5]\d)(?:\.\d+)?)?"
        r"\s*(?P<half>[ap]\.?\s?m\b)?\s*(?P<zone>Z\b|(?:GMT|UTC)?[+-]\d\d?(?::?\d\d)?|GMT|UTC)?",
        re.IGNORECASE,
    )


def _date(match: re.Match[str]) -> datetime | None:
    groups = match.groupdict()
    number, name = groups.get("month"), groups.get("name", "")
    month = int(number) if number else month_numbers()[name.lower()]
    if (again := groups.get("again")) and month_numbers()[again.lower()] != month:
        return None
    day, year = int(groups["day"]), int(groups["year"])
    for month_number, day_number in ((month, day), (day, month)):
        try:
            return datetime(year, month_number, day_number, tzinfo=UTC)
        except ValueError:
            continue
    return None


def _at(date: datetime, clock: re.Match[str] | None) -> datetime:
    """Return a day at a time; its midnight without a time, or with one that does not exist."""
    if clock is None:
        return date
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    hour = hour % 12 + 12 * half.startswith("p") if half else hour
    try:
        local = date.replace(hour=hour, minute=int(clock["minute"]), second=int(clock["second"] or 0))
        return local.replace(tzinfo=_zone(clock["zone"] or "")).astimezone(UTC)
    except (ValueError, OverflowError):
        return date


def _zone(name: str) -> timezone:
    digits = re.search(r"([+-])(\d\d?):?(\d\d)?", name)
    if not digits:
        return UTC
    offset = timedelta(hours=int(digits[2]), minutes=int(digits[3] or 0))
    return timezone(-offset if digits[1] == "-" else offset)
