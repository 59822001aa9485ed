"""Counted and measured things that no kind covers: "two undersea cables", "11 miles", "$20 million", "27 %".

Any noun after a number is a candidate, so that two sentences are about the same only if the words around
their figures and most of their other words agree. Only languages whose script has capitals: elsewhere,
look-alike reports share too many.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from bot.languages.phrases import alternation, phrases
from bot.languages.scripts import has_capitals
from bot.languages.stopwords import stop_words
from bot.search.analyzer import Analyzer, analyzer_for, analyzer_language
from bot.search.words import find_words
from bot.summaries.quantities import Quantity

COUNTED = "counted"
"""The kind of such claims."""
_MOST_FIGURES, _MOST_WORDS = 4, 50
"""Figures and words of a sentence that isn't a table."""
_LEAST = 2
_SHARED, _SHARE = 5, 0.45
"""Terms that two sentences share, and share of the shorter one's terms."""
_SHARED_BY_TIMES, _SHARE_BY_TIMES = 6, 0.6
"""The same for times: at one place, different things happen on different days."""
_AROUND, _SHARED_AROUND = 6, 2
"""Terms before and after a figure that say what it is about, and how many of them two sentences share."""
_NEAREST = 2
_THING = re.compile(r" [^\W\d_A-Z][^\W\d_]+(?![\w’'-])")
_LONGEST = 3
"""Words of a thing."""
_SIGN = re.compile(r"\s?(?:%|‰|°\s?[CF]?)")


@dataclass(frozen=True, slots=True)
class Thing:
    """What a figure counts.

    Args:
        number: Of the figure in its sentence, from 0.
        term: What the noun is compared by.
        noun: As written.
    """

    number: int
    term: str
    noun: str


def counted_things(text: str, found: Sequence[Quantity], code: str) -> Iterator[Thing]:
    """Yield the things that figures count: of several words of a noun, each of them."""
    if not has_capitals(code) or len(found) > _MOST_FIGURES or len(text.split()) > _MOST_WORDS:
        return
    for number, quantity in enumerate(found):
        if quantity.value < _LEAST:
            continue
        if (sign := quantity.unit or _sign(text, quantity.end)) is not None:
            yield Thing(number, sign, sign)
            continue
        noun = _noun(text, quantity.end, code)
        for term in dict.fromkeys(_terms(noun, code)):
            yield Thing(number, term, noun)


def are_about_the_same(
    left: str, one: Quantity, right: str, other: Quantity, code: str, *, are_times: bool = False
) -> bool:
    """Return whether two sentences with different figures of a thing are about the same.

    Args:
        one: A figure of `left`.
        other: A figure of `right`.
        are_times: Whether the figures are times.
    """
    if not _fit(_noun(left, one.end, code), _noun(right, other.end, code), code):
        return False
    first_sides, second_sides = _sides(left, one, code), _sides(right, other, code)
    if not any(map(_meet, first_sides, second_sides)):
        return False
    if len(frozenset(chain(*first_sides)) & frozenset(chain(*second_sides))) < _SHARED_AROUND:
        return False
    first, second = (frozenset(_terms(text, code)) for text in (left, right))
    shared = len(first & second)
    least, share = (_SHARED_BY_TIMES, _SHARE_BY_TIMES) if are_times else (_SHARED, _SHARE)
    return shared >= least and shared >= share * min(len(first), len(second))


def _fit(one: str, other: str, code: str) -> bool:
    """Whether two nouns may be one: "cables" and "undersea cables", not "Thai" and "Khmer soldiers"."""
    first, second = (frozenset(_terms(noun, code)) for noun in (one, other))
    return first <= second or second <= first


def _sides(text: str, figure: Quantity, code: str) -> tuple[list[str], list[str]]:
    """Return the terms before a figure and behind the noun that it counts, the nearest first."""
    behind = figure.end + len(_noun(text, figure.end, code)) + 1
    before = list(_terms(text[: figure.start], code))
    return before[::-1][:_AROUND], list(_terms(text[behind:], code))[:_AROUND]


def _meet(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the nearest term of one is among the nearest of the other."""
    return bool({*one[:1]} & {*other[:_NEAREST]} or {*other[:1]} & {*one[:_NEAREST]})


def _sign(text: str, end: int) -> str | None:
    match = _SIGN.match(text, end)
    return match[0].strip() if match else None


def _noun(text: str, start: int, code: str) -> str:
    """Return the words after a figure up to a stop word, a capital or a mark."""
    words: list[str] = []
    while len(words) < _LONGEST and (match := _THING.match(text, start)):
        word = match[0].strip()
        if _no_thing(code).fullmatch(word) or not word[0].islower():
            break
        words.append(word)
        start = match.end()
    return " ".join(words)


def _terms(text: str, code: str) -> Iterator[str]:
    for word in find_words(text):
        term = _analyzer(code).term(word[0])
        if term and not term[0].isdigit():
            yield term


@cache
def _no_thing(code: str) -> re.Pattern[str]:
    stops = (re.escape(word) for word in stop_words(code))
    numbers = (word for row in phrases("differences.numbers", code) for word in row.split()[1:])
    excluded = alternation([*stops, *map(re.escape, numbers), *phrases("differences.people", code)])
    return re.compile(excluded, re.IGNORECASE)


def _analyzer(code: str) -> Analyzer:
    return analyzer_for(analyzer_language(code))
