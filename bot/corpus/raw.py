"""What a reader hands on: one article's text and fields, before any analysis."""

from dataclasses import dataclass, field
from datetime import datetime


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
