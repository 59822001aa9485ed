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
_FIRST_WORDS = 3
"""Of a sentence: a noun among them is its subject, and where what is said ends can't be told."""


def noun_of_saying(unit: Unit) -> Attribution | None:
    """Return the first attribution by a noun, if any."""
    if " that " not in unit.masked:
        return None
    for form in _forms():
        match = form.search(unit.masked)
        if match is None or len(unit.masked[: match.start("cue")].split()) <= _FIRST_WORDS:
            continue
        end = _END.search(unit.masked, match.end())
        source = unit.span(*match.span("source"))
        content = unit.span(match.end(), end.start() if end else len(unit.masked))
        if source and content:
            cue = Span(unit.at + match.start("cue"), unit.at + match.end("cue"))
            return Attribution(source, (content,), cue)
    return None


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    noun = rf"(?P<cue>{any_word(words('en', 'nouns'))})"
    name = r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+)?(?:[\w.-]+\s+){0,3}?[\w.-]+"
    that = r"\s+that\s+(?!(?:is|was|were|are|has|have|had|can|will|would)\b)"
    return (
        re.compile(
            rf"(?<![\w’'-])(?P<source>(?:[Tt]he\s+|[Hh]is\s+|[Hh]er\s+)?(?:[A-Z][\w.-]*\s+){{0,3}}[\w.-]+)[’']s?"
            rf"\s+(?:[a-z-]+\s+){{0,2}}{noun}{that}"
        ),
        re.compile(rf"(?<![\w’'-]){noun}\s+(?:from|by|among|of)\s+(?P<source>{name}){that}"),
    )
