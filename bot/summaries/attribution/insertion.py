"""Speakers inserted into a quotation: «The sea was calm, — recalls Captain Kotov. — Then the wind rose»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from bot.corpus.article import Span
from bot.languages.language import language
from bot.languages.phrases import any_word
from bot.summaries.attribution.attribution import Attribution

_NAME = r"(?:M\.\s|[^,.;:!?…«»“”„\"–—\n]){2,80}?"
_DASH = r"\s*[–—-]\s"
_PERSON = r"(?=[A-ZÀ-Þ]|(?:l[ea]s?|une?|son|sa|leur|notre)\s|l['’])"


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words of the reporter inside a quotation.

    Args:
        words: Where they are in the text, from the mark before them to the white space behind.
        rest: What the speaker goes on to say.
    """

    words: Span
    rest: Span


def find_insertions(text: str, quoted: Sequence[Span], code: str) -> Iterator[Insertion]:
    """Yield the first insertion of each quotation, in order; none in languages that close the quotation."""
    form = _form(code)
    for span in quoted if form else ():
        match = form.search(text, span.start + 1, span.end - 1) if form else None
        if match:
            yield Insertion(Span(match.start(), match.end()), Span(match.end(), span.end - 1))


def show(masked: str, text: str, insertions: Sequence[Insertion], at: int) -> str:
    """Return a masked text with the inserted words, between quotation marks that close and open again.

    Args:
        at: Where the masked text begins in the text.
    """
    for insertion in insertions:
        start, end = insertion.words.start - at, insertion.words.end - at
        shown = text[insertion.words.start + 1 : insertion.words.end - 1].replace("\xa0", " ")
        masked = f"{masked[:start]}»,{shown[1:]}«{masked[end:]}"
    return masked


def with_rest(attribution: Attribution, insertions: Sequence[Insertion]) -> Attribution:
    """Return an attribution with what its speaker goes on to say behind the inserted name."""
    for insertion in insertions:
        if insertion.words.start < attribution.source.start < insertion.words.end:
            return replace(attribution, quoted_content=(*attribution.quoted_content, insertion.rest))
    return attribution


@cache
def _form(code: str) -> re.Pattern[str] | None:
    cues = language(code).attribution
    verb = any_word(cues.verbs)
    if code == "ru":
        return re.compile(rf"[,!?…]\s[–—-]\s{verb}\s{_NAME}[.,]{_DASH}")
    if code == "fr":
        pronoun = rf"{any_word(cues.inverted_verbs)}-(?:t-)?{any_word(cues.pronouns)}"
        return re.compile(rf",\s(?:{verb}\s{_PERSON}{_NAME}|{pronoun}(?:\s\w+)?)[.,]\s")
    return None
