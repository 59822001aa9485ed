"""The words of saying, from `lexicon.toml`, as patterns."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("lexicon.toml")
_DOUBLED = re.compile(
    r"(?:admit|submit|quip|blog|crow|rebut|permit|concur|commit|dub|snap|brag|refer|confer|chat|nag|infer)$"
)
_VOWELS = "aeiou"


@cache
def words(language: str, name: str) -> tuple[str, ...]:
    """Return a list of a language's table; () when it has none."""
    return tuple(_tables().get(language, {}).get(name, ()))


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    with DATA.open("rb") as file:
        return tomllib.load(file)


def any_word(forms: Iterable[str]) -> str:
    """Return one alternation of words, longest first, in a group."""
    return "(?:" + "|".join(re.escape(each) for each in sorted(set(forms), key=lambda w: (-len(w), w))) + ")"


@dataclass(frozen=True, slots=True)
class Forms:
    """The finite forms and the participle in -ing of an English verb."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


def forms(entry: str) -> Forms:
    """Return the forms of an entry: "warn", or "say said said" where irregular; "call for" keeps its "for".

    An irregular entry of a verb with a particle repeats the particle in each form.
    """
    parts = entry.split()
    size = len(parts) // 3
    if len(parts) >= 3 and len(parts) % 3 == 0 and size:
        base, past, participle = (" ".join(parts[i * size : (i + 1) * size]) for i in range(3))
    else:
        base, past, participle = entry, "", ""
    verb, _, particle = base.partition(" ")
    tail = f" {particle}" if particle else ""
    past = past or _past(verb) + tail
    return Forms(base, _third(verb) + tail, past, participle or past, _ing(verb) + tail)


def _third(verb: str) -> str:
    if re.search(r"(?:s|sh|ch|x|z|o)$", verb):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if _DOUBLED.search(verb) else verb) + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if _DOUBLED.search(verb) else verb) + "ing"
