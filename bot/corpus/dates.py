"""Full dates as pages and fields write them -> aware UTC."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_MONTH_NAMES = {
    "en": (
        "january,jan february,feb march,mar april,apr may june,jun july,jul august,aug "
        "september,sep,sept october,oct november,nov december,dec"
    ),
    "ar": (
        "يناير,كانون-الثاني,جانفي فبراير,شباط,فيفري مارس,آذار,اذار أبريل,ابريل,إبريل,نيسان,أفريل "
        "مايو,أيار,ايار,ماي يونيو,يونيه,حزيران,جوان يوليو,يوليه,تموز,جويلية أغسطس,اغسطس,آب,أوت "
        "سبتمبر,أيلول,ايلول أكتوبر,اكتوبر,تشرين-الأول نوفمبر,تشرين-الثاني ديسمبر,كانون-الأول"
    ),
    "tr": (
        "ocak,oca şubat,subat,şub mart,mar nisan,nis mayıs,mayis haziran,haz temmuz,tem "
        "ağustos,agustos,ağu eylül,eylul,eyl ekim,eki kasım,kasim,kas aralık,aralik,ara"
    ),
    "ru": (
        "января,январь,январе,янв февраля,февраль,феврале,фев марта,март,марте "
        "апреля,апрель,апреле,апр мая,май,мае июня,июнь,июне июля,июль,июле "
        "августа,август,августе,авг сентября,сентябрь,сентябре,сен октября,октябрь,октябре,окт "
        "ноября,ноябрь,ноябре,ноя декабря,декабрь,декабре,дек"
    ),
    "fr": (
        "janvier février,fevrier mars avril mai juin juillet août,aout septembre octobre novembre "
        "décembre,decembre"
    ),
    "de": ("januar,jänner februar märz,maerz april mai juni juli august september oktober november dezember"),
    "es": (
        "enero febrero marzo abril,abr mayo junio julio agosto septiembre,setiembre octubre "
        "noviembre diciembre"
    ),
    "fa": ("ژانویه فوریه مارس آوریل مه,می ژوئن,ژوئین ژوئیه,جولای اوت,آگوست سپتامبر اکتبر نوامبر دسامبر"),
}
MONTHS_OF = {
    language: {
        name.replace("-", " "): number
        for number, names in enumerate(months.split(), 1)
        for name in names.split(",")
    }
    for language, months in _MONTH_NAMES.items()
}
"""The number of each month by its names, in small letters, by language."""
MONTHS = {name: number for months in MONTHS_OF.values() for name, number in months.items()}
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
