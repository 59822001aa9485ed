"""Full dates as pages and fields write them -> aware UTC."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_MONTH_NAMES = (
    "january jan ocak oca enero janvier januar jänner يناير كانون-الثاني جانفي",
    "february feb şubat subat şub febrero février fevrier februar فبراير شباط فيفري",
    "march mar mart marzo mars märz maerz مارس آذار اذار",
    "april apr nisan nis abril avril أبريل ابريل إبريل نيسان أفريل",
    "may mayıs mayis mayo mai مايو أيار ايار ماي",
    "june jun haziran haz junio juin juni يونيو يونيه حزيران جوان",
    "july jul temmuz tem julio juillet juli يوليو يوليه تموز جويلية",
    "august aug ağustos agustos ağu agosto août aout أغسطس اغسطس آب أوت",
    "september sep sept eylül eylul eyl septiembre septembre سبتمبر أيلول ايلول",
    "october oct ekim eki octubre octobre oktober أكتوبر اكتوبر تشرين-الأول",
    "november nov kasım kasim kas noviembre novembre نوفمبر تشرين-الثاني",
    "december dec aralık aralik ara diciembre décembre decembre dezember ديسمبر كانون-الأول",
)
MONTHS = {
    name.replace("-", " "): number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()
}
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)(?!\d)",
        rf"(?<!\d){_DAY}(?:st|nd|rd|th|er)?[.,]?[\s-]+(?:of\s+|de\s+)?(?P<name>{_MONTH})\.?,?[\s-]+(?:de\s+|del\s+)?{_YEAR}(?!\d)",
        rf"(?P<name>{_MONTH})\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d(?!\d?:))",
        rf"(?<!\d){_DAY}[./](?P<month>[01]?\d)[./]{_YEAR}(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[./](?P<month>[01]?\d)[./](?P<day>[0-3]?\d)(?!\d)",
    )
)
_CLOCK = re.compile(
    r"[T\s,،|@-]{1,4}(?:at |a las |um )?(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)"
    r"(?::(?P<second>[0-5]\d)(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\b)?\s*(?P<zone>Z\b|(?:GMT|UTC)?[+-]\d\d?(?::?\d\d)?|GMT|UTC)?",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_EPOCH = re.compile(r"\d{9,13}(?:\.\d+)?")
FUTURE_TOLERANCE = timedelta(days=1)


def parse_date(text: str) -> datetime | None:
    """Return the date a field holds: ISO, RFC 2822, epoch seconds or milliseconds, or any form of a page.

    A time without a zone is taken for UTC, a day without a time for its midnight.
    """
    text = text.strip()
    if _EPOCH.fullmatch(text):
        return _from_epoch(float(text))
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return _utc(parse(text))
        except (ValueError, OverflowError):
            continue
    return next((date for _, _, date in find_dates(text)), None)


def find_dates(text: str) -> Iterator[tuple[int, int, datetime]]:
    """Yield (start, end, date) of the full dates in `text`; day before month where both fit."""
    if not _ANY_YEAR.search(text):
        return
    hits = sorted(
        (match for form in _FORMS for match in form.finditer(text)), key=lambda match: match.start()
    )
    for match in hits:
        date = _date(match)
        if date:
            clock = _CLOCK.match(text, match.end())
            yield match.start(), clock.end() if clock else match.end(), _at(date, clock)


def _date(match: re.Match[str]) -> datetime | None:
    groups = match.groupdict()
    month = int(groups["month"]) if groups.get("month") else MONTHS[groups["name"].lower()]
    day, year = int(groups["day"]), int(groups["year"])
    for one, other in ((day, month), (month, day)):
        try:
            return datetime(year, other, one, tzinfo=UTC)
        except ValueError:
            continue
    return None


def _at(date: datetime, clock: re.Match[str] | None) -> datetime:
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


def _from_epoch(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _utc(date: datetime) -> datetime:
    return date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
