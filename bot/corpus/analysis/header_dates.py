"""Header lines without their dates: "Updated 3 May 2026, 12:30" becomes a hole."""

import re
from functools import cache

from bot.corpus.dates import find_dates
from bot.languages.months import any_month
from bot.languages.phrases import phrases

HOLE = "\x00"
"""Stands where a date was."""
_CLOCK = re.compile(r"\b[0-2]?\d\s?(?:[:.]|h)\s?[0-5]\d(?::[0-5]\d)?\b(?:\s*[ap]\.?m\b\.?)?", re.IGNORECASE)


def without_dates(line: str) -> str:
    """Return a line with `HOLE` for each date and its time, and without the words around them."""
    pieces, end = [], 0
    for start, stop, _ in find_dates(line):
        if start >= end:
            pieces += [line[end:start], HOLE]
            end = stop
    if not pieces:
        return line
    text = _CLOCK.sub(HOLE, "".join([*pieces, line[end:]]))
    return _words_at_hole().sub(HOLE, _day_without_year().sub(HOLE, text))


@cache
def _words_at_hole() -> re.Pattern[str]:
    around = _dates_words()
    return re.compile(
        rf"(?:(?<!\w){around}(?!\w)[\s:.,•()-]*)+(?={HOLE})|(?<={HOLE})(?:[\s.,()]*{around}(?!\w))+",
        re.IGNORECASE,
    )


@cache
def _dates_words() -> str:
    """The words around dates, without marks and single letters."""
    return (
        "(?:"
        + "|".join(sorted((word for word in phrases("bylines.around_dates") if len(word) > 1), key=len)[::-1])
        + ")"
    )


@cache
def _day_without_year() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_month()}\s\d{{1,2}}|\d{{1,2}}\.?\s{any_month()})\b", re.IGNORECASE)
