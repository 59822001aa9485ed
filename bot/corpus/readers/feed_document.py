"""What a feed says: itself, and its entries; the same for RSS, Atom and JSON Feed."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.corpus.analysis.publisher import publisher_at
from bot.corpus.plain_text import clean, one_line
from bot.corpus.raw import RawArticle
from bot.corpus.readers.html_text import html_text
from bot.corpus.urls import page_url
from bot.errors import RejectedInput, localizable

MAX_ENTRIES = 1_000
FULL_TEXT_CHARS = 1_200
"""An entry with so much text is the article, not a teaser for it."""
SHORT_TEXT_CHARS = 100
"""Too little text to tell its language for sure."""
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[[.…]+\]|[Rr]ead [Mm]ore\W*|[Cc]ontinue [Rr]eading\W*|اقرأ المزيد\W*|[Dd]evamı\W*)$"
)
_APPEARED = re.compile(r"\n?The post .{1,300} (?:appeared first|first appeared) on .{1,100}$")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed.

    Args:
        id: As the feed has it, "" when it has none.
        html: The longest text the feed gives, HTML or plain.
        published: As written, in a form `bot.corpus.dates` knows.
        outlet: Where the feed says the entry is from, when that is not the feed itself.
    """

    id: str = ""
    title: str | None = None
    link: str | None = None
    html: str = ""
    published: str | None = None
    author: str | None = None
    language: str | None = None
    outlet: str | None = None

    @property
    def key(self) -> str:
        """A hash of what the entry is known by within its feed."""
        return _hash(self.id or self.link or self.title or self.html)

    @property
    def content_hash(self) -> str:
        """A hash of what the feed says of it: another when the entry was changed."""
        said = "\x1f".join(
            each or "" for each in (self.title, self.link, self.html, self.published, self.author)
        )
        return _hash(said)


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A feed as it was read.

    Args:
        broken: What is wrong with its form, "" when nothing is; the entries are what could be read.
        rejected: Entries that can't be read.
    """

    title: str = ""
    language: str | None = None
    entries: tuple[FeedEntry, ...] = ()
    broken: str = ""
    rejected: tuple[RejectedInput, ...] = field(default=())


def entry_article(
    entry: FeedEntry, document: FeedDocument, *, feed_url: str, seen_at: datetime | None = None
) -> RawArticle | RejectedInput:
    """Return the article an entry holds, or why it holds none.

    Args:
        feed_url: Where the feed was read.
        seen_at: When the feed first showed the entry, aware UTC.
    """
    title = one_line(html_text(entry.title or "")) or None
    text = _APPEARED.sub("", clean(html_text(entry.html)).strip()) or title or ""
    if not any(character.isalpha() for character in text):
        return RejectedInput(localizable("why-no-words"), source=entry.link or feed_url)
    url = page_url(entry.link, feed_url)
    return RawArticle(
        text=text,
        source=url or feed_url,
        key=f"{feed_url}#{entry.key}",
        title=title,
        url=url,
        publisher=publisher_at(url or feed_url, entry.outlet, document.title),
        author=one_line(html_text(entry.author or "")) or None,
        published=entry.published,
        # What a feed says of all its articles is often just what its software came with.
        language=entry.language or (document.language if len(text) < SHORT_TEXT_CHARS else None),
        seen_at=seen_at,
    )


def feed_articles(document: FeedDocument, source: str) -> Iterator[RawArticle | RejectedInput]:
    """Yield the articles of a feed that was read from a file or once from an address."""
    yield from document.rejected
    for entry in document.entries:
        yield entry_article(entry, document, feed_url=source)


def is_teaser(raw: RawArticle) -> bool:
    """Whether an entry only leads to its article: short, or cut off."""
    return len(raw.text) < FULL_TEXT_CHARS or _CUT_OFF.search(raw.text[-60:]) is not None


def _hash(said: str) -> str:
    return hashlib.sha256(said.encode(errors="replace")).hexdigest()[:32]
