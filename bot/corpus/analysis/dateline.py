"""Datelines: place, agency, writer and day before a report's first sentence ("ANKARA (AP) —")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from bot.corpus.analysis.byline import byline_names
from bot.corpus.analysis.gazetteer import Outlet, canonical, canonical_in_any_case, find_outlets
from bot.corpus.analysis.outlet_names import outlet_kind_by_name
from bot.languages.language import language as words_of
from bot.languages.phrases import any_word, pattern, words
from bot.languages.scripts import PERSIAN_FORMS

LONGEST_LINE = 70
SEARCHED = 320
"""Characters of a paragraph in which a dateline may stand."""
_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞĞİŞČ", "a-zß-öø-ÿğışč"
_CAPS = rf"[{_UPPER}][{_UPPER}.'’-]+"
_TITLE = rf"[{_UPPER}][\w.'’-]+"
_REGION = rf"(?:,\s+[{_UPPER}][\w.]*(?:\s[{_UPPER}][\w.]*)?)?"
_DAY = r"(?:,?\s+(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z]?[a-z]{2,9})(?:,?\s\d{4})?)?"
_CAPS_PLACE = rf"(?P<place>{_CAPS}(?:[\s/]{_CAPS}){{0,3}}{_REGION})"
_ANY_PLACE = rf"(?P<place>{_TITLE}(?:[\s/]{_TITLE}){{0,3}}{_REGION})"
_WITH_AGENCY = re.compile(
    rf"(?:(?<=^)|(?<=[.!?\"”)\d]\s)|(?<=[a-z])(?=[{_UPPER}]{{3}})|(?<=\s)(?=[{_UPPER}]{{3}}))"
    rf"(?!By\s){_ANY_PLACE}{_DAY},?\s*\((?P<agency>[^()]{{2,40}})\)(?:\s*[-–—:.]{{1,3}})?(?:\s|$)"
)
_WITHOUT_AGENCY = re.compile(rf"{_CAPS_PLACE}{_DAY}\s*[-–—]{{1,3}}(?:\s|$)")
_WITH_COLON = re.compile(rf"{_CAPS_PLACE}{_DAY}:\s(?=[A-Z“\"‘'][^:]{{80}})")
_NAMED_AGENCY = re.compile(rf"{_ANY_PLACE},\s+(?P<agency>[{_UPPER}]{{2,8}})\s*[-–—]+\s")
_DATED_AGENCY = re.compile(
    r"(?P<place>[^\W\d_][\w.’-]*(?:[ /-][^\W\d_][\w.’-]*){0,2})(?:\s?\([^()]{2,30}\))?,\s+"
    r"\d{1,2}\s[^\W\d_]{3,9}\.?(?:\s\d{4})?\s*(?:г\.)?[-–—,./ ]+\s*"
    r"\(?(?P<agency>[^()./–—]{2,30}?)\)?(?:\s?[-–—./,]{1,3}|(?<=\)))\s"
)
"""`МОСКВА, 1 дек - АГЕНТСТВО. ...`, `Madrid, 1 dic (Agencia).- ...`"""
_AGENCY_ALONE = re.compile(r"\(?(?P<agency>[^()–—-]{2,30}?)(?:\)\s?\.?[-–—]{1,2}|\)?\s+[-–—]{1,2})\s")
_MIXED_CASE = re.compile(rf"(?P<place>{_TITLE}(?:[\s/]{_TITLE}){{0,2}})(?:\.-|\s[-–—])\s(?=[{_UPPER}«\"“„])")
_REPORTER = re.compile(
    rf"(?P<author>[{_UPPER}][{_LOWER}]+(?:\s[{_UPPER}][{_LOWER}]+)*\s[{_UPPER}]{{2,}}"
    rf"(?:\s*[-,]\s*[{_UPPER}][{_LOWER}]+(?:\s[{_UPPER}][{_LOWER}]+)*\s[{_UPPER}]{{2,}})*)"
    rf"\s*/\s*(?P<place>{_CAPS}(?:\s?\([^()]{{2,30}}\))?)(?:[,\s]*\(?(?P<agency>{_CAPS})\)?)?(?:[-–—,:\s]|$)"
)
_SEPARATOR = re.compile(r"[-–—:/|()«»\"“”،,؛\[\]ـ]+")
_ARABIC = re.compile("[\u0621-\u064a]")
_AROUND = " :-–—.،,"
_MAX_AUTHORS, _MAX_AUTHOR_WORDS = 2, 8


@dataclass(frozen=True, slots=True)
class Dateline:
    """What precedes a report's first sentence.

    Args:
        surface: The text as written.
        outlets: Outlets and agencies it names, in order.
        start: Offset of `surface` in the paragraph.
    """

    surface: str
    place: str | None = None
    outlets: tuple[Outlet, ...] = ()
    author: str | None = None
    start: int = 0


def read_dateline(paragraph: str, language: str = "") -> Dateline | None:
    """Return the dateline of a paragraph, None when it begins with its first sentence."""
    if _ARABIC.search(paragraph[:30]):
        return _persian(paragraph) if language == "fa" else _arabic(paragraph)
    match = _REPORTER.match(paragraph) if "/" in paragraph[:LONGEST_LINE] else None
    if match:
        return _dateline(match)
    searched = paragraph[:SEARCHED] if "(" in paragraph[:SEARCHED] else ""
    for candidate in _WITH_AGENCY.finditer(searched):
        if _agencies(candidate["agency"]) and not find_outlets(candidate["place"]):
            return _dateline(candidate, author=byline_names(paragraph[: candidate.start()].strip()))
    for form in (_WITHOUT_AGENCY, _WITH_COLON):
        match = form.match(paragraph)
        if match and not _is_heading(match["place"]):
            return _dateline(match)
    return _rarer(paragraph, language)


def is_dateline(line: str) -> bool:
    """Whether a line is a dateline and nothing else."""
    if len(line) > LONGEST_LINE:
        return False
    dateline = read_dateline(line)
    return dateline is not None and len(dateline.surface.strip(_AROUND)) >= len(line.strip(_AROUND))


def _rarer(paragraph: str, language: str) -> Dateline | None:
    for form in (_NAMED_AGENCY, _DATED_AGENCY):
        named = form.match(paragraph)
        if named and _agencies(named["agency"]):
            return _dateline(named)
    alone = _AGENCY_ALONE.match(paragraph)
    outlet = canonical(alone["agency"]) if alone else None
    if alone and outlet and (outlet.kind == "agency" or paragraph.startswith("(")):
        return Dateline(alone.group().strip(), outlets=(outlet,))
    mixed = _MIXED_CASE.match(paragraph) if words_of(language).datelines.mixed_case else None
    return _dateline(mixed) if mixed else None


def _dateline(match: re.Match[str], author: str | None = None) -> Dateline:
    groups = match.groupdict()
    reporter = _names(groups["author"]) if groups.get("author") else author
    return Dateline(
        surface=match.group().strip(),
        place=groups["place"].strip(" ,"),
        outlets=_agencies(groups.get("agency") or ""),
        author=reporter,
        start=match.start(),
    )


def _names(written: str) -> str:
    """Surnames in capitals -> names in mixed case."""
    return ", ".join(
        " ".join(word if not word.isupper() else _capitalised(word) for word in name.split())
        for name in re.split(r"\s*[-,]\s*", written)
    )


def _capitalised(word: str) -> str:
    # Turkish lower-cases I to ı and İ to i; str.lower() does neither.
    return word[0] + word[1:].replace("I", "ı").replace("İ", "i").lower()


def _agencies(written: str) -> tuple[Outlet, ...]:
    parts = re.split(r"\s*(?:/|,|&|\band\b|\bve\b|;)\s*", written)
    agencies = [_listed_agency(part) or _unlisted_agency(part) for part in parts if part]
    return tuple(agency for agency in agencies if agency)


def _listed_agency(name: str) -> Outlet | None:
    return canonical_in_any_case(name) if name.islower() else canonical(name)


def _unlisted_agency(name: str) -> Outlet | None:
    return Outlet(name, "agency") if outlet_kind_by_name(name) == "agency" else None


def _is_heading(place: str) -> bool:
    sections = words("boilerplate.section_names")
    labels = words("attribution.labels")
    return not sections.isdisjoint(place.split()) or place.lower() in labels or canonical(place) is not None


def _persian(paragraph: str) -> Dateline | None:
    """Read a known place before a dash, with or without an agency or a reporter between; else an outlet."""
    opening = paragraph[:LONGEST_LINE].translate(PERSIAN_FORMS)
    match = _persian_form().match(opening)
    if not match:
        other = _arabic(paragraph)
        return replace(other, place=None) if other and other.outlets else None
    between = match["between"] or ""
    outlets = [canonical(between[mention.start : mention.end]) for mention in find_outlets(between)]
    return Dateline(
        paragraph[: match.end()].strip(), paragraph[: match.end("place")], tuple(filter(None, outlets))
    )


@cache
def _persian_form() -> re.Pattern[str]:
    places = any_word(words("datelines.places", "fa"))
    return re.compile(rf"(?P<place>{places})\s?(?:[-–—،:]\s?(?P<between>[^-–—:]{{3,40}}))?\s?[-–—:]\s")


def _arabic(paragraph: str) -> Dateline | None:
    datelines = (_arabic_dateline(paragraph[:cut]) for cut in _arabic_cuts(paragraph))
    return next((dateline for dateline in datelines if dateline), None)


def _arabic_cuts(paragraph: str) -> Iterator[int]:
    """Where the dateline may end: with the line when it is short, else at a colon, bracket or dash."""
    if len(paragraph) <= LONGEST_LINE:
        yield len(paragraph)
    for match in re.finditer(r"[:)]|\s[-–—]+\s", paragraph[:LONGEST_LINE]):
        yield match.end()


def _arabic_dateline(text: str) -> Dateline | None:
    """Read a line made of nothing but outlets, a place and writers: "واس (الرياض)"."""
    outlets, parts = _arabic_parts(text)
    places = [part for part in parts if part in words("datelines.places", "ar")]
    authors = [part for part in parts if part not in places]
    if any(pattern("citations.cue_before").match(part.translate(PERSIAN_FORMS)) for part in authors):
        return None
    if places and outlets:
        authors = [name for name in authors if len(name.split()) > 1]  # one word is the place's country
    if not outlets and not (places and authors):
        return None
    if len(authors) > _MAX_AUTHORS or sum(len(name.split()) for name in authors) > _MAX_AUTHOR_WORDS:
        return None
    if not places and outlets and len(authors) == 1 and len(authors[0].split()) <= 2:
        places, authors = authors, []  # next to an agency, one or two unknown words are a place
    if any(not 2 <= len(name.split()) <= 5 for name in authors) or (authors and not places):
        return None
    return Dateline(text.strip(), places[0] if places else None, tuple(outlets), ", ".join(authors) or None)


def _arabic_parts(text: str) -> tuple[list[Outlet], list[str]]:
    """Return the outlets of a line and the text between them."""
    outlets: list[Outlet] = []
    between: list[str] = []
    end = 0
    for mention in find_outlets(text):
        outlet = canonical(text[mention.start : mention.end])
        if outlet and (mention.start == 0 or not text[mention.start - 1].isalpha()):
            outlets.append(outlet)
            between += _SEPARATOR.split(text[end : mention.start])
            end = mention.end
    parts = [part.strip(" .ـ") for part in [*between, *_SEPARATOR.split(text[end:])]]
    return outlets, [part for part in parts if part and not pattern("credits.nobody").fullmatch(part)]
