"""Reporting verbs in an English clause, and where a phrase ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.summaries.attribution.english.reporting_verbs import reporting_verbs

CLOSE = "”\"’'»"
DETERMINED = (
    "the|a|an|one|two|three|four|five|some|many|most|several|other|others|another|both|all|few|no|his|her|their|its|our|my|"
    "this|that|these|those|each|every|he|she|they|we|i|you|who|people|police|sources|top|senior|former|local|state|federal"
)
"""First words of a noun phrase."""
_TITLED = ["Mr", "Ms", "Mrs", "Dr", "St", "Jr", "Sr", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Rev", "Sgt"]
_NO_TITLE = "".join(rf"(?<!\b{title}\.)" for title in _TITLED) + r"(?<!\b[A-Z]\.)"
STOP = rf"\.(?=\s|$){_NO_TITLE}"
"""A dot that ends a sentence, not a title or an initial."""
_PHRASE_END = re.compile(rf"[,;\x00“\"(]|{STOP}|\s(?:who|which|that|and\s+(?:was|is|has|had))\s")
PREPOSITION = re.compile(
    r"(?:in|on|at|after|before|during|for|with|by|following|as|asked|speaking|under|since|until|when|while|if|because|although|"
    r"though|despite|from|of|to|about|according|like|unlike|over|earlier|later|yet|still|meanwhile|instead|however)\b",
    re.IGNORECASE,
)
"""Words that begin an adjunct or a subordinate clause, not a subject."""
_AROUND_WORD = ",.;:!?()[]“”\"'‘’`*…—–\x00"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb form in small letters, and its place in the clause."""

    start: int
    end: int
    verb: str


def find_cues(masked: str) -> Iterator[Cue]:
    """Yield the reporting verbs in a clause, left to right.

    A clause whose small letters have another length ("İ") has none, as places would shift.
    """
    tails = reporting_verbs().tails
    small, at = masked.lower(), 0
    for piece in small.split(" ") if len(small) == len(masked) else ():
        word = piece if piece.isalpha() else piece.strip(_AROUND_WORD)
        if word in tails:
            start = at + piece.index(word)
            yield from _longest(small, start, start + len(word))
        at += len(piece) + 1


def _longest(small: str, start: int, end: int) -> Iterator[Cue]:
    """The longest form that begins with a word: "called for" before "called"."""
    for tail in reporting_verbs().tails[small[start:end]]:
        tail_end = end + len(tail)
        if small.startswith(tail, end) and not small[tail_end : tail_end + 1].isalnum():
            yield Cue(start, tail_end, small[start:tail_end])
            return


def phrase_end(masked: str, start: int) -> int:
    """Return where the noun phrase that begins at `start` ends."""
    stop = _PHRASE_END.search(masked, start)
    return stop.start() if stop else len(masked)
