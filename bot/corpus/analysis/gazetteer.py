"""Outlets and agencies by all their names, found in running text.

The names are in `gazetteer.toml`. A name counts only as a whole word and in its capitals: `the sun` is no
newspaper.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import ahocorasick

from bot.corpus.analysis.outlet_spellings import spellings

DATA = Path(__file__).with_name("gazetteer.toml")
STATE = "state"
MEDIA = "state_media"
STATE_TV = "state TV"
_BEGINNING = 10
"""Characters of a name that the automaton knows."""
_ARABIC_PREFIXES = frozenset("ولبفك")
_NO_ALIASES = frozenset({"weak", "site", "country"})


@dataclass(frozen=True, slots=True)
class Outlet:
    """One entry of the gazetteer.

    Args:
        name: Canonical name.
        kind: "agency", "broadcaster", "newspaper", "online", "magazine", "body" (credited like an outlet),
            or "state" for a state broadcaster named without its country.
        aliases: Names that need no context.
        weak: Names that are ordinary words too ("Time") and need words around them that suggest an outlet.
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
        start: Offset of the name as written, in characters.
        end: Its end, exclusive.
        kind: As in `Outlet.kind`.
        weak: Whether the name as written is an ordinary word too.
    """

    name: str
    start: int
    end: int
    kind: str
    weak: bool = False


def load_outlets(data: Path = DATA) -> tuple[Outlet, ...]:
    """Return the outlets of a gazetteer file in file order, state broadcasters last."""
    with data.open("rb") as file:
        tables: dict[str, dict[str, dict[str, Any]]] = tomllib.load(file)
    states, media = tables.pop(STATE, {}), tables.pop(MEDIA, {})
    outlets = [_outlet(name, kind, entry) for kind, names in tables.items() for name, entry in names.items()]
    outlets += [_state_broadcaster(nation, entry, media) for nation, entry in states.items()]
    # Without a country in the name, the article decides (`state_broadcaster`).
    unnamed = [
        form for forms in media.values() for name in forms for form in (name, name[:1].upper() + name[1:])
    ]
    return (*outlets, Outlet(STATE_TV, STATE, tuple(unnamed)))


def _state_broadcaster(nation: str, entry: dict[str, Any], media: dict[str, Any]) -> Outlet:
    """`Syrian` -> `Syrian state TV`, with its names in English, Arabic and Turkish."""
    country = entry["country"]
    owners = [nation, f"{country}'s", f"{country}s"]
    aliases = [f"{owner} {medium}" for owner in owners for medium in media["en"]]
    aliases += [f"{nation} {medium}" for medium in ("TV", "television", "National Television")]
    if "ar" in entry:
        aliases += [form.format(f"التلفزيون {entry['ar']}") for form in ("{}", "{} الرسمي")]
        aliases.append(f"التلفزيون الرسمي {entry['ar']}")
    if "tr" in entry:
        aliases += [
            f"{entry['tr']} {medium}" for medium in (*media["tr"], "televizyonu", "resmi televizyonu")
        ]
    return Outlet(f"{nation} {STATE_TV}", "broadcaster", tuple(aliases))


def _outlet(name: str, kind: str, entry: dict[str, Any]) -> Outlet:
    weak = tuple(entry.get("weak", ()))
    listed = [alias for key, value in entry.items() if key not in _NO_ALIASES for alias in value]
    aliases = [alias for alias in listed if alias not in weak]
    own = () if name in weak or "(" in name else (name,)
    site = entry.get("site", "")
    return Outlet(name, kind, (*own, *aliases, *filter(None, [site])), weak, site)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All outlets, with an automaton that finds their names.

    The automaton has only the beginnings of names: with whole names it takes 12 MB instead of 4.

    Args:
        automaton: For each beginning a string: its length as a character, then for each name with it, in
            lines, twice the place of its outlet (plus one for a weak name), a colon and the rest of the name.
    """

    outlets: tuple[Outlet, ...]
    automaton: Any

    def find(self, text: str) -> list[OutletMention]:
        """Return the mentions in a text in order, the longest of overlapping ones."""
        free_from = 0
        mentions: list[OutletMention] = []
        for start, end, outlet, weak in sorted(self._hits(text), key=lambda hit: (hit[0], -hit[1])):
            if start >= free_from:
                mentions.append(OutletMention(outlet.name, start, end, outlet.kind, weak))
                free_from = end
        return mentions

    def _hits(self, text: str) -> Iterator[tuple[int, int, Outlet, bool]]:
        for last, entry in self.automaton.iter(text):
            start = last + 1 - ord(entry[0])
            if not _begins_word(text, start):
                continue
            for name in entry[1:].splitlines():
                code, _, rest = name.partition(":")
                end = last + 1 + len(rest)
                if text.startswith(rest, last + 1) and _ends_word(text, end):
                    place, weak = divmod(int(code), 2)
                    yield start, end, self.outlets[place], bool(weak)


