"""The forms of English verbs."""

import re
from dataclasses import dataclass

_DOUBLES_LAST = re.compile(
    r"(?:admit|submit|quip|blog|crow|rebut|permit|concur|commit|dub|snap|brag|refer|confer|chat|nag|infer)$"
)
_HISSING = re.compile(r"(?:s|sh|ch|x|z|o)$")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The five forms of a verb."""

    base: str
    third: str
    past: str
    participle: str
    ing: str

    @property
    def finite(self) -> tuple[str, str, str]:
        """The form in -s, the past and its participle."""
        return self.third, self.past, self.participle

    @property
    def all(self) -> tuple[str, ...]:
        """All five forms."""
        return self.base, *self.finite, self.ing


def inflect(entry: str) -> VerbForms:
    """Return the forms of a verb: "warn", "say said said" if irregular; "call for" keeps its "for".

    An irregular verb with a particle repeats the particle in each form ("shoot back shot back shot back").
    """
    parts = entry.split()
    size, rest = divmod(len(parts), 3)
    if size and not rest:
        base, past, participle = (" ".join(parts[i * size : (i + 1) * size]) for i in range(3))
    else:
        base, past, participle = entry, "", ""
    verb, blank, particle = base.partition(" ")
    tail = blank + particle
    past = past or _past(verb) + tail
    return VerbForms(base, _third(verb) + tail, past, participle or past, _ing(verb) + tail)


def _third(verb: str) -> str:
    if _HISSING.search(verb):
        return verb + "es"
    return verb[:-1] + "ies" if _ends_in_consonant_y(verb) else verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if _ends_in_consonant_y(verb) else _doubled(verb) + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _ends_in_consonant_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in _VOWELS


def _doubled(verb: str) -> str:
    return verb + verb[-1] if _DOUBLES_LAST.search(verb) else verb
