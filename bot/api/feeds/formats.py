"""Feeds as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1."""

import json
from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from bot.api.conversion import Converter
from bot.api.feeds.document import Feed, Item
from bot.api.html import web_address
from bot.api.xml_text import clean

_ATOM = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ET.register_namespace("atom", _ATOM)


class FeedFormat(NamedTuple):
    """A format.

    Args:
        write: Returns a feed as bytes.
    """

    media_type: str
    write: Callable[[Feed], bytes]


def atom(feed: Feed) -> bytes:
    """Return a feed as Atom."""
    root = ET.Element("feed", {"xmlns": _ATOM, _XML_LANG: feed.language})
    _text(root, "id", feed.url)
    _text(root, "title", feed.title)
    _text(root, "updated", _rfc3339(feed.updated_at))
    ET.SubElement(root, "link", rel="self", href=feed.url)
    for item in feed.items:
        _atom_entry(root, item)
    return _bytes(root)


def _atom_entry(root: ET.Element, item: Item) -> None:
    entry, article = (
        ET.SubElement(root, "entry", {_XML_LANG: item.entry.article.language}),
        item.entry.article,
    )
    _text(entry, "id", item.id)
    _text(entry, "title", item.title)
    _text(entry, "published", _rfc3339(item.entry.published_at))
    _text(entry, "updated", _rfc3339(item.entry.updated_at))
    ET.SubElement(entry, "link", rel="alternate", href=item.url)
    if via := web_address(article.url):
        ET.SubElement(entry, "link", rel="via", href=clean(via))
    _text(ET.SubElement(entry, "author"), "name", article.publisher or article.author or "newsbot")
    _text(entry, "content", item.html).set("type", "html")


def rss(feed: Feed) -> bytes:
    """Return a feed as RSS."""
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _text(channel, "title", feed.title)
    _text(channel, "link", feed.url)
    _text(channel, "description", feed.title)
    _text(channel, "language", feed.language)
    _text(channel, "lastBuildDate", format_datetime(feed.updated_at))
    ET.SubElement(channel, f"{{{_ATOM}}}link", rel="self", href=feed.url, type="application/rss+xml")
    for item in feed.items:
        entry = ET.SubElement(channel, "item")
        _text(entry, "title", item.title)
        _text(entry, "link", item.url)
        _text(entry, "guid", item.id).set("isPermaLink", "false")
        _text(entry, "pubDate", format_datetime(item.entry.published_at))
        _text(entry, "description", item.html)
    return _bytes(root)


def json_feed(feed: Feed) -> bytes:
    """Return a feed as JSON Feed; `_newsbot` has each sentence as in the API."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "feed_url": feed.url,
        "language": feed.language,
        "items": [_json_item(item) for item in feed.items],
    }
    return json.dumps(document, ensure_ascii=False).encode(errors="replace")


def _json_item(item: Item) -> dict[str, Any]:
    entry, article = item.entry, item.entry.article
    sentences = Converter().sentences(entry.sentences, article, entry.story)
    written = {
        "id": item.id,
        "url": item.url,
        "external_url": web_address(article.url),
        "title": item.title,
        "content_html": item.html,
        "date_published": _rfc3339(entry.published_at),
        "date_modified": _rfc3339(entry.updated_at),
        "language": article.language,
        "authors": [{"name": article.publisher}] if article.publisher else None,
        "_newsbot": {"sentences": [sentence.model_dump(mode="json") for sentence in sentences]},
    }
    return {key: value for key, value in written.items() if value is not None}


FORMATS = {
    "atom": FeedFormat("application/atom+xml", atom),
    "rss": FeedFormat("application/rss+xml", rss),
    "json": FeedFormat("application/feed+json", json_feed),
}


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = clean(text)
    return element


def _rfc3339(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def _bytes(root: ET.Element) -> bytes:
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
