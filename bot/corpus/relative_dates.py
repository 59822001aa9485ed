"""Dates that count back from now ("3 hours ago", "gestern"), and dates in languages we have no words of."""

from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any

from dateparser.date import DateDataParser

from bot.corpus.written_dates import WrittenDate

_LANGUAGES = [
    "en", "ar", "de", "es", "fa", "fr", "ru", "tr", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs",
    "uk", "el", "ro", "hu", "bg", "hr", "id", "vi", "he", "zh", "ja", "ko",
]  # fmt: skip


def read_relative(text: str, now: datetime) -> WrittenDate | None:
    """Return the date in a text that our own forms do not read, None when dateparser does not, either.

    Args:
        text: In small letters.
        now: Aware UTC; what relative dates count from.
    """
    absolute = _absolute(text)
    if absolute:
        return WrittenDate(absolute, day_only=absolute == absolute.replace(hour=0, minute=0, second=0))
    if not any(character.isalpha() for character in text):
        return None
    found = _parse(_parser("relative-time"), text, now)
    return WrittenDate(found, relative=True) if found and found <= now else None


@lru_cache(maxsize=1_024)
def _absolute(text: str) -> datetime | None:
    """Read a full date in any language; a part that is not written is never made up."""
    if sum(map(str.isdigit, text)) < 5 or not any(map(str.isalpha, text)):
        return None
    return _parse(_parser("absolute-time"), text, datetime(2000, 1, 1, tzinfo=UTC))


def _parse(parser: DateDataParser, text: str, now: datetime) -> datetime | None:
    parser._settings.RELATIVE_BASE = now.replace(tzinfo=None)
    try:
        data: Any = parser.get_date_data(text)
    except (ValueError, OverflowError):
        return None
    return data.date_obj.astimezone(UTC) if data.date_obj and data.period in ("day", "time") else None


@cache
def _parser(kind: str) -> DateDataParser:
    return DateDataParser(
        languages=_LANGUAGES,
        settings={
            "PARSERS": [kind],
            "STRICT_PARSING": kind == "absolute-time",
            "REQUIRE_PARTS": ["day", "month", "year"] if kind == "absolute-time" else [],
            "TIMEZONE": "UTC",
            "RETURN_AS_TIMEZONE_AWARE": True,
            "RETURN_TIME_AS_PERIOD": True,
        },
    )