_JOINED_NAME = re.compile(r"(?:^|\s|[(\"“„«])[^\W\d_a-z][^\s.:@]*/$")
"""What stands before a slash and an outlet's name ("NBC News/"), and is no address."""
_LONGEST_JOINED = 60


def _ends_word(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end].isalnum() or text[end] in "_@")


def _begins_word(text: str, start: int) -> bool:
    if start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "_@#./"):
        return True
    if text[start - 1] == "/":
        return (
            text[start].isupper()
            and _JOINED_NAME.search(text, max(start - _LONGEST_JOINED, 0), start) is not None
        )
    before = text[start - 2] if start > 1 else " "
    return text[start - 1] in _ARABIC_PREFIXES and not before.isalnum()


def build_gazetteer(outlets: Iterable[Outlet]) -> Gazetteer:
    """Return a gazetteer of outlets; the first outlet with a spelling keeps it."""
    outlets = tuple(outlets)
    automaton = ahocorasick.Automaton()
    for place, outlet in enumerate(outlets):
        for weak, aliases in enumerate((outlet.aliases, outlet.weak)):
            for form in chain.from_iterable(map(spellings, aliases)):
                beginning, rest = form[:_BEGINNING], form[_BEGINNING:]
                names = automaton.get(beginning, chr(len(beginning)))
                if f":{rest}\n" not in names:
                    automaton.add_word(beginning, f"{names}{2 * place + weak}:{rest}\n")
    automaton.make_automaton()
    return Gazetteer(outlets, automaton)


@cache
def default_gazetteer() -> Gazetteer:
    """Return the gazetteer of `gazetteer.toml`, built at the first call."""
    return build_gazetteer(load_outlets())


def find_outlets(text: str) -> list[OutletMention]:
    """Return every mention of a known outlet or agency in a text, in order, not overlapping."""
    return default_gazetteer().find(text)


def canonical(name: str) -> Outlet | None:
    """Return the outlet of a whole name, None for an unknown name."""
    name = name.strip()
    for mention in find_outlets(name):
        if mention.start == 0 and mention.end == len(name):
            return _by_name()[mention.name]
    return None


def canonical_in_any_case(name: str) -> Outlet | None:
    """Return the outlet of a whole name in whatever capitals ("sputnik"), None for an unknown name."""
    return canonical(name) or _by_folded_name().get(name.strip().casefold())


@cache
def _by_folded_name() -> dict[str, Outlet]:
    outlets = default_gazetteer().outlets
    return {alias.casefold(): outlet for outlet in reversed(outlets) for alias in outlet.aliases}


@cache
def _by_name() -> dict[str, Outlet]:
    return {outlet.name: outlet for outlet in default_gazetteer().outlets}


@cache
def _nations() -> tuple[re.Pattern[str], dict[str, str]]:
    with DATA.open("rb") as file:
        table = tomllib.load(file)[STATE]
    owner = {nation: nation for nation in table} | {
        entry["country"]: nation for nation, entry in table.items()
    }
    forms = "|".join(sorted(map(re.escape, owner), key=len, reverse=True))
    return re.compile(rf"\b({forms})(?:'s|’s|s)?\b"), owner


def state_broadcaster(text: str) -> str | None:
    """Return the "state TV" of the one country that an English text is mostly about, None without one."""
    names, owner = _nations()
    counts = Counter(owner[match.group(1)] for match in names.finditer(text)).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
        return None
    return f"{counts[0][0]} state TV"


def outlet_at(host: str) -> Outlet | None:
    """Return the outlet whose site has a host ("www.reuters.com"), None for an unknown host."""
    labels = host.lower().rstrip(".").split(".")
    names = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((_by_site()[name] for name in names if name in _by_site()), None)


@cache
def _by_site() -> dict[str, Outlet]:
    return {outlet.site: outlet for outlet in reversed(default_gazetteer().outlets) if outlet.site}
