"""Periods as people write them: "last week", "since October 2019", "منذ أكتوبر 2019", "geçen hafta"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache

from bot.corpus.dates import MONTHS
from bot.search.syntax import Period

_UNITS = {
    "hour": "hours? ساعة ساعات saat",
    "day": "days? يوم أيام ايام يومين gün",
    "week": "weeks? أسبوع اسبوع أسابيع اسابيع hafta",
    "month": "months? شهر أشهر اشهر شهور ay",
    "year": "years? سنة سنوات عام أعوام اعوام yıl sene",
}
_WEEKDAYS = (
    "monday pazartesi الاثنين الإثنين",
    "tuesday salı الثلاثاء",
    "wednesday çarşamba الأربعاء الاربعاء",
    "thursday perşembe الخميس",
    "friday cuma الجمعة",
    "saturday cumartesi السبت",
    "sunday pazar الأحد الاحد",
)
_NUMBERS = {
    word: number
    for number, names in enumerate(
        (
            "a an one bir واحد",
            "two couple iki اثنين",
            "three few üç ثلاثة ثلاث",
            "four dört أربعة أربع",
            "five beş خمسة خمس",
            "six altı ستة ست",
            "seven yedi سبعة سبع",
            "eight sekiz ثمانية ثماني",
            "nine dokuz تسعة تسع",
            "ten on عشرة عشر",
        ),
        1,
    )
    for word in names.split()
}


def _any(names: str) -> str:
    return "|".join(sorted(names.split(), key=len, reverse=True))


_UNIT = f"(?:{'|'.join(_any(names) for names in _UNITS.values())})"
_ARABIC_UNIT = "(?:الساعة|اليوم|الأسبوع|الاسبوع|الشهر|السنة|العام)"
_COUNT = rf"(?:\d{{1,4}}|{_any(' '.join(_NUMBERS))})"
_DAY_NAME = f"(?:{'|'.join(_any(names) for names in _WEEKDAYS)})"
_MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + ")"
_YEAR = r"(?:19|20)\d\d"
_ISO = r"\d{4}-\d{1,2}(?:-\d{1,2})?"
_CLEAR = (
    rf"(?:{_ISO}|today|yesterday|bugün|dün|اليوم|أمس|امس"
    rf"|(?:the\s+)?(?:last|past|previous|this)\s+(?:week|month|year|{_DAY_NAME})"
    rf"|(?:geçen|bu)\s+(?:hafta|ay|yıl|sene|{_DAY_NAME})"
    rf"|{_ARABIC_UNIT}\s+(?:الماضي|الماضية|الفائت)|{_DAY_NAME}\s+الماضي|هذا\s+{_ARABIC_UNIT}|هذه\s+{_ARABIC_UNIT}"
    rf"|{_COUNT}\s+{_UNIT}\s+(?:ago|önce)|قبل\s+{_COUNT}\s+{_UNIT}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}|{_MONTH},?\s+{_YEAR})"
)
_VAGUE = rf"(?:{_CLEAR}|{_MONTH}|{_YEAR}|{_DAY_NAME})"
_FROM = "(?:['’]?(?:dan|den|tan|ten))"
_AT = "(?:['’]?(?:da|de|ta|te|daki|deki))"


@cache
def compile_forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every form of a period, by kind; compiled when first asked for, as that takes a while."""
    return tuple(
        (kind, re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE))
        for kind, form in (
            ("range", rf"(?:between|from)\s+({_VAGUE})\s+(?:and|to|until|till)\s+({_VAGUE})"),
            ("range", rf"(?:بين|من)\s+({_VAGUE})\s+(?:و\s?|إلى\s+|الى\s+|حتى\s+)({_VAGUE})"),
            ("range", rf"({_VAGUE})\s+ile\s+({_VAGUE})\s+arası(?:nda)?"),
            ("range", rf"({_VAGUE}){_FROM}\s+({_VAGUE})['’]?y?[aeıi]\s+kadar"),
            (
                "past",
                rf"(?:in\s+|during\s+|over\s+|within\s+)?(?:the\s+)?(?:last|past)\s+({_COUNT})\s+({_UNIT})",
            ),
            ("past", rf"(?:in\s+|during\s+|over\s+|within\s+)?(?:the\s+)?past\s+()({_UNIT})"),
            ("past", rf"(?:(?:خلال|في)\s+)?(?:آخر|اخر)\s+(?:({_COUNT})\s+)?({_UNIT})"),
            ("past", rf"son\s+({_COUNT})\s+({_UNIT})(?:d[ae]|[ıiuü]n?)?"),
            ("since", rf"(?:since|منذ)\s+({_VAGUE})"),
            ("since", rf"({_VAGUE}){_FROM}?\s+(?:beri|bu\s+yana|itibaren)"),
            ("after", rf"(?:after|بعد)\s+({_VAGUE})|({_VAGUE}){_FROM}\s+sonra"),
            ("in", rf"({_CLEAR})"),
            ("before", rf"(?:before|قبل)\s+({_VAGUE})|({_VAGUE}){_FROM}\s+önce"),
            ("until", rf"(?:until|till|حتى)\s+({_VAGUE})|({_VAGUE})['’]?y?[ae]\s+kadar"),
            ("in", rf"(?:in|on|during|في|خلال)\s+(?:the\s+)?({_CLEAR})|({_CLEAR}){_AT}"),
            ("in", rf"(?:in|during|في|خلال|سنة|عام)\s+({_YEAR})|({_YEAR})(?:['’](?:da|de|ta|te)|\s+yılında)"),
        )
    )


