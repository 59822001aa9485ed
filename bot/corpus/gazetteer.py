"""Outlets and agencies by all their names, found in running text.

The names live in `gazetteer.toml`; edit that file, nothing here. A name counts only with word edges on
both sides, written as a name: `the sun` in small letters is nobody's.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import ahocorasick

DATA = Path(__file__).with_name("gazetteer.toml")
_ARABIC_PREFIXES = frozenset("ولبفك")
_BARE_ALIF = str.maketrans("أإآ", "ااا")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One entry of the gazetteer.

    Args:
        name: Canonical name.
        kind: "agency", "broadcaster", "newspaper", "online", "magazine", or "body" (credited like an outlet).
        aliases: Every way of writing it that may stand alone.
        weak: Names that are ordinary words too ("Time"): they need words around them that speak of an outlet.
        site: Its domain, or "".
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    site: str = ""


@dataclass(frozen=True, slots=True)
class OutletMention:
    """A name of an outlet in a text.

    Args:
        name: Canonical name.
        start: Offset of the surface in characters.
        end: End of the surface, exclusive.
        kind: As in `Outlet.kind`.
        weak: Whether the surface is an ordinary word too.
    """

    name: str
    start: int
    end: int
    kind: str
    weak: bool = False


def load(data: Path = DATA) -> tuple[Outlet, ...]:
    """Return the outlets of a gazetteer file in file order."""
    with data.open("rb") as file:
        tables: dict[str, dict[str, dict[str, Any]]] = tomllib.load(file)
    return tuple(
        _outlet(name, kind, entry) for kind, names in tables.items() for name, entry in names.items()
    )


def _outlet(name: str, kind: str, entry: dict[str, Any]) -> Outlet:
    weak = tuple(entry.get("weak", ()))
    aliases = [alias for key, value in entry.items() if key not in ("weak", "site") for alias in value]
    own = () if name in weak or "(" in name else (name,)
    return Outlet(name, kind, (*own, *aliases), weak, entry.get("site", ""))


def _spellings(alias: str) -> Iterator[str]:
    """Ways the same name is typed: capitals, apostrophes, hyphens, Arabic without hamza."""
    forms = {alias, alias.translate(_BARE_ALIF)}
    forms |= {form.replace("'", "’") for form in forms}
    forms |= {form.replace("-", " ") for form in forms if "-" in form}
    forms |= {form.removesuffix("ة") + "ه" for form in forms if form.endswith("ة")}
    if alias.isascii() and len(alias) > 3:
        forms |= {form.upper() for form in forms}
    forms |= {"لل" + form[2:] for form in forms if form.startswith("ال")}
    yield from forms


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All outlets, ready to be looked for."""

    outlets: tuple[Outlet, ...]
    automaton: Any

    def find(self, text: str) -> list[OutletMention]:
        """Return the mentions in `text` in order; of overlapping ones the longest."""
        taken_to = 0
        found: list[OutletMention] = []
        for start, end, outlet, weak in sorted(self._hits(text), key=lambda hit: (hit[0], -hit[1])):
            if start >= taken_to:
                found.append(OutletMention(outlet.name, start, end, outlet.kind, weak))
                taken_to = end
        return found

    def _hits(self, text: str) -> Iterator[tuple[int, int, Outlet, bool]]:
        for last, (length, outlet, weak) in self.automaton.iter(text):
            start, end = last + 1 - length, last + 1
            if _is_word(text, start, end):
                yield start, end, outlet, weak


def _is_word(text: str, start: int, end: int) -> bool:
    if end < len(text) and (text[end].isalnum() or text[end] in "_@"):
        return False
    if start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "_@#./"):
        return True
    before = text[start - 2] if start > 1 else " "
    return text[start - 1] in _ARABIC_PREFIXES and not before.isalnum()


def build(outlets: Iterable[Outlet]) -> Gazetteer:
    """Return a gazetteer of `outlets`; the first to claim a spelling keeps it."""
    outlets = tuple(outlets)
    automaton = ahocorasick.Automaton()
    for outlet in outlets:
        named = [(alias, False) for alias in outlet.aliases] + [(alias, True) for alias in outlet.weak]
        for alias, weak in named:
            for form in _spellings(alias):
                if form not in automaton:
                    automaton.add_word(form, (len(form), outlet, weak))
    automaton.make_automaton()
    return Gazetteer(outlets, automaton)


@cache
def default() -> Gazetteer:
    """Return the gazetteer that ships with the program, built at the first call."""
    return build(load())


def find_outlets(text: str) -> list[OutletMention]:
    """Return every mention of a known outlet or agency in `text`, in order, not overlapping."""
    return default().find(text)


def canonical(name: str) -> Outlet | None:
    """Return the outlet that `name` as a whole is a name of, or None."""
    name = name.strip()
    for mention in find_outlets(name):
        if mention.start == 0 and mention.end == len(name):
            return _by_name()[mention.name]
    return None


@cache
def _by_name() -> dict[str, Outlet]:
    return {outlet.name: outlet for outlet in default().outlets}
