"""What an article states as a figure: how many were killed, how old somebody is.

Only plain statements about the event count. Passed by: what could or may be, what was denied, other times and
earlier events, parts ("including 3 children") and additions ("2 more").
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.corpus.article import Article, Span
from bot.languages.language import language
from bot.languages.phrases import NOTHING, alternation, phrases
from bot.languages.scripts import has_capitals
from bot.languages.stopwords import stop_words
from bot.search.analyzer import analyzer_for, analyzer_language
from bot.summaries.counted import COUNTED, counted_things
from bot.summaries.moments import AGE, ages, times
from bot.summaries.quantities import Quantity, has_amounts, quantities

EARLY = 4
"""Sentences of an article that are about the event as a whole; figures behind them may be of a part of it."""
_COUNTED_IN = 12
"""Sentences in which other counted things are read."""
_FIGURE = "\ue000"
"""Stands for a figure while a sentence is matched; a private character of Unicode."""
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_NEAR = 40
"""Characters before a figure in which a word makes it a part or an addition."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that a sentence states.

    Args:
        kind: What is counted or measured, a key of `differences.kinds` in the language files.
        group: The term of whom or what it counts ("soldier"); "" for people in general.
        noun: The same as written.
        figure: As written, with its bound ("at least 3").
        sentence: Its index in `Article.sentences`; -1 for the title.
        sure: Whether it is a plain statement about the event as a whole.
    """

    kind: str
    group: str
    noun: str
    quantity: Quantity
    figure: str
    sentence: int
    sure: bool


@dataclass(frozen=True, slots=True)
class _Mention:
    """Where a sentence, masked, states a figure.

    Args:
        number: Of the figure, from 0.
        at: Where the figure is.
        who: Whom or what it counts, with white space.
        end: Where the statement ends.
    """

    kind: str
    number: int
    at: int
    who: str
    end: int


def claims(article: Article) -> tuple[Claim, ...]:
    """Return the figures of an article, with those that aren't sure; of its title first."""
    year = article.published_at.year if article.published_at else None
    return _claims_of(article.title, article.text, article.sentences, article.language, year)


@lru_cache(1024)
def _claims_of(
    title: str, text: str, sentences: tuple[Span, ...], code: str, year: int | None
) -> tuple[Claim, ...]:
    """Return the claims of an article; of a story that is followed or shown, they are asked for again."""
    texts = [title, *(text[span.start : span.end] for span in sentences)]
    return tuple(claim for index, text in enumerate(texts, -1) for claim in _claims(text, index, code, year))


def _claims(text: str, index: int, code: str, year: int | None) -> Iterator[Claim]:
    found = quantities(text, code)
    masked = _masked(text, found)
    yield from _moments(text, masked, found, index, code, year)
    mentions = (
        [mention for mention in _mentions(masked, code) if mention.number < len(found)] if found else []
    )
    known = frozenset(found[mention.number].end for mention in mentions)
    things = list(_things(text, code, found, known)) if -1 < index < _COUNTED_IN else []
    if not mentions and not things:
        return
    plain = _is_plain(masked, code, year)
    kinds = {mention.number: mention.kind for mention in mentions}
    for mention in mentions:
        group, noun = _group(mention.who, code)
        quantity = found[mention.number]
        sure = plain and not quantity.is_article and _is_whole(masked, mention, kinds, code)
        yield Claim(mention.kind, group, noun, quantity, text[quantity.start : quantity.end], index, sure)
    yield from (Claim(COUNTED, *thing, index, plain) for thing in things)


def _moments(
    text: str, masked: str, found: Sequence[Quantity], index: int, code: str, year: int | None
) -> Iterator[Claim]:
    """Yield ages, and, of the first sentences, when something happened."""
    found_times = times(text, code) if -1 < index < _COUNTED_IN else ()
    for moment in (*ages(masked, found, _FIGURE, code), *found_times):
        sure = _is_of_year(masked, year) if moment.kind == AGE else _is_plain(masked, code, year)
        figure = text[moment.quantity.start : moment.quantity.end]
        yield Claim(moment.kind, moment.group, moment.noun, moment.quantity, figure, index, sure)


def _things(
    text: str, code: str, found: Sequence[Quantity], known: Container[int]
) -> Iterator[tuple[str, str, Quantity, str]]:
    """Yield term, noun, figure and its words for what a sentence counts.

    Args:
        found: Its figures without amounts.
        known: Ends of the figures that a kind covers.
    """
    amounts = quantities(text, code, amounts=True) if has_amounts(text) else found
    for thing in counted_things(text, amounts, code) if amounts else ():
        quantity = amounts[thing.number]
        if quantity.end not in known:
            yield thing.term, thing.noun, quantity, text[quantity.start : quantity.end]


def _masked(text: str, found: Sequence[Quantity]) -> str:
    """Return a text with one character for each figure."""
    parts, end = [], 0
    for quantity in found:
        parts += [text[end : quantity.start], _FIGURE]
        end = quantity.end
    return "".join([*parts, text[end:]])