_MONTH_YEAR = re.compile(
    rf"(?:(\d{{1,2}})\D{{0,6}})?({_MONTH})(?:\s+(\d{{1,2}})(?!\d)\D{{0,3}})?,?\s*({_YEAR})?", re.IGNORECASE
)
_ISO_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)")


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
    taken = 0
    hits = [
        (m.start(), -m.end(), rank, kind, m)
        for rank, (kind, form) in enumerate(compile_forms())
        for m in form.finditer(text)
    ]
    for start, _, _, kind, match in sorted(hits, key=lambda hit: hit[:3]):
        if start >= taken and (period := _read(kind, match, calendar)):
            taken = match.end()
            yield start, taken, period


def named_stretch(text: str, calendar: Calendar) -> tuple[datetime, datetime] | None:
    """Return [start, end) of a named stretch of time ("2019", "October 2019", "yesterday"), else None."""
    text = " ".join(text.lower().split())
    try:
        return _stretch(text, calendar)
    except (ValueError, OverflowError):
        return None


def _read(kind: str, match: re.Match[str], calendar: Calendar) -> Period | None:
    parts = [group for group in match.groups() if group is not None]
    try:
        if kind == "past":
            since = calendar.now - _length(parts[0] if len(parts) > 1 else "", parts[-1])
            return Period(since, None, said=True)
    except OverflowError:
        return None
    spans = [named_stretch(part, calendar) for part in parts]
    first, last = spans[0], spans[-1]
    if first is None or last is None:
        return None
    if kind == "range":
        return Period(min(first[0], last[0]), max(first[1], last[1]), said=True)
    return {
        "since": Period(first[0], None, said=True),
        "after": Period(first[1], None, said=True),
        "before": Period(None, first[0], said=True),
        "until": Period(None, first[1], said=True),
        "in": Period(first[0], first[1], said=True),
    }[kind]


def _unit(word: str) -> str:
    return next(unit for unit, names in _UNITS.items() if re.fullmatch(_any(names), word.lower()))


def _length(count: str, unit: str) -> timedelta:
    number = int(count) if count.isdigit() else _NUMBERS.get(count.lower(), 1)
    hours = {"hour": 1, "day": 24, "week": 168, "month": 730, "year": 8766}[_unit(unit)]
    return timedelta(hours=number * hours)


def _stretch(text: str, calendar: Calendar) -> tuple[datetime, datetime] | None:
    today = calendar.today()
    if _ISO_TIME.fullmatch(text.upper()):
        moment = datetime.fromisoformat(text.upper())
        return moment, moment
    if re.fullmatch(_ISO, text):
        return _iso(text, calendar)
    if re.fullmatch(_YEAR, text):
        return calendar.month(int(text), 1), calendar.month(int(text) + 1, 1)
    if text in ("today", "bugün", "اليوم"):
        return today, calendar.today(1)
    if text in ("yesterday", "dün", "أمس", "امس"):
        return calendar.today(-1), today
    if ago := re.fullmatch(rf"(?:قبل\s+)?({_COUNT})\s+({_UNIT})(?:\s+(?:ago|önce))?", text):
        return _ago(_length(ago[1], ago[2]), calendar)
    return _relative(text, calendar) or _month(text, calendar)


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


def _relative(text: str, calendar: Calendar) -> tuple[datetime, datetime] | None:
    words = text.split()
    local = calendar.now.astimezone(calendar.zone)
    for number, names in enumerate(_WEEKDAYS):
        if set(words) & set(names.split()):
            back = (local.weekday() - number - 1) % 7 + 1
            return calendar.today(-back), calendar.today(1 - back)
    unit = next(
        (u for u, names in _UNITS.items() for w in words if re.fullmatch(_any(names), w.removeprefix("ال"))),
        None,
    )
    here = 0 if {"this", "bu", "هذا", "هذه"} & set(words) else -1
    if unit == "day":
        return calendar.today(here), calendar.today(here + 1)
    if unit == "week":
        monday = 7 * here - local.weekday()
        return calendar.today(monday), calendar.today(monday + 7)
    if unit == "month":
        return calendar.month(local.year, local.month + here), calendar.month(
            local.year, local.month + here + 1
        )
    if unit == "year":
        return calendar.month(local.year + here, 1), calendar.month(local.year + here + 1, 1)
    return None


def _month(text: str, calendar: Calendar) -> tuple[datetime, datetime] | None:
    match = _MONTH_YEAR.fullmatch(text)
    if not match:
        return None
    local = calendar.now.astimezone(calendar.zone)
    month = MONTHS[match[2].lower()]
    year = int(match[4]) if match[4] else local.year - (month > local.month)
    if day := match[1] or match[3]:
        start = calendar.day(year, month, int(day))
        return start, start + timedelta(days=1)
    return calendar.month(year, month), calendar.month(year, month + 1)
