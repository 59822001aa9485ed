"""Dates in words, in a language's format."""

from datetime import date
from typing import Literal

from babel.dates import format_skeleton, get_day_names

_LOCALES = {"en": "en_GB"}
"""For languages with several date formats, the variant in which the texts are spelled."""


def day(at: date, language: str, *, year: bool = True) -> str:
    """Return "3 Nov 2026", or "3 Nov" without the year."""
    return str(format_skeleton("yMMMd" if year else "MMMd", at, locale=_LOCALES.get(language, language)))


def weekday(number: int, language: str, *, short: bool = False) -> str:
    """Return "Monday" for 0, or "Mon"."""
    width: Literal["abbreviated", "wide"] = "abbreviated" if short else "wide"
    return str(get_day_names(width, "stand-alone", _LOCALES.get(language, language))[number])


def month(at: date, language: str) -> str:
    """Return "Nov 2026"."""
    return str(format_skeleton("yMMM", at, locale=_LOCALES.get(language, language)))


def wall_time(minute: int) -> str:
    """Return a minute of the day as a time: 07:30."""
    return f"{minute // 60:02}:{minute % 60:02}"
