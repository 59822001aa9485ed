"""Reads JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

import json
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field, ValidationError

from bot.corpus.plain_text import decode
from bot.corpus.readers.common import validation_reason
from bot.corpus.readers.feed_document import MAX_ENTRIES, FeedDocument, FeedEntry
from bot.errors import RejectedInput, localizable

_Text = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int | float) else value)]


class _Author(BaseModel):
    name: _Text | None = None


class _FeedItem(BaseModel):
    id: _Text = ""
    url: str | None = None
    external_url: str | None = None
    title: _Text | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: _Text | None = None
    date_modified: _Text | None = None
    author: _Author | None = None
    authors: list[_Author] = Field(default_factory=list)
    language: str | None = None

    def entry(self) -> FeedEntry:
        authors = self.authors or ([self.author] if self.author else [])
        return FeedEntry(
            id=self.id,
            title=self.title,
            link=self.url or self.external_url,
            html=self.content_html or self.content_text or self.summary or "",
            published=self.date_published or self.date_modified,
            author=", ".join(author.name for author in authors if author.name) or None,
            language=self.language,
        )


class _JsonFeed(BaseModel):
    version: str
    title: _Text = ""
    language: str | None = None
    items: list[Any]


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
    entries, rejected = [], []
    for number, item in enumerate(feed.items[:MAX_ENTRIES], 1):
        try:
            entries.append(_FeedItem.model_validate(item).entry())
        except ValidationError as error:
            rejected.append(RejectedInput(validation_reason(error), source=source, line=number))
    return FeedDocument(feed.title, feed.language, tuple(entries), tuple(rejected))
