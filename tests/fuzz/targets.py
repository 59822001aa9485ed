"""Fuzz targets: any bytes in, only our own errors out."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.corpus.analysis.build import build_article
from bot.corpus.raw import RawArticle
from bot.corpus.readers import READERS, read_file
from bot.corpus.readers.feed import read_feed
from bot.corpus.readers.feed_document import FeedDocument, entry_article
from bot.errors import QueryError
from bot.search.query.ast import render
from bot.search.query.parser import parse
from handlers.questions.source_link import source_url
from handlers.telegram.html import clip, fit, link, plain, units, verbatim, visible, web_address
from tests.tdlib import assert_sendable

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
FOUND = Path(__file__).parent / "found"
FEEDS = (
    b"%",
    b"<rss version='2.0'><channel><title>A</title><item><title>%</title>"
    b"<description>A b.</description></item></channel></rss>",
    b"<rss version='2.0'><channel><item><title>A</title><link>%</link><guid>%</guid><pubDate>%</pubDate>"
    b"<description><![CDATA[%]]></description></item></channel></rss>",
    b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>%</id><title type='html'>%</title><link href='%'/>"
    b"<updated>%</updated><content type='xhtml'>%</content></entry></feed>",
    b'{"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [%]}',
    b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "url": "%", "date_published": "%", '
    b'"content_html": "%"}]}',
)
"""Responses of sites; random bytes replace %."""


def query(data: bytes) -> None:
    """Any text parses or is refused; what was understood parses to the same kind of query."""
    text = data.decode("utf-8", "replace")[:4096]
    try:
        found = parse(text, now=NOW)
    except QueryError:
        return
    again = parse(render(found.root), now=NOW)  # other words may be stop words now
    assert (again.root is None) == (found.root is None)


def seed(data: bytes) -> None:
    """Any file is read as articles or rejections; sentence spans lie within their text."""
    suffixes = sorted(READERS)
    suffix = suffixes[data[0] % len(suffixes)] if data else ".txt"
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"x{suffix}"
        path.write_bytes(data[1:])
        for read in read_file(path, root=Path(folder)):
            if isinstance(read, RawArticle):
                _check(read)


def feed(data: bytes) -> None:
    """Any response is a feed or is refused; each entry is an article or is refused."""
    shape, data = (data[0] % len(FEEDS), data[1:]) if data else (0, data)
    answer = FEEDS[shape].replace(b"%", data)
    document = read_feed(answer, source="https://a.example/feed", content_type=_charset(data))
    if not isinstance(document, FeedDocument):
        return
    for entry in document.entries:
        assert entry.key
        assert entry.content_hash
        found = entry_article(entry, document, feed_url="https://a.example/feed", seen_at=NOW)
        if isinstance(found, RawArticle):
            _check(found)


def _charset(data: bytes) -> str:
    named = ("utf-8", "windows-1256", "utf-16", "no-such-charset", "")[len(data) % 5]
    return f"application/xml; charset={named}" if named else ""


def _check(raw: RawArticle) -> None:
    article = build_article(raw, now=NOW)
    assert all(0 <= s.start < s.end <= len(article.text) for s in article.sentences)
    json.dumps(article.title)


def markup(data: bytes) -> None:
    """Telegram accepts any text made into a message, within its limits."""
    text = data.decode("utf-8", "replace")
    url, words = text[:200], plain(text)
    assert_sendable(
        fit([f"x {link(url, words or 'x')}", f"<blockquote>{verbatim(clip(text, 700))}</blockquote>"])
    )
    assert units(visible(words)) <= 300
    if address := web_address(url):
        source_url(address, text).encode("ascii")


TARGETS: dict[str, Callable[[bytes], None]] = {"query": query, "seed": seed, "feed": feed, "markup": markup}
