"""Imports a feed's entries: reads the pages behind teasers and ingests the articles, a few at a time."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.corpus.faults import FAULT
from bot.corpus.raw import RawArticle
from bot.corpus.readers.feed_document import FeedDocument, FeedEntry, entry_article, is_teaser
from bot.corpus.urls import page_url
from bot.errors import RejectedInput
from bot.feeds import policy
from bot.feeds.executor import SerialExecutor
from bot.feeds.full_text import PageReader
from bot.feeds.model import Feed, KnownEntry
from bot.feeds.ports import PollStore
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.reload.generation import RejectLog
from bot.ingest.report import IngestReport

PAGE_TIME_BUDGET = timedelta(minutes=7)
"""How long one poll may read pages; the next poll reads the rest."""
CHUNK_SIZE = 8
"""Entries ingested together; they are searchable while the next chunk's pages are fetched."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The result of importing a feed's entries.

    Args:
        retry_pages: Whether some pages must be tried again.
    """

    articles: IngestReport
    retry_pages: bool = False

    def __add__(self, other: "ImportResult") -> "ImportResult":
        """Return the sum of two results."""
        return ImportResult(self.articles + other.articles, self.retry_pages or other.retry_pages)


@dataclass(frozen=True, slots=True)
class EntryImporter:
    """Imports the entries of feeds.

    Args:
        clock: Returns the current time, aware UTC.
        full_text: Whether to read the pages behind teasers, for feeds whose config doesn't say.
    """

    store: PollStore
    articles: IngestPipeline
    pages: PageReader
    executor: SerialExecutor
    clock: Callable[[], datetime]
    rejects: RejectLog
    full_text: bool

    async def import_entries(
        self, feed: Feed, document: FeedDocument, known: dict[str, KnownEntry]
    ) -> ImportResult:
        """Import the new and changed entries of a feed.

        Args:
            known: Entries imported before, by key.
        """
        total, until = ImportResult(IngestReport(rejected=document.rejected)), self.clock() + PAGE_TIME_BUDGET
        fresh = policy.fresh_entries(document.entries, known)
        for chunk in _chunks(fresh):
            total += await self._import_chunk(feed, document, chunk, known=known, until=until)
        await self._record_rejects(feed, document, fresh, total.articles.rejected)
        return total

    async def _import_chunk(
        self,
        feed: Feed,
        document: FeedDocument,
        chunk: Sequence[FeedEntry],
        *,
        known: dict[str, KnownEntry],
        until: datetime,
    ) -> ImportResult:
        now = self.clock()
        before = [known.get(entry.key) for entry in chunk]
        seen_at = [previous.seen_at if previous else now for previous in before]
        raws = await self.executor.run(_articles, feed, document, chunk, seen_at)
        pages = await asyncio.gather(*(self._with_full_text(feed, raw, until) for raw in raws))
        run = await self.articles.start_run(silent=not feed.primed)
        report = await self.articles.ingest([raw for raw, _ in pages], run=run)
        faulty = {reject.source for reject in report.rejected if reject.reason.key == FAULT}
        after = [
            policy.entry_after_read(entry, previous, now=now, incomplete=missing or raw.source in faulty)
            for entry, previous, (raw, missing) in zip(chunk, before, pages, strict=True)
        ]
        await self.store.record_entries(feed.id, after)
        return ImportResult(report, retry_pages=any(not entry.content_hash for entry in after))

    async def _record_rejects(
        self,
        feed: Feed,
        document: FeedDocument,
        fresh: Sequence[FeedEntry],
        rejected: Sequence[RejectedInput],
    ) -> None:
        """Store this poll's rejections, and earlier ones of entries that are still in the feed unchanged."""
        before = await self.rejects.rejects(feed.url)
        fresh_keys = {entry.key for entry in fresh}
        links = {entry.link for entry in document.entries if entry.key not in fresh_keys}
        links |= {page_url(link, document.base(feed.url)) for link in links}
        now = [*rejected, *(rejection for rejection in before if rejection.source in links)]
        if list(map(str, now)) != list(map(str, before)):
            await self.rejects.put_rejects(feed.url, now, self.clock())

    async def _with_full_text(
        self, feed: Feed, raw: RawArticle | RejectedInput, until: datetime
    ) -> tuple[RawArticle | RejectedInput, bool]:
        wanted = self.full_text if feed.config.full_text is None else feed.config.full_text
        if isinstance(raw, RejectedInput) or not wanted or not is_teaser(raw):
            return raw, False
        if self.clock() >= until:
            return raw, True
        return await self.pages.with_full_text(raw)


def _chunks(entries: Sequence[FeedEntry]) -> Iterator[Sequence[FeedEntry]]:
    for start in range(0, len(entries), CHUNK_SIZE):
        yield entries[start : start + CHUNK_SIZE]


def _articles(
    feed: Feed, document: FeedDocument, entries: Sequence[FeedEntry], seen_at: Sequence[datetime]
) -> list[RawArticle | RejectedInput]:
    raws = (
        entry_article(entry, document, feed_url=feed.url, seen_at=at)
        for entry, at in zip(entries, seen_at, strict=True)
    )
    language = feed.config.language
    return [
        replace(raw, language=language) if language and isinstance(raw, RawArticle) else raw for raw in raws
    ]
