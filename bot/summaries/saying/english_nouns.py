"""Attributions by an English noun of saying: "X's claim that ...", "warnings from X that ..."."""

import re
from functools import cache

from bot.corpus.article import Span
from bot.summaries.saying.attribution import Attribution
from bot.summaries.saying.lexicon import any_word, words
from bot.summaries.saying.unit import Unit

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
