"""Month and weekday names of all languages: of the language files and of the Unicode CLDR."""

from collections.abc import Mapping
from functools import cache

from bot.languages.language import languages
from bot.languages.locale_words import all_locale_words, locale_words
from bot.languages.phrases import any_word

_SHORTEST_BEGINNING = 3


@cache
def month_numbers() -> Mapping[str, int]:
    """Return 1 to 12 by the months' names, in small letters."""
    written = {name: number for known in languages() for name, number in known.month_numbers.items()}
    names: dict[str, int] = {}
    for known in languages():
        names |= locale_words(known.code).months
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
    for words in all_locale_words().values():
        for name, number in words.days.items():
            numbers.setdefault(name, set()).add(number)
    return {name: frozenset(found) for name, found in numbers.items()}


@cache
def any_month() -> str:
    """Return an alternation of the months' names, in a group."""
    return any_word(month_numbers())
