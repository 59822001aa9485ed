"""A scraped page -> headline, body, and the lines around it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from bot.corpus.analysis import boilerplate
from bot.corpus.analysis.byline import (
    author_lines,
    is_byline,
    is_byline_label,
    is_date_line,
    is_email,
)
from bot.corpus.analysis.dateline import is_dateline, read_dateline
from bot.corpus.analysis.gazetteer import canonical
from bot.corpus.analysis.header import HeaderLine, header_lines, read_header_line, signature
from bot.corpus.analysis.motto import DOMAIN, plain, split_motto
from bot.corpus.analysis.original_source import is_credit_line
from bot.corpus.analysis.run_on_header import leading_header
from bot.corpus.article import RemovedLine
from bot.corpus.plain_text import one_line, paragraphs
from bot.languages.phrases import words

HEAD_LINES = 14
"""Lines at the start of a page that may belong to its head."""
HEADER_PROSE = 3
"""Lines of prose above a byline: a summary, captions."""
PROSE_CHARACTERS = 90
"""Characters from which a line is prose."""
LONGEST_NAME = 60
LONGEST_HEADLINE = 200
"""Characters; a longer first line that ends like a sentence is body text."""
_SENTENCE = re.compile(r".{20,}?[.!?؟…][\"”»’']?(?=\s)")
_SENTENCE_END = re.compile(r"[.!?؟…][\"”»’')]*$")
_AROUND_SENTENCE = " -–—:،,"
_CRUMB = re.compile(r"[>›»/|]+")


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """A page taken apart.

    Args:
        title: The headline without the site's motto.
        motto: What was cut from the headline, or "".
        masthead: The outlet's name alone on a line, or "".
        head: Removed lines before the body's first sentence.
        body: Paragraphs of the article.
        tail: Removed lines after it.
        removed: Every removed line with the reason, in page order.
        headers: What lines of its header state.
        repeated: Whether the page has the headline twice, which makes the motto the site's.
    """

    title: str
    motto: str
    masthead: str
    head: tuple[str, ...]
    body: tuple[str, ...]
    tail: tuple[str, ...]
    removed: tuple[RemovedLine, ...]
    headers: tuple[HeaderLine, ...] = ()
    repeated: bool = False


def parse_page(text: str, title: str | None = None) -> ParsedPage:
    """Return a page taken apart; its text may repeat a title."""
    lines = paragraphs(text)
    above = [] if title else _above_headline(lines)
    first = title or lines[len(above)]
    lead = None if title else _sentence_without_headline(first)
    rest = lines if title else lines[len(above) + (0 if lead else 1) :]
    headline, motto = (lead, "") if lead else split_motto(first, rest)
    headers = header_lines(rest)
    reasons = _reasons(rest, (headline, motto), headers)
    if all(reasons):
        reasons = _spare_longest(rest, reasons)
    page = _assemble((headline, motto), above, rest, reasons)
    return replace(
        page, headers=(*(headers[number] for number in sorted(headers) if reasons[number]), *page.headers)
    )


def _sentence_without_headline(line: str) -> str | None:
    """Return the first sentence of a line that is body text; None when the line may be a headline."""
    if not _SENTENCE_END.search(line):
        return None
    dateline = read_dateline(line)
    if dateline and not is_dateline(line):
        line = line[dateline.start + len(dateline.surface) :].lstrip(_AROUND_SENTENCE)
    elif len(line) <= LONGEST_HEADLINE:
        return None
    first = _SENTENCE.match(line)
    return one_line(first.group() if first else line)


def is_masthead(line: str) -> bool:
    """Whether a line is only an outlet's name: a known one, a domain, or a few words in capitals."""
    line = line.strip(" |•·")
    if not line or len(line) > LONGEST_NAME or boilerplate.kind_of(line):
        return False
    outlet = canonical(line)
    if outlet or DOMAIN.fullmatch(line):
        return outlet is None or outlet.kind != "agency"
    parts = line.split()
    letters = [character for character in line if character.isalpha()]
    in_capitals = len(letters) > 3 and all(map(str.isupper, letters))
    plain = line[-1] not in ".!?:,;-–—" and not any(character.isdigit() for character in line)
    return (
        in_capitals and plain and len(parts) <= 4 and not words("boilerplate.section_names").issuperset(parts)
    )


def _above_headline(lines: Sequence[str]) -> list[str]:
    """Return the lines before the headline: the outlet's name, breadcrumbs ("Home > World"), boilerplate."""
    number = 0
    while number < min(len(lines) - 1, HEAD_LINES):
        line, below = lines[number], lines[number + 1]
        is_name = number == 0 and is_masthead(line) and not lines[0].isupper()
        is_crumb = _CRUMB.fullmatch(line) or _CRUMB.fullmatch(below)
        if not (is_name or is_crumb or boilerplate.kind_of(line)):
            break
        number += 1
    return list(lines[:number])


def _is_prose(line: str) -> bool:
    return len(line) >= PROSE_CHARACTERS


