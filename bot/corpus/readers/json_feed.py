"""Reads JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

import html
import json
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ValidationError

from bot.corpus.decoding import decode
from bot.corpus.faults import unless_faulty
from bot.corpus.pictures import first_picture
from bot.corpus.readers.common import validation_reason
from bot.corpus.readers.entry_text import Written, most_words
from bot.corpus.readers.feed_authors import joined
from bot.corpus.readers.feed_document import FeedDocument, FeedEntry, newest, sites_of, told_apart
from bot.errors import RejectedInput, localizable


def _text(value: object) -> str | None:
    """Return a text or number as text, None for anything else: an odd field does not cost the entry."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value)


def _names(value: object) -> list[str]:
    """Return the names in whatever programs write for authors: objects, names, or a list of either."""
    authors = value if isinstance(value, list) else [value]
    names = (_text(author.get("name") if isinstance(author, dict) else author) for author in authors)
    return [name.strip() for name in names if name and name.strip()]


_Text = Annotated[str | None, BeforeValidator(_text)]
_Names = Annotated[list[str], BeforeValidator(_names)]


class _FeedItem(BaseModel):
    id: _Text = None
    url: _Text = None
    external_url: _Text = None
    title: _Text = None
    content_html: _Text = None
    content_text: _Text = None
    summary: _Text = None
    image: _Text = None
    banner_image: _Text = None
    date_published: _Text = None
    date_modified: _Text = None
    author: _Names = []
    authors: _Names = []
    language: _Text = None

    def entry(self) -> FeedEntry:
        full = [Written(self.content_html or ""), Written(self.content_text or "", plain=True)]
        text = most_words(*full)
        text = text if text.value else Written(self.summary or "", plain=True)
        return FeedEntry(
            id=self.id or "",
            # Plain text by the specification.
            title=None if self.title is None else html.escape(self.title, quote=False),
            link=self.url or self.external_url or (self.id if _is_address(self.id) else None),
            html=text.value,
            published=self.date_published or self.date_modified,
            author=joined(self.authors or self.author),
            language=self.language,
            picture=first_picture([self.image, self.banner_image]),
            plain=text.plain,
        )


class _JsonFeed(BaseModel):
    version: str
    title: _Text = None
    author: _Names = []
    authors: _Names = []
    language: _Text = None
    home_page_url: _Text = None
    items: list[Any]


def _is_address(text: str | None) -> bool:
    return (text or "").startswith(("http://", "https://"))


def is_json(data: bytes) -> bool:
    """Return whether a document begins like a JSON object."""
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def read_json_feed(data: bytes, source: str) -> FeedDocument | RejectedInput:
    """Return a JSON Feed, or why the data is not one; invalid items are rejected one by one."""
    try:
        feed = _JsonFeed.model_validate(json.loads(decode(data)))
    except ValidationError as error:
        return RejectedInput(validation_reason(error), source=source)
    except (ValueError, RecursionError) as error:
        return RejectedInput(localizable("why-feed-broken", error=type(error).__name__), source=source)
    if "jsonfeed.org" not in feed.version:
        return RejectedInput(localizable("why-no-feed"), source=source)
    entries: list[FeedEntry] = []
    rejected: list[RejectedInput] = []
    for number, item in enumerate(feed.items, 1):
        read = unless_faulty(partial(_entry, item, feed, source, number), source=source, line=number)
        if isinstance(read, RejectedInput):
            rejected.append(read)
        else:
            entries.append(read)
    entries, left_out = newest(entries, source)
    return FeedDocument(
        feed.title or "",
        feed.language,
        told_apart(entries),
        (*rejected, *left_out),
        site=feed.home_page_url,
        sites=sites_of(entries),
    )


def _entry(item: object, feed: _JsonFeed, source: str, number: int) -> FeedEntry | RejectedInput:
    try:
        entry = _FeedItem.model_validate(item).entry()
    except ValidationError as error:
        return RejectedInput(validation_reason(error), source=source, line=number)
    return replace(entry, author=entry.author or joined(feed.authors or feed.author))
