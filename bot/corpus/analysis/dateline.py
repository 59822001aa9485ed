"""The opening of a report: place, agency, writer and day before the first sentence ("ANKARA (AP) —")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.corpus.analysis.byline import byline_names
from bot.corpus.analysis.gazetteer import Outlet, canonical, find_outlets
from bot.corpus.analysis.outlet_names import outlet_kind_by_name
from bot.languages.phrases import pattern, words

LONGEST_LINE = 70
SEARCHED = 320  # characters of a paragraph in which an opening may stand
_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞĞİŞČ", "a-zß-öø-ÿğışč"
_CAPS = rf"[{_UPPER}][{_UPPER}.'’-]+"
_TITLE = rf"[{_UPPER}][\w.'’-]+"
_REGION = rf"(?:,\s+[{_UPPER}][\w.]*(?:\s[{_UPPER}][\w.]*)?)?"
_DAY = r"(?:,?\s+(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z]?[a-z]{2,9})(?:,?\s\d{4})?)?"
_CAPS_PLACE = rf"(?P<place>{_CAPS}(?:[\s/]{_CAPS}){{0,3}}{_REGION})"
_ANY_PLACE = rf"(?P<place>{_TITLE}(?:[\s/]{_TITLE}){{0,3}}{_REGION})"
_DASH = r"\s*(?:[-–—]{1,3}|:)(?:\s|$)"
_WITH_AGENCY = re.compile(
    rf"(?:(?<=^)|(?<=[.!?\"”)\d]\s)|(?<=[a-z])(?=[{_UPPER}]{{3}})|(?<=\s)(?=[{_UPPER}]{{3}}))"
    rf"(?!By\s){_ANY_PLACE}{_DAY},?\s*\((?P<agency>[^()]{{2,40}})\)(?:\s*[-–—:.]{{1,3}})?(?:\s|$)"
)
_WITHOUT_AGENCY = re.compile(rf"{_CAPS_PLACE}{_DAY}\s*[-–—]{{1,3}}(?:\s|$)")
_NAMED_AGENCY = re.compile(rf"{_ANY_PLACE},\s+(?P<agency>[{_UPPER}]{{2,8}})\s*[-–—]+\s")
_AGENCY_ALONE = re.compile(r"\(?(?P<agency>[^()–—-]{2,30}?)\)?\s+[-–—]{1,2}\s")
_PLAIN = re.compile(rf"(?P<place>{_TITLE}(?:[\s/]{_TITLE}){{0,2}})(?:\.-|\s[-–—])\s(?=[{_UPPER}«\"“„])")
_REPORTER = re.compile(
    rf"(?P<author>[{_UPPER}][{_LOWER}]+(?:\s[{_UPPER}][{_LOWER}]+)*\s[{_UPPER}]{{2,}}"
    rf"(?:\s*[-,]\s*[{_UPPER}][{_LOWER}]+(?:\s[{_UPPER}][{_LOWER}]+)*\s[{_UPPER}]{{2,}})*)"
    rf"\s*/\s*(?P<place>{_CAPS}(?:\s?\([^()]{{2,30}}\))?)(?:[,\s]*\(?(?P<agency>{_CAPS})\)?)?(?:[-–—,:\s]|$)"
)
_PLAIN_LANGUAGES = frozenset({"de", "es", "pt", "it"})
_SEPARATOR = re.compile(r"[-–—:/|()«»\"“”،,؛\[\]ـ]+")
_ARABIC = re.compile("[\u0621-\u064a]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence.

    Args:
        surface: The words as they stand.
        outlets: Outlets and agencies named, in order.
        start: Where `surface` begins in the paragraph.
    """

    surface: str
    place: str | None = None
    outlets: tuple[Outlet, ...] = ()
    author: str | None = None
    start: int = 0


def read_dateline(paragraph: str, language: str = "") -> Dateline | None:
    """Return the opening of `paragraph`, or None when it begins with its first sentence."""
    if _ARABIC.search(paragraph[:30]):
        return _arabic(paragraph)
    match = _REPORTER.match(paragraph) if "/" in paragraph[:LONGEST_LINE] else None
    if match:
        return _dateline(match)
    searched = paragraph[:SEARCHED] if "(" in paragraph[:SEARCHED] else ""
    for candidate in _WITH_AGENCY.finditer(searched):
        if _agencies(candidate["agency"]) and not find_outlets(candidate["place"]):
            return _dateline(candidate, author=byline_names(paragraph[: candidate.start()].strip()))
    match = _WITHOUT_AGENCY.match(paragraph)
    if match and not _is_heading(match["place"]):
        return _dateline(match)
    return _rarer(paragraph, language)


