"""English words of saying, compiled from the lexicon, and what ends a phrase."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bot.languages.words import any_word, forms, words

CLOSE = "”\"’'»"
DETERMINED = (
    "the|a|an|one|two|three|four|five|some|many|most|several|other|others|another|both|all|few|no|his|her|their|its|our|my|"
    "this|that|these|those|each|every|he|she|they|we|i|you|who|people|police|sources|top|senior|former|local|state|federal"
)
_TITLED = ["Mr", "Ms", "Mrs", "Dr", "St", "Jr", "Sr", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Rev", "Sgt"]
_NO_TITLE = "".join(rf"(?<!\b{title}\.)" for title in _TITLED) + r"(?<!\b[A-Z]\.)"
STOP = rf"\.(?=\s|$){_NO_TITLE}"
_PHRASE_END = re.compile(rf"[,;\x00“\"(]|{STOP}|\s(?:who|which|that|and\s+(?:was|is|has|had))\s")
PREPOSITION = re.compile(
    r"(?:in|on|at|after|before|during|for|with|by|following|as|asked|speaking|under|since|until|when|while|if|because|although|"
    r"though|despite|from|of|to|about|according|like|unlike|over|earlier|later|yet|still|meanwhile|instead|however)\b",
    re.IGNORECASE,
)
_AROUND = ",.;:!?()[]“”\"'‘’`*…—–\x00"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb form in a clause: where, and in small letters."""

    start: int
    end: int
    verb: str


def find_cues(masked: str) -> Iterator[Cue]:
    """Yield the forms of verbs of saying in a clause, left to right."""
    tails = reporting_words().tails
    small, at = masked.lower(), 0
    for piece in small.split(" ") if len(small) == len(masked) else ():
        word = piece if piece.isalpha() else piece.strip(_AROUND)
        if word in tails:
            start = at + piece.index(word)
            yield from _longest(small, start, start + len(word))
        at += len(piece) + 1


def _longest(small: str, start: int, end: int) -> Iterator[Cue]:
    """The form that begins with the word at a place, "called for" before "called"."""
    for tail in reporting_words().tails[small[start:end]]:
        behind = end + len(tail)
        if small.startswith(tail, end) and not small[behind : behind + 1].isalnum():
            yield Cue(start, behind, small[start:behind])
            return


@dataclass(frozen=True, slots=True)
class ReportingWords:
    tails: dict[str, tuple[str, ...]]
    participle: re.Pattern[str]
    continuing: frozenset[str]
    according: re.Pattern[str]
    loose: frozenset[str]
    inverted: frozenset[str]
    addressing: frozenset[str]
    quoting: frozenset[str]
    objects: frozenset[str]
    plural: frozenset[str]
    ambiguous: frozenset[str]
    naming: frozenset[str]
    spoken: frozenset[str]
    participles: frozenset[str]
    progressive: frozenset[str]
    past: frozenset[str]
    infinitive: frozenset[str]
    never: frozenset[str]
    labels: frozenset[str]


def _tails(verbs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """By a form's first word, what may follow it ("" for nothing), longest first."""
    found: dict[str, set[str]] = {}
    for verb in verbs:
        first, _, rest = verb.partition(" ")
        found.setdefault(first, set()).add(f" {rest}" if rest else "")
    return {first: tuple(sorted(tails, key=len, reverse=True)) for first, tails in found.items()}


@cache
def reporting_words() -> ReportingWords:
    clause, objects, naming = (
        [forms(e) for e in words("en", name)] for name in ("clause", "object", "naming")
    )
    known = {f for e in (*clause, *objects) for f in (e.third, e.past, e.ing)}
    plural = frozenset(words("en", "plural"))
    noun_like = frozenset(words("en", "noun_like"))
    finite = {
        f for each in (*clause, *objects, *naming) for f in (each.third, each.past, each.participle)
    } | plural
    progressive = frozenset(f.ing for f in (*clause, *objects, *naming))
    to_do = frozenset(words("en", "infinitive"))
    inverted = [forms(e) for e in words("en", "clause") if e.split()[0] in words("en", "inverted")]
    speaking = {*words("en", "inverted"), *words("en", "plural"), *words("en", "continuing")} - {
        *words("en", "matter")
    }
    told = [
        forms(e)
        for e in words("en", "clause")
        if e.split()[0] in ("tell", "assure", "remind", "inform", "notify", "advise", "warn", "ask")
    ]
    return ReportingWords(
        tails=_tails(finite | progressive),
        participle=re.compile(
            rf"(?:,|,\s+(?:while|and)|\b{any_word(words('en', 'written'))}(?:\s+[\w’-]+){{0,3}})\s+$",
            re.IGNORECASE,
        ),
        continuing=frozenset(forms(e).ing for e in (*words("en", "continuing"), "say said said")),
        according=re.compile(rf"(?<!\w){any_word(words('en', 'according'))}\s+", re.IGNORECASE),
        loose=frozenset((*words("en", "adverbs"), *words("en", "auxiliaries"))),
        inverted=frozenset(f for e in inverted for f in (e.third, e.past)),
        addressing=frozenset(f for e in told for f in (e.base, e.third, e.past, e.participle, e.ing)),
        quoting=frozenset({"quoted", "quotes", "cited", "cites"}),
        spoken=frozenset(
            f for e in clause if e.base in speaking for f in (e.base, e.third, e.past, e.participle, e.ing)
        ),
        naming=frozenset(f for e in naming for f in (e.third, e.past, e.participle, e.ing)) - known,
        objects=frozenset(
            f for e in (*objects, *naming) for f in (e.base, e.third, e.past, e.participle, e.ing)
        ),
        plural=plural - {e.past for e in clause},
        participles=frozenset(e.participle for e in (*clause, *objects))
        - {e.past for e in (*clause, *objects)}
        - plural,
        ambiguous=frozenset(e.third for e in (*clause, *objects) if e.base in noun_like),
        progressive=progressive,
        past=frozenset(f for e in (*clause, *objects, *naming) for f in (e.past, e.participle)),
        infinitive=frozenset(
            f
            for e in (*clause, *objects, *naming)
            if e.base in to_do
            for f in (e.base, e.third, e.past, e.participle, e.ing)
        ),
        never=frozenset(words("en", "never_subject")),
        labels=frozenset(words("en", "labels")),
    )


def phrase_end(masked: str, start: int) -> int:
    """Where a noun phrase ends that begins at `start`."""
    stop = _PHRASE_END.search(masked, start)
    return stop.start() if stop else len(masked)
