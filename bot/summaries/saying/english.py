"""English attributions: by verbs, nouns, participles of saying, "according to", transcripts, signatures."""

import re
from collections.abc import Sequence

from bot.corpus.article import Span
from bot.summaries.saying.attribution import Attribution
from bot.summaries.saying.english_asides import according, signed, transcript
from bot.summaries.saying.english_clause import said_by_verbs
from bot.summaries.saying.english_content import content_behind
from bot.summaries.saying.english_nouns import noun_of_saying
from bot.summaries.saying.english_subject import head_of
from bot.summaries.saying.english_words import Cue, english_words
from bot.summaries.saying.unit import Unit

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
    for new in (_participle(unit, found), noun_of_saying(unit)):
        if new and all(new.cue != each.cue for each in found):
            found.append(new)
    return found


def _participle(unit: Unit, said: Sequence[Attribution]) -> Attribution | None:
    """`X left the room, saying ...`, and `..., X said, adding that ...`."""
    match = english_words().participle.search(unit.masked) if "ing" in unit.masked else None
    if match is None:
        return None
    source = said[0].source if said else head_of(unit)
    cue = Cue(match.start("verb"), match.end("verb"), match["verb"].lower())
    content = content_behind(unit, cue, cue.end)
    return (
        Attribution(source, (content,), Span(unit.at + cue.start, unit.at + cue.end))
        if source and content
        else None
    )
