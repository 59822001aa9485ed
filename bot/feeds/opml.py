"""Reads and writes lists of feeds as OPML. A feed's settings are in `category`, the only field for them:

<outline type="rss" text="Title" xmlUrl="https://..." category="/language/ar,/interval/30,/full-text/no"/>
"""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from xml.etree import ElementTree as Xml

from bot.corpus.plain_text import one_line
from bot.corpus.readers.safe_xml import safe_xml
from bot.corpus.urls import feed_address, http_url
from bot.errors import RejectedInput, localizable
from bot.feeds.model import MAX_INTERVAL, MIN_INTERVAL, FeedConfig
from bot.lean_imports import import_lean

import_lean("listparser")  # here, before threads of others may import lxml
import listparser  # noqa: E402

listparser.lxml = None  # type: ignore[attr-defined]  # the same parser also where lxml was loaded already
MAX_BYTES = 5_000_000
MAX_FEEDS = 5_000
MAX_TITLE_LENGTH = 200
_DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'
_OUTLINE = re.compile(r"<outline\b[^>]*>", re.IGNORECASE)
_TYPE = re.compile(r"\stype\s*=\s*[\"'](?:rss|atom|rdf|feed)\w*[\"']", re.IGNORECASE)
_XML_URL = re.compile(r"\sxmlurl\s*=", re.IGNORECASE)
_URL = re.compile(r"\surl\s*=", re.IGNORECASE)
_NO_SCHEME = re.compile(r"\A((?:[\w-]+\.)+[a-z]{2,}(?:[/?]|\Z))", re.IGNORECASE)


def read_opml(data: bytes, *, source: str) -> list[FeedConfig]:
    """Return the feeds of an OPML file, without duplicates.

    Raises:
        RejectedInput: The file is not OPML, is too large, or lists no feed.
    """
    if len(data) > MAX_BYTES:
        raise RejectedInput(localizable("why-large", megabytes=f"{MAX_BYTES / 1e6:g}"), source=source)
    text = safe_xml(data, source=source)
    if isinstance(text, RejectedInput):
        raise text
    text = _OUTLINE.sub(_with_feed_url, text)
    outlines = listparser.parse(_DECLARATION + text.encode(errors="replace"))["feeds"]
    feeds: dict[str, FeedConfig] = {}
    for outline in outlines[:MAX_FEEDS]:
        url = http_url(_NO_SCHEME.sub(r"https://\1", feed_address(outline.get("url") or "")))
        if url:
            categories = outline.get("categories") or ()
            feeds.setdefault(url, _config(url, outline.get("title") or "", categories))
    if not feeds:
        raise RejectedInput(localizable("why-no-opml"), source=source)
    return list(feeds.values())


def _with_feed_url(outline: re.Match[str]) -> str:
    """Return an outline of a feed with its address in `xmlUrl`, not in `url`."""
    tag = outline[0]
    return _URL.sub(" xmlUrl=", tag, count=1) if _TYPE.search(tag) and not _XML_URL.search(tag) else tag


def write_opml(feeds: Iterable[FeedConfig], *, title: str = "newsbot's feeds") -> bytes:
    """Return feeds as OPML; `read_opml` restores them unchanged."""
    root = Xml.Element("opml", version="2.0")
    Xml.SubElement(Xml.SubElement(root, "head"), "title").text = title
    body = Xml.SubElement(root, "body")
    for feed in feeds:
        outline = {"type": "rss", "text": feed.title or feed.url, "xmlUrl": feed.url}
        if categories := _categories(feed):
            outline["category"] = categories
        Xml.SubElement(body, "outline", outline)
    Xml.indent(root)
    outlines: bytes = Xml.tostring(root, encoding="utf-8")
    return _DECLARATION + outlines + b"\n"


def _config(url: str, title: str, categories: Sequence[Sequence[str]]) -> FeedConfig:
    settings = {category[0]: category[1] for category in categories if len(category) == 2}
    title = one_line(title)[:MAX_TITLE_LENGTH]
    return FeedConfig(
        url,
        title="" if title == url else title,
        language=_language(settings.get("language")),
        interval=_interval(settings.get("interval")),
        full_text={"yes": True, "no": False}.get(settings.get("full-text", "")),
    )


def _language(code: str | None) -> str | None:
    return code if code and len(code) <= 8 and code.isascii() and code.isalpha() else None


def _interval(minutes: str | None) -> timedelta | None:
    if not minutes or not minutes.isdecimal() or len(minutes) > 6:
        return None
    return min(max(timedelta(minutes=int(minutes)), MIN_INTERVAL), MAX_INTERVAL)


def _categories(feed: FeedConfig) -> str:
    categories = [f"/language/{feed.language}"] if feed.language else []
    if feed.interval:
        categories.append(f"/interval/{feed.interval // timedelta(minutes=1)}")
    if feed.full_text is not None:
        categories.append(f"/full-text/{'yes' if feed.full_text else 'no'}")
    return ",".join(categories)
