"""The words for months, weekdays and large numbers, from the Unicode CLDR by way of Babel.

`scripts/locale_words.py` writes the file of words; newsbot reads it without Babel.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("locale_words.json")


@dataclass(frozen=True, slots=True)
class LocaleWords:
    """Words of a language, in small letters and without dots.

    Args:
        months: The months' names, in full and short, with 1 to 12.
        days: The weekdays' names, in full and short, with 0 for Monday to 6.
        scales: 1,000, 1,000,000 and 1,000,000,000 by their words; none where a word has two.
        has_decimal_point: Whether 2,400 is a whole number, not 2.4.
    """

    months: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    has_decimal_point: bool = False


_NONE = LocaleWords()


def locale_words(code: str) -> LocaleWords:
    """Return the words of a language (ISO 639-1); none for one that the file lacks."""
    return all_locale_words().get(code, _NONE)


@cache
def all_locale_words() -> Mapping[str, LocaleWords]:
    """Return the words by language: of those with a file, and the weekdays alone of some others in feeds."""
    table = json.loads(FILE.read_text(encoding="utf-8"))
    return {code: LocaleWords(**words) for code, words in table.items()}
