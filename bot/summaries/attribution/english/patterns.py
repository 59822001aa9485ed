"""English attributions: by verbs, nouns, participles of saying, "according to", transcripts, signatures."""

import re
from functools import cache

from bot.corpus.article import Span
from bot.languages.words import any_word, words
from bot.summaries.attribution.attribution import Attribution, Unit
from bot.summaries.attribution.english.clause import said_by_verbs
from bot.summaries.attribution.english.cues import english_words, phrase_end

_PARTY = re.compile(r",\s[RDI]-[A-Z][\w.]{1,6},|\s\((?:[RDI]|GOP|Rep|Dem|[RDI]\s?[-–][^)]{1,20})\)")


def find_in_unit(unit: Unit) -> list[Attribution]:
    """Return the attributions of a unit, the outermost first; [] when nobody else is said to speak."""
    if "(" in unit.masked or "-" in unit.masked:
        unit = Unit(_PARTY.sub(lambda match: " " * len(match[0]), unit.masked), unit.at)
    if (whole := transcript(unit) or signed(unit)) is not None:
        return [whole]
    found = said_by_verbs(unit)
    aside = according(unit)
    if aside and all(aside.source != each.source for each in found):
        found.append(aside)
    noun = noun_of_saying(unit)
    if noun and all(noun.cue != each.cue for each in found):
        found.append(noun)
    return found


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


_END = re.compile(
    r"\s*[;.]\s|,\s+(?:but|and|which|who|although|though|while|whereas|\w+ing)\b|\s(?:[—–]|--)\s|[.\s]*$"
)
_THAT = " that "
_VERB_NEXT = re.compile(r" that\s+(?:is|was|were|are|has|have|had|can|will|would)\b")
_LONGEST = 80
"""Letters of a noun of saying and whose it is."""
_FIRST_WORDS = 3
"""Of a sentence: a noun among them is its subject, and where what is said ends can't be told."""


def noun_of_saying(unit: Unit) -> Attribution | None:
    """Return the first attribution by a noun, if any."""
    masked, at = unit.masked, -1
    while (at := masked.find(_THAT, at + 1)) > 0:
        match = _ending_at(masked, at)
        if (
            match
            and not _VERB_NEXT.match(masked, at)
            and masked.count(" ", 0, match.start("cue")) >= _FIRST_WORDS
        ):
            end = _END.search(masked, at + len(_THAT))
            source = unit.span(*match.span("source"))
            content = unit.span(at + len(_THAT), end.start() if end else len(masked))
            cue = Span(unit.at + match.start("cue"), unit.at + match.end("cue"))
            return Attribution(source, (content,), cue) if source and content else None
    return None


def _ending_at(masked: str, at: int) -> re.Match[str] | None:
    """`X's claim`, or `warnings from X`, in front of the "that" at a place."""
    nouns, whose, of_whom = _forms()
    form = whose if masked[masked.rfind(" ", 0, at) + 1 : at] in nouns else of_whom
    return form.search(masked, max(0, at - _LONGEST), at)


@cache
def _forms() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    noun = rf"(?P<cue>{any_word(words('en', 'nouns'))})"
    name = r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+)?(?:[\w.-]+\s+){0,3}?[\w.-]+"
    whose = r"(?P<source>(?:[Tt]he\s+|[Hh]is\s+|[Hh]er\s+)?(?:[A-Z][\w.-]*\s+){0,3}[\w.-]+)[’']s?"
    return (
        frozenset(words("en", "nouns")),
        re.compile(rf"(?<![\w’'-]){whose}\s+(?:[a-z-]+\s+){{0,2}}{noun}$"),
        re.compile(rf"(?<![\w’'-]){noun}\s+(?:from|by|among|of)\s+(?P<source>{name})$"),
    )
