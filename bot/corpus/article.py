"""The article: the value everything else is about."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", str)


class Certainty(StrEnum):
    """Whether the text says so itself, or we conclude it."""

    STATED = "stated"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of `Article.text`: offsets in characters, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of the provenance chain.

    Args:
        name: The outlet's or agency's canonical name ("The New Arab", "Reuters").
        certainty: Stated in the text, or inferred by us.
        quote: The exact words relied upon ("Source: The New Arab."), a receipt; "" when a field said so.
        span: Where `name` stands in the article's text; None when the words were page furniture or a field.
    """

    name: str
    certainty: Certainty
    quote: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who published an article <- where they had it from <- whom it cites."""

    publisher: Hop | None = None
    original: tuple[Hop, ...] = ()
    cited: tuple[Hop, ...] = ()


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line of page furniture taken out of the body, kept as a receipt.

    Args:
        text: The line as it stood on the page.
        reason: One of the kinds named in `bot.corpus.analysis.boilerplate` ("motto", "related links", ...).
    """

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as stored.

    Args:
        id: Permanent; the `id` field it came with, else made from where it came from.
        title: Headline without the site's motto; one line; never empty.
        text: The body: paragraphs parted by a blank line, no furniture, no control characters.
        language: ISO 639-1 code, or "und".
        sentences: The body's sentences in order, not overlapping; `text[start:end]` has no outer white space.
        published_at: Aware UTC, or None when unknown.
        published: Whether `published_at` was stated or inferred.
        sample: True for the invented articles that ship with the program.
        source: Path or address it was read from.
        extra: Fields of the input that mean nothing to us, kept aside.
    """

    id: ArticleId
    title: str
    text: str
    language: str = "und"
    url: str | None = None
    author: str | None = None
    dateline: str | None = None
    published_at: datetime | None = None
    published: Certainty = Certainty.STATED
    provenance: Provenance = field(default_factory=Provenance)
    sentences: tuple[Span, ...] = ()
    removed: tuple[RemovedLine, ...] = ()
    sample: bool = False
    source: str = ""
    extra: dict[str, object] = field(default_factory=dict)

    @property
    def publisher(self) -> str | None:
        """The publisher's name, if known."""
        return self.provenance.publisher.name if self.provenance.publisher else None

    def quote(self, span: Span) -> str:
        """The exact words at `span` of the body."""
        return self.text[span.start : span.end]
