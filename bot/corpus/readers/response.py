"""Reads an HTTP response: a feed, a page, or a file of articles."""

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from bot.corpus.files import format_suffix
from bot.corpus.raw import ReadResult
from bot.corpus.readers import READERS, read_stream
from bot.corpus.readers.feed import charset_of, read_feed
from bot.corpus.readers.feed_document import feed_articles
from bot.corpus.readers.html import page_article
from bot.corpus.web.ports import FetchResponse
from bot.errors import RejectedInput

_MARKUP = frozenset({".html", ".htm", ".xml", ".rss", ".atom", ".rdf"})
"""Suffixes that feeds and pages have, too."""


def read_response(response: FetchResponse, url: str) -> Iterator[ReadResult]:
    """Yield the articles in a response with status 200.

    Args:
        url: The requested URL.
    """
    if is_article_file(response.url):
        file = io.BufferedReader(io.BytesIO(response.body))
        yield from read_stream(file, url, name=_file_name(response.url))
        return
    feed = read_feed(response.body, source=url, content_type=response.content_type, cut=response.cut)
    if not isinstance(feed, RejectedInput):
        yield from feed_articles(feed, url)
        return
    charset = charset_of(response.content_type)
    yield page_article(response.body, source=url, url=url, charset=charset)


def is_article_file(url: str) -> bool:
    """Return whether a URL names a file of articles rather than a page or feed."""
    suffix = format_suffix(_file_name(url))
    return suffix in READERS and suffix not in _MARKUP


def _file_name(url: str) -> str:
    return PurePosixPath(urlsplit(url).path).name
