"""All attributions of a text, by its language."""

from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from bot.corpus.article import Span
from bot.summaries.attribution import arabic, turkish
from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.english import patterns as english
from bot.summaries.attribution.quotation import find_quotations, join_sentences, mask_quotations, paragraphs

_MOSTLY = 0.8
"""Share of a sentence in quotes from which it is nothing but quotation."""
_FINDERS: dict[str, Callable[[Clause], list[Attribution]]] = {
    "en": english.find_in_clause,
    "ar": arabic.find_in_clause,
    "tr": turkish.find_in_clause,
}


def find_attributions(
    text: str, sentences: Sequence[Span], language: str, *, near: Container[int] | None = None
) -> list[Attribution]:
    """Return who says what in a text, in order; [] in a language whose words of saying are not known.

    Args:
        sentences: Of the text, left to right.
        language: ISO 639-1 code.
        near: Places in `sentences` to be read; None for all.
    """
    find = _FINDERS.get(language)
    if find is None:
        return []
    found: list[Attribution] = []
    at = 0
    for paragraph in paragraphs(text):
        first = at
        while at < len(sentences) and sentences[at].start < paragraph.end:
            at += 1
        read = [sentences[i] for i in range(first, at) if near is None or i in near]
        if read:
            found += _in_paragraph(text, paragraph, read, find)
    return found


def _in_paragraph(
    text: str, paragraph: Span, sentences: Sequence[Span], find: Callable[[Clause], list[Attribution]]
) -> list[Attribution]:
    found: list[Attribution] = []
    quoted = find_quotations(text, paragraph)
    masked = mask_quotations(text[paragraph.start : paragraph.end], quoted, at=paragraph.start)
    for span in join_sentences(text, sentences, quoted):
        clause = Clause(masked[span.start - paragraph.start : span.end - paragraph.start], span.start)
        if found and found[-1].whole_paragraph:
            found[-1] = replace(found[-1], quoted_content=(*found[-1].quoted_content, span))
        elif new := find(clause):
            found += new
        elif found and _is_quotation(span, quoted):
            found[-1] = replace(found[-1], quoted_content=(*found[-1].quoted_content, span))
    return found


def _is_quotation(span: Span, quoted: Sequence[Span]) -> bool:
    inside = sum(max(min(q.end, span.end) - max(q.start, span.start), 0) for q in quoted)
    return inside >= _MOSTLY * (span.end - span.start)
