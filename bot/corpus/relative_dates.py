"""Dates that count back from now ("3 hours ago", "gestern"), and dates in languages we have no words of."""

from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any

from dateparser.date import DateDataParser

_LANGUAGES = [
    "en", "ar", "de", "es", "fa", "fr", "ru", "tr", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs",
    "uk", "el", "ro", "hu", "bg", "hr", "id", "vi", "he", "zh", "ja", "ko",
]  # fmt: skip


@lru_cache(maxsize=1_024)
def read_full(text: str) -> datetime | None:
    """Return a full date in any language that dateparser knows, aware UTC; None without one.

    Args:
        text: In small letters.
    """
    # A part that is not written must not be made up.
    if sum(map(str.isdigit, text)) < 5 or not any(map(str.isalpha, text)):
        return None
    return _parse(_parser("absolute-time"), text, datetime(2000, 1, 1, tzinfo=UTC))


def read_relative(text: str, now: datetime) -> datetime | None:
    """Return a date that counts back from now (aware UTC), None for another text."""
    if not any(map(str.isalpha, text)):
        return None
    found = _parse(_parser("relative-time"), text, now)
    return found if found and found <= now else None


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
