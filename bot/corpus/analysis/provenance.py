"""Publisher <- original source <- cited outlets, each hop with its evidence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.corpus.analysis.byline import author_lines, byline_names, byline_outlet
from bot.corpus.analysis.citations import find_citations
from bot.corpus.analysis.dateline import Dateline, read_dateline
from bot.corpus.analysis.gazetteer import canonical, find_outlets
from bot.corpus.analysis.header import all_authors, signature
from bot.corpus.analysis.motto import is_site, section_of
from bot.corpus.analysis.original_source import canonical_name, credit_names, dated_credit, tail_credit
from bot.corpus.analysis.page import ParsedPage
from bot.corpus.article import Certainty, Hop, Provenance, Span
from bot.languages.phrases import pattern

DATELINE_PARAGRAPHS = 5
"""Paragraphs at the start of the body that may hold a dateline."""
END_CHARACTERS = 2500
"""Characters at the end of the body that may hold the site's boilerplate."""
_BEFORE_NAME = 40
"""Characters before an outlet's name that make the page its own."""
_SITE_PARTS = re.compile(r"\s+[-–—|:»/•·]+\s+|\s*\|\s*")
_WRITING_AT = re.compile(
    r"From (?P<author>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}) (?:writing|reporting) (?:at|for|in) "
)
_REPORTING_BY = re.compile(r"\(?Reporting by (?P<author>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})")
_NAME_LIKE = re.compile(
    r"[A-ZÀ-ÞĞİŞ][\w'’.&-]*(?: (?:[A-ZÀ-ÞĞİŞ][\w'’.&-]*|of|the|de|la|del|and)){0,3}"
    r"|[\u0621-\u064a]{2,}(?: [\u0621-\u064a]{2,}){0,3}"
)
_ACRONYMS = frozenset(
    {"TV", "FM", "AM", "UK", "US", "USA", "EU", "UN", "BBC", "CNN", "NBC", "ABC", "CBS", "NPR"}
)


@dataclass(frozen=True, slots=True)
class PageCredits:
    """Whose article a page is.

    Args:
        author: Persons in the byline, or None.
        dateline: The place it is dated from, or None.
        provenance: The whole chain.
    """

    author: str | None
    dateline: str | None
    provenance: Provenance


def trace_provenance(
    page: ParsedPage, body: str, sentences: tuple[Span, ...], *, language: str, publisher: str | None
) -> PageCredits:
    """Return whose article a page is.

    Args:
        page: The page taken apart.
        body: The article's text, which the spans refer to.
        sentences: Its sentences.
        language: ISO 639-1 code.
        publisher: From a field of the input; wins over the page.
    """
    datelines = list(_datelines(page, language))
    issuer = Hop(canonical_name(publisher), Certainty.STATED) if publisher else _publisher(page, datelines)
    original = {hop.name: hop for hop in _originals(page, datelines) if not issuer or hop.name != issuer.name}
    own = frozenset(original) | ({issuer.name} if issuer else set())
    citations = find_citations(body, sentences, language=language, title=page.title, own=own)
    places = [dateline.place for dateline in datelines] + [stated.place for stated in page.headers]
    place = next(filter(None, places), None)
    chain = Provenance(issuer, tuple(original.values()), citations)
    return PageCredits(_author(page, datelines), place, chain)


def _datelines(page: ParsedPage, language: str) -> Iterator[Dateline]:
    for line in (*page.head, *page.body[:DATELINE_PARAGRAPHS]):
        dateline = read_dateline(line, language)
        if dateline:
            yield dateline


def _publisher(page: ParsedPage, datelines: list[Dateline]) -> Hop | None:
    """The page's own outlet, from the most reliable place that names one."""
    site = _known_site(page.motto)
    if site and canonical(page.masthead):
        return Hop(site, Certainty.STATED, page.motto)
    if page.masthead:
        return Hop(_proper(page.masthead, page.motto), Certainty.STATED, page.masthead)
    if page.motto:
        name = _site_name(page.motto, repeated=page.repeated)
        if name:
            return Hop(name, Certainty.STATED, page.motto)
    own = next(_own_names(page), None)
    if own:
        return Hop(own, Certainty.STATED, own)
    for dateline in datelines:
        for outlet in dateline.outlets:
            if outlet.kind != "agency":
                return Hop(outlet.name, Certainty.STATED, dateline.surface)
    return _known_outlet_below(page) or _linked_outlet_below(page)


