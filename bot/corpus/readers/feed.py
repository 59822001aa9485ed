"""RSS 0.9 to 2.0, Atom and JSON Feed -> entries. Slow (a second for a large feed): off the event loop."""

import io
import re
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from email.message import Message
from time import struct_time
from typing import Any

import feedparser

from bot.corpus.readers.feed_document import MAX_ENTRIES, FeedDocument, FeedEntry
from bot.corpus.readers.html_text import html_text
from bot.corpus.readers.json_feed import is_json, read_json_feed
from bot.corpus.readers.safe_xml import safe_xml
from bot.errors import RejectedInput, localizable

_FEED_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF|channel)\b", re.IGNORECASE)
# Given with every parse, so that it neither guesses an encoding nor looks for one.
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def read_feed(data: bytes, *, source: str, content_type: str = "") -> FeedDocument | RejectedInput:
    """Return what a feed says, or why it is none.

    Args:
        source: Its address, for reports.
        content_type: What the server said of it.
    """
    if is_json(data):
        return read_json_feed(data, source)
    text = safe_xml(data, source=source, charset=charset_of(content_type))
    if isinstance(text, RejectedInput):
        return text
    if not is_feed(text):
        return RejectedInput(localizable("why-no-feed"), source=source)
    return _document(text, source)


def is_feed(text: str) -> bool:
    """Whether an XML document's first element is a feed's."""
    first = re.search(r"<\w", text)
    return first is not None and _FEED_ROOT.match(text, first.start()) is not None


def charset_of(content_type: str) -> str | None:
    """Return the encoding a Content-Type names, None when it names none."""
    message = Message()
    message["content-type"] = content_type or "text/plain"
    charset: str | None = message.get_content_charset()
    return charset


def _document(text: str, source: str) -> FeedDocument | RejectedInput:
    try:
        # A file object: bytes and strings would be taken for the name of a file or an address.
        parsed = feedparser.parse(
            io.BytesIO(text.encode(errors="replace")),
            response_headers=_HEADERS,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception as error:  # its handlers of elements trip over broken ones with errors of any kind
        return RejectedInput(localizable("why-feed-broken", error=type(error).__name__), source=source)
    broken = type(parsed.bozo_exception).__name__ if parsed.get("bozo") else ""
    if not parsed.entries and not parsed.get("version"):
        why = localizable("why-feed-broken", error=broken) if broken else localizable("why-feed-empty")
        return RejectedInput(why, source=source)
    feed = parsed.feed
    entries = tuple(map(_entry, parsed.entries[:MAX_ENTRIES]))
    return FeedDocument(
        html_text(feed.get("title") or ""), feed.get("language") or None, entries, broken=broken
    )


def _entry(item: Any) -> FeedEntry:
    texts = [each.get("value") or "" for each in (*item.get("content", ()), item.get("summary_detail") or {})]
    outlet = item.get("source") or {}
    return FeedEntry(
        id=item.get("id") or "",
        title=item.get("title"),
        link=item.get("feedburner_origlink") or item.get("link"),
        html=max(texts, key=len, default=""),
        published=_date(item),
        author=item.get("author"),
        language=item.get("language"),
        outlet=html_text(outlet.get("title") or "") or None,
    )


def _date(item: Any) -> str | None:
    """The date as feedparser understood it, else as it was written."""
    for name in ("published", "updated", "created"):
        # Its own `get` warns of what it makes up when a key is missing.
        moment: struct_time | None = dict.get(item, f"{name}_parsed")
        if moment and MINYEAR <= moment.tm_year <= MAXYEAR:  # 0000-00-00 stands for no date
            return datetime(*moment[:6], tzinfo=UTC).isoformat()
    written: str | None = dict.get(item, "published") or dict.get(item, "updated")
    return written
