"""A feed and its entries, in the same form for RSS, Atom and JSON Feed."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.corpus.analysis.publisher import publisher_at
from bot.corpus.plain_text import one_line
from bot.corpus.raw import RawArticle
from bot.corpus.readers.common import has_letters
from bot.corpus.readers.entry_text import FULL_TEXT_CHARS, Written, entry_text
from bot.corpus.readers.html_text import html_text
from bot.corpus.urls import entry_url, former_url, http_url, is_same_page, mark_of, url_key
from bot.corpus.written_dates import parse_date
from bot.errors import RejectedInput, localizable

MAX_ENTRIES = 1_000
SHORT_TEXT_CHARS = 100
"""A text shorter than this is too short for reliable language detection."""
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[[.…]+\]|[Rr]ead [Mm]ore\W*|[Cc]ontinue [Rr]eading\W*|اقرأ المزيد\W*|[Dd]evamı\W*)$"
)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed.

    Args:
        id: The feed's id for it, "" without one.
        title: HTML.
        html: The text with the most words of those the feed provides.
        plain: Whether that is plain text by the feed's format, not HTML.
        published: As written, in a format `bot.corpus.dates` understands.
        outlet: The outlet the feed names as the entry's source, None for the feed itself.
        shared: Whether entries with other headlines have its address in the same feed.
        twin: Whether different entries have its `base_key` in the same feed.
    """

    id: str = ""
    title: str | None = None
    link: str | None = None
    html: str = ""
    published: str | None = None
    author: str | None = None
    language: str | None = None
    outlet: str | None = None
    plain: bool = False
    shared: bool = False
    twin: bool = False

    @property
    def key(self) -> str:
        """A hash that identifies the entry within its feed."""
        fields = (self.base_key, self.link, self.title, self.published, self.html if not self.title else "")
        return _hash("\x1f".join(field or "" for field in fields)) if self.twin else self.base_key

    @property
    def base_key(self) -> str:
        """A hash of what identifies the entry in an orderly feed."""
        return _hash(self.id or self.link or self.title or self.html)

    @property
    def content_hash(self) -> str:
        """A hash of the entry's content; it changes when the entry is edited."""
        fields = (self.title, self.link, self.html, self.published, self.author)
        return _hash("\x1f".join(field or "" for field in fields))


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A parsed feed.

    Args:
        rejected: Entries that could not be read.
        site: Address of the site that the feed belongs to, as written.
    """

    title: str = ""
    language: str | None = None
    entries: tuple[FeedEntry, ...] = ()
    rejected: tuple[RejectedInput, ...] = ()
    site: str | None = None

    def base(self, feed_url: str) -> str:
        """Return what relative links of entries are relative to: the site, else where the feed was read."""
        return http_url(self.site, feed_url) or feed_url


def told_apart(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    """Return a feed's entries with `shared` and `twin` set."""
    entries = tuple(entries)
    at_address: dict[str, set[str]] = {}
    with_key: dict[str, set[tuple[str | None, str | None]]] = {}
    for entry in entries:
        if entry.link:
            at_address.setdefault(url_key(entry.link), set()).add(entry.title or entry.html)
        with_key.setdefault(entry.base_key, set()).add((entry.title or entry.html, _day(entry)))
    if len(at_address) == len(with_key) == len(entries):
        return entries
    return tuple(
        replace(
            entry,
            shared=bool(entry.link) and len(at_address[url_key(entry.link or "")]) > 1,
            twin=len(with_key[entry.base_key]) > 1,
        )
        for entry in entries
    )


def _day(entry: FeedEntry) -> str | None:
    """Return the date of an entry that has neither id nor address: it tells it from its namesakes."""
    return None if entry.id or entry.link else entry.published


def entry_article(
    entry: FeedEntry, document: FeedDocument, *, feed_url: str, seen_at: datetime | None = None
) -> RawArticle | RejectedInput:
    """Return the article in an entry, or why there is none.

    Args:
        feed_url: Where the feed was read.
        seen_at: When the feed first showed the entry, aware UTC.
    """
    title = one_line(html_text(entry.title or "")) or None
    text = entry_text(Written(entry.html, entry.plain), title=title or "", site=document.title)
    text = text if has_letters(text) else title or ""  # a score, an emoji, the labels of links
    if not has_letters(text):
        return RejectedInput(localizable("why-no-words"), source=entry.link or feed_url)
    base = document.base(feed_url)
    url = entry_url(entry.link, base)
    former = former_url(entry.link, base) or ""
    return RawArticle(
        text=text,
        source=url or feed_url,
        key=f"{feed_url}#{entry.base_key}",
        mark=_mark(entry, url),
        shared=entry.shared,
        former_url=former if former != url else "",
        title=title,
        url=url,
        publisher=publisher_at(url or feed_url, entry.outlet, document.title),
        author=one_line(html_text(entry.author or "")) or None,
        published=entry.published,
        # A feed's own language is often just its software's default: use it only where detection can't help.
        language=entry.language or (document.language if len(text) < SHORT_TEXT_CHARS else None),
        seen_at=seen_at,
    )


def _mark(entry: FeedEntry, url: str | None) -> str:
    """Return what tells an entry from others at its address, or with its headline when it has none."""
    if url:
        return entry.id if entry.id and not is_same_page(entry.id, url) else mark_of(url)
    if entry.id:
        return ""
    date = parse_date(entry.published or "")
    return date.isoformat() if date else _hash(entry.html) * entry.twin


def feed_articles(document: FeedDocument, source: str) -> Iterator[RawArticle | RejectedInput]:
    """Yield the articles of a feed that is read from a file, or once from a URL."""
    yield from document.rejected
    for entry in document.entries:
        yield entry_article(entry, document, feed_url=source)


def is_teaser(raw: RawArticle) -> bool:
    """Return whether an entry only leads to its article: it is short or cut off."""
    return len(raw.text) < FULL_TEXT_CHARS or _CUT_OFF.search(raw.text[-60:]) is not None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:32]
