"""Reads periods as people write them: "last week", "since October 2019", "منذ أكتوبر 2019", "geçen hafta".

The words are in `bot/languages`; this module knows what they mean.
"""

import operator
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, partial

from bot.languages.months import any_month, month_numbers
from bot.languages.sections import Words
from bot.languages.stopwords import spoken_in
from bot.search.query.ast import Period
from bot.search.query.calendar import Calendar, DateRange
from bot.search.query.date_words import (
    ISO,
    UNIT_HOURS,
    YEAR,
    DateWords,
    all_date_words,
    number_words,
    period_hint,
    period_patterns,
)

_ISO_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)")
_DAY_OF_MONTH = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_DAY, _WEEK, _MONTH, _YEAR = 1, 2, 3, 4
"""Indices in `UNIT_HOURS`; 0 is an hour."""


def find_periods(text: str, calendar: Calendar, *, years: bool = True) -> Iterator[tuple[int, int, Period]]:
    """Yield (start, end, period) of the periods in a text, left to right, not overlapping.

    Args:
        years: Whether a year alone is one ("in 2019").
    """
    text = text.translate(_DIGITS)
    if not period_hint().search(text):
        return
    matches = [
        (match.start(), -match.end(), rank, kind, match)
        for rank, (kind, pattern) in enumerate(period_patterns())
        for match in pattern.finditer(text)
    ]
    end = 0
    for start, _, _, kind, match in sorted(matches, key=operator.itemgetter(0, 1, 2)):
        if (
            start >= end
            and _is_period(match, text)
            and (period := _to_period(kind, match, calendar, years=years))
        ):
            end = match.end()
            yield start, end, period


def parse_date_range(text: str, calendar: Calendar) -> DateRange | None:
    """Return the date range that a text names ("2019", "October 2019", "yesterday"), None for other text."""
    text = " ".join(text.translate(_DIGITS).lower().split())
    try:
        return _parse(text, calendar)
    except (ValueError, OverflowError):
        return None


def _is_period(match: re.Match[str], text: str) -> bool:
    """Return whether matched words are a period in their text: "hier" is "here" in a German query."""
    for words in all_date_words():
        if common_in := words.language.periods.common_word_in.get(match[0].lower()):
            spoken = spoken_in([*text[: match.start()].split(), *text[match.end() :].split()])
            return words.language.code in spoken or not set(common_in) & set(spoken)
    return True


def _to_period(kind: str, match: re.Match[str], calendar: Calendar, *, years: bool) -> Period | None:
    parts = [group for group in match.groups() if group is not None]
    if kind == "past":
        return _past(parts[0] if len(parts) > 1 else "", parts[-1], calendar)
    ranges = [parse_date_range(part, calendar) for part in parts]
    first, last = ranges[0], ranges[-1]
    if first is None or last is None:
        return None
    period = partial(Period, in_words=True, zone=calendar.zone)
    if kind == "between":
        return period(min(first[0], last[0]), max(first[1], last[1]))
    start, end = first
    if kind == "within" and not years and _is_bare_year(match[0], first, calendar):
        return None
    return {
        "since": period(start, None),
        "after": period(end, None),
        "before": period(None, start),
        "until": period(None, end),
        "within": period(start, end),
    }[kind]


def _is_bare_year(text: str, date_range: DateRange, calendar: Calendar) -> bool:
    """Return whether words for a date range name a year and nothing within it ("im Jahr 2019")."""
    year = re.search(YEAR, text)
    return year is not None and date_range == parse_date_range(year[0], calendar)


def _past(count: str, unit: str, calendar: Calendar) -> Period | None:
    try:
        return Period(calendar.now - _duration(count, unit), None, in_words=True, zone=calendar.zone)
    except OverflowError:
        return None


def _duration(count: str, unit: str) -> timedelta:
    number = int(count) if count.isdigit() else number_words().get(count.lower(), 1)
    return timedelta(hours=number * UNIT_HOURS[_unit(unit)])


def _unit(word: str) -> int:
    """Return the index of a unit of time in `UNIT_HOURS`."""
    index = _index_of(word, [words.language.periods.units for words in all_date_words()])
    assert index is not None, word
    return index


def _index_of(word: str, lists: Iterable[Words]) -> int | None:
    """Return the index of a word in the first list of patterns that has it."""
    return next(
        (
            index
            for patterns in lists
            for index, pattern in enumerate(patterns)
            if re.fullmatch(pattern, word, re.IGNORECASE)
        ),
        None,
    )