def _reasons(
    lines: Sequence[str], heading: tuple[str, str], headers: Mapping[int, HeaderLine]
) -> list[str | None]:
    """Return why each line is not body text, None for body text."""
    prose = list(accumulate((_is_prose(line) for line in lines), initial=0))
    authors = author_lines(lines[: HEAD_LINES * 2])
    headline, motto = heading
    reasons: list[str | None] = []
    for number, line in enumerate(lines):
        before, after = prose[number], prose[-1] - prose[number + 1]
        reason = _head_reason(line, headline) if number < HEAD_LINES and before < 2 else None
        if before == 0 and motto and plain(line) == plain(motto):
            reason = boilerplate.MASTHEAD
        if reason is None and number in headers and before <= HEADER_PROSE:
            reason = boilerplate.kind_of(line) or _header_reason(headers[number])
        if reason is None and (number in authors or (prose[-1] and _is_signature(number, lines))):
            reason = boilerplate.BYLINE
        if reason is None and (after == 0 or before == 0 or (before == 1 and number < HEAD_LINES)):
            reason = _edge_reason(line)
        reasons.append(reason or boilerplate.kind_of(line))
    _mark_related(lines, reasons)
    return reasons


def _header_reason(stated: HeaderLine) -> str:
    return boilerplate.BYLINE if stated.authors or stated.signed else boilerplate.DATE


def _is_signature(number: int, lines: Sequence[str]) -> bool:
    """Whether a line is the last one, and only a person's name and role below a whole sentence."""
    if not 0 < number == len(lines) - 1 or len(lines[number]) > boilerplate.LONGEST_LINE:
        return False
    return _SENTENCE_END.search(lines[number - 1]) is not None and bool(signature(lines[number]))


def _head_reason(line: str, headline: str) -> str | None:
    if len(line) > boilerplate.LONGEST_LINE:
        return None
    if plain(line) == plain(headline):
        return boilerplate.HEADLINE
    if is_masthead(line) and not headline.isupper():
        return boilerplate.MASTHEAD
    if is_byline(line) or is_byline_label(line) or is_email(line):
        return boilerplate.BYLINE
    if is_date_line(line):
        return boilerplate.DATE
    return boilerplate.DATELINE if is_dateline(line) else None


def _edge_reason(line: str) -> str | None:
    """Return why a line before the first or after the last prose is not body text."""
    if len(line) > boilerplate.LONGEST_LINE:
        return None
    if is_credit_line(line):
        return boilerplate.CREDIT
    return boilerplate.DATE if is_date_line(line) else None


def _mark_related(lines: Sequence[str], reasons: list[str | None]) -> None:
    """Mark the heading of related links, and the lines below it unless prose follows."""
    for number in range(len(lines) - 1, -1, -1):
        if boilerplate.is_related_heading(lines[number]):
            below = lines[number + 1 :]
            end = len(lines) if not any(map(_is_prose, below)) else number + 1
            reasons[number:end] = [reason or boilerplate.RELATED for reason in reasons[number:end]]


def _spare_longest(lines: Sequence[str], reasons: Sequence[str | None]) -> list[str | None]:
    """Return the reasons with the longest line kept as the body: an article needs text."""
    if not lines:
        return []
    longest = max(range(len(lines)), key=lambda number: len(lines[number]))
    return [None if number == longest else reason for number, reason in enumerate(reasons)]


def _assemble(
    heading: tuple[str, str], above: Sequence[str], lines: Sequence[str], reasons: Sequence[str | None]
) -> ParsedPage:
    headline, motto = heading
    kept = [number for number, reason in enumerate(reasons) if reason is None]
    first = next((number for number in kept if _is_prose(lines[number])), kept[0] if kept else 0)
    dropped = [(number, lines[number], reason) for number, reason in enumerate(reasons) if reason]
    removed = [RemovedLine(line, boilerplate.kind_of(line) or boilerplate.MASTHEAD) for line in above]
    removed += [RemovedLine(motto, boilerplate.MOTTO)] if motto else []
    mastheads = [line for line in above if is_masthead(line)]
    mastheads += [line for _, line, reason in dropped if reason == boilerplate.MASTHEAD]
    body, cut = _without_leading_header([lines[number] for number in kept] or [headline])
    return ParsedPage(
        title=headline,
        motto=motto,
        masthead=mastheads[0] if mastheads else "",
        head=(*(line for number, line, _ in dropped if number < first), *cut),
        body=tuple(body),
        headers=tuple(filter(None, map(read_header_line, cut))),
        tail=tuple(line for number, line, _ in dropped if number > first),
        removed=(
            *removed,
            *(RemovedLine(line, reason) for _, line, reason in dropped),
            *(RemovedLine(line, boilerplate.DATE) for line in cut),
        ),
        repeated=any(reason == boilerplate.HEADLINE for reason in reasons),
    )


def _without_leading_header(body: list[str]) -> tuple[list[str], list[str]]:
    """Return the body without a date and byline run into its first sentence, and what was cut."""
    end = leading_header(body[0])
    if not end or end >= len(body[0]):
        return body, []
    return [body[0][end:], *body[1:]], [body[0][:end].strip()]
