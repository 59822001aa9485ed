"""English attributions: by verbs, nouns, participles of saying, "according to", transcripts, signatures."""

import re

from bot.summaries.saying.attribution import Attribution
from bot.summaries.saying.english_asides import according, signed, transcript
from bot.summaries.saying.english_clause import said_by_verbs
from bot.summaries.saying.english_nouns import noun_of_saying
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
    noun = noun_of_saying(unit)
    if noun and all(noun.cue != each.cue for each in found):
        found.append(noun)
    return found
