"""Outlets that no list holds, known by the shape of their names: "Kestrel Wire", "Turna Haber Ajansı".

Only whole names count: capitals on every word or, in Arabic, a noun before and a mark or «للأنباء» behind.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.corpus.analysis.gazetteer import OutletMention, find_outlets
from bot.languages.phrases import any_of, words

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĞİŞČ][\w&-]*(?:[’'](?!\w{1,4}\b)\w+)?"
_NAME_BEFORE = re.compile(rf"(?<![\w’'])(?:{_CAPITAL} ){{0,4}}{_CAPITAL}$")
_LONGEST_NAME = 60
_ALIF = "ا"
"""No Arabic text does without it."""
_KINDS = ("agency", "paper", "air")


def find_all_outlets(text: str) -> list[OutletMention]:
    """Return every mention of an outlet in `text`, listed or named like one, in order, not overlapping."""
    found = find_outlets(text)
    for each in _unlisted_outlets(text):
        if all(each.end <= other.start or other.end <= each.start for other in found):
            found.append(each)
    return sorted(found, key=lambda mention: mention.start)


def outlet_kind_by_name(name: str) -> str | None:
    """Return the kind of outlet that `name` as a whole is shaped like, or None."""
    return next(
        (each.kind for each in _unlisted_outlets(name) if (each.start, each.end) == (0, len(name))), None
    )


def _unlisted_outlets(text: str) -> Iterator[OutletMention]:
    for match in _last_words().finditer(text):
        yield from _ending(text, match)
    for kind, names in _whole_names() if _ALIF in text else ():
        for match in names.finditer(text):
            start, end = match.span("name")
            yield OutletMention(text[start:end], start, end, kind)


def _ending(text: str, match: re.Match[str]) -> Iterator[OutletMention]:
    """`The Alder Valley` + `Bugle`: the capitals before, without the word that only begins the sentence."""
    before = _NAME_BEFORE.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
    parts = before.group().split() if before else []
    while parts and parts[0] in words("named", "not_first"):
        parts = parts[1:]
    if not parts or parts[-1] in words("named", "not_before"):
        return
    own = match.lastgroup not in (None, "beside")
    end = match.end() if own else match.start()
    start = match.start() - len(" ".join(parts))
    kind = "agency" if match.lastgroup == "agency" else "newspaper"
    yield OutletMention(text[start:end], start, end, kind)


@cache
def _last_words() -> re.Pattern[str]:
    own = "|".join(rf"(?P<{kind}>{any_of('named', f'{kind}_last')})" for kind in _KINDS)
    beside = rf"(?P<beside>{any_of('named', 'beside_tr')})"
    return re.compile(rf" (?:(?![a-z])(?:{own})|{beside})\b(?!-)")  # names have capitals, most words have not


@cache
def _whole_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """In Arabic. A pattern each, as one that may begin in two ways is slow to search for."""
    quoted = rf"{any_of('named', 'beside_ar')} [\"«“‘'](?P<name>[^\"»”’'«“‘\n]{{2,30}})[\"»”’']"
    wire = r"(?P<name>وكالة(?<!الوكالة) \w+ للأنباء)(?!\w)"
    return ("agency", re.compile(wire)), ("newspaper", re.compile(quoted))
