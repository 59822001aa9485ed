"""Trying an address: is there a feed, what is in it, and if not, which feeds does the page name?"""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from bot.corpus.dates import parse_date
from bot.corpus.plain_text import one_line
from bot.corpus.raw import RawArticle
from bot.corpus.readers.feed import charset_of, read_feed
from bot.corpus.readers.feed_document import FeedDocument, entry_article, is_teaser
from bot.corpus.readers.html import feed_links
from bot.corpus.web.ports import Fetcher, FetchResponse
from bot.errors import FetchError, Localizable, RejectedInput, localizable

SHOWN_TITLES = 3


@dataclass(frozen=True, slots=True)
class FeedProbe:
    """What an address turned out to be.

    Args:
        url: The address to keep: moved for good ones are followed.
        problem: Why it is no feed, None when it is one.
        title: Of the feed.
        entries: How many it holds.
        teasers: How many of them only lead to their article.
        newest_at: The newest stated date, aware UTC.
        titles: Of its first entries.
        named: Addresses of feeds that the page names, when it is a page.
    """

    url: str
    problem: Localizable | None = None
    title: str = ""
    entries: int = 0
    teasers: int = 0
    newest_at: datetime | None = None
    titles: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


async def probe_feed(url: str, fetcher: Fetcher) -> FeedProbe:
    """Return what stands at an address."""
    try:
        answer = await fetcher.get(url)
    except FetchError as error:
        return FeedProbe(url, problem=error.reason)
    if answer.status != 200:
        return FeedProbe(url, problem=localizable("why-status", status=str(answer.status)))
    return await asyncio.to_thread(_looked_at, answer.moved_to or url, answer)


def _looked_at(url: str, answer: FetchResponse) -> FeedProbe:
    document = read_feed(answer.body, source=url, content_type=answer.content_type)
    if isinstance(document, RejectedInput):
        return FeedProbe(
            url,
            problem=document.reason,
            named=feed_links(answer.body, answer.url, charset_of(answer.content_type)),
        )
    return _described(url, document)


def _described(url: str, document: FeedDocument) -> FeedProbe:
    found = [entry_article(entry, document, feed_url=url) for entry in document.entries]
    raws = [each for each in found if isinstance(each, RawArticle)]
    dates = [parse_date(each.published) for each in raws if each.published]
    return FeedProbe(
        url,
        title=one_line(document.title),
        entries=len(raws),
        teasers=sum(map(is_teaser, raws)),
        newest_at=max((date for date in dates if date), default=None),
        titles=tuple(each.title or each.text[:80] for each in raws[:SHOWN_TITLES]),
    )
