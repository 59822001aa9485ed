"""A raw article: what `bot/corpus/readers` read from a file, before any analysis."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.corpus.article import ArticleId
from bot.errors import RejectedInput


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as read from a file, feed or page.

    Args:
        text: The page or body: lines separated by newlines, decoded, without control characters.
        source: Path relative to the folder, or URL.
        key: What the id is derived from when neither `id` nor `url` is set; "" for `source`.
        mark: What tells a feed's entry from others at its address: the feed's id for it, else a fragment or
            parameter of the address, or the date where there is no address; "" for none.
        shared: Whether entries with other headlines have its address in the same feed.
        former_url: Its address as version 0.1.0 stored it, where that differs from `url`.
        title: Headline from a field; None when it is part of `text`.
        published: As written, in any format `bot.corpus.dates` understands.
        seen_at: When a feed first showed it, aware UTC; replaces a missing `published`.
        sample: True for invented articles.
        extra: Input fields that the program does not use.
        digest: Hash of the bytes of its record, which determine all other fields; "" without a record.
    """

    text: str
    source: str
    key: str = ""
    mark: str = ""
    shared: bool = False
    former_url: str = ""
    title: str | None = None
    id: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    seen_at: datetime | None = None
    sample: bool = False
    extra: dict[str, object] = field(default_factory=dict)
    digest: str = ""


@dataclass(frozen=True, slots=True)
class UnchangedRecord:
    """A record with the same bytes as when its stored article was read, so it need not be parsed.

    Args:
        source: As in `RawArticle`.
        size: Bytes.
        parse: Parses the record after all.
    """

    id: ArticleId
    source: str
    size: int
    parse: Callable[[], RawArticle | RejectedInput]


ReadResult = RawArticle | UnchangedRecord | RejectedInput
"""One result of a reader."""
