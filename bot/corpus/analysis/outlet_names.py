"""Outlets missing from the gazetteer, recognised by their names: "Kestrel Wire", "Turna Haber Ajansı".

Only whole names count: capitals on every word or, in Arabic, a noun before and a mark or «للأنباء» after.
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
"""Every Arabic text has one."""
_KINDS = ("agency", "paper", "broadcaster")
"""Kinds of last words."""


def find_all_outlets(text: str) -> list[OutletMention]:
    """Return the mentions of outlets in a text, listed or not, in order, not overlapping."""
    mentions = find_outlets(text)
    for unlisted in _unlisted_outlets(text):
        if all(unlisted.end <= known.start or known.end <= unlisted.start for known in mentions):
            mentions.append(unlisted)
    return sorted(mentions, key=lambda mention: mention.start)


def outlet_kind_by_name(name: str) -> str | None:
    """Return the kind of outlet that a whole name looks like, None when it looks like none."""
    mentions = _unlisted_outlets(name)
    return next(
        (mention.kind for mention in mentions if (mention.start, mention.end) == (0, len(name))), None
    )


def _unlisted_outlets(text: str) -> Iterator[OutletMention]:
    for match in _last_words().finditer(text):
        yield from _ending_in(match, text)
    for kind, names in _arabic_names() if _ALIF in text else ():
        for match in names.finditer(text):
            start, end = match.span("name")
            yield OutletMention(text[start:end], start, end, kind)


def _ending_in(match: re.Match[str], text: str) -> Iterator[OutletMention]:
    """`Alder Valley` + `Bugle`: the capitals before the last word, without one that only opens a sentence."""
    before = _NAME_BEFORE.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
    parts = before.group().split() if before else []
    while parts and parts[0] in words("outlet_names.not_first"):
        parts = parts[1:]
    if not parts or parts[-1] in words("outlet_names.not_before"):
        return
    in_name = match.lastgroup not in (None, "noun")
    end = match.end() if in_name else match.start()
    start = match.start() - len(" ".join(parts))
    kind = "agency" if match.lastgroup == "agency" else "newspaper"
    yield OutletMention(text[start:end], start, end, kind)


@cache
def _last_words() -> re.Pattern[str]:
    in_name = "|".join(rf"(?P<{kind}>{any_of(f'outlet_names.{kind}_last')})" for kind in _KINDS)
    noun = rf"(?P<noun>{any_of('outlet_names.noun_after')})"
    # The lookahead is for speed: names have capitals, most words have none.
    return re.compile(rf" (?:(?![a-z])(?:{in_name})|{noun})\b(?!-)")


@cache
def _arabic_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kinds with patterns; two patterns, as one with two beginnings is slow to search for."""
    quoted = rf"{any_of('outlet_names.noun_before')} [\"«“‘'](?P<name>[^\"»”’'«“‘\n]{{2,30}})[\"»”’']"
    wire = r"(?P<name>وكالة(?<!الوكالة) \w+ للأنباء)(?!\w)"
    return ("agency", re.compile(wire)), ("newspaper", re.compile(quoted))
