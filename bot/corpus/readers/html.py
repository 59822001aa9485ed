"""HTML files and fetched pages: one article each, found by trafilatura."""

import re
from typing import IO, Any

from lxml import etree
from lxml import html as lxml_html

from bot.corpus.analysis.publisher import publisher_at
from bot.corpus.plain_text import clean, decode, one_line
from bot.corpus.raw import RawArticle
from bot.corpus.readers.common import is_sample, read_limited
from bot.corpus.urls import http_url, page_url
from bot.errors import RejectedInput, localizable

MAX_BYTES = 8_000_000
MAX_FEED_LINKS = 5
FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json"}
)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{3,30})", re.IGNORECASE
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DATES = {"outputformat": "%Y-%m-%dT%H:%M:%S%z", "original_date": True, "extensive_search": False}


def read_html(file: IO[bytes], source: str) -> list[RawArticle | RejectedInput]:
    """Return the article of a saved page, or why there is none; `*.sample.html` is an invented one."""
    data = read_limited(file, source, MAX_BYTES)
    if isinstance(data, RejectedInput):
        return [data]
    return [page_article(data, source=source, sample=is_sample(source))]


def page_article(
    data: bytes, *, source: str, url: str | None = None, charset: str | None = None, sample: bool = False
) -> RawArticle | RejectedInput:
    """Return the article on a page, or why there is none.

    Args:
        data: The page as it came.
        url: Where it was fetched; its own canonical address counts only for a page from a file: a site must
            not speak for another.
        charset: What the server said.
    """
    declared = _CHARSET.search(data, 0, 4_096)
    found = _extracted(decode(data, declared[1].decode() if declared else None, charset), url)
    text = clean(found.text or "").strip() if found else ""
    if not found or not any(character.isalpha() for character in text):
        return RejectedInput(localizable("why-no-article"), source=source)
    address = page_url(url or found.url)
    return RawArticle(
        text=text,
        source=source,
        title=one_line(found.title) if found.title else None,
        url=address,
        publisher=publisher_at(address, found.sitename),
        author=one_line(found.author) if found.author else None,
        published=found.date,
        sample=sample,
    )


def feed_links(data: bytes, url: str, charset: str | None = None) -> tuple[str, ...]:
    """Return the addresses of feeds that a page fetched from `url` names in its head."""
    try:
        root = lxml_html.document_fromstring(
            decode(data, charset).encode(errors="replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, ValueError):
        return ()
    links = [each for each in root.iter("link") if each.get("type") in FEED_TYPES and each.get("href")]
    found = [http_url(each.get("href"), url) for each in links if "alternate" in each.get("rel", "").split()]
    return tuple(dict.fromkeys(each for each in found if each))[:MAX_FEED_LINKS]


def _extracted(page: str, url: str | None) -> Any:
    # Imported by who needs it: half a second.
    from trafilatura import bare_extraction

    return bare_extraction(
        _DECLARATION.sub("", page, count=1),
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=dict(_DATES),
    )
