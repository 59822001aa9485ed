"""Attributions in Turkish, where the verb comes last: "X, ... dedi", "X'e göre ...", "... dedi X"."""

import re
from functools import cache

from bot.languages.language import language
from bot.languages.phrases import any_word, words
from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.quotation import HIDDEN

_QUOTE = r"[“\"]\x00+[”\"]"
_NAME = r"[^,;:“\"\x00]{2,90}?"
_CAPITALIZED = r"(?:[A-ZÇĞİÖŞÜ][\w'’.]*\s+){1,5}"
_IS_SOURCE = re.compile(
    r"[A-ZÇĞİÖŞÜ][^\s]*$|(?:bilgi|açıklama|haber|ifade|veri|rapor|söyledik|aktardık|anlat|iddia|araştırma|anket|kaynak|yetkili|uzman|tanık)\w*$"
)
_GIVEN_BY = re.compile(
    r"(?:['’]?n?[iıuü]n)\s+(?:[^,]*\s)?(?:bilgi|açıklama|haber|ifade|veri|rapor|söyledik|aktardık|anlat|iddia|araştırma|anket)\w*$"
)


def find_in_clause(clause: Clause) -> list[Attribution]:
    """Return the outermost attribution of a clause; [] when nobody else speaks."""
    quoted = HIDDEN in clause.masked
    for form in _forms():
        if not quoted and _QUOTE in form.pattern:
            continue
        match = form.search(clause.masked)
        if match is not None and (attribution := _attribution(clause, match)) is not None:
            return [attribution]
    return []


def _attribution(clause: Clause, match: re.Match[str]) -> Attribution | None:
    if match["cue"] in words("attribution.according", "tr") and not _IS_SOURCE.search(match["source"]):
        return None
    given_by = _GIVEN_BY.search(match["source"])
    end = match.start("source") + given_by.start() if given_by else match.end("source")
    source, content = clause.span(match.start("source"), end), clause.group(match, "content")
    if source is None or content is None:
        return None
    to = clause.group(match, "to") if match.groupdict().get("to") else None
    return Attribution(source, (content,), clause.exact(*match.span("cue")), to)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    cues = language("tr").attribution
    verb = rf"(?P<cue>{any_word(cues.verbs)})(?!\w)"
    according = rf"(?P<cue>{any_word(cues.according)})"
    end = r"\s*[.!?…]*\s*$"
    return tuple(
        re.compile(form, re.DOTALL)
        for form in (
            rf"^\s*(?P<source>{_NAME})(?:['’][yn]?[ae])?\s+{according},?\s+(?P<content>.+)",
            rf"(?P<content>{_QUOTE})\s*,?\s*(?:diye\s+)?{verb}\s+(?P<source>[^,;:“\"\x00]{{2,80}}?)[.,]",
            rf"^\s*(?P<source>{_NAME})\s*[,:]?\s*(?:(?P<to>[^,;:“\"\x00]{{2,60}}?)['’][yn]?[ae]\s+)?(?P<content>{_QUOTE}.*?)\s*,?\s*(?:diye\s+|şeklinde\s+)?(?:\w+\s+)?{verb}{end}",
            rf"^\s*(?P<source>{_NAME}),\s+(?P<content>.{{10,}}?)\s+{verb}{end}",
            rf"^\s*(?P<source>{_CAPITALIZED})(?P<content>.{{10,}}?)\s+{verb}{end}",
        )
    )
