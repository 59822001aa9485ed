"""Dates in words, in a language's format and calendar."""

from datetime import date
from functools import cache
from typing import Literal

from babel.dates import format_skeleton, get_day_names

from bot.corpus.jalali import MONTH_NAMES, to_jalali
from bot.languages.locale_data import load_locale
from handlers.texts import Texts

_LOCALES = {"en": "en_GB"}
"""For languages with several date formats, the variant in which the texts are spelled."""


def day(at: date, texts: Texts, *, year: bool = True) -> str:
    """Return "3 Nov 2026", or "3 Nov" without the year; "۱۲ آبان ۱۴۰۵" by the solar calendar."""
    if texts.solar:
        solar_year, month_number, number = to_jalali(at)
        written = f"{number} {MONTH_NAMES[month_number - 1]}"
        return texts.digits(f"{written} {solar_year}" if year else written)
    return texts.digits(str(format_skeleton("yMMMd" if year else "MMMd", at, locale=_locale(texts))))


def weekday(number: int, texts: Texts, *, short: bool = False) -> str:
    """Return "Monday" for 0, or "Mon"."""
    width: Literal["abbreviated", "wide"] = "abbreviated" if short else "wide"
    return str(get_day_names(width, "stand-alone", _locale(texts))[number])


def month(at: date, texts: Texts) -> str:
    """Return "Nov 2026"; "آبان ۱۴۰۵" by the solar calendar."""
    if texts.solar:
        year, number, _ = to_jalali(at)
        return texts.digits(f"{MONTH_NAMES[number - 1]} {year}")
    return texts.digits(str(format_skeleton("yMMM", at, locale=_locale(texts))))


def wall_time(minute: int, texts: Texts) -> str:
    """Return a minute of the day as a time: 07:30."""
    return texts.digits(f"{minute // 60:02}:{minute % 60:02}")


def _locale(texts: Texts) -> str:
    return _loaded(_LOCALES.get(texts.language, texts.language))


@cache
def _loaded(code: str) -> str:
    load_locale(code)
    return code
