"""Dates as fields write them -> aware UTC. A date is read to its last word, or not at all.

Explicit forms come first: ISO 8601, RFC 2822, epochs, numbers in any usual order, month names of every
language we know. What is left goes to dateparser, which also knows "3 hours ago".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from bot.corpus.clock_times import clock_time, ends_day, find_clock
from bot.corpus.date_words import (
    DAY_HALVES,
    FILLERS,
    month_of,
    plain_date,
    simple_date,
    weekdays_of,
    words_of,
)
from bot.corpus.dates import read_hijri
from bot.corpus.jalali import JALALI_MONTHS, JALALI_YEARS, jalali_date
from bot.corpus.zones import zone_of

MAX_CHARACTERS = 100
_OLDEST, _NEWEST = 1800, 2200
"""Years beyond are placeholders, such as 0001."""
_EPOCH = re.compile(r"\d{9,13}(?:\.\d+)?")
_EPOCH_MS = 1e11
"""Epoch values above this are in milliseconds."""
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[t ](\d\d:\d\d.*))?")
_RFC_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_RFC = re.compile(
    rf"(?:[A-Z][a-z]{{2}}, )?(\d\d?) ({'|'.join(_RFC_MONTHS)}) (\d{{4}}) "
    r"(\d\d):(\d\d):(\d\d) ([+-]\d{4}|GMT|UTC|Z)"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:[t ]?([0-2]\d)([0-5]\d)([0-5]\d)?)?(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4}) ?([-./]) ?(\d{1,2}) ?\2 ?(\d{1,2})\.?(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2}) ?([-./]) ?(\d{1,2}) ?\2 ?(\d{4}|\d\d)(?!\d)")
_COMMENT = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_OFFSET = re.compile(r"(?:(?:gmt|utc|z)? ?([+-]) ?(\d{1,2})(?::?(\d\d))?)$")
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)(?:st|nd|rd|th|er|º|ª)?")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date that was read.

    Args:
        at: Aware UTC; the beginning of what was written.
        day_only: Whether only the day is known: no time is written, or midnight sharp.
        relative: Whether it was counted back from now ("3 hours ago").
    """

    at: datetime
    day_only: bool = False
    relative: bool = False


def parse_date(text: str) -> datetime | None:
    """Return the date in a field, None when it can't be read in full; a day is its midnight in UTC."""
    written = read_date(text)
    return written.at if written else None


def read_date(text: str, *, now: datetime | None = None) -> WrittenDate | None:
    """Return the date in a field, None when it can't be read in full.

    Args:
        text: Without a zone, its time is UTC. Day before month where both orders are possible.
        now: Aware UTC; what relative dates count from. Without it they are not read.
    """
    text = text.strip()
    if not text or len(text) > MAX_CHARACTERS:
        return None
    written = _read_absolute(text)
    if written is None and now is not None:
        written = _read_other(simple_date(text), now)
    return written if written and _is_plausible(written.at) else None


def _read_other(text: str, now: datetime) -> WrittenDate | None:
    """Read what needs dateparser: a full date in another language, or one that counts back from now."""
    from bot.corpus.relative_dates import read_full, read_relative  # dateparser takes long to import

    if full := read_full(text):
        return WrittenDate(full, day_only=full.time() == time())
    at = read_relative(text, now)
    return WrittenDate(at, relative=True) if at else None


def _is_plausible(at: datetime) -> bool:
    """Return whether a date is no placeholder of a program that has none: the year 1, or the epoch."""
    return _OLDEST <= at.year <= _NEWEST and at != datetime(1970, 1, 1, tzinfo=UTC)


@lru_cache(maxsize=4_096)
def _read_absolute(text: str) -> WrittenDate | None:
    """Return an explicit date; None for another text, and for a placeholder that is no year in UTC."""
    try:
        return _read_explicit(text)
    except OverflowError:
        return None


def _read_explicit(text: str) -> WrittenDate | None:
    if _EPOCH.fullmatch(text) and not _COMPACT.fullmatch(text):
        return _from_epoch(float(text))
    if match := _RFC.fullmatch(text):
        return _read_rfc(match)
    plain = plain_date(text)
    return _read_iso(plain) or _read_compact(plain) or _read_islamic(text) or _read_words(plain)


def _read_islamic(text: str) -> WrittenDate | None:
    at = None if text.isascii() else read_hijri(text)
    return WrittenDate(at, day_only=True) if at else None


def _read_rfc(match: re.Match[str]) -> WrittenDate | None:
    """Read "Tue, 04 Nov 2025 07:30:00 +0100", which most feeds write."""
    day, month, year, hour, minute, second, zone = match.groups()
    try:
        clock = time(int(hour), int(minute), min(int(second), 59), tzinfo=_zone(zone.lower()))
        return _written(date(int(year), _RFC_MONTHS.index(month) + 1, int(day)), clock)
    except ValueError:
        return None


def _read_iso(text: str) -> WrittenDate | None:
    match = _ISO.fullmatch(text)
    if match is None or int(text[:4]) in JALALI_YEARS:
        return None
    try:
        at = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    return _written(at.date(), at.timetz() if match[2] else None)


def _read_compact(text: str) -> WrittenDate | None:
    """Read 20241124 and 20241124T0930Z."""
    match = _COMPACT.match(text)
    if match is None:
        return None
    zone = _zone(text[match.end() :].strip()) if match[4] else None
    if text[match.end() :].strip() and zone is None:
        return None
    year, month, day, hour, minute, second = (int(group or 0) for group in match.groups())
    try:
        clock = time(hour, minute, second, tzinfo=zone or UTC) if match[4] else None
        return _written(date(year, month, day), clock)
    except ValueError:
        return None


