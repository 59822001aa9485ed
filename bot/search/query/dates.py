"""Periods as people write them: "last week", "since October 2019", "منذ أكتوبر 2019", "geçen hafta".

The words are in `bot/languages`; here is what they mean.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache

from bot.languages.months import any_month, month_numbers
from bot.languages.sections import Words
from bot.languages.stopwords import spoken_in
from bot.search.query.ast import Period
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
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_FIGURES = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_DAY_UNIT, _WEEK, _MONTH_UNIT, _YEAR_UNIT = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Calendar:
    """The present moment and the zone in which days begin."""

    now: datetime
    zone: tzinfo

    def day(self, year: int, month: int, day: int) -> datetime:
        """Return the beginning of a day, aware UTC.

        Raises:
            ValueError: There is no such day.
        """
        return datetime(year, month, day, tzinfo=self.zone).astimezone(UTC)

    def today(self, offset: int = 0) -> datetime:
        """Return the beginning of today, or of the day `offset` days on."""
        local = self.now.astimezone(self.zone) + timedelta(days=offset)
        return self.day(local.year, local.month, local.day)

    def month(self, year: int, month: int) -> datetime:
        """Return the beginning of a month; months beyond 1 to 12 run into the next years."""
        return self.day(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def find_periods(text: str, calendar: Calendar) -> Iterator[tuple[int, int, Period]]:
    """Yield (start, end, period) of the periods said in a text, left to right, not overlapping."""
    text = text.translate(_FIGURES)
    if not period_hint().search(text):
        return
    taken = 0
    hits = [
        (m.start(), -m.end(), rank, kind, m)
        for rank, (kind, form) in enumerate(period_patterns())
        for m in form.finditer(text)
    ]
    for start, _, _, kind, match in sorted(hits, key=lambda hit: hit[:3]):
        if start >= taken and _is_meant(match, text) and (period := _read(kind, match, calendar)):
            taken = match.end()
            yield start, taken, period


def parse_date_range(text: str, calendar: Calendar) -> tuple[datetime, datetime] | None:
    """Return [start, end) of a named stretch of time ("2019", "October 2019", "yesterday"), else None."""
    text = " ".join(text.translate(_FIGURES).lower().split())
    try:
        return _stretch(text, calendar)
    except (ValueError, OverflowError):
        return None


def _is_meant(match: re.Match[str], text: str) -> bool:
    """Whether words that are a period in one language are meant so: "hier" is here in a German question."""
    for words in all_date_words():
        if foreign := words.language.periods.common_word_in.get(match[0].lower()):
            spoken = spoken_in([*text[: match.start()].split(), *text[match.end() :].split()])
            return words.language.code in spoken or not set(foreign) & set(spoken)
    return True


def _read(kind: str, match: re.Match[str], calendar: Calendar) -> Period | None:
    parts = [group for group in match.groups() if group is not None]
    try:
        if kind == "past":
            since = calendar.now - _length(parts[0] if len(parts) > 1 else "", parts[-1])
            return Period(since, None, in_words=True)
    except OverflowError:
        return None
    spans = [parse_date_range(part, calendar) for part in parts]
    first, last = spans[0], spans[-1]
    if first is None or last is None:
        return None
    if kind == "between":
        return Period(min(first[0], last[0]), max(first[1], last[1]), in_words=True)
    return {
        "since": Period(first[0], None, in_words=True),
        "after": Period(first[1], None, in_words=True),
        "before": Period(None, first[0], in_words=True),
        "until": Period(None, first[1], in_words=True),
        "within": Period(first[0], first[1], in_words=True),
    }[kind]


@dataclass(frozen=True, slots=True)
class _Reader:
    """What reads a stretch of time in one language; compiled when first asked for."""

    when: re.Pattern[str]
    alone: tuple[tuple[re.Pattern[str], int], ...]
    ago: tuple[re.Pattern[str], ...]
    relative: tuple[tuple[re.Pattern[str], int], ...]


@cache
def _readers() -> tuple[_Reader, ...]:
    return tuple(map(_reader, all_date_words()))


def _reader(words: DateWords) -> _Reader:
    alone = tuple(
        (words.compile(word), offset) for word, offset in words.language.periods.relative_days.items()
    )
    relative = [(form, -1) for form in (*words.compiled("last"), words.compile("{day}"))]
    relative += [(form, 0) for form in words.compiled("this")]
    return _Reader(words.compile("{when}"), alone, tuple(words.compiled("ago")), tuple(relative))


def _length(count: str, unit: str) -> timedelta:
    number = int(count) if count.isdigit() else number_words().get(count.lower(), 1)
    return timedelta(hours=number * UNIT_HOURS[_unit(unit)])


def _unit(word: str) -> int:
    """The place of a unit of time among `UNIT_HOURS`."""
    place = _place(word, [words.language.periods.units for words in all_date_words()])
    assert place is not None, word
    return place


def _place(word: str, lists: Iterable[Words]) -> int | None:
    """The place of a word in the first of the lists that has it."""
    return next(
        (
            place
            for forms in lists
            for place, form in enumerate(forms)
            if re.fullmatch(form, word, re.IGNORECASE)
        ),
        None,
    )


@cache
def _month_name() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_month()}(?!\w)")


@cache
def _month_day() -> re.Pattern[str]:
    return re.compile(rf"(?:\d{{1,2}}\.?\s+)?{any_month()}(?:\s+\d{{1,2}})?")


def _stretch(text: str, calendar: Calendar) -> tuple[datetime, datetime] | None:
    if _ISO_TIME.fullmatch(text.upper()):
        moment = datetime.fromisoformat(text.upper())
        return moment, moment
    if re.fullmatch(ISO, text):
        return _iso(text, calendar)
    if re.fullmatch(YEAR, text):
        return calendar.month(int(text), 1), calendar.month(int(text) + 1, 1)
    for reader in _readers():
        if reader.when.fullmatch(text):
            return _said(reader, text, calendar) or _date(text, calendar)
    return _date(text, calendar) if _month_day().fullmatch(text) else None


def _said(reader: _Reader, text: str, calendar: Calendar) -> tuple[datetime, datetime] | None:
    """Days, weeks and so on, told by how far off they are."""
    for form, offset in reader.alone:
        if form.fullmatch(text):
            return calendar.today(offset), calendar.today(offset + 1)
    for form in reader.ago:
        if match := form.fullmatch(text):
            return _ago(_length(match[1] if form.groups > 1 else "", match[form.groups]), calendar)
    for form, here in reader.relative:
        if match := form.fullmatch(text):
            return _relative(match[1], here, calendar)
    return None


def _iso(text: str, calendar: Calendar) -> tuple[datetime, datetime]:
    year, month, *day = (int(part) for part in text.split("-"))
    if not day:
        calendar.day(year, month, 1)
        return calendar.month(year, month), calendar.month(year, month + 1)
    start = calendar.day(year, month, day[0])
    return start, start + timedelta(days=1)


def _ago(length: timedelta, calendar: Calendar) -> tuple[datetime, datetime]:
    if length < timedelta(days=1):
        return calendar.now - length, calendar.now
    days = -length.days
    return calendar.today(days), calendar.today(days + 1)


def _relative(name: str, here: int, calendar: Calendar) -> tuple[datetime, datetime]:
    """A weekday (always the last one), or a unit of time.

    Args:
        here: 0 for the present one, -1 for the one before.
    """
    local = calendar.now.astimezone(calendar.zone)
    if (number := _place(name, [words.language.periods.weekdays for words in all_date_words()])) is not None:
        back = (local.weekday() - number - 1) % 7 + 1
        return calendar.today(-back), calendar.today(1 - back)
    unit = _unit(name)
    if unit == _WEEK:
        monday = 7 * here - local.weekday()
        return calendar.today(monday), calendar.today(monday + 7)
    if unit == _MONTH_UNIT:
        month = local.month + here
        return calendar.month(local.year, month), calendar.month(local.year, month + 1)
    if unit == _YEAR_UNIT:
        return calendar.month(local.year + here, 1), calendar.month(local.year + here + 1, 1)
    if unit == _DAY_UNIT:
        return calendar.today(here), calendar.today(here + 1)
    return calendar.now + timedelta(hours=here), calendar.now + timedelta(hours=here + 1)


def _date(text: str, calendar: Calendar) -> tuple[datetime, datetime] | None:
    """A day, month or year whose form was checked before."""
    named, written = _month_name().search(text), re.search(YEAR, text)
    if named is None:
        return (
            (calendar.month(int(written[0]), 1), calendar.month(int(written[0]) + 1, 1)) if written else None
        )
    local = calendar.now.astimezone(calendar.zone)
    month = month_numbers()[named[0]]
    year = int(written[0]) if written else local.year - (month > local.month)
    if day := _DAY.search(text):
        start = calendar.day(year, month, int(day[0]))
        return start, start + timedelta(days=1)
    return calendar.month(year, month), calendar.month(year, month + 1)
