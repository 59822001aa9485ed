"""What an address answers -> raw articles: a feed, a page, or a file of articles."""

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from bot.corpus.raw import ReadResult
from bot.corpus.readers import READERS, format_suffix, read_stream
from bot.corpus.readers.feed import charset_of, read_feed
from bot.corpus.readers.feed_document import feed_articles
from bot.corpus.readers.html import page_article
from bot.corpus.web.ports import FetchResponse
from bot.errors import RejectedInput

_MARKUP = frozenset({".html", ".htm", ".xml"})
"""Formats in which a server may send a feed or a page, whatever it calls it."""


def read_response(answer: FetchResponse, url: str) -> Iterator[ReadResult]:
    """Yield the articles in an answer with status 200.

    Args:
        url: The address that was asked for.
    """
    name = PurePosixPath(urlsplit(answer.url).path).name
    if is_article_file(answer.url):
        yield from read_stream(io.BufferedReader(io.BytesIO(answer.body)), url, name=name)
        return
    feed = read_feed(answer.body, source=url, content_type=answer.content_type)
    if not isinstance(feed, RejectedInput):
        yield from feed_articles(feed, url)
        return
    charset = charset_of(answer.content_type)
    yield page_article(answer.body, source=url, url=url, charset=charset)


def is_article_file(url: str) -> bool:
    """Whether an address names a file of articles, and not a page or a feed."""
    suffix = format_suffix(PurePosixPath(urlsplit(url).path).name)
    return suffix in READERS and suffix not in _MARKUP