@dataclass(frozen=True, slots=True)
class _RangePatterns:
    """The date ranges of one language.

    Args:
        any_range: Matches all of them.
        days: Words for days, with the day's offset from today.
        ago: Count (in some forms) and unit.
        relative: Unit or weekday, with -1 for the previous and 0 for the current one.
    """

    any_range: re.Pattern[str]
    days: tuple[tuple[re.Pattern[str], int], ...]
    ago: tuple[re.Pattern[str], ...]
    relative: tuple[tuple[re.Pattern[str], int], ...]

    @classmethod
    def of(cls, words: DateWords) -> "_RangePatterns":
        days = words.language.periods.relative_days.items()
        previous = [(pattern, -1) for pattern in (*words.compiled("last"), words.compile("{day}"))]
        current = [(pattern, 0) for pattern in words.compiled("this")]
        return cls(
            words.compile("{when}"),
            tuple((words.compile(word), offset) for word, offset in days),
            tuple(words.compiled("ago")),
            (*previous, *current),
        )


@cache
def _all_patterns() -> tuple[_RangePatterns, ...]:
    return tuple(map(_RangePatterns.of, all_date_words()))


@cache
def _month_name() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_month()}(?!\w)")


@cache
def _month_and_day() -> re.Pattern[str]:
    return re.compile(rf"(?:\d{{1,2}}\.?\s+)?{any_month()}(?:\s+\d{{1,2}})?")


def _parse(text: str, calendar: Calendar) -> DateRange | None:
    if _ISO_TIME.fullmatch(text.upper()):
        moment = datetime.fromisoformat(text.upper())
        return moment, moment
    if re.fullmatch(ISO, text):
        return _iso(text, calendar)
    if re.fullmatch(YEAR, text):
        return calendar.whole_months(int(text), 1, 12)
    for patterns in _all_patterns():
        if patterns.any_range.fullmatch(text):
            return _relative(patterns, text, calendar) or _date(text, calendar)
    return _date(text, calendar) if _month_and_day().fullmatch(text) else None


def _iso(text: str, calendar: Calendar) -> DateRange:
    year, month, *day = map(int, text.split("-"))
    if day:
        return _day(calendar, year, month, day[0])
    calendar.day(year, month, 1)  # raises for a month that doesn't exist
    return calendar.whole_months(year, month)


def _day(calendar: Calendar, year: int, month: int, day: int) -> DateRange:
    after = date(year, month, day) + timedelta(days=1)
    return calendar.day(year, month, day), calendar.day(after.year, after.month, after.day)


def _relative(patterns: _RangePatterns, text: str, calendar: Calendar) -> DateRange | None:
    """Return a range that is named by its distance from now."""
    for pattern, offset in patterns.days:
        if pattern.fullmatch(text):
            return calendar.whole_days(offset, offset + 1)
    for pattern in patterns.ago:
        if match := pattern.fullmatch(text):
            return _ago(_duration(match[1] if pattern.groups > 1 else "", match[pattern.groups]), calendar)
    for pattern, offset in patterns.relative:
        if match := pattern.fullmatch(text):
            return _weekday(match[1], calendar) or _unit_from_now(_unit(match[1]), offset, calendar)
    return None


def _ago(duration: timedelta, calendar: Calendar) -> DateRange:
    if duration < timedelta(days=1):
        return calendar.now - duration, calendar.now
    return calendar.whole_days(-duration.days, 1 - duration.days)


def _weekday(name: str, calendar: Calendar) -> DateRange | None:
    """Return the last weekday of that name before today, None for another word."""
    weekday = _index_of(name, [words.language.periods.weekdays for words in all_date_words()])
    if weekday is None:
        return None
    days_ago = (calendar.local_now.weekday() - weekday - 1) % 7 + 1
    return calendar.whole_days(-days_ago, 1 - days_ago)


def _unit_from_now(unit: int, offset: int, calendar: Calendar) -> DateRange:
    """Return the current unit of time, or the one `offset` units from it."""
    local = calendar.local_now
    if unit == _YEAR:
        return calendar.whole_months(local.year + offset, 1, 12)
    if unit == _MONTH:
        return calendar.whole_months(local.year, local.month + offset)
    if unit == _WEEK:
        monday = 7 * offset - local.weekday()
        return calendar.whole_days(monday, monday + 7)
    if unit == _DAY:
        return calendar.whole_days(offset, offset + 1)
    return calendar.now + timedelta(hours=offset), calendar.now + timedelta(hours=offset + 1)


def _date(text: str, calendar: Calendar) -> DateRange | None:
    """Return a day, month or year; a month without a year is the latest that has begun."""
    month_name, year_match = _month_name().search(text), re.search(YEAR, text)
    if month_name is None:
        return calendar.whole_months(int(year_match[0]), 1, 12) if year_match else None
    local = calendar.local_now
    month = month_numbers()[month_name[0]]
    year = int(year_match[0]) if year_match else local.year - (month > local.month)
    if day := _DAY_OF_MONTH.search(text):
        return _day(calendar, year, month, int(day[0]))
    return calendar.whole_months(year, month)
