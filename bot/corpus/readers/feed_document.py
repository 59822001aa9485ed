"""A feed and its entries, in the same form for RSS, Atom and JSON Feed."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.corpus.analysis.publisher import publisher_at
from bot.corpus.faults import unless_faulty
from bot.corpus.pictures import PICTURE
from bot.corpus.plain_text import one_line
from bot.corpus.raw import RawArticle
from bot.corpus.readers.collectors import site_label, split_outlet, target_of
from bot.corpus.readers.common import has_letters
from bot.corpus.readers.entry_text import FULL_TEXT_CHARS, Written, entry_text
from bot.corpus.readers.html_text import html_text
from bot.corpus.urls import entry_url, former_url, http_url, is_same_page, mark_of, url_key
from bot.corpus.written_dates import parse_date
from bot.errors import RejectedInput, localizable

MAX_ENTRIES = 10_000
"""Entries of one feed that are read, the newest."""
_UNDATED = datetime.min.replace(tzinfo=UTC)
SHORT_TEXT_CHARS = 100
"""A text shorter than this is too short for reliable language detection."""
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[[.…]+\]|[Rr]ead [Mm]ore\W*|[Cc]ontinue [Rr]eading\W*|اقرأ المزيد\W*|[Dd]evamı\W*)$"
)

_CHANNEL = re.compile(r"(?: \(@\w+\))? [-–|] Telegram(?: Channel)?$")
"""What bridges write behind the name of a Telegram channel."""


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
        outlet_url: That outlet's address, None without one.
        picture: The address of its picture, None without one. No part of its content: sites move pictures.
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
    outlet_url: str | None = None
    picture: str | None = None
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
        sites: Names of the sites that the entries lead to.
    """

    title: str = ""
    language: str | None = None
    entries: tuple[FeedEntry, ...] = ()
    rejected: tuple[RejectedInput, ...] = ()
    site: str | None = None
    sites: frozenset[str] = frozenset()

    def base(self, feed_url: str) -> str:
        """Return what relative links of entries are relative to: the site, else where the feed was read."""
        return http_url(self.site, feed_url) or feed_url


def sites_of(entries: Iterable[FeedEntry]) -> frozenset[str]:
    """Return the names of the sites that entries lead to."""
    return frozenset(site_label(entry.link) for entry in entries if entry.link) - {""}


def newest(entries: list[FeedEntry], source: str) -> tuple[list[FeedEntry], tuple[RejectedInput, ...]]:
    """Return the newest entries of a large feed in its order, and what was left out.

    Args:
        source: The feed's URL, for error reports.
    """
    if len(entries) <= MAX_ENTRIES:
        return entries, ()
    dates = [(parse_date(entry.published or "") or _UNDATED, -at) for at, entry in enumerate(entries)]
    kept = sorted(sorted(range(len(entries)), key=dates.__getitem__, reverse=True)[:MAX_ENTRIES])
    reason = localizable("why-feed-long", read=str(MAX_ENTRIES), all=str(len(entries)))
    return [entries[at] for at in kept], (RejectedInput(reason, source=source),)


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
    source = entry.link or feed_url
    return unless_faulty(lambda: _entry_article(entry, document, feed_url, seen_at), source=source)


def _entry_article(
    entry: FeedEntry, document: FeedDocument, feed_url: str, seen_at: datetime | None
) -> RawArticle | RejectedInput:
    title = one_line(html_text(entry.title or "")) or None
    text = entry_text(Written(entry.html, entry.plain), title=title or "", site=document.title)
    text = text if has_letters(text) else title or ""  # a score, an emoji, the labels of links
    if not has_letters(text):
        return RejectedInput(localizable("why-no-words"), source=entry.link or feed_url)
    base = document.base(feed_url)
    page = http_url(entry.link, base)
    link = target_of(page and page + "".join((entry.link or "").strip().partition("#")[1:]))
    url = entry_url(link)
    former = former_url(entry.link, base) or ""
    title, publisher = _credited(entry, document, url, title=title, feed_url=feed_url)
    return RawArticle(
        text=text,
        source=url or feed_url,
        key=f"{feed_url}#{entry.base_key}",
        mark=_mark(entry, url),
        shared=entry.shared,
        former_url=former if former != url else "",
        title=title,
        url=url,
        publisher=publisher,
        author=one_line(html_text(entry.author or "")) or None,
        published=entry.published,
        # A feed's own language is often just its software's default: use it only where detection can't help.
        language=entry.language or (document.language if len(text) < SHORT_TEXT_CHARS else None),
        seen_at=seen_at,
        extra={PICTURE: entry.picture} if entry.picture else {},
    )


def _credited(
    entry: FeedEntry, document: FeedDocument, url: str | None, *, title: str | None, feed_url: str
) -> tuple[str | None, str | None]:
    """Return an entry's headline and publisher.

    A service that collects links is no publisher: that is the outlet which the entry names, else the site it
    leads to.
    """
    link = http_url(entry.link, document.base(feed_url))
    collected = url is not None and link is not None and site_label(url) != site_label(link)
    elsewhere = bool(entry.outlet_url) and site_label(entry.outlet_url) != site_label(url)
    if not (collected or elsewhere):
        own = _CHANNEL.sub("", document.title) if not url or _is_own(url, document, feed_url) else None
        return title, publisher_at(url or feed_url, entry.outlet, own)
    headline, outlet = split_outlet(title or "", url, entry.outlet)
    at = entry.outlet_url if elsewhere and not collected else url
    return headline or None, publisher_at(at, outlet)


def _is_own(url: str, document: FeedDocument, feed_url: str) -> bool:
    """Whether an entry leads to the feed's own site, or all entries to one site."""
    labels = {site_label(document.site), site_label(feed_url)} - {""}
    return site_label(url) in labels or len(document.sites) < 2


def _mark(entry: FeedEntry, url: str | None) -> str:
    """Return what tells an entry from others at its address, or with its headline when it has none."""
    own_id = "" if entry.twin else entry.id  # some feeds write one id for all
    if url:
        return own_id if own_id and not is_same_page(own_id, url) else mark_of(url)
    if own_id:
        return ""
    if entry.id:
        return entry.key
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
