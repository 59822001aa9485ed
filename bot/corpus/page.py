"""A scraped page -> headline, body, and what stood around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.corpus import furniture
from bot.corpus.article import Removed
from bot.corpus.byline import is_byline, is_date_line
from bot.corpus.gazetteer import canonical
from bot.corpus.origin import is_credit_line
from bot.corpus.phrases import words
from bot.corpus.plain_text import one_line, paragraphs

HEAD_LINES = 14
PROSE_CHARACTERS = 90
_SEPARATOR = re.compile(r"\s+[-–—|:»/]+\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart.

    Args:
        title: The headline without the site's motto.
        suffix: The motto that was cut from it, "" when there was none.
        masthead: Name of the outlet as it stands alone above the body, or "".
        head: Removed lines that stood before the body's first sentence.
        body: Paragraphs of the article.
        tail: Removed lines that stood after it.
        removed: Receipts, in page order.
    """

    title: str
    suffix: str
    masthead: str
    head: tuple[str, ...]
    body: tuple[str, ...]
    tail: tuple[str, ...]
    removed: tuple[Removed, ...]


def read_page(text: str, title: str | None = None) -> Page:
    """Return the page in `text` taken apart; with `title` given, `text` may or may not repeat it."""
    lines = paragraphs(text)
    first = title or lines[0]
    rest = lines if title else lines[1:]
    headline, suffix = split_motto(first, rest)
    reasons = [_reason(line, number, rest, headline) for number, line in enumerate(rest)]
    _mark_related(rest, reasons)
    if all(reasons):
        reasons = _spare_longest(rest, reasons)
    return _assemble(headline, suffix, rest, reasons)


def split_motto(first: str, following: Sequence[str]) -> tuple[str, str]:
    """Return (headline, site motto) of a page's first line.

    Evidence for a motto: the headline stands again below, or a known outlet follows the last separator.
    """
    first = one_line(first)
    cuts = list(_SEPARATOR.finditer(first))
    for cut in cuts:
        if any(_same(first[: cut.start()], line) for line in following[:6]):
            return first[: cut.start()], first[cut.end() :]
    if cuts and canonical(first[cuts[-1].end() :]):
        return first[: cuts[-1].start()], first[cuts[-1].end() :]
    return first, ""


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.replace("’", "'")).strip().casefold()


def _is_prose(line: str) -> bool:
    return len(line) >= PROSE_CHARACTERS


def _reason(line: str, number: int, lines: Sequence[str], headline: str) -> str | None:
    """Why `line` is not body text, or None."""
    before = sum(map(_is_prose, lines[:number]))
    after = sum(map(_is_prose, lines[number + 1 :]))
    if number < HEAD_LINES and before < 2:
        reason = _head_reason(line, headline)
        if reason:
            return reason
    if (before == 0 or after == 0 or number == 0) and is_credit_line(line):
        return furniture.CREDIT
    return furniture.kind(line)


def _head_reason(line: str, headline: str) -> str | None:
    if _same(line, headline):
        return furniture.HEADLINE
    if is_masthead(line):
        return furniture.MASTHEAD
    if is_byline(line):
        return furniture.BYLINE
    return furniture.DATE if is_date_line(line) else None


def is_masthead(line: str) -> bool:
    """Whether `line` is an outlet's name alone: a known one, or a few words in capitals."""
    outlet = canonical(line)
    if outlet:
        return outlet.kind != "agency"
    parts = line.split()
    letters = [character for character in line if character.isalpha()]
    in_capitals = line.isupper() and len(letters) > 3 and letters[0].lower() != letters[0]
    return (
        in_capitals
        and len(parts) <= 4
        and line[-1] not in ".!?:,;"
        and not words("masthead", "sections").issuperset(parts)
    )


def _mark_related(lines: Sequence[str], reasons: list[str | None]) -> None:
    """Mark the heading of related links and what hangs below it, unless sentences follow."""
    for number in range(len(lines) - 1, -1, -1):
        if furniture.starts_related(lines[number]):
            below = lines[number + 1 :]
            end = len(lines) if not any(map(_is_prose, below)) else number + 1
            reasons[number:end] = [reason or furniture.RELATED for reason in reasons[number:end]]


def _spare_longest(lines: Sequence[str], reasons: Sequence[str | None]) -> list[str | None]:
    """Keep one line as the body: an article without any text is no article."""
    if not lines:
        return []
    longest = max(range(len(lines)), key=lambda number: len(lines[number]))
    return [None if number == longest else reason for number, reason in enumerate(reasons)]


def _assemble(headline: str, suffix: str, lines: Sequence[str], reasons: Sequence[str | None]) -> Page:
    kept = [number for number, reason in enumerate(reasons) if reason is None]
    first = next((number for number in kept if _is_prose(lines[number])), kept[0] if kept else 0)
    removed = [(number, lines[number], reason) for number, reason in enumerate(reasons) if reason]
    motto = [Removed(suffix, furniture.MOTTO)] if suffix else []
    return Page(
        title=headline,
        suffix=suffix,
        masthead=next((line for _, line, reason in removed if reason == furniture.MASTHEAD), ""),
        head=tuple(line for number, line, _ in removed if number < first),
        body=tuple(lines[number] for number in kept) or (headline,),
        tail=tuple(line for number, line, _ in removed if number > first),
        removed=tuple(motto + [Removed(line, reason) for _, line, reason in removed]),
    )
