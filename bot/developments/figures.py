"""Figures in a sentence: numbers with what they count, without years, dates, times and ages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.languages.stopwords import stop_words
from bot.search.analyzer import analyzer_for, analyzer_language
from bot.search.words import find_words
from bot.summaries.quantities import quantities

ALONE_FROM = 10
"""From this value on, a number alone tells one figure of a story from another."""
_NEAR = 3
"""Words after a number among which is what it counts."""
_JOINED_BEFORE = re.compile(r"[\w:/’'-]$")
_JOINED_AFTER = re.compile(r"[\w:/]|-\w|\.\d")
_MEASURES = ("%", "°", "€", "$", "£")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence.

    Args:
        text: As written, with what bounds it ("at least 2,300").
        name: Tells it from the story's other figures: the number without separators, below 10 with what it
            counts.
        start: Where it begins in the sentence.
    """

    text: str
    name: str
    start: int


@lru_cache(8192)
def figures(sentence: str, code: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence that are written in digits, in order; none where nothing is counted.

    Args:
        code: The sentence's language, ISO 639-1.
    """
    return tuple(_figures(sentence, code))


def _figures(sentence: str, code: str) -> Iterator[Figure]:
    for quantity in quantities(sentence, code):
        before, after = sentence[: quantity.start], sentence[quantity.end :]
        if quantity.words or _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after):
            continue
        counted = _counted(after, code)
        if counted is None:
            continue
        value = f"{quantity.value:.10g}"
        is_distinct = quantity.value >= ALONE_FROM or not quantity.value.is_integer()
        written = sentence[quantity.start : quantity.end]
        yield Figure(written, value if is_distinct else f"{value} {counted}", quantity.start)


def _counted(after: str, code: str) -> str | None:
    """Return the term of what a number counts, "" for a share or a sum; None if nothing follows it."""
    if after.lstrip("\u00a0\u202f ").startswith(_MEASURES):
        return ""
    if not after.startswith((" ", "\u00a0", "\u202f", "-")):
        return None
    analyzer = analyzer_for(analyzer_language(code))
    common = stop_words(code)
    words = [match[0] for match, _ in zip(find_words(after.split(",")[0]), range(_NEAR), strict=False)]
    terms = [analyzer.term(word) for word in words if word.casefold() not in common and not word.isdigit()]
    return next((term for term in terms if term), None)
