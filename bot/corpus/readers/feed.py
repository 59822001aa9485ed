"""Reads RSS 0.9 to 2.0, Atom and JSON Feed. A large feed takes a second: call it off the event loop."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email.message import Message
from functools import partial
from typing import Any

from bot.corpus.faults import unless_faulty
from bot.corpus.pictures import first_picture
from bot.corpus.readers.entry_text import Written, most_words
from bot.corpus.readers.feed_authors import author_names
from bot.corpus.readers.feed_document import FeedDocument, FeedEntry, newest, sites_of, told_apart
from bot.corpus.readers.html_text import html_text
from bot.corpus.readers.json_feed import is_json, read_json_feed
from bot.corpus.readers.safe_xml import safe_xml
from bot.corpus.written_dates import parse_date
from bot.errors import RejectedInput, localizable

_FEED_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF|channel)\b", re.IGNORECASE)
_ENTRY_END = re.compile(r"</(item|entry)\s*>", re.IGNORECASE)
_FIRST_ELEMENT = re.compile(r"<([\w:]+)")
_FRACTION = re.compile(r"(?<=:\d\d)[.,]\d+")
"""Of a second; stored dates have none."""
_DATES = ("published", "updated", "created")


def read_feed(
    data: bytes, *, source: str, content_type: str = "", cut: bool = False
) -> FeedDocument | RejectedInput:
    """Return a feed, or why the data is not one.

    Args:
        source: The feed's URL, for error reports.
        content_type: The response header.
        cut: Whether the data is only the beginning of the feed.
    """
    document = _read(data, source=source, content_type=content_type, cut=cut)
    if not cut:
        return document
    megabytes = f"{len(data) / 1e6:.0f}"
    if isinstance(document, RejectedInput):
        return RejectedInput(localizable("why-large", megabytes=megabytes), source=source)
    reason = localizable("why-feed-cut", megabytes=megabytes)
    return replace(document, rejected=(*document.rejected, RejectedInput(reason, source=source)))


def _read(data: bytes, *, source: str, content_type: str, cut: bool) -> FeedDocument | RejectedInput:
    if is_json(data):
        return read_json_feed(data, source)
    text = safe_xml(data, source=source, charset=charset_of(content_type))
    if isinstance(text, RejectedInput):
        return text
    if not is_feed(text):
        return RejectedInput(localizable("why-no-feed"), source=source)
    return _parse(_closed(text) if cut else text, source)


def _closed(text: str) -> str:
    """Return the beginning of a feed up to its last whole entry, with its elements closed."""
    entries = list(_ENTRY_END.finditer(text))
    if not entries:
        return text
    root = _FIRST_ELEMENT.search(text)
    within = "</channel>" if "<channel" in text and "</channel" not in text else ""
    return f"{text[: entries[-1].end()]}{within}</{root[1] if root else 'rss'}>"


def is_feed(text: str) -> bool:
    """Return whether the root element of an XML document is a feed's."""
    first = re.search(r"<\w", text)
    return first is not None and _FEED_ROOT.match(text, first.start()) is not None


def charset_of(content_type: str) -> str | None:
    """Return the charset in a Content-Type header, None without one."""
    message = Message()
    message["content-type"] = content_type or "text/plain"
    charset: str | None = message.get_content_charset()
    return charset


def _parse(text: str, source: str) -> FeedDocument | RejectedInput:
    from bot.corpus.readers.feed_parser import parse

    try:
        parsed = parse(text)
    except Exception as error:  # malformed elements raise all kinds of errors in its handlers
        return RejectedInput(localizable("why-feed-broken", error=type(error).__name__), source=source)
    malformed = type(parsed.bozo_exception).__name__ if parsed.get("bozo") else ""
    if not parsed.entries and not parsed.get("version"):
        reason = (
            localizable("why-feed-broken", error=malformed) if malformed else localizable("why-feed-empty")
        )
        return RejectedInput(reason, source=source)
    atom = parsed.get("version", "").startswith("atom")
    read = [unless_faulty(partial(_entry, item, atom=atom), source=source) for item in parsed.entries]
    entries, rejected = newest([entry for entry in read if isinstance(entry, FeedEntry)], source)
    return FeedDocument(
        title=html_text(parsed.feed.get("title") or ""),
        language=parsed.feed.get("language") or None,
        entries=told_apart(entries),
        rejected=(*rejected, *(entry for entry in read if isinstance(entry, RejectedInput))),
        site=parsed.feed.get("link") or _own_address(parsed.feed.get("links") or ()),
        sites=sites_of(entries),
    )


def _own_address(links: Iterable[Any]) -> str | None:
    return next((link.get("href") for link in links if link.get("rel") == "self"), None)


def _entry(item: Any, *, atom: bool) -> FeedEntry:
    contents = (*item.get("content", ()), item.get("summary_detail") or {})
    text = most_words(*(_written(content, atom=atom) for content in contents))
    title = _written(item.get("title_detail") or {"value": item.get("title")}, atom=atom)
    outlet = item.get("source") or {}
    named = outlet.get("title") or item.get("news_source") or ""
    return FeedEntry(
        id=item.get("id") or "",
        title=html.escape(title.value, quote=False) if title.plain else title.value or None,
        link=item.get("feedburner_origlink") or item.get("link") or _address(item.get("id")),
        html=text.value,
        published=_date(item),
        author=author_names(item, atom=atom),
        language=item.get("language"),
        outlet=html_text(named).strip() or None,
        outlet_url=outlet.get("href") or outlet.get("link"),
        picture=first_picture(_pictures(item)),
        plain=text.plain,
    )


def _pictures(item: Any) -> Iterator[object]:
    """Yield the addresses of an entry's pictures, the one meant as a thumbnail first."""
    # Not item.get: see `_date`.
    yield from (picture.get("url") for picture in dict.get(item, "media_thumbnail") or ())
    for media in dict.get(item, "media_content") or ():
        if media.get("medium") == "image" or (media.get("type") or "").startswith("image/"):
            yield media.get("url")
    for link in dict.get(item, "links") or ():
        if link.get("rel") == "enclosure" and (link.get("type") or "").startswith("image/"):
            yield link.get("href")


def _address(identity: Any) -> str | None:
    """Return an entry's identity if it is the address of a page; where a link is missing, it is that."""
    return identity if str(identity).startswith(("http://", "https://")) else None


def _written(detail: Any, *, atom: bool) -> Written:
    """Return a text construct; only Atom says reliably which texts are plain."""
    return Written(detail.get("value") or "", plain=atom and detail.get("type") == "text/plain")


def _date(item: Any) -> str | None:
    """Return the first date that can be read, as written: feedparser makes up what it does not know."""
    # Not item.get: it warns about values it makes up for missing keys.
    written = [_FRACTION.sub("", text) for name in _DATES if (text := dict.get(item, name))]
    if len(written) < 2:
        return written[0] if written else None
    return next(filter(parse_date, written), written[0])
