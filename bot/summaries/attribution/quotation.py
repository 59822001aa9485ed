"""Quotation marks: where words stand in quotes, and which sentences belong to one quotation."""

import re
from collections.abc import Iterator, Sequence

from bot.corpus.article import Span

_DOUBLED = ("''", "``")
_CLOSING = {
    "“": ("”", '"'), "„": ("“", "”"), "«": ("»",), '"': ('"', "”"), "''": ("''",), "``": ("''",),
}  # fmt: skip
_MARK = re.compile(r"[“\"„«]|''|``")
HIDDEN = "\x00"
_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_TRANSCRIPT = re.compile(r"[A-Z][A-Z.’'-]{2,}(?:\s[A-Z.’'-]+){0,3}:\s")


def find_quotations(text: str, paragraph: Span) -> list[Span]:
    """Return the quotations of a paragraph with their marks; one that goes on reaches to its end."""
    found: list[Span] = []
    at = paragraph.start
    while (match := _MARK.search(text, at, paragraph.end)) is not None:
        start, mark = match.start(), match[0]
        end = _end(text, match.end(), _CLOSING[mark], paragraph.end)
        open_ended = end < 0 and (mark in _DOUBLED or _goes_on(text, paragraph.end))
        if (end < 0 and not open_ended) or _TRANSCRIPT.match(text, match.end()):
            at = match.end()
            continue
        at = end if end >= 0 else paragraph.end
        found.append(Span(start, at))
    return found


def _goes_on(text: str, end: int) -> bool:
    """Whether the next paragraph opens with a mark again, as a quotation over several paragraphs does."""
    return text[end : end + 4].lstrip()[:1] in ("“", '"', "„", "«")


def _end(text: str, at: int, closing: tuple[str, ...], stop: int) -> int:
    """Where a quotation ends behind its closing mark, the nearest that fits; -1 when there is none."""
    ends = [found + len(mark) for mark in closing if (found := text.find(mark, at, stop)) >= 0]
    return min(ends, default=-1)


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs of a text, left to right."""
    at = 0
    for gap in _PARAGRAPH.finditer(text):
        if gap.start() > at:
            yield Span(at, gap.start())
        at = gap.end()
    if at < len(text):
        yield Span(at, len(text))


def mask_quotations(text: str, quoted: Sequence[Span], *, at: int = 0) -> str:
    """Return a text of the same length in which the words in quotes can't be found; the marks stay.

    Blanks that don't break a line are plain ones in it.

    Args:
        at: Where the text begins in the one that the spans of `quoted` count in.
    """
    pieces, done = [], 0
    for span in quoted:
        start, end = span.start - at, span.end - at
        pieces += [text[done : start + 1], HIDDEN * (end - start - 2), text[max(end - 1, start + 1) : end]]
        done = end
    return "".join([*pieces, text[done:]]).replace("\xa0", " ")


def join_sentences(text: str, sentences: Sequence[Span], quoted: Sequence[Span]) -> list[Span]:
    """Return sentences so joined that none ends inside a quotation or before the dash of its signature."""
    clauses: list[Span] = []
    for sentence in sentences:
        inside = (clauses and (text[sentence.start] in "―—–")) or (
            clauses and any(q.start < sentence.start and clauses[-1].end < q.end for q in quoted)
        )
        clauses = [*clauses[:-1], Span(clauses[-1].start, sentence.end)] if inside else [*clauses, sentence]
    return clauses
