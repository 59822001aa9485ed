"""Polling: due feeds -> fetched, read, into the article path, settled. One bad feed never stops another."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from bot.article_path import ArticlePath, IngestReport
from bot.corpus.plain_text import one_line
from bot.corpus.raw import RawArticle
from bot.corpus.readers.document import Entry, FeedDocument, entry_article, is_teaser
from bot.corpus.readers.feed import read_feed
from bot.corpus.web import UNSEEN, Fetched, Fetcher
from bot.errors import FetchError, NoConnection, RejectedInput
from bot.feeds import decide
from bot.feeds.aside import Aside
from bot.feeds.decide import Verdict, verdict
from bot.feeds.feed import Feed, FeedState, Item
from bot.feeds.network import Network
from bot.feeds.opml import LONGEST_TITLE
from bot.feeds.pages import Pages
from bot.feeds.ports import FeedPolls, Polled

log = structlog.get_logger()
AT_ONCE = 96
"""Feeds polled side by side; most of them wait for their turn at a host, or for a free connection."""
LEASE = timedelta(minutes=15)
"""After which another process may poll a feed whose poller died."""
PAGES_FOR = timedelta(minutes=7)
"""How long pages are read in one poll; those that are left have their turn at the next one."""
CHUNK = 8
"""Entries taken in together: they can be found while the pages of the next ones are fetched."""
TICK_S = 2.0
"""How often is looked for feeds that are due."""


@dataclass(frozen=True, slots=True)
class PollReport:
    """What one poll came to.

    Args:
        feed: As it is now.
        verdict: What the answer meant; FAILED also when there was none.
        articles: What became of its entries.
    """

    feed: Feed
    verdict: Verdict
    articles: IngestReport


@dataclass(frozen=True, slots=True)
class FeedPoller:
    """Polls feeds.

    Args:
        full_text: Whether pages behind teasers are read, for feeds that don't say.
        clock: Returns the present moment, aware UTC.
        gone: Told of a feed that was switched off for good.
        polled: Told the verdict of every poll.
        chance: Returns numbers from 0 to 1.
    """

    store: FeedPolls
    fetcher: Fetcher
    articles: ArticlePath
    clock: Callable[[], datetime]
    network: Network
    full_text: bool = True
    gone: Callable[[Feed], Awaitable[None]] | None = None
    polled: Callable[[str], None] = lambda _: None
    chance: Callable[[], float] = random.random
    aside: Aside = field(default_factory=Aside)

    async def run(self, stop: asyncio.Event) -> None:
        """Poll whatever is due until `stop`; polls under way are then cut off, which harms nothing."""
        work = asyncio.create_task(self._forever())
        await asyncio.wait({work, waiting := asyncio.create_task(stop.wait())}, return_when="FIRST_COMPLETED")
        for task in (work, waiting):
            task.cancel()
        await asyncio.gather(work, waiting, return_exceptions=True)

    async def due(self) -> AsyncIterator[PollReport]:
        """Poll all feeds that are due, many side by side; yield what each came to."""
        polling: set[asyncio.Task[PollReport]] = set()
        try:
            while (claimed := await self._claim(AT_ONCE - len(polling))) or polling:
                polling |= {asyncio.create_task(self.poll(feed)) for feed in claimed}
                done, polling = await asyncio.wait(polling, timeout=TICK_S, return_when="FIRST_COMPLETED")
                for each in done:
                    self.polled(each.result().verdict.value)
                    yield each.result()
        finally:
            for each in polling:
                each.cancel()
            await asyncio.gather(*polling, return_exceptions=True)

    async def poll(self, feed: Feed) -> PollReport:
        """Poll one feed and keep what came of it; whatever is wrong with it stays with it."""
        try:
            return await self._poll(feed)
        except Exception as error:  # a feed that breaks us must not break the others
            log.exception("feed_broke_the_poller", feed=feed.url)
            return await self._failed(feed, f"an error of ours ({type(error).__name__})")

    async def _forever(self) -> None:
        while True:
            try:
                polled = added = 0
                async for report in self.due():
                    polled, added = polled + 1, added + report.articles.added
                if added:
                    log.info("news_came_in", feeds=polled, articles=added)
            except Exception:  # the database may be back at the next round
                log.exception("polling_failed")
            await asyncio.sleep(TICK_S)

    async def _claim(self, free: int) -> list[Feed]:
        if free < AT_ONCE // 2:  # a few at a time would be as many transactions as feeds
            return []
        now = self.clock()
        return await self.store.claim(now=now, until=now + LEASE, limit=free)

    async def _poll(self, feed: Feed) -> PollReport:
        try:
            answer = await self.fetcher.get(feed.url, seen=feed.seen)
        except FetchError as error:
            return await self._unanswered(feed, error)
        self.network.answered()
        match verdict(answer.status):
            case Verdict.READ:
                return await self._read(feed, answer)
            case Verdict.SAME:
                return await self._settled(feed, self._succeeded(feed, answer), Verdict.SAME)
            case Verdict.GONE:
                return await self._gone(feed)
            case told:
                problem = f"its server answered {answer.status}"
                return await self._failed(feed, problem, told=told, retry_after=answer.retry_after)

    async def _read(self, feed: Feed, answer: Fetched) -> PollReport:
        document = await self.aside.do(
            read_feed, answer.body, source=feed.url, content_type=answer.content_type
        )
        if isinstance(document, RejectedInput):
            return await self._failed(feed, document.reason)
        known = await self.store.items(feed.id)
        fresh = decide.fresh_entries(document.entries, known)
        total, later = IngestReport(rejected=document.rejected), False
        until = self.clock() + PAGES_FOR
        for chunk in _chunks(fresh):
            taken = await self._take(feed, document, chunk, known, until=until)
            total, later = total + taken[0], later or taken[1]
        after = self._succeeded(feed, answer)
        after = replace(
            after,
            asked=replace(after.asked, title=feed.asked.title or one_line(document.title)[:LONGEST_TITLE]),
            seen=UNSEEN if later else after.seen,  # pages to be tried again need the whole feed again
        )
        gone = decide.forgotten(document.entries, known, now=self.clock())
        return await self._settled(feed, after, Verdict.READ, total, gone)

    async def _take(
        self,
        feed: Feed,
        document: FeedDocument,
        chunk: Sequence[Entry],
        known: dict[str, Item],
        *,
        until: datetime,
    ) -> tuple[IngestReport, bool]:
        """Take some entries in and remember them; say whether pages are to be tried again."""
        now = self.clock()
        items = [known.get(entry.key) for entry in chunk]
        raws = await self.aside.do(_articles, feed, document, chunk, [i.seen_at if i else now for i in items])
        whole = await asyncio.gather(*(self._whole(feed, raw, until) for raw in raws))
        report = await self.articles.ingest([raw for raw, _ in whole], silent=not feed.primed)
        noted = [
            decide.item_after(entry, item, now=now, page_missing=missing)
            for entry, item, (_, missing) in zip(chunk, items, whole, strict=True)
        ]
        await self.store.note_items(feed.id, noted)
        return report, any(not item.mark for item in noted)

    async def _whole(
        self, feed: Feed, raw: RawArticle | RejectedInput, until: datetime
    ) -> tuple[RawArticle | RejectedInput, bool]:
        wanted = self.full_text if feed.asked.full_text is None else feed.asked.full_text
        if isinstance(raw, RejectedInput) or not wanted or not is_teaser(raw):
            return raw, False
        if self.clock() >= until:
            return raw, True
        return await Pages(self.fetcher, self.aside).whole(raw)

    async def _unanswered(self, feed: Feed, error: FetchError) -> PollReport:
        if self.network.silent(feed.url, error):
            waiting = decide.without_network(feed, now=self.clock(), chance=self.chance())
            return await self._settled(feed, waiting, Verdict.FAILED)
        return await self._failed(feed, str(error), error=error)

    async def _gone(self, feed: Feed) -> PollReport:
        report = await self._settled(feed, decide.after_gone(feed), Verdict.GONE)
        log.warning("feed_gone", feed=feed.url)
        if self.gone and report.feed.state is FeedState.GONE:
            await self.gone(report.feed)
        return report

    async def _failed(
        self,
        feed: Feed,
        problem: str,
        *,
        told: Verdict = Verdict.FAILED,
        retry_after: str | None = None,
        error: FetchError | None = None,
    ) -> PollReport:
        after = decide.after_failure(
            feed, problem, now=self.clock(), chance=self.chance(), retry_after=retry_after
        )
        # Without a connection the network may be missing, and one line says that for all.
        say = log.debug if isinstance(error, NoConnection) else log.info
        say("feed_failed", feed=feed.url, problem=problem, failures=after.failures)
        return await self._settled(feed, after, told)

    def _succeeded(self, feed: Feed, answer: Fetched) -> Feed:
        return decide.after_success(feed, answer, now=self.clock(), chance=self.chance())

    async def _settled(
        self,
        before: Feed,
        after: Feed,
        told: Verdict,
        articles: IngestReport | None = None,
        forgotten: Sequence[str] = (),
    ) -> PollReport:
        await self.store.settle(Polled(before, after, forgotten))
        return PollReport(after, told, articles or IngestReport())


def _chunks(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    for start in range(0, len(entries), CHUNK):
        yield entries[start : start + CHUNK]


def _articles(
    feed: Feed, document: FeedDocument, entries: Sequence[Entry], seen_at: Sequence[datetime]
) -> list[RawArticle | RejectedInput]:
    found = (
        entry_article(entry, document, feed_url=feed.url, seen_at=at)
        for entry, at in zip(entries, seen_at, strict=True)
    )
    language = feed.asked.language
    return [
        replace(raw, language=language) if language and isinstance(raw, RawArticle) else raw for raw in found
    ]
