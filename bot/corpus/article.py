"""The article and its provenance."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", str)


class Certainty(StrEnum):
    """Whether a fact is stated in the text or inferred."""

    STATED = "stated"
    INFERRED = "inferred"


def is_day(published_at: datetime) -> bool:
    """Return whether a date (aware UTC) is a day without an hour, which is stored as midnight."""
    return published_at.time() == time()


def local_day(published_at: datetime, zone: tzinfo) -> date:
    """Return the day of a date (aware UTC) in a zone; a day without an hour is the same everywhere."""
    return published_at.date() if is_day(published_at) else published_at.astimezone(zone).date()


@dataclass(frozen=True, slots=True)
class Span:
    """A range of `Article.text`: character offsets, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of the provenance chain.

    Args:
        name: Canonical name of the outlet or agency ("The New Arab", "Reuters").
        quote: The words that are the evidence ("Source: The New Arab."); "" when it was a field.
        span: Position of `name` in the article's text; None when the evidence was boilerplate or a field.
    """

    name: str
    certainty: Certainty
    quote: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who published an article, where the publisher took it from, and whom it cites."""

    publisher: Hop | None = None
    original: tuple[Hop, ...] = ()
    cited: tuple[Hop, ...] = ()


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line of boilerplate removed from the body.

    Args:
        text: The line as on the page.
        reason: One of the kinds in `bot.corpus.analysis.boilerplate` ("motto", "related links", ...).
    """

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an article that somebody says.

    Args:
        sentence: Its index in `Article.sentences`.
        speaker: The speaker's name without titles ("Hakan Fidan"); of an office or a body, what it is called.
        key: The same for comparing; see `bot.search.query.speaking`.
        written: Where the text names the speaker.
        verb: The reporting verb; None where a quotation continues without one.
    """

    sentence: int
    speaker: str
    key: str
    written: Span
    verb: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as stored.

    Args:
        id: Permanent; from the input's `id` field, else derived from its source.
        title: Headline on one line, without the site's motto; never empty.
        text: The body: paragraphs separated by blank lines, without boilerplate and control characters.
        language: ISO 639-1 code, or "und".
        published_at: Aware UTC; None when unknown.
        published: Whether `published_at` was stated or inferred.
        day_only: Whether `published_at` begins a day whose hour is not known. Not stored.
        sentences: In order, without overlap; `text[start:end]` has no leading or trailing white space.
        statements: Who says which sentences, in order; None if not looked for yet. Derived from the text.
        sample: True for the invented articles that ship with the program.
        source: Path or URL it was read from.
        extra: Input fields that the program does not use.
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
    day_only: bool = field(default=False, compare=False)
    provenance: Provenance = field(default_factory=Provenance)
    sentences: tuple[Span, ...] = ()
    statements: tuple[Statement, ...] | None = field(default=None, compare=False)
    removed: tuple[RemovedLine, ...] = ()
    sample: bool = False
    source: str = ""
    extra: dict[str, object] = field(default_factory=dict)

    @property
    def publisher(self) -> str | None:
        """Name of the publisher, if known."""
        return self.provenance.publisher.name if self.provenance.publisher else None

    @property
    def latest_at(self) -> datetime | None:
        """The last moment of the day, minute or second that `published_at` begins; None when it is unknown.

        A day without a zone ends last at UTC-12. A fraction of a second doesn't count: most dates have none.
        """
        if self.published_at is None:
            return None
        without_zone = is_day(self.published_at)
        if self.day_only or without_zone:
            return self.published_at + timedelta(days=1, hours=12 * without_zone, microseconds=-1)
        second = self.published_at.replace(microsecond=0)
        to_the_second = self.published_at.second or self.published_at.microsecond
        whole = timedelta(seconds=1) if to_the_second else timedelta(minutes=1)
        return second + whole - timedelta(microseconds=1)

    def quote(self, span: Span) -> str:
        """Return the body's text at `span`."""
        return self.text[span.start : span.end]
