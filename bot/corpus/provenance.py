"""Publisher <- original source <- whom it cites, each hop with its evidence."""

from bot.corpus.article import Certainty, Hop, Provenance, Span
from bot.corpus.byline import byline_names, dateline
from bot.corpus.citation import cited
from bot.corpus.gazetteer import canonical
from bot.corpus.origin import credit_names, known
from bot.corpus.page import Page


def trace(page: Page, body: str, sentences: tuple[Span, ...], *, publisher: str | None) -> Provenance:
    """Return whose words an article is.

    Args:
        page: The page taken apart.
        body: The article's text the spans refer to.
        sentences: Its sentences.
        publisher: What a field of the input says, if any; it wins over the page.
    """
    return Provenance(
        publisher=_publisher(page, publisher), original=_original(page), cited=cited(body, sentences)
    )


def _publisher(page: Page, given: str | None) -> Hop | None:
    if given:
        return Hop(known(given), Certainty.STATED)
    if page.masthead:
        return Hop(_proper(page.masthead), Certainty.STATED, page.masthead)
    outlet = canonical(page.suffix) if page.suffix else None
    return Hop(outlet.name, Certainty.STATED, page.suffix) if outlet else None


def _proper(masthead: str) -> str:
    outlet = canonical(masthead)
    return outlet.name if outlet else masthead.title() if masthead.isupper() else masthead


def _original(page: Page) -> tuple[Hop, ...]:
    hops: dict[str, Hop] = {}
    for line in (*page.head, *page.tail):
        for name in credit_names(line):
            hops.setdefault(known(name), Hop(known(name), Certainty.STATED, line))
    opening = dateline(page.body[0])
    agency = canonical(opening[1]) if opening and opening[1] else None
    if agency:
        hops.setdefault(agency.name, Hop(agency.name, Certainty.STATED, page.body[0][:60]))
    return tuple(hops.values())


def author_of(page: Page) -> str | None:
    """Return the persons named in the byline, or None."""
    return next((names for line in page.head if (names := byline_names(line))), None)


def dateline_of(page: Page) -> str | None:
    """Return the place the article is dated from, or None."""
    opening = dateline(page.body[0])
    return opening[0] if opening else None