def _read_words(text: str) -> WrittenDate | None:
    """Read a date in numbers or words, with a time and zone in any usual place."""
    comments = [first or second for first, second in _COMMENT.findall(text)]
    text = _COMMENT.sub(" ", text)
    numbers = next(filter(None, (form.search(text) for form in (_YEAR_FIRST, _YEAR_LAST))), None)
    rest = f"{text[: numbers.start()]} {text[numbers.end() :]}" if numbers else text
    match = find_clock(rest)
    before, after = (rest[: match.start()], rest[match.end() :]) if match else (rest, "")
    words = _Words.read(before, after, named=numbers is None, timed=match is not None)
    if words is None:
        return None
    day = words.pick(_orders(numbers) if numbers else words.named_dates())
    if day is None:
        return None
    if ends_day(match):
        day += timedelta(days=1)
    zone = words.zone or next(filter(None, map(_zone, comments)), None)
    try:
        return _written(day, None if words.bad_zone else clock_time(match, words.half, zone or UTC))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Words:
    """The words around the numbers of a date."""

    numbers: tuple[str, ...]
    months: tuple[int, ...]
    weekdays: frozenset[int]
    half: str
    zone: tzinfo | None
    bad_zone: bool

    @classmethod
    def read(cls, before: str, after: str, *, named: bool, timed: bool) -> "_Words | None":
        """Return the words before and after the time; None when one of them is unknown."""
        zone, after = _pop_offset(after) if timed else (None, after)
        months: list[int] = []
        weekdays: list[frozenset[int]] = []
        half, bad_zone = "", False
        words = list(words_of(before, after))
        for position, (word, follows) in enumerate(words):
            month, days = month_of(word) if named else None, weekdays_of(word)
            if days and (month is None or any(month_of(later) for later, _ in words[position + 1 :])):
                weekdays.append(days)
            elif month:
                months.append(month)
            elif word in DAY_HALVES and timed:
                half = DAY_HALVES[word]
            elif follows and zone is None and (found := zone_of(word)):
                zone = found
            elif word in FILLERS or (position == 0 and before.strip()[:1].isalpha()):
                continue
            elif follows and word.isascii() and word.isalpha() and len(word) <= 5:
                bad_zone = True  # the hour may mean anything, the day is sure
            elif not named or not (zone := zone or zone_of(word)):
                return None
        numbers = tuple(_NUMBER.findall(before) + _NUMBER.findall(after))
        if len(months) > 1 or len(numbers) != (2 if named else 0):
            return None
        return cls(numbers, tuple(months), frozenset().union(*weekdays), half, zone, bad_zone)

    def named_dates(self) -> Iterator[date]:
        """Yield the dates that a month name and two numbers may mean."""
        if not self.months:
            return
        month = self.months[0]
        first, second = (re.sub(r"\D", "", number) for number in self.numbers)
        for day, year in ((first, second), (second, first)):
            if _full_year(year) in JALALI_YEARS and month not in JALALI_MONTHS:
                continue  # the name of a month says whose calendar it is
            if 1 <= int(day) <= 31 and (written := _date(_full_year(year), month, int(day))):
                yield written

    def pick(self, dates: Iterator[date]) -> date | None:
        """Return the first date that falls on the weekday that is written, else the first."""
        possible = list(dates)
        fitting = (day for day in possible if not self.weekdays or day.weekday() in self.weekdays)
        return next(fitting, possible[0] if possible else None)


def _orders(match: re.Match[str]) -> Iterator[date]:
    """Yield the dates that three numbers may mean, the usual one first."""
    first, separator, second, third = match.groups()
    if match.re is _YEAR_FIRST:
        orders = [(first, second, third)]
    elif len(third) == 4 or separator == "." or int(first) > 12:
        orders = [(third, second, first), (third, first, second)]
    else:
        return  # 03/04/05 may mean anything
    for year, month, day in orders:
        if written := _date(_full_year(year), int(month), int(day)):
            yield written


def _date(year: int, month: int, day: int) -> date | None:
    """Return a day of our calendar, or of the Iranian one by its year; None if there is no such day."""
    try:
        if month in JALALI_MONTHS or year in JALALI_YEARS:
            return jalali_date(year, month, day)
        return date(year, month, day)
    except ValueError:
        return None


def _full_year(digits: str) -> int:
    """Return a year of two digits in full; 0001, which programs write for no date, stays the year 1.

    Source:
        RFC 2822, 4.3.
    """
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 50 else 1900)


def _pop_offset(text: str) -> tuple[tzinfo | None, str]:
    """Return the numeric zone at the end of a text, and the text before it."""
    match = _OFFSET.search(text.strip())
    return (_zone(match.group()), text.strip()[: match.start()]) if match else (None, text)


@lru_cache(maxsize=256)
def _zone(text: str) -> tzinfo | None:
    """Return the zone "+03:00", "GMT+3", "EST" or "Europe/Istanbul"."""
    return zone_of(text)


def _written(day: date, clock: time | None) -> WrittenDate:
    if clock is None:
        return WrittenDate(datetime.combine(day, time(tzinfo=UTC)), day_only=True)
    at = datetime.combine(day, clock if clock.tzinfo else clock.replace(tzinfo=UTC))
    return WrittenDate(at.astimezone(UTC), day_only=at.time() == time())


def _from_epoch(value: float) -> WrittenDate | None:
    try:
        return WrittenDate(datetime.fromtimestamp(value / 1000 if value > _EPOCH_MS else value, UTC))
    except (ValueError, OverflowError, OSError):
        return None
