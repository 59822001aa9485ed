"""Attributions in Turkish, where the verb stands last: "X, ... dedi", "X'e göre ...", "... dedi X"."""

import re
from functools import cache

from bot.corpus.article import Span
from bot.languages.language import language
from bot.languages.phrases import any_word
from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.quotation import HIDDEN

_QUOTE = r"[“\"]\x00+[”\"]"
_NAME = r"[^,;:“\"\x00]{2,90}?"
_CAPITALIZED = r"(?:[A-ZÇĞİÖŞÜ][\w'’.]*\s+){1,5}"
_IS_SOURCE = re.compile(
    r"[A-ZÇĞİÖŞÜ][^\s]*$|(?:bilgi|açıklama|haber|ifade|veri|rapor|söyledik|aktardık|anlat|iddia|araştırma|anket|kaynak|yetkili|uzman|tanık)\w*$"
)
_GIVEN = re.compile(
    r"(?:['’]?n?[iıuü]n)\s+(?:[^,]*\s)?(?:bilgi|açıklama|haber|ifade|veri|rapor|söyledik|aktardık|anlat|iddia|araştırma|anket)\w*$"
)


def find_in_clause(clause: Clause) -> list[Attribution]:
    """Return the attributions of a clause, the outermost first."""
    quoted = HIDDEN in clause.masked
    for form in _forms():
        if not quoted and _QUOTE in form.pattern:
            continue
        match = form.search(clause.masked)
        if match is None:
            continue
        if match["cue"] == "göre" and not _IS_SOURCE.search(match["source"]):
            continue
        given = _GIVEN.search(match["source"])
        end = match.start("source") + given.start() if given else match.end("source")
        source, content = clause.span(match.start("source"), end), clause.span(*match.span("content"))
        if source is not None and content is not None:
            cue = Span(clause.at + match.start("cue"), clause.at + match.end("cue"))
            to = clause.span(*match.span("to")) if match.groupdict().get("to") else None
            return [Attribution(source, (content,), cue, to)]
    return []


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    verb = rf"(?P<cue>{any_word(language('tr').attribution.verbs)})(?!\w)"
    end = r"\s*[.!?…]*\s*$"
    return tuple(
        re.compile(form, re.DOTALL)
        for form in (
            rf"^\s*(?P<source>{_NAME})(?:['’][yn]?[ae])?\s+(?P<cue>göre),?\s+(?P<content>.+)",
            rf"(?P<content>{_QUOTE})\s*,?\s*(?:diye\s+)?{verb}\s+(?P<source>[^,;:“\"\x00]{{2,80}}?)[.,]",
            rf"^\s*(?P<source>{_NAME})\s*[,:]?\s*(?:(?P<to>[^,;:“\"\x00]{{2,60}}?)['’][yn]?[ae]\s+)?(?P<content>{_QUOTE}.*?)\s*,?\s*(?:diye\s+|şeklinde\s+)?(?:\w+\s+)?{verb}{end}",
            rf"^\s*(?P<source>{_NAME}),\s+(?P<content>.{{10,}}?)\s+{verb}{end}",
            rf"^\s*(?P<source>{_CAPITALIZED})(?P<content>.{{10,}}?)\s+{verb}{end}",
        )
    )
