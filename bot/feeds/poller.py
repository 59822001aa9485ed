"""Polls due feeds: fetches, reads and imports them. One broken feed never stops another."""

import asyncio
import random
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from bot.corpus.plain_text import one_line
from bot.corpus.readers.feed import read_feed
from bot.corpus.web.ports import MAX_FEED_BYTES, NO_VALIDATORS, Fetcher, FetchResponse
from bot.errors import (
    FetchError,
    Localizable,
    NoConnection,
    RejectedInput,
    SearchUnavailable,
    localizable,
    reason_of,
)
from bot.feeds import policy
from bot.feeds.connectivity import NetworkStatus
from bot.feeds.executor import SerialExecutor
from bot.feeds.full_text import PageReader
from bot.feeds.importer import EntryImporter
from bot.feeds.model import Feed, FeedState
from bot.feeds.opml import MAX_TITLE_LENGTH
from bot.feeds.policy import PollOutcome, outcome_of
from bot.feeds.poll_round import TICK_S, PollRound
from bot.feeds.ports import PollResult, PollStore
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.reload.generation import RejectLog
from bot.ingest.report import IngestReport

log = structlog.get_logger()
MAX_CONCURRENT = 96
"""Polls at a time. They start when a request to their host is due, but pages wait for their hosts inside."""


@dataclass(frozen=True, slots=True)
class PollReport:
    """The result of one poll.

    Args:
        feed: The feed after the poll.
        outcome: FAILED also covers a missing response.
        articles: What was ingested.
    """

    feed: Feed
    outcome: PollOutcome
    articles: IngestReport


@dataclass(frozen=True, slots=True)
class FeedPoller:
    """Polls feeds.

    Args:
        clock: Returns the current time, aware UTC.
        full_text: Whether to read the pages behind teasers, for feeds whose config doesn't say.
        on_gone: Called when a feed's server answers 410 and the feed is switched off.
        on_polled: Called with the outcome of every poll.
        jitter: Returns random numbers from 0 to 1.
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
    slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MAX_CONCURRENT))

    async def run(self, stop: asyncio.Event) -> None:
        """Poll due feeds until `stop`; it cancels running polls, which is safe."""
        work = asyncio.create_task(self._poll_forever())
        await asyncio.wait({work, waiting := asyncio.create_task(stop.wait())}, return_when="FIRST_COMPLETED")
        for task in (work, waiting):
            task.cancel()
        await asyncio.gather(work, waiting, return_exceptions=True)

    async def due(self) -> AsyncGenerator[PollReport, None]:
        """Poll all due feeds concurrently; yield a report of each poll."""
        async with aclosing(self._round().reports()) as reports:
            async for report in reports:
                self.on_polled(report.outcome.value)
                yield report

    def _round(self) -> PollRound[PollReport]:
        return PollRound(self.store, self.clock, self.poll, self.fetcher.wait_until_due, self.slots)

    async def poll(self, feed: Feed) -> PollReport:
        """Poll one feed and store the result; an unexpected error counts as a failed poll.

        While the cluster is away, the feed is due again soon, without a failure.
        """
        try:
            return await self._poll(feed)
        except SearchUnavailable as error:
            log.warning("feed_waits", feed=feed.url, problem=str(error))
            return await self._record(feed, self._soon(feed), PollOutcome.FAILED)
        except Exception as error:  # a bug triggered by one feed must not stop the others
            log.exception("feed_broke_the_poller", feed=feed.url)
            return await self._fail(feed, reason_of(error))

    async def _poll_forever(self) -> None:
        while True:
            try:
                polled = added = 0
                async for report in self.due():
                    polled, added = polled + 1, added + report.articles.added
                if added:
                    log.info("news_came_in", feeds=polled, articles=added)
            except Exception:  # the database may be back in the next round
                log.exception("polling_failed")
            await asyncio.sleep(TICK_S)

    async def _poll(self, feed: Feed) -> PollReport:
        try:
            response = await self.fetcher.get(
                feed.url, validators=feed.validators, max_bytes=MAX_FEED_BYTES, cut=True
            )
        except FetchError as error:
            return await self._handle_fetch_error(feed, error)
        self.network.record_success()
        match outcome_of(response.status):
            case PollOutcome.READ:
                return await self._import(feed, response)
            case PollOutcome.SAME:
                return await self._record(feed, self._succeeded(feed, response), PollOutcome.SAME)
            case PollOutcome.GONE:
                return await self._switch_off(feed)
            case outcome:
                problem = localizable("why-status", status=str(response.status))
                return await self._fail(feed, problem, outcome=outcome, retry_after=response.retry_after)

    async def _import(self, feed: Feed, response: FetchResponse) -> PollReport:
        document = await self.executor.run(
            read_feed,
            response.body,
            source=feed.url,
            content_type=response.content_type,
            cut=response.cut,
        )
        if isinstance(document, RejectedInput):
            return await self._fail(feed, document.reason)
        known = await self.store.known_entries(feed.id)
        imported = await self._importer.import_entries(feed, document, known)
        after = self._succeeded(feed, response)
        if not feed.config.title:
            title = one_line(document.title)[:MAX_TITLE_LENGTH]
            after = replace(after, config=replace(after.config, title=title))
        if imported.retry_pages:  # a 304 would hide the entries whose pages are still missing
            after = replace(after, validators=NO_VALIDATORS)
        forgotten = policy.forgotten_keys(document.entries, known, now=self.clock())
        return await self._record(
            feed, after, PollOutcome.READ, articles=imported.articles, forgotten=forgotten
        )

    @property
    def _importer(self) -> EntryImporter:
        pages = PageReader(self.fetcher, self.executor)
        return EntryImporter(
            self.store, self.articles, pages, self.executor, self.clock, self.rejects, self.full_text
        )

    async def _handle_fetch_error(self, feed: Feed, error: FetchError) -> PollReport:
        if self.network.record_failure(feed.url, error):
            return await self._record(feed, self._soon(feed), PollOutcome.FAILED)
        return await self._fail(feed, error.reason, error=error)

    async def _switch_off(self, feed: Feed) -> PollReport:
        report = await self._record(feed, policy.after_gone(feed), PollOutcome.GONE)
        log.warning("feed_gone", feed=feed.url)
        if self.on_gone and report.feed.state is FeedState.GONE:
            await self.on_gone(report.feed)
        return report

    async def _fail(
        self,
        feed: Feed,
        problem: Localizable,
        *,
        outcome: PollOutcome = PollOutcome.FAILED,
        retry_after: str | None = None,
        error: FetchError | None = None,
    ) -> PollReport:
        after = policy.after_failure(
            feed, problem, now=self.clock(), jitter=self.jitter(), retry_after=retry_after
        )
        # When the network is down, one warning for all feeds is enough.
        write = log.debug if isinstance(error, NoConnection) else log.info
        write("feed_failed", feed=feed.url, problem=str(problem), failures=after.failures)
        return await self._record(feed, after, outcome)

    def _soon(self, feed: Feed) -> Feed:
        return policy.without_network(feed, now=self.clock(), jitter=self.jitter())

    def _succeeded(self, feed: Feed, response: FetchResponse) -> Feed:
        return policy.after_success(feed, response, now=self.clock(), jitter=self.jitter())

    async def _record(
        self,
        before: Feed,
        after: Feed,
        outcome: PollOutcome,
        *,
        articles: IngestReport | None = None,
        forgotten: Sequence[str] = (),
    ) -> PollReport:
        await self.store.record_poll(PollResult(before, after, forgotten))
        return PollReport(after, outcome, articles or IngestReport())
