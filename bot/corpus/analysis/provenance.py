"""Publisher <- original source <- whom it cites, each hop with its evidence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.corpus.analysis.byline import author_lines, byline_names, byline_outlet
from bot.corpus.analysis.citations import find_citations
from bot.corpus.analysis.dateline import Dateline, read_dateline
from bot.corpus.analysis.gazetteer import canonical, find_outlets
from bot.corpus.analysis.original_source import canonical_name, credit_names, dated_credit, tail_credit
from bot.corpus.analysis.page import ParsedPage, is_site
from bot.corpus.article import Certainty, Hop, Provenance, Span
from bot.languages.phrases import pattern

DATELINE_PARAGRAPHS = 5
END_CHARACTERS = 2500
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
    """What the top of the article says of itself.

    Args:
        author: Persons in the byline, or None.
        dateline: Place it is dated from, or None.
        provenance: The whole chain.
    """

    author: str | None
    dateline: str | None
    provenance: Provenance


def trace_provenance(
    page: ParsedPage, body: str, sentences: tuple[Span, ...], *, language: str, publisher: str | None
) -> PageCredits:
    """Return whose words an article is.

    Args:
        page: The page taken apart.
        body: The article's text the spans refer to.
        sentences: Its sentences.
        language: ISO 639-1 code.
        publisher: What a field of the input says, if any; it wins over the page.
    """
    datelines = list(_datelines(page, language))
    issuer = Hop(canonical_name(publisher), Certainty.STATED) if publisher else _publisher(page, datelines)
    original = {hop.name: hop for hop in _originals(page, datelines) if not issuer or hop.name != issuer.name}
    own = frozenset(original) | ({issuer.name} if issuer else set())
    citations = find_citations(body, sentences, language=language, title=page.title, own=own)
    place = next((dateline.place for dateline in datelines if dateline.place), None)
    return PageCredits(
        _author(page, datelines), place, Provenance(issuer, tuple(original.values()), citations)
    )


def _datelines(page: ParsedPage, language: str) -> Iterator[Dateline]:
    for line in (*page.head, *page.body[:DATELINE_PARAGRAPHS]):
        dateline = read_dateline(line, language)
        if dateline:
            yield dateline


def _publisher(page: ParsedPage, datelines: list[Dateline]) -> Hop | None:
    """The page's own outlet, from the most telling place that names one."""
    if page.masthead:
        return Hop(_proper(page.masthead, page.motto), Certainty.STATED, page.masthead)
    if page.motto:
        name = _site_name(page.motto, repeated=page.repeated)
        if name:
            return Hop(name, Certainty.STATED, page.motto)
    for dateline in datelines:
        for outlet in dateline.outlets:
            if outlet.kind != "agency":
                return Hop(outlet.name, Certainty.STATED, dateline.surface)
    return _publisher_below(page)


def _publisher_below(page: ParsedPage) -> Hop | None:
    """Permalinks, copyright lines and the boilerplate of a site, at the end of the page."""
    ends = [(text, find_outlets(text)) for text in (*page.tail, page.body[-1][-END_CHARACTERS:])]
    for form in ("permalink", "boilerplate"):
        for text, mentions in ends:
            for mention in mentions:
                before = text[max(0, mention.start - 40) : mention.start]
                match = pattern("publisher", form, "{}.{0,4}$").search(before)
                if match:
                    return Hop(
                        mention.name, Certainty.STATED, match.group() + text[mention.start : mention.end]
                    )
    linked = (
        pattern("publisher", "permalink", rf"{{}}(?P<name>{_NAME_LIKE.pattern})\.?$").search(t)
        for t in page.tail
    )
    return next(
        (Hop(match["name"].rstrip("."), Certainty.STATED, match.group()) for match in linked if match), None
    )


def _site_name(motto: str, *, repeated: bool) -> str | None:
    parts = [part.strip() for part in _SITE_PARTS.split(motto) if part.strip()]
    for part in parts:
        if is_site(part):
            return canonical_name(part)
    last = parts[-1] if parts else ""
    return last if repeated and len(parts) == 1 and _NAME_LIKE.fullmatch(last) else None


def _proper(masthead: str, motto: str) -> str:
    """The outlet's name as it is written: capitals alone don't tell i from ı."""
    outlet = canonical(masthead)
    if outlet or not masthead.isupper():
        return outlet.name if outlet else masthead
    written = (part.strip() for part in _SITE_PARTS.split(motto))
    spelt = next(
        (part for part in written if _capitals(part) == _capitals(masthead) and not part.isupper()), None
    )
    return spelt or " ".join(word if word in _ACRONYMS else word.capitalize() for word in masthead.split())


def _capitals(name: str) -> str:
    return name.upper().replace("İ", "I")


def _originals(page: ParsedPage, datelines: list[Dateline]) -> Iterator[Hop]:
    for line in (*page.head, *page.tail):
        outlet = byline_outlet(line)
        names = (outlet,) if outlet else credit_names(line)
        yield from (Hop(canonical_name(name), Certainty.STATED, line) for name in names)
    for dateline in datelines:
        agencies = [outlet.name for outlet in dateline.outlets if outlet.kind == "agency"]
        yield from (Hop(name, Certainty.STATED, dateline.surface) for name in agencies)
    dated = dated_credit(page.body[0])
    if dated:
        yield Hop(dated[0], Certainty.STATED, page.body[0][: dated[1]])
    names, words = tail_credit(page.body[-1])
    yield from (Hop(name, Certainty.STATED, words) for name in names)


def _author(page: ParsedPage, datelines: list[Dateline]) -> str | None:
    for line in page.head:
        names = byline_names(line)
        if names:
            return names
    alone = author_lines(page.head)
    if alone:
        return next(iter(alone.values()))
    written = next((dateline.author for dateline in datelines if dateline.author), None)
    if written:
        return written
    for form, text in (
        (_WRITING_AT, page.body[0]),
        *((_REPORTING_BY, text) for text in (page.body[-1], *page.tail)),
    ):
        match = form.match(text)
        if match:
            return match["author"]
    return None
