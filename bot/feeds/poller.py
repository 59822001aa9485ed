"""Polling: due feeds -> fetched, read, into the article path, settled. One bad feed never stops another."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from bot.corpus.plain_text import one_line
from bot.corpus.readers.feed import read_feed
from bot.corpus.web.ports import NO_VALIDATORS, Fetcher, FetchResponse
from bot.errors import FetchError, Localizable, NoConnection, RejectedInput, localizable, reason_of
from bot.feeds import policy as decide
from bot.feeds.connectivity import NetworkStatus
from bot.feeds.executor import SerialExecutor
from bot.feeds.full_text import PageReader
from bot.feeds.importer import EntryImporter
from bot.feeds.model import Feed, FeedState
from bot.feeds.opml import MAX_TITLE_LENGTH
from bot.feeds.policy import PollOutcome, outcome_of
from bot.feeds.ports import PollResult, PollStore
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.reload.generation import RejectLog
from bot.ingest.report import IngestReport

log = structlog.get_logger()
MAX_CONCURRENT = 96
"""Feeds polled side by side; most of them wait for their turn at a host, or for a free connection."""
LEASE = timedelta(minutes=15)
"""After which another process may poll a feed whose poller died."""
TICK_S = 2.0
"""How often is looked for feeds that are due."""


@dataclass(frozen=True, slots=True)
class PollReport:
    """What one poll came to.

    Args:
        feed: As it is now.
        outcome: What the answer meant; FAILED also when there was none.
        articles: What became of its entries.
    """

    feed: Feed
    outcome: PollOutcome
    articles: IngestReport


@dataclass(frozen=True, slots=True)
class FeedPoller:
    """Polls feeds.

    Args:
        full_text: Whether pages behind teasers are read, for feeds that don't say.
        clock: Returns the present moment, aware UTC.
        on_gone: Told of a feed that was switched off for good.
        polled: told the outcome of every poll.
        jitter: Returns numbers from 0 to 1.
    """

    store: PollStore
    fetcher: Fetcher
    articles: IngestPipeline
    clock: Callable[[], datetime]
    network: NetworkStatus
    rejects: RejectLog
    full_text: bool = True
    on_gone: Callable[[Feed], Awaitable[None]] | None = None
    on_polled: Callable[[str], None] = lambda _: None
    jitter: Callable[[], float] = random.random
    executor: SerialExecutor = field(default_factory=SerialExecutor)

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
            while (claimed := await self._claim(MAX_CONCURRENT - len(polling))) or polling:
                polling |= {asyncio.create_task(self.poll(feed)) for feed in claimed}
                done, polling = await asyncio.wait(polling, timeout=TICK_S, return_when="FIRST_COMPLETED")
                for each in done:
                    self.on_polled(each.result().outcome.value)
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
            return await self._failed(feed, reason_of(error))

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
        if free < MAX_CONCURRENT // 2:  # a few at a time would be as many transactions as feeds
            return []
        now = self.clock()
        return await self.store.claim(now=now, until=now + LEASE, limit=free)

    async def _poll(self, feed: Feed) -> PollReport:
        try:
            answer = await self.fetcher.get(feed.url, validators=feed.validators)
        except FetchError as error:
            return await self._unanswered(feed, error)
        self.network.record_success()
        match outcome_of(answer.status):
            case PollOutcome.READ:
                return await self._read(feed, answer)
            case PollOutcome.SAME:
                return await self._settled(feed, self._succeeded(feed, answer), PollOutcome.SAME)
            case PollOutcome.GONE:
                return await self._gone(feed)
            case told:
                problem = localizable("why-status", status=str(answer.status))
                return await self._failed(feed, problem, told=told, retry_after=answer.retry_after)

    async def _read(self, feed: Feed, answer: FetchResponse) -> PollReport:
        document = await self.executor.run(
            read_feed, answer.body, source=feed.url, content_type=answer.content_type
        )
        if isinstance(document, RejectedInput):
            return await self._failed(feed, document.reason)
        known = await self.store.known_entries(feed.id)
        taken = await self._entries.take(feed, document, known)
        after = self._succeeded(feed, answer)
        after = replace(
            after,
            config=replace(
                after.config, title=feed.config.title or one_line(document.title)[:MAX_TITLE_LENGTH]
            ),
            validators=NO_VALIDATORS
            if taken.later
            else after.validators,  # pages to be tried again need the whole feed again
        )
        gone = decide.forgotten_keys(document.entries, known, now=self.clock())
        return await self._settled(feed, after, PollOutcome.READ, taken.articles, gone)

    @property
    def _entries(self) -> EntryImporter:
        pages = PageReader(self.fetcher, self.executor)
        return EntryImporter(
            self.store, self.articles, pages, self.executor, self.clock, self.rejects, self.full_text
        )

    async def _unanswered(self, feed: Feed, error: FetchError) -> PollReport:
        if self.network.record_failure(feed.url, error):
            waiting = decide.without_network(feed, now=self.clock(), jitter=self.jitter())
            return await self._settled(feed, waiting, PollOutcome.FAILED)
        return await self._failed(feed, error.reason, error=error)

    async def _gone(self, feed: Feed) -> PollReport:
        report = await self._settled(feed, decide.after_gone(feed), PollOutcome.GONE)
        log.warning("feed_gone", feed=feed.url)
        if self.on_gone and report.feed.state is FeedState.GONE:
            await self.on_gone(report.feed)
        return report

    async def _failed(
        self,
        feed: Feed,
        problem: Localizable,
        *,
        told: PollOutcome = PollOutcome.FAILED,
        retry_after: str | None = None,
        error: FetchError | None = None,
    ) -> PollReport:
        after = decide.after_failure(
            feed, problem, now=self.clock(), jitter=self.jitter(), retry_after=retry_after
        )
        # Without a connection the network may be missing, and one line says that for all.
        say = log.debug if isinstance(error, NoConnection) else log.info
        say("feed_failed", feed=feed.url, problem=str(problem), failures=after.failures)
        return await self._settled(feed, after, told)

    def _succeeded(self, feed: Feed, answer: FetchResponse) -> Feed:
        return decide.after_success(feed, answer, now=self.clock(), jitter=self.jitter())

    async def _settled(
        self,
        before: Feed,
        after: Feed,
        told: PollOutcome,
        articles: IngestReport | None = None,
        forgotten: Sequence[str] = (),
    ) -> PollReport:
        await self.store.record_poll(PollResult(before, after, forgotten))
        return PollReport(after, told, articles or IngestReport())
