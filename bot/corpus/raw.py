"""What a reader hands on: one article's text and fields, before any analysis."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.corpus.article import ArticleId
from bot.errors import RejectedInput


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as it stood in a file, a feed or on a page.

    Args:
        text: The page or body: lines parted by newlines, decoded, free of control characters.
        source: Path relative to the folder read, or address.
        key: What the id is made from when neither `id` nor `url` is given; "" means `source`.
        title: Headline when a field gave it; None when it stands in `text`.
        published: As written in the input, in any form `bot.corpus.dates` knows.
        seen_at: When a feed first showed it; stands in for a missing `published`. Aware UTC.
        sample: True for invented articles.
        extra: Fields of the input that mean nothing to us.
        digest: Hash of the bytes of its record, which say all of the above; "" when it has none of its own.
    """

    text: str
    source: str
    key: str = ""
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
    """A record whose bytes are those that a stored article was read from, so that it need not be parsed.

    Args:
        source: As of a `RawArticle`.
        size: Bytes.
        parse: Returns what the record holds, for when it must be looked at after all.
    """

    id: ArticleId
    source: str
    size: int
    parse: Callable[[], RawArticle | RejectedInput]


ReadResult = RawArticle | UnchangedRecord | RejectedInput
"""What a reader yields."""
