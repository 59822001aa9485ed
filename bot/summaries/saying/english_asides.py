"""English attributions without a verb of saying: transcripts, signatures, "according to X"."""

import re

from bot.corpus.article import Span
from bot.summaries.saying.attribution import Attribution
from bot.summaries.saying.english_words import english_words, phrase_end
from bot.summaries.saying.unit import Unit

_SPEAKER = re.compile(r"[“\"]?(?P<name>[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]+){0,3}):\s+(?=\S)")
_SIGNATURE = re.compile(r"(?P<quote>\s*[“\"]\x00+[”\"])\s*(?:[―—–-]|--)\s*(?P<name>[A-Z][^\x00“”\"]{1,80})")


def transcript(unit: Unit) -> Attribution | None:
    """`MODERATOR: ...`"""
    match = _SPEAKER.match(unit.masked)
    if match is None or match["name"].casefold() in english_words().labels:
        return None
    source, content = (
        unit.span(match.start("name"), match.end("name")),
        unit.span(match.end(), len(unit.masked)),
    )
    return Attribution(source, (content,), whole_paragraph=True) if source and content else None


def signed(unit: Unit) -> Attribution | None:
    """`"..." — X`"""
    match = _SIGNATURE.fullmatch(unit.masked)
    if match is None:
        return None
    source, content = unit.span(match.start("name"), match.end("name")), unit.span(0, match.end("quote"))
    return Attribution(source, (content,)) if source and content else None


def according(unit: Unit) -> Attribution | None:
    hinted = "ccording to" in unit.masked or "n the " in unit.masked
    match = english_words().according.search(unit.masked) if hinted else None
    if match is None:
        return None
    end = phrase_end(unit.masked, match.end())
    source = unit.span(match.end(), end)
    behind = match.start() < 3
    content = unit.span(end, len(unit.masked)) if behind else unit.span(0, match.start())
    cue = Span(unit.at + match.start(), unit.at + match.end())
    return Attribution(source, (content,), cue) if source and content else None
