"""Probes a URL: is it a feed, what does it contain, and if not, which feeds does the page link to?"""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from bot.corpus.plain_text import one_line
from bot.corpus.raw import RawArticle
from bot.corpus.readers.feed import charset_of, read_feed
from bot.corpus.readers.feed_document import FeedDocument, entry_article, is_teaser
from bot.corpus.readers.html import feed_links
from bot.corpus.web.ports import MAX_FEED_BYTES, Fetcher, FetchResponse
from bot.corpus.written_dates import parse_date
from bot.errors import FetchError, Localizable, RejectedInput, localizable

SHOWN_TITLES = 3


@dataclass(frozen=True, slots=True)
class FeedProbe:
    """What is at a URL.

    Args:
        url: The URL to store: after permanent redirects.
        problem: Why it is not a feed, None if it is.
        title: The feed's title.
        entries: Number of entries.
        teasers: Number of entries that only lead to their article.
        newest_at: Date of the newest entry, aware UTC.
        titles: Titles of the first entries.
        page_feeds: URLs of feeds that the page links to, if it is a page.
    """

    url: str
    problem: Localizable | None = None
    title: str = ""
    entries: int = 0
    teasers: int = 0
    newest_at: datetime | None = None
    titles: tuple[str, ...] = ()
    page_feeds: tuple[str, ...] = ()


async def probe_feed(url: str, fetcher: Fetcher) -> FeedProbe:
    """Return what is at a URL."""
    try:
        response = await fetcher.get(url, max_bytes=MAX_FEED_BYTES, cut=True)
    except FetchError as error:
        return FeedProbe(url, problem=error.reason)
    if response.status != 200:
        return FeedProbe(url, problem=localizable("why-status", status=str(response.status)))
    return await asyncio.to_thread(_probe_response, response.moved_to or url, response)


def _probe_response(url: str, response: FetchResponse) -> FeedProbe:
    document = read_feed(response.body, source=url, content_type=response.content_type, cut=response.cut)
    if isinstance(document, RejectedInput):
        page_feeds = feed_links(response.body, response.url, charset_of(response.content_type))
        return FeedProbe(url, problem=document.reason, page_feeds=page_feeds)
    return _probe_document(url, document)


def _probe_document(url: str, document: FeedDocument) -> FeedProbe:
    results = [entry_article(entry, document, feed_url=url) for entry in document.entries]
    raws = [result for result in results if isinstance(result, RawArticle)]
    dates = [parse_date(raw.published) for raw in raws if raw.published]
    return FeedProbe(
        url,
        title=one_line(document.title),
        entries=len(raws),
        teasers=sum(map(is_teaser, raws)),
        newest_at=max((date for date in dates if date), default=None),
        titles=tuple(raw.title or raw.text[:80] for raw in raws[:SHOWN_TITLES]),
    )