def _known_outlet_below(page: ParsedPage) -> Hop | None:
    """The outlet of a permalink, else of a copyright line or other boilerplate at the page's end."""
    ends = [(text, find_outlets(text)) for text in (*page.tail, page.body[-1][-END_CHARACTERS:])]
    for key in ("permalink", "own_name_after"):
        for text, mentions in ends:
            for mention in mentions:
                before = text[max(0, mention.start - _BEFORE_NAME) : mention.start]
                match = pattern(f"credits.{key}", "{}.{0,4}$").search(before)
                if match:
                    evidence = match.group() + text[mention.start : mention.end]
                    return Hop(mention.name, Certainty.STATED, evidence)
    notice = pattern("credits.own_name_before")
    named = (
        (text, mention, notice.match(text, mention.end)) for text, mentions in ends for mention in mentions
    )
    found = next(((text, mention, after) for text, mention, after in named if after), None)
    if found is None:
        return None
    text, mention, after = found
    return Hop(mention.name, Certainty.STATED, text[mention.start : after.end()])


def _linked_outlet_below(page: ParsedPage) -> Hop | None:
    """The outlet of a permalink that the gazetteer lacks."""
    form = pattern("credits.permalink", rf"{{}}(?P<name>{_NAME_LIKE.pattern})\.?$")
    matches = filter(None, map(form.search, page.tail))
    return next((Hop(match["name"].rstrip("."), Certainty.STATED, match.group()) for match in matches), None)


def _known_site(motto: str) -> str | None:
    outlets = (canonical(part.strip()) for part in _SITE_PARTS.split(motto))
    return next((outlet.name for outlet in outlets if outlet and outlet.kind != "agency"), None)


def _own_names(page: ParsedPage) -> Iterator[str]:
    """Yield outlets that a header names as its own: next to a date or person, or signed with an agency."""
    for stated in page.headers:
        with_agency = any(outlet.kind == "agency" for outlet in stated.outlets)
        if not stated.signed or (with_agency and not stated.authors):
            yield from (outlet.name for outlet in stated.outlets if outlet.kind != "agency")


def _site_name(motto: str, *, repeated: bool) -> str | None:
    parts = [part.strip() for part in _SITE_PARTS.split(motto) if part.strip()]
    for part in parts:
        if is_site(part):
            return canonical_name(part)
    section = next(filter(None, map(section_of, parts)), None) if repeated else None
    if section:
        return section
    last = parts[-1] if parts else ""
    return last if repeated and len(parts) == 1 and _NAME_LIKE.fullmatch(last) else None


def _proper(masthead: str, motto: str) -> str:
    """The outlet's name in mixed case; the motto tells, as capitals don't distinguish i from ı."""
    outlet = canonical(masthead)
    if outlet or not masthead.isupper():
        return outlet.name if outlet else masthead
    parts = (part.strip() for part in _SITE_PARTS.split(motto))
    same_name = (part for part in parts if _capitals(part) == _capitals(masthead) and not part.isupper())
    return next(same_name, None) or " ".join(
        word if word in _ACRONYMS else word.capitalize() for word in masthead.split()
    )


def _capitals(name: str) -> str:
    return name.upper().replace("İ", "I")


def _originals(page: ParsedPage, datelines: list[Dateline]) -> Iterator[Hop]:
    own = next(_own_names(page), None)
    for stated in page.headers:
        credited = (outlet.name for outlet in stated.outlets if outlet.kind == "agency" or stated.signed)
        yield from (Hop(name, Certainty.STATED, stated.line) for name in credited if name != own)
    for line in (*page.head, *page.tail):
        outlet = byline_outlet(line)
        names = (outlet,) if outlet else credit_names(line)
        yield from (Hop(canonical_name(name), Certainty.STATED, line) for name in names)
    for dateline in datelines:
        agencies = [outlet.name for outlet in dateline.outlets if outlet.kind == "agency"]
        yield from (Hop(name, Certainty.STATED, dateline.surface) for name in agencies)
    dated = dated_credit(page.body[0])
    if dated:
        agency, end, _ = dated
        yield Hop(agency, Certainty.STATED, page.body[0][:end])
    names, evidence = tail_credit(page.body[-1])
    yield from (Hop(name, Certainty.STATED, evidence) for name in names)


def _author(page: ParsedPage, datelines: list[Dateline]) -> str | None:
    return next(filter(None, _authors(page, datelines)), None)


def _authors(page: ParsedPage, datelines: list[Dateline]) -> Iterator[str | None]:
    """The page's authors, the most reliable place first."""
    read = {stated.line for stated in page.headers}
    yield all_authors(page.headers)
    yield from (byline_names(line) for line in page.head if line not in read)
    yield from author_lines(page.head).values()
    yield from (dateline.author for dateline in datelines)
    for form, text in (
        (_WRITING_AT, page.body[0]),
        *((_REPORTING_BY, text) for text in (page.body[-1], *page.tail)),
    ):
        match = form.match(text)
        yield match["author"] if match else None
    yield from (", ".join(signature(line)) for line in page.tail)
