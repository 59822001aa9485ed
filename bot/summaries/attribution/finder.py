"""All attributions of a text."""

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from operator import attrgetter

from bot.corpus.article import Span
from bot.summaries.attribution import arabic, german, persian, russian, turkish
from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.english import patterns as english
from bot.summaries.attribution.european import finder_for
from bot.summaries.attribution.insertion import find_insertions, show, with_rest
from bot.summaries.attribution.quotation import find_quotations, join_sentences, mask_quotations, paragraphs

_MOSTLY = 0.8
"""Share of a sentence in quotes from which the sentence is a quotation."""
LABEL = re.compile(r"(?<!\w)[A-Z][A-Z .'-]{1,60}(?=:)")
"""Words in capitals before a colon; bounded, because a run of capitals is read from each of its words."""
_HEADINGS, _DISTINCT = 4, 1.5
"""Labels in capitals of a list, and how often each of them comes on average; speakers of a transcript speak
more often."""
_MYSELF = re.compile(r"(?<!\w)(?:I|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself)(?!\w)")
Finder = Callable[[Clause], list[Attribution]]
_FINDERS: dict[str, Finder] = {
    "en": english.find_in_clause,
    "ar": arabic.find_in_clause,
    "tr": turkish.find_in_clause,
    "fa": persian.find_in_clause,
    "de": german.find_in_clause,
    "ru": russian.find_in_clause,
    **{code: finder_for(code) for code in ("es", "fr")},
}


def _never(_: Clause) -> bool:
    return False


_GO_ON: dict[str, Callable[[Clause], bool]] = {"de": german.continues}
"""Whether a clause without a speaker goes on with the last one's words."""


def find_attributions(
    text: str, sentences: Sequence[Span], language: str, *, near: Container[int] | None = None
) -> list[Attribution]:
    """Return who says what in a text, in order; [] in a language without a finder.

    Args:
        sentences: Of the text, left to right.
        language: ISO 639-1 code.
        near: Indexes of the sentences to read; None for all.
    """
    if language not in _FINDERS:
        return []
    attributions: list[Attribution] = []
    at = 0
    for paragraph in paragraphs(text):
        first = at
        while at < len(sentences) and sentences[at].start < paragraph.end:
            at += 1
        wanted = [sentences[i] for i in range(first, at) if near is None or i in near]
        if wanted:
            attributions += _in_paragraph(text, paragraph, wanted, language)
    return _without_headings(text, attributions)


def _without_headings(text: str, attributions: list[Attribution]) -> list[Attribution]:
    """Return attributions without those of a list whose entries have headings: hardly any comes twice.

    People who are asked come once each, too, but with their full names and words of their own.
    """
    if not any(attribution.whole_paragraph for attribution in attributions):
        return attributions
    labels = LABEL.findall(text)
    if not _HEADINGS <= len(labels) < _DISTINCT * len(set(labels)):
        return attributions
    return [found for found in attributions if not found.whole_paragraph or _is_person(text, found)]


def _is_person(text: str, labelled: Attribution) -> bool:
    """Whether a label is a full name, and speaks of itself: "JANE DOE: I saw it."."""
    name = text[labelled.source.start : labelled.source.end]
    said = (text[span.start : span.end] for span in labelled.quoted_content)
    return " " in name and any(map(_MYSELF.search, said))


def _in_paragraph(text: str, paragraph: Span, sentences: Sequence[Span], language: str) -> list[Attribution]:
    find, goes_on = _FINDERS[language], _GO_ON.get(language, _never)
    attributions: list[Attribution] = []
    quoted = find_quotations(text, paragraph)
    insertions = list(find_insertions(text, quoted, language))
    masked = mask_quotations(text[paragraph.start : paragraph.end], quoted, at=paragraph.start)
    masked = show(masked, text, insertions, paragraph.start)
    for span in join_sentences(text, sentences, quoted):
        clause = Clause(masked[span.start - paragraph.start : span.end - paragraph.start], span.start)
        if attributions and attributions[-1].whole_paragraph:
            attributions[-1] = _continued(attributions[-1], span)
        elif new := find(clause):
            attributions += [with_rest(found, insertions) for found in new]
        elif attributions and _is_quotation(span, quoted):
            attributions[-1] = _continued(attributions[-1], span)
        elif attributions and goes_on(clause):
            attributions.append(replace(attributions[-1], quoted_content=(span,), cue=None))
    return attributions


def _continued(attribution: Attribution, span: Span) -> Attribution:
    return replace(attribution, quoted_content=(*attribution.quoted_content, span))


def _is_quotation(span: Span, quoted: Sequence[Span]) -> bool:
    """Whether a sentence is mostly inside quotations, which are in order."""
    first = bisect_right(quoted, span.start, key=attrgetter("end"))
    inside = 0
    for part in quoted[first:]:
        if part.start >= span.end:
            break
        inside += min(part.end, span.end) - max(part.start, span.start)
    return inside >= _MOSTLY * (span.end - span.start)
