"""Full dates in the text of pages -> aware UTC."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta, timezone
from functools import cache

from bot.corpus.date_words import fold, weekdays_of
from bot.corpus.hijri import FORMS, hijri_date
from bot.corpus.jalali import JALALI_YEARS, MONTH_NAMES, MONTH_WORD, jalali_date
from bot.languages.months import any_month, month_numbers
from bot.languages.phrases import any_of

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?P<month>[01]?\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_IRANIAN_YEAR = r"(?P<iranian>1[34]\d\d)"
_ANY_YEAR = re.compile(r"(?:1[3459]|20)\d\d")
_NOT_EUROPEAN = re.compile(r"(?![0-9])\d")
FUTURE_TOLERANCE = timedelta(days=1)


def find_dates(text: str) -> Iterator[tuple[int, int, datetime]]:
    """Yield (start, end, date) of the full dates in a text; day before month where both are possible."""
    text = _european(text)
    if not _ANY_YEAR.search(text):
        return
    # The Islamic calendar differs by a day between countries, so a date of ours has precedence.
    yield from list(_found(_forms(), _date, text)) or _found(_hijri_forms(), _hijri_date, text)


def _found(
    forms: tuple[re.Pattern[str], ...], read: Callable[[re.Match[str]], datetime | None], text: str
) -> Iterator[tuple[int, int, datetime]]:
    matches = (match for form in forms if _may_match(form, text) for match in form.finditer(text))
    for match in sorted(matches, key=lambda match: match.start()):
        if date := read(match):
            clock = _clock().match(text, match.end())
            yield match.start(), clock.end() if clock else match.end(), _at(date, clock)


def _may_match(form: re.Pattern[str], text: str) -> bool:
    """Return False for a form whose last part a text lacks.

    To look for all names of months at every letter takes ten times as long as for all other forms.
    """
    return not form.pattern.startswith("(?P<name>") or _day_and_year().search(text) is not None


@cache
def _day_and_year() -> re.Pattern[str]:
    """What stands behind the name of a month that begins a date."""
    return re.compile(rf"\d{any_of('dates.day_suffixes', 'en')}?,?\s+(?:19|20)\d\d", re.IGNORECASE)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Patterns of a full date; only English puts the month first."""
    name = rf"(?P<name>{any_month()})"
    forms = (
        rf"(?<!\d){_YEAR}-{_MONTH}-{_DAY}(?!\d)",
        rf"(?<!\d){_DAY}{any_of('dates.day_suffixes')}?[.,]?[\s-]+(?:{any_of('dates.before_month')}\s+)?"
        rf"{name}(?:/(?P<again>{any_month()}))?\.?,?[\s-]+(?:{any_of('dates.before_year')}\s+)?{_YEAR}(?!\d(?!\d?[./]\d))",
        rf"{name}\.?\s+{_DAY}{any_of('dates.day_suffixes', 'en')}?,?\s+{_YEAR}(?!\d(?!\d?:))",
        rf"(?:(?<!\d)|(?<=[^\W\d_]\s(?:19|20)\d\d)){_DAY}[./]{_MONTH}[./]{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}[./]{_MONTH}[./]{_DAY}(?!\d)",
        rf"(?<!\d){_YEAR}年{_MONTH}月{_DAY}日",
        rf"(?<!\d){_DAY}\s+(?P<iranian_name>{_iranian_months()})(?:[\s\u200c]*{MONTH_WORD})?,?\s+{_IRANIAN_YEAR}(?!\d)",
        rf"(?<![\d/]){_IRANIAN_YEAR}/{_MONTH}/{_DAY}(?![\d/])",
        rf"(?<!\d){_YEAR}년 ?{_MONTH}월 ?{_DAY}일",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _iranian_months() -> str:
    """Return a pattern of the months of the Iranian calendar, also as Arabic keyboards write them."""
    return "|".join(MONTH_NAMES).replace("ی", "[یي]")


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
    if year := groups.get("iranian"):
        return _iranian_date(int(year), groups)
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


@cache
def _hijri_forms() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, FORMS))


def _hijri_date(match: re.Match[str]) -> datetime | None:
    day = hijri_date(match)
    return datetime.combine(day, time(), UTC) if day else None


def read_hijri(text: str) -> datetime | None:
    """Return the date of the Islamic calendar that a text is, perhaps behind a weekday; None for another."""
    found = list(_found(_hijri_forms(), _hijri_date, _european(text)))
    if len(found) != 1:
        return None
    start, end, at = found[0]
    words = text[:start].replace("،", " ").replace(",", " ").split()
    return at if not text[end:].strip() and all(weekdays_of(fold(word)) for word in words) else None


def _european(text: str) -> str:
    """Return a text with the digits of Arabic and Persian as European ones."""
    if text.isascii():
        return text
    return _NOT_EUROPEAN.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def _iranian_date(year: int, groups: dict[str, str | None]) -> datetime | None:
    name = (groups.get("iranian_name") or "").replace("ي", "ی")
    month = MONTH_NAMES.index(name) + 1 if name else int(groups["month"] or 0)
    try:
        if year not in JALALI_YEARS:
            return None
        return datetime.combine(jalali_date(year, month, int(groups["day"] or 0)), time(), UTC)
    except ValueError:
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
