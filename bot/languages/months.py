"""Month and weekday names of all languages: of the language files and of Unicode's locale data (Babel)."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain

from babel import Locale, UnknownLocaleError

from bot.languages.language import languages
from bot.languages.locale_data import whole_locale_data
from bot.languages.phrases import any_word

_WEEKDAYS_ONLY = ("zh", "ja", "ko", "nl", "pl")
"""Languages without a file whose feeds give weekdays before a date in numbers or English."""
_SHORTEST_BEGINNING = 3


@cache
def month_numbers() -> Mapping[str, int]:
    """Return 1 to 12 by the months' names, in small letters."""
    written = {name: number for known in languages() for name, number in known.month_numbers.items()}
    with whole_locale_data():
        names = dict(chain.from_iterable(_months(known.code) for known in languages()))
    return names | written


@cache
def month_beginnings() -> Mapping[str, int]:
    """Return 1 to 12 by the first three or four letters of names that no other month begins with."""
    numbers: dict[str, set[int]] = {}
    for name, number in month_numbers().items():
        for length in (_SHORTEST_BEGINNING, _SHORTEST_BEGINNING + 1):
            numbers.setdefault(name[:length], set()).add(number)
    return {start: min(found) for start, found in numbers.items() if len(found) == 1}


@cache
def weekday_numbers() -> Mapping[str, frozenset[int]]:
    """Return the weekdays that a name may mean, 0 for Monday, in small letters and without dots."""
    numbers: dict[str, set[int]] = {}
    with whole_locale_data():
        for code in (*(known.code for known in languages()), *_WEEKDAYS_ONLY):
            for name, number in _names(code, "days"):
                numbers.setdefault(name, set()).add(number)
    return {name: frozenset(found) for name, found in numbers.items()}


def _months(code: str) -> Iterator[tuple[str, int]]:
    return ((name, number) for name, number in _names(code, "months") if len(name) > 1)


def _names(code: str, kind: str) -> Iterator[tuple[str, int]]:
    """Yield the names of months or days in Unicode's data, in small letters and without dots."""
    try:
        styles = getattr(Locale(code), kind)
    except UnknownLocaleError:
        return
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated", "short"):
            for number, name in styles.get(context, {}).get(width, {}).items():
                yield name.replace(".", "").lower(), int(number)


@cache
def any_month() -> str:
    """Return an alternation of the months' names, in a group."""
    return any_word(month_numbers())
