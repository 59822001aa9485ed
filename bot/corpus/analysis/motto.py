"""Headlines with the site's motto behind or before them: "Ferry stopped - Tarnholm - The Portmere Echo"."""

import re
from collections.abc import Sequence

from bot.corpus.analysis.gazetteer import canonical, find_outlets
from bot.corpus.analysis.outlet_names import outlet_kind_by_name
from bot.corpus.dates import find_dates
from bot.corpus.plain_text import one_line
from bot.languages.phrases import pattern

DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|[a-z]{2})", re.IGNORECASE)
_BELOW_HEADLINE = 6
"""Lines below the headline that may repeat it."""
_SEPARATOR = re.compile(r"\s+[-–—|:»/•·]+\s+|\s*[|｜：]\s*")
_BEFORE_DATE = re.compile(r"\s*[,|–—-]\s*$")
_AFTER_COMMA = re.compile(r", (?P<name>[^,]+)$")


def split_motto(first: str, following: Sequence[str]) -> tuple[str, str]:
    """Return (headline, site motto) of a page's first line.

    Evidence for a motto: the line without it is repeated below, or it names an outlet.
    """
    first = one_line(first)
    cuts = list(_SEPARATOR.finditer(first))
    below = {plain(line) for line in following[:_BELOW_HEADLINE]} if cuts else set()
    for cut in cuts:
        before, after = first[: cut.start()], first[cut.end() :]
        if plain(before) in below:
            return before, after
        if plain(after) in below:
            return after, before
    return _with_outlet(first, cuts) or _with_date(first) or (first, "")


def _with_outlet(first: str, cuts: Sequence[re.Match[str]]) -> tuple[str, str] | None:
    if cuts and is_site(first[cuts[-1].end() :]):
        return first[: cuts[-1].start()], first[cuts[-1].end() :]
    if cuts and ":" not in cuts[0].group() and is_site(first[: cuts[0].start()]):
        return first[cuts[0].end() :], first[: cuts[0].start()]
    return None


def _with_date(first: str) -> tuple[str, str] | None:
    """Split "Ferry stopped, newspaper The Portmere Echo, 3 May 2026"."""
    start, end, _ = next(find_dates(first), (0, 0, None))
    separator = _BEFORE_DATE.search(first, 0, start)
    if not separator or end != len(first):
        return None
    outlet = _AFTER_COMMA.search(first, 0, separator.start())
    name = pattern("bylines.outlet_nouns", "^{} ").sub("", outlet["name"]) if outlet else ""
    return (first[: outlet.start()], f"{name} | {first[start:]}") if outlet and is_site(name) else None


def is_site(text: str) -> bool:
    """Whether a text is a domain or the name of an outlet, listed or not."""
    known = canonical(text) or outlet_kind_by_name(text)
    return known is not None or DOMAIN.fullmatch(text) is not None


def section_of(text: str) -> str | None:
    """Return the outlet whose section a text names ("BBC Sport"), None for another text."""
    first = next(iter(find_outlets(text)), None)
    if first is None or first.start or first.weak or first.kind == "agency":
        return None
    rest = text[first.end :]
    return first.name if rest[:1] == " " and rest[1:2].isupper() and len(rest.split()) == 1 else None


def plain(text: str) -> str:
    """Return a text's words in small letters, to compare lines."""
    return re.sub(r"\W+", " ", text.replace("’", "'")).strip().casefold()
