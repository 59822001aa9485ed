"""Headers that run into an article's first sentence: "By Ada Reyes August 3 2026 People inspect ..."."""

import re
from functools import cache

from bot.corpus.analysis.header import LONGEST_LINE, read_header_line
from bot.corpus.dates import find_dates
from bot.languages.phrases import phrases

_BEFORE_SENTENCE = re.compile(r"(?:\s*at \d{3,4}\b)?\s*(?:[-–—|:,]\s*)?(?=[^\W\d_])")


def leading_header(paragraph: str) -> int:
    """Return how many characters before a paragraph's first sentence are a header, 0 without one.

    "By Ada Reyes Published August 3 2026 People inspect ...": a header line with a date, then a capital.
    """
    first = next(find_dates(paragraph[:LONGEST_LINE]), None)
    if first is None:
        return 0
    zone = _words_after_date().match(paragraph, first[1])
    end = zone.end() if zone else first[1]
    follows = _BEFORE_SENTENCE.match(paragraph, end)
    before = paragraph[: first[0]]
    if not follows or (before.strip() and not read_header_line(paragraph[:end])):
        return 0
    letter = paragraph[follows.end()]
    return follows.end() if letter.lower() != letter else 0


@cache
def _words_after_date() -> re.Pattern[str]:
    """Time zones right after a date and its time; case matters, as a sentence may follow without a blank."""
    zones = "|".join(
        word.upper() for word in phrases("bylines.around_dates") if re.fullmatch("[a-z]{3,4}", word)
    )
    return re.compile(rf"(?:\s?(?:{zones}|Uhr))?")
