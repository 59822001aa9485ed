"""What an article states as a figure: how many were killed, how strong an earthquake was.

Only plain statements about the event count. Passed by: what could or may be, what was denied, other times and
earlier events, parts ("including 3 children") and additions ("2 more").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.corpus.article import Article
from bot.languages.language import language
from bot.languages.phrases import NOTHING, alternation, phrases
from bot.languages.scripts import has_capitals
from bot.languages.stopwords import stop_words
from bot.search.analyzer import analyzer_for, analyzer_language
from bot.summaries.quantities import Quantity, quantities

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


def claims(article: Article) -> tuple[Claim, ...]:
    """Return the figures of an article, with those that aren't sure; of its title first."""
    texts = [article.title, *(article.quote(span) for span in article.sentences)]
    return tuple(claim for index, text in enumerate(texts, -1) for claim in _claims(text, index, article))


def _claims(text: str, index: int, article: Article) -> Iterator[Claim]:
    code = article.language
    found = quantities(text, code)
    if not found:
        return
    masked = _masked(text, found)
    matches = [(kind, number, match) for kind, number, match in _matches(masked, code) if number < len(found)]
    if not matches:
        return
    plain = _is_plain(text, article)
    kinds = {number: kind for kind, number, _ in matches}
    for kind, number, match in matches:
        group, noun = _group(match.groupdict().get("who") or "", code)
        sure = plain and _is_whole(masked, match.start("n"), match.groupdict().get("who") or "", code)
        sure = sure and not _is_joined(masked, match.start("n"), number, kinds, code)
        quantity = found[number]
        yield Claim(kind, group, noun, quantity, text[quantity.start : quantity.end], index, sure)


def _masked(text: str, found: Sequence[Quantity]) -> str:
    """Return a text with one character for each figure."""
    parts, end = [], 0
    for quantity in found:
        parts += [text[end : quantity.start], _FIGURE]
        end = quantity.end
    return "".join([*parts, text[end:]])


def _matches(masked: str, code: str) -> Iterator[tuple[str, int, re.Match[str]]]:
    """Yield (kind, number of the figure, match); of a kind's statements of one figure, the first."""
    for kind, patterns in _kinds(code).items():
        seen = set()
        for pattern in patterns:
            for match in pattern.finditer(masked):
                number = masked.count(_FIGURE, 0, match.start("n"))
                if number not in seen:
                    seen.add(number)
                    yield kind, number, match


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


def _is_plain(text: str, article: Article) -> bool:
    """Whether a sentence states what is so, about the event itself."""
    code = article.language
    if text.rstrip("\"'”’» ").endswith(("?", "؟")) or _words("unsure", code).search(text):
        return False
    if _words("elsewhere", code).search(text):
        return False
    year = article.published_at.year if article.published_at else None
    return all(int(match[0]) == year for match in _YEAR.finditer(text))


def _is_whole(masked: str, at: int, who: str, code: str) -> bool:
    """Whether a figure counts all, and not a part of them or some more."""
    before = masked[max(at - _NEAR, 0) : at]
    if _part(code).search(before) or _words("others", code).search(who):
        return False
    return not _after(code).match(masked, at + 1)


def _is_joined(masked: str, at: int, number: int, kinds: dict[int, str], code: str) -> bool:
    """Whether a figure is one term of a sum ("3 soldiers and 2 civilians were killed")."""
    before, after = _joins(code)
    kind = kinds[number]
    return bool(
        (before.search(masked, 0, at) and kinds.get(number - 1, kind) == kind)
        or (after.match(masked, at) and kinds.get(number + 1, kind) == kind)
    )


@cache
def _kinds(code: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    known = language(code).differences.kinds
    return {kind: tuple(_pattern(entry, code) for entry in entries) for kind, entries in known.items()}


def _pattern(entry: str, code: str) -> re.Pattern[str]:
    entry = entry.replace(" ", r"\s+")
    entry = entry.replace("{n}", rf"(?P<n>{_FIGURE})", 1).replace("{n}", _FIGURE)
    return re.compile(rf"(?<!\w){entry.replace('{who}', f'(?P<who>{_who(code)})')}(?![\w-])", re.IGNORECASE)


@cache
def _who(code: str) -> str:
    known = language(code).differences
    people = alternation(known.people)
    stops = alternation([*(re.escape(word) for word in stop_words(code)), *known.units])
    word = rf"\s+(?!{stops}(?!\w))[^\W\d_{_FIGURE}][\w'’‌-]*"
    return rf"(?:{word}){{0,3}}" if people else ""


@cache
def _part(code: str) -> re.Pattern[str]:
    words = alternation((*_fragments("parts", code), *_fragments("others", code)))
    return re.compile(rf"(?<!\w){words}(?:\s+\w+)?\s+$", re.IGNORECASE)


@cache
def _after(code: str) -> re.Pattern[str]:
    words = alternation((*_fragments("part_of", code), *_fragments("others", code)))
    return re.compile(rf"\s+{words}(?!\w)", re.IGNORECASE)


@cache
def _joins(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    joins = alternation(_fragments("joins", code))
    between = rf"{_FIGURE}(?:\s+[\w'’-]+){{0,3}},?\s*{joins}\s*"
    return (
        re.compile(rf"{between}(?:[\w'’-]+\s+)?$", re.IGNORECASE),
        re.compile(rf"{between}(?:[\w'’-]+\s+)?{_FIGURE}", re.IGNORECASE),
    )


@cache
def _words(key: str, code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(_fragments(key, code))}(?!\w)", re.IGNORECASE)


def _fragments(key: str, code: str) -> tuple[str, ...]:
    return tuple(entry.replace(" ", r"\s+") for entry in phrases(f"differences.{key}", code)) or (NOTHING,)
