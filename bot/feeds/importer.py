"""A feed's entries -> the pages behind teasers -> the article path, a few at a time; each is remembered."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.corpus.raw import RawArticle
from bot.corpus.readers.feed_document import FeedDocument, FeedEntry, entry_article, is_teaser
from bot.corpus.urls import page_url
from bot.errors import RejectedInput
from bot.feeds import policy as decide
from bot.feeds.executor import SerialExecutor
from bot.feeds.full_text import PageReader
from bot.feeds.model import Feed, KnownEntry
from bot.feeds.ports import PollStore
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.reload.generation import RejectLog
from bot.ingest.report import IngestReport

PAGE_TIME_BUDGET = timedelta(minutes=7)
"""How long pages are read in one poll; those that are left have their turn at the next one."""
CHUNK_SIZE = 8
"""Entries taken in together: they can be found while the pages of the next ones are fetched."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of a feed's entries.

    Args:
        later: Whether pages are to be tried again.
    """

    articles: IngestReport
    later: bool = False

    def __add__(self, other: "ImportResult") -> "ImportResult":
        """Both together."""
        return ImportResult(self.articles + other.articles, self.later or other.later)


@dataclass(frozen=True, slots=True)
class EntryImporter:
    """Takes the entries of feeds in.

    Args:
        full_text: Whether pages behind teasers are read, for feeds that don't say.
        clock: Returns the present moment, aware UTC.
    """

    store: PollStore
    articles: IngestPipeline
    pages: PageReader
    executor: SerialExecutor
    clock: Callable[[], datetime]
    rejects: RejectLog
    full_text: bool

    async def take(self, feed: Feed, document: FeedDocument, known: dict[str, KnownEntry]) -> ImportResult:
        """Take in what is new in a feed.

        Args:
            known: What is remembered of its entries, by their keys.
        """
        total, until = ImportResult(IngestReport(rejected=document.rejected)), self.clock() + PAGE_TIME_BUDGET
        fresh = decide.fresh_entries(document.entries, known)
        for chunk in _chunks(fresh):
            now = self.clock()
            items = [known.get(entry.key) for entry in chunk]
            seen_at = [item.seen_at if item else now for item in items]
            raws = await self.executor.run(_articles, feed, document, chunk, seen_at)
            whole = await asyncio.gather(*(self._whole(feed, raw, until) for raw in raws))
            run = await self.articles.begun(silent=not feed.primed)
            report = await self.articles.ingest([raw for raw, _ in whole], run=run)
            noted = [
                decide.entry_after_read(entry, item, now=now, page_missing=missing)
                for entry, item, (_, missing) in zip(chunk, items, whole, strict=True)
            ]
            await self.store.record_entries(feed.id, noted)
            total += ImportResult(report, any(not item.content_hash for item in noted))
        await self._note_rejects(feed, document, fresh, total.articles.rejected)
        return total

    async def _note_rejects(
        self, feed: Feed, document: FeedDocument, fresh: Sequence[FeedEntry], found: Sequence[RejectedInput]
    ) -> None:
        """Keep what was rejected now, and before among the entries that were not looked at again."""
        before = await self.rejects.rejects(feed.url)
        looked_at = {each.key for each in fresh}
        left = {each.link for each in document.entries if each.key not in looked_at}
        left |= {page_url(link, feed.url) for link in left}
        now = [*found, *(each for each in before if each.source in left)]
        if list(map(str, now)) != list(map(str, before)):
            await self.rejects.put_rejects(feed.url, now, self.clock())

    async def _whole(
        self, feed: Feed, raw: RawArticle | RejectedInput, until: datetime
    ) -> tuple[RawArticle | RejectedInput, bool]:
        wanted = self.full_text if feed.config.full_text is None else feed.config.full_text
        if isinstance(raw, RejectedInput) or not wanted or not is_teaser(raw):
            return raw, False
        if self.clock() >= until:
            return raw, True
        return await self.pages.whole(raw)


def _chunks(entries: Sequence[FeedEntry]) -> Iterator[Sequence[FeedEntry]]:
    for start in range(0, len(entries), CHUNK_SIZE):
        yield entries[start : start + CHUNK_SIZE]


def _articles(
    feed: Feed, document: FeedDocument, entries: Sequence[FeedEntry], seen_at: Sequence[datetime]
) -> list[RawArticle | RejectedInput]:
    found = (
        entry_article(entry, document, feed_url=feed.url, seen_at=at)
        for entry, at in zip(entries, seen_at, strict=True)
    )
    language = feed.config.language
    return [
        replace(raw, language=language) if language and isinstance(raw, RawArticle) else raw for raw in found
    ]
