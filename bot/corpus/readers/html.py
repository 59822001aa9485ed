"""Reads saved or fetched HTML pages: one article per page, extracted by trafilatura."""

import re
from typing import IO, TYPE_CHECKING, Any

from bot.corpus.analysis.publisher import publisher_at
from bot.corpus.decoding import decode
from bot.corpus.faults import unless_faulty
from bot.corpus.plain_text import clean, one_line
from bot.corpus.raw import RawArticle
from bot.corpus.readers.common import has_letters, is_sample, read_limited
from bot.corpus.readers.page_headline import page_headline
from bot.corpus.readers.page_text import page_text
from bot.corpus.urls import http_url, page_url
from bot.errors import RejectedInput, localizable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_BYTES = 8_000_000
MAX_FEED_LINKS = 5
FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json"}
)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{3,30})", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DATE_OPTIONS = {"outputformat": "%Y-%m-%dT%H:%M:%S%z", "original_date": True, "extensive_search": False}


def read_html(file: IO[bytes], source: str) -> list[RawArticle | RejectedInput]:
    """Return the article of a saved page, or why there is none; `*.sample.html` is a sample."""
    data = read_limited(file, source, MAX_BYTES)
    if isinstance(data, RejectedInput):
        return [data]
    return [page_article(data, source=source, sample=is_sample(source))]


def page_article(
    data: bytes, *, source: str, url: str | None = None, charset: str | None = None, sample: bool = False
) -> RawArticle | RejectedInput:
    """Return the article on a page, or why there is none.

    Args:
        data: The page as received.
        url: Where it was fetched, None for a file. Only a file's own canonical URL is used: a site must not
            claim another site's URL.
        charset: From the Content-Type header.
    """
    return unless_faulty(
        lambda: _page_article(data, source=source, url=url, charset=charset, sample=sample), source=source
    )


def _page_article(
    data: bytes, *, source: str, url: str | None, charset: str | None, sample: bool
) -> RawArticle | RejectedInput:
    declared = _CHARSET.search(data, 0, 4_096)
    root = _parsed(decode(data, declared[1].decode() if declared else None, charset))
    extracted = None if root is None else _extract(root, url)
    text = clean(page_text(extracted.text or "")).strip() if extracted else ""
    if root is None or not extracted or not has_letters(text):
        return RejectedInput(localizable("why-no-article"), source=source)
    article_url = page_url(url or extracted.url)
    return RawArticle(
        text=text,
        source=source,
        title=page_headline(root, extracted.title, extracted.sitename),
        url=article_url,
        publisher=publisher_at(article_url, extracted.sitename),
        author=one_line(extracted.author) if extracted.author else None,
        published=extracted.date,
        sample=sample,
    )


def feed_links(data: bytes, url: str, charset: str | None = None) -> tuple[str, ...]:
    """Return the URLs of the feeds that a page fetched from `url` links to in its head."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    try:
        root = document_fromstring(
            decode(data, charset).encode(errors="replace"), parser=HTMLParser(encoding="utf-8")
        )
    except (ParserError, ValueError):
        return ()
    urls = [
        http_url(link.get("href"), url)
        for link in root.iter("link")
        if link.get("type") in FEED_TYPES and "alternate" in link.get("rel", "").split()
    ]
    return tuple(dict.fromkeys(filter(None, urls)))[:MAX_FEED_LINKS]


def _parsed(page: str) -> "HtmlElement | None":
    from trafilatura import load_html  # takes half a second to import

    return load_html(_XML_DECLARATION.sub("", page, count=1))


def _extract(root: "HtmlElement", url: str | None) -> Any:
    """Return what trafilatura finds on a page, which it leaves as it is."""
    from trafilatura import bare_extraction

    return bare_extraction(
        root,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params=dict(_DATE_OPTIONS),
    )