def _mentions(masked: str, code: str) -> Iterator[_Mention]:
    """Yield a kind's statements of figures; of those about the same figure, the first."""
    for kind, patterns in _kinds(code).items():
        seen = set()
        for pattern in patterns:
            for match in pattern.finditer(masked):
                at = match.start("n")
                number = masked.count(_FIGURE, 0, at)
                if number not in seen:
                    seen.add(number)
                    yield _Mention(kind, number, at, match.groupdict().get("who") or "", match.end())


def _group(who: str, code: str) -> tuple[str, str]:
    """Return whom or what a figure counts, as a term and as written; "" for people in general."""
    words = who.split()
    if has_capitals(code):
        capitals = [index for index, word in enumerate(words) if word[:1].isupper()]
        small = [index for index, word in enumerate(words) if not word[:1].isupper()]
        if capitals and small and capitals[-1] > small[0]:
            words = words[: next(index for index in capitals if index > small[0])]
    if not words or any(_words("people", code).fullmatch(word) for word in words):
        return "", ""
    analyzer = analyzer_for(analyzer_language(code))
    return analyzer.term(words[-1]) or "", " ".join(words)


def _is_plain(masked: str, code: str, year: int | None) -> bool:
    """Whether a sentence of an article from a year states what is so, about the event itself."""
    if masked.rstrip("\"'”’» ").endswith(("?", "؟")) or _words("unsure", code).search(masked):
        return False
    return not _words("elsewhere", code).search(masked) and _is_of_year(masked, year)


def _is_of_year(masked: str, year: int | None) -> bool:
    return all(int(match[0]) == year for match in _YEAR.finditer(masked))


def _is_whole(masked: str, mention: _Mention, kinds: dict[int, str], code: str) -> bool:
    """Whether a figure counts all, and not a part of them, some more, or one term of a sum.

    "4 dead and 12 others injured": after another kind, others are all of this kind.
    """
    at, kind = mention.at, mention.kind
    before, within = masked[max(at - _NEAR, 0) : at], masked[at + 1 : mention.end]
    follows = any(number < mention.number and other != kind for number, other in kinds.items())
    others = _near("others", code).search(before) or _words("others", code).search(within)
    others = others or _after("others", code).match(masked, mention.end)
    if (others and not follows) or _near("parts", code).search(before):
        return False
    if _after("part_of", code).match(masked, at + 1):
        return False
    sum_before, sum_after = _joins(code)
    return not (
        (sum_before.search(masked, 0, at) and kinds.get(mention.number - 1, kind) == kind)
        or (sum_after.match(masked, at) and kinds.get(mention.number + 1, kind) == kind)
    )


@cache
def _kinds(code: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    known = language(code).differences.kinds
    return {kind: tuple(_pattern(entry, code) for entry in entries) for kind, entries in known.items()}


def _pattern(entry: str, code: str) -> re.Pattern[str]:
    start = "" if entry.startswith("{n}") else r"(?<!\w)"  # a figure is quicker to look for without
    entry = entry.replace(" ", r"\s+").replace("{who}", f"(?P<who>{_who(code)})", 1)
    entry = entry.replace("{n}", f"(?P<n>{_FIGURE})", 1).replace("{n}", _FIGURE)
    return re.compile(rf"{start}{entry}(?![\w-])", re.IGNORECASE)


@cache
def _who(code: str) -> str:
    known = language(code).differences
    people = alternation(known.people)
    stops = alternation([*(re.escape(word) for word in stop_words(code)), *known.units])
    word = rf"\s+(?!{stops}(?!\w))[^\W\d_{_FIGURE}][\w'’‌-]*"
    return rf"(?:{word}){{0,3}}" if people else ""


@cache
def _near(key: str, code: str) -> re.Pattern[str]:
    """Return what comes before a figure, with one word between at most."""
    return re.compile(rf"(?<!\w){alternation(_fragments(key, code))}(?:\s+\w+)?\s+$", re.IGNORECASE)


@cache
def _after(key: str, code: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?<!\w){alternation(_fragments(key, code))}(?!\w)", re.IGNORECASE)


@cache
def _joins(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    joins = alternation(_fragments("joins", code))
    between = rf"{_FIGURE}(?:\s+[\w'’-]+){{0,3}},?\s*(?<!\w){joins}(?!\w)\s*(?:[\w'’-]+\s+)?"
    return re.compile(rf"{between}$", re.IGNORECASE), re.compile(rf"{between}{_FIGURE}", re.IGNORECASE)


@cache
def _words(key: str, code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(_fragments(key, code))}(?!\w)", re.IGNORECASE)


def _fragments(key: str, code: str) -> tuple[str, ...]:
    return tuple(entry.replace(" ", r"\s+") for entry in phrases(f"differences.{key}", code)) or (NOTHING,)
