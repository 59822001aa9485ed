"""English attributions: by verbs, nouns, participles of saying, "according to", transcripts, signatures."""

import re
from functools import cache

from bot.corpus.article import Span
from bot.languages.words import any_word, words
from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.english.cues import phrase_end, reporting_words
from bot.summaries.attribution.english.verbs import attributions_by_verbs

_PARTY = re.compile(r",\s[RDI]-[A-Z][\w.]{1,6},|\s\((?:[RDI]|GOP|Rep|Dem|[RDI]\s?[-–][^)]{1,20})\)")


def find_in_clause(clause: Clause) -> list[Attribution]:
    """Return the attributions of a clause, the outermost first; [] when nobody else is said to speak."""
    if "(" in clause.masked or "-" in clause.masked:
        clause = Clause(_PARTY.sub(lambda match: " " * len(match[0]), clause.masked), clause.at)
    if (whole := transcript(clause) or signed(clause)) is not None:
        return [whole]
    found = attributions_by_verbs(clause)
    aside = according(clause)
    if aside and all(aside.source != each.source for each in found):
        found.append(aside)
    noun = attribution_by_noun(clause)
    if noun and all(noun.cue != each.cue for each in found):
        found.append(noun)
    return found


_SPEAKER = re.compile(r"[“\"]?(?P<name>[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]+){0,3}):\s+(?=\S)")
_SIGNATURE = re.compile(r"(?P<quote>\s*[“\"]\x00+[”\"])\s*(?:[―—–-]|--)\s*(?P<name>[A-Z][^\x00“”\"]{1,80})")


def transcript(clause: Clause) -> Attribution | None:
    """`MODERATOR: ...`"""
    match = _SPEAKER.match(clause.masked)
    if match is None or match["name"].casefold() in reporting_words().labels:
        return None
    source, content = (
        clause.span(match.start("name"), match.end("name")),
        clause.span(match.end(), len(clause.masked)),
    )
    return Attribution(source, (content,), whole_paragraph=True) if source and content else None


def signed(clause: Clause) -> Attribution | None:
    """`"..." — X`"""
    match = _SIGNATURE.fullmatch(clause.masked)
    if match is None:
        return None
    source, content = clause.span(match.start("name"), match.end("name")), clause.span(0, match.end("quote"))
    return Attribution(source, (content,)) if source and content else None


def according(clause: Clause) -> Attribution | None:
    hinted = "ccording to" in clause.masked or "n the " in clause.masked
    match = reporting_words().according.search(clause.masked) if hinted else None
    if match is None:
        return None
    end = phrase_end(clause.masked, match.end())
    source = clause.span(match.end(), end)
    behind = match.start() < 3
    content = clause.span(end, len(clause.masked)) if behind else clause.span(0, match.start())
    cue = Span(clause.at + match.start(), clause.at + match.end())
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


def attribution_by_noun(clause: Clause) -> Attribution | None:
    """Return the first attribution by a noun, if any."""
    masked, at = clause.masked, -1
    while (at := masked.find(_THAT, at + 1)) > 0:
        match = _ending_at(masked, at)
        if (
            match
            and not _VERB_NEXT.match(masked, at)
            and masked.count(" ", 0, match.start("cue")) >= _FIRST_WORDS
        ):
            end = _END.search(masked, at + len(_THAT))
            source = clause.span(*match.span("source"))
            content = clause.span(at + len(_THAT), end.start() if end else len(masked))
            cue = Span(clause.at + match.start("cue"), clause.at + match.end("cue"))
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
