"""Quotations: where they are, and which sentences belong to one."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from bot.corpus.article import Span

_DOUBLED = ("''", "``")
_CLOSING = {
    "“": ("”", '"'), "„": ("“", "”"), "«": ("»",), "»": ("«",), '"': ('"', "”"), "''": ("''",), "``": ("''",),
}  # fmt: skip
# A pattern that begins with a set of letters is searched fastest.
_DOUBLE = r"(?:(?<=')'|(?<=`)`|(?<!['`]))"
_MARK = re.compile(rf"[“\"„«'`]{_DOUBLE}")
_MARK_INWARD = re.compile(rf"[“\"„»'`]{_DOUBLE}")
_FIRST_INWARD = re.compile(r"(?:^|[\s(])»(?=\w)|(?P<outward>«)")
"""The first of these marks: »...« in many German texts, where others have «...»."""
HIDDEN = "\x00"
"""Stands for each masked character."""
_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_TRANSCRIPT = re.compile(r"[A-Z][A-Z.’'-]{2,}(?:\s[A-Z.’'-]+){0,3}:\s")
_CONTINUED = re.compile(r"(?<=[.!?…]\s)\"(?=[^\W\d_a-z])")
"""A straight mark that opens the next paragraph of a quotation, in text that runs paragraphs together."""
_MOST_PARAGRAPHS = 10
"""Of one quotation."""
_SIGNATURE_DASHES = "―—–"


def find_quotations(text: str, paragraph: Span) -> list[Span]:
    """Return the quotations of a paragraph, with their marks.

    A quotation that continues in the next paragraph reaches to this one's end.
    """
    quotations: list[Span] = []
    at = paragraph.start
    inward = text.find("»", at, paragraph.end) >= 0
    first = _FIRST_INWARD.search(text[at : paragraph.end]) if inward else None
    opening = _MARK_INWARD if first and not first["outward"] else _MARK
    while (match := opening.search(text, at, paragraph.end)) is not None:
        start, mark = match.start(), match[0]
        end = _end(text, match.end(), _CLOSING[mark], paragraph.end)
        open_ended = end < 0 and (mark in _DOUBLED or _goes_on(text, paragraph.end))
        if (end < 0 and not open_ended) or _TRANSCRIPT.match(text, match.end()):
            at = match.end()
            continue
        at = end if end >= 0 else paragraph.end
        quotations.append(Span(start, at))
    return quotations


def _goes_on(text: str, end: int) -> bool:
    """Whether the next paragraph opens with a mark, as a quotation over several paragraphs does."""
    return text[end : end + 4].lstrip()[:1] in ("“", '"', "„", "«")


def _end(text: str, at: int, closing: tuple[str, ...], stop: int) -> int:
    """Return where a quotation ends after its nearest closing mark, -1 without one."""
    places = ((text.find(mark, at, stop), mark) for mark in closing)
    end = min((place + len(mark) for place, mark in places if place >= 0), default=-1)
    last = end
    for _ in range(_MOST_PARAGRAPHS):
        if last < 0 or not _CONTINUED.match(text, last - 1):
            break
        last = text.find('"', last, stop) + 1 or -1
    return end if last < 0 else last


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
    """Return a text of the same length with the quoted words masked; the marks stay.

    Non-breaking blanks become plain ones.

    Args:
        at: Where the text begins in the one that the spans of `quoted` refer to.
    """
    pieces, end = [], 0
    for span in quoted:
        opening, closing = span.start - at, span.end - at
        pieces += [
            text[end : opening + 1],
            HIDDEN * (closing - opening - 2),
            text[max(closing - 1, opening + 1) : closing],
        ]
        end = closing
    return "".join([*pieces, text[end:]]).replace("\xa0", " ")


def join_sentences(text: str, sentences: Sequence[Span], quoted: Sequence[Span]) -> list[Span]:
    """Return sentences joined so that none ends inside a quotation, or before the dash of its signature."""
    joined: list[Span] = []
    for sentence in sentences:
        if joined and _belongs_together(text, joined[-1], sentence, quoted):
            joined[-1] = Span(joined[-1].start, sentence.end)
        else:
            joined.append(sentence)
    return joined


def _belongs_together(text: str, left: Span, right: Span, quoted: Sequence[Span]) -> bool:
    if text[right.start] in _SIGNATURE_DASHES:
        return True
    before = bisect_left(quoted, right.start, key=attrgetter("start"))
    return before > 0 and left.end < quoted[before - 1].end