def is_dateline(line: str) -> bool:
    """Whether `line` is an opening and nothing else."""
    if len(line) > LONGEST_LINE:
        return False
    dateline = read_dateline(line)
    return dateline is not None and len(dateline.surface.strip(" :-–—.،,")) >= len(line.strip(" :-–—.،,"))


def _rarer(paragraph: str, language: str) -> Dateline | None:
    named = _NAMED_AGENCY.match(paragraph)
    if named and _agencies(named["agency"]):
        return _dateline(named)
    alone = _AGENCY_ALONE.match(paragraph)
    outlet = canonical(alone["agency"]) if alone else None
    if alone and outlet and outlet.kind == "agency":
        return Dateline(alone.group().strip(), outlets=(outlet,))
    plain = _PLAIN.match(paragraph) if language in _PLAIN_LANGUAGES else None
    return _dateline(plain) if plain else None


def _dateline(match: re.Match[str], author: str | None = None) -> Dateline:
    groups = match.groupdict()
    reporter = _names(groups["author"]) if groups.get("author") else author
    return Dateline(
        surface=match.group().strip(),
        place=groups["place"].strip(" ,."[:2]),
        outlets=_agencies(groups.get("agency") or ""),
        author=reporter,
        start=match.start(),
    )


def _names(written: str) -> str:
    """Surnames in capitals -> as names are written."""
    return ", ".join(
        " ".join(word if not word.isupper() else _capitalised(word) for word in name.split())
        for name in re.split(r"\s*[-,]\s*", written)
    )


def _capitalised(word: str) -> str:
    # Turkish: the small letter of I is ı, of İ is i; str.lower() gets both wrong.
    return word[0] + word[1:].replace("I", "ı").replace("İ", "i").lower()


def _agencies(written: str) -> tuple[Outlet, ...]:
    parts = re.split(r"\s*(?:/|,|&|\band\b|\bve\b|;)\s*", written)
    found = [canonical(part) or _shaped(part) for part in parts if part]
    return tuple(outlet for outlet in found if outlet)


def _shaped(name: str) -> Outlet | None:
    return Outlet(name, "agency") if outlet_kind_by_name(name) == "agency" else None


def _is_heading(place: str) -> bool:
    return not words("masthead", "sections").isdisjoint(place.split()) or canonical(place) is not None


def _arabic(paragraph: str) -> Dateline | None:
    for cut in _arabic_cuts(paragraph):
        dateline = _arabic_parts(paragraph[:cut])
        if dateline:
            return dateline
    return None


def _arabic_cuts(paragraph: str) -> Iterator[int]:
    """Ends of what may be the opening: the line itself when short, else up to a colon or a dash."""
    if len(paragraph) <= LONGEST_LINE:
        yield len(paragraph)
    for match in re.finditer(r"[:)]|\s[-–—]+\s", paragraph[:LONGEST_LINE]):
        yield match.end()


def _arabic_parts(text: str) -> Dateline | None:
    """Read a line made of nothing but outlets, a place and a writer: "واس (الرياض)"."""
    outlets, rest, spent = [], [], 0
    for mention in find_outlets(text):
        outlet = canonical(text[mention.start : mention.end])
        if outlet and (mention.start == 0 or not text[mention.start - 1].isalpha()):
            outlets.append(outlet)
            rest += _SEPARATOR.split(text[spent : mention.start])
            spent = mention.end
    rest = [part.strip(" .ـ") for part in [*rest, *_SEPARATOR.split(text[spent:])]]
    rest = [part for part in rest if part and not pattern("origin", "generic").fullmatch(part)]
    places = [part for part in rest if part in words("places", "ar")]
    others = [part for part in rest if part not in places]
    if (
        (not outlets and not (places and others))
        or len(others) > 2
        or sum(len(o.split()) for o in others) > 8
    ):
        return None
    if not places and outlets and len(others) == 1 and len(others[0].split()) <= 2:
        places, others = others, []
    if any(not 2 <= len(other.split()) <= 5 for other in others) or (others and not places):
        return None
    author = ", ".join(others) or None
    return Dateline(text.strip(), places[0] if places else None, tuple(outlets), author)
