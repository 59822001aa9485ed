"""English attributions: by verbs and nouns, "according to", in transcripts, with signatures."""

import re
from functools import cache

from bot.languages.language import language
from bot.languages.phrases import any_word, words
from bot.summaries.attribution.attribution import Attribution, Clause
from bot.summaries.attribution.english.cues import phrase_end
from bot.summaries.attribution.english.verbs import attributions_by_verbs

_PARTY = re.compile(r",\s[RDI]-[A-Z][\w.]{1,6},|\s\((?:[RDI]|GOP|Rep|Dem|[RDI]\s?[-–][^)]{1,20})\)")
"""A politician's party and state after the name."""
_TRANSCRIPT = re.compile(r"[“\"]?(?P<name>[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]+){0,3}):\s+(?=\S)")
_SIGNATURE = re.compile(r"(?P<quote>\s*[“\"]\x00+[”\"])\s*(?:[―—–-]|--)\s*(?P<name>[A-Z][^\x00“”\"]{1,80})")
_END = re.compile(
    r"\s*[;.]\s|,\s+(?:but|and|which|who|although|though|while|whereas|\w+ing)\b|\s(?:[—–]|--)\s|[.\s]*$"
)
_THAT = " that "
_VERB_NEXT = re.compile(r" that\s+(?:is|was|were|are|has|have|had|can|will|would)\b")
_LONGEST_NOUN_PHRASE = 80
"""Characters of a reporting noun and its owner."""
_FIRST_WORDS = 3
"""A noun among a sentence's first words is its subject, and where its content ends is unknown."""


def find_in_clause(clause: Clause) -> list[Attribution]:
    """Return the attributions of a clause, the outermost first; [] when nobody else speaks."""
    if "(" in clause.masked or "-" in clause.masked:
        clause = Clause(_PARTY.sub(lambda match: " " * len(match[0]), clause.masked), clause.at)
    if (whole := _transcript(clause) or _signed(clause)) is not None:
        return [whole]
    attributions = attributions_by_verbs(clause)
    according = _according(clause)
    if according and all(according.source != known.source for known in attributions):
        attributions.append(according)
    by_noun = _by_noun(clause)
    if by_noun and all(by_noun.cue != known.cue for known in attributions):
        attributions.append(by_noun)
    return attributions


def _transcript(clause: Clause) -> Attribution | None:
    """`MODERATOR: ...`"""
    match = _TRANSCRIPT.match(clause.masked)
    if match is None or match["name"].casefold() in words("attribution.labels", "en"):
        return None
    source, content = clause.group(match, "name"), clause.rest(match.end())
    return Attribution(source, (content,), whole_paragraph=True) if source and content else None


def _signed(clause: Clause) -> Attribution | None:
    """`"..." — X`"""
    match = _SIGNATURE.fullmatch(clause.masked)
    if match is None:
        return None
    source, content = clause.group(match, "name"), clause.group(match, "quote")
    return Attribution(source, (content,)) if source and content else None


def _according(clause: Clause) -> Attribution | None:
    """`According to X, ...`, and `..., according to X.`"""
    likely = "ccording to" in clause.masked or "n the " in clause.masked
    match = _according_to().search(clause.masked) if likely else None
    if match is None:
        return None
    end = phrase_end(clause.masked, match.end())
    source = clause.span(match.end(), end)
    opens = match.start() < 3
    content = clause.rest(end) if opens else clause.span(0, match.start())
    return Attribution(source, (content,), clause.exact(*match.span())) if source and content else None


@cache
def _according_to() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word(language('en').attribution.according)}\s+", re.IGNORECASE)


def _by_noun(clause: Clause) -> Attribution | None:
    """Return the first attribution by a reporting noun: `X's claim that ...`."""
    masked, at = clause.masked, -1
    while (at := masked.find(_THAT, at + 1)) > 0:
        match = _noun_before(masked, at)
        if match is None or _VERB_NEXT.match(masked, at):
            continue
        if masked.count(" ", 0, match.start("cue")) >= _FIRST_WORDS:
            end = _END.search(masked, at + len(_THAT))
            source = clause.group(match, "source")
            content = clause.span(at + len(_THAT), end.start() if end else len(masked))
            cue = clause.exact(*match.span("cue"))
            return Attribution(source, (content,), cue) if source and content else None
    return None


def _noun_before(masked: str, at: int) -> re.Match[str] | None:
    """Match `X's claim`, or `warnings from X`, before the "that" at a place."""
    owned, from_whom = _noun_forms()
    last_word = masked[masked.rfind(" ", 0, at) + 1 : at]
    form = owned if last_word in words("attribution.nouns", "en") else from_whom
    return form.search(masked, max(0, at - _LONGEST_NOUN_PHRASE), at)


@cache
def _noun_forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    noun = rf"(?P<cue>{any_word(language('en').attribution.nouns)})"
    name = r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+)?(?:[\w.-]+\s+){0,3}?[\w.-]+"
    owner = r"(?P<source>(?:[Tt]he\s+|[Hh]is\s+|[Hh]er\s+)?(?:[A-Z][\w.-]*\s+){0,3}[\w.-]+)[’']s?"
    return (
        re.compile(rf"(?<![\w’'-]){owner}\s+(?:[a-z-]+\s+){{0,2}}{noun}$"),
        re.compile(rf"(?<![\w’'-]){noun}\s+(?:from|by|among|of)\s+(?P<source>{name})$"),
    )
