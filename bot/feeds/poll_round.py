"""Claims due feeds and polls them side by side."""

import asyncio
from collections import Counter, deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.corpus.urls import host_of
from bot.feeds.model import Feed, FeedId
from bot.feeds.ports import PollStore

MAX_CLAIMED = 800
"""Feeds claimed at a time. Most wait for their host."""
MAX_OF_HOST = 20
"""Feeds of one host claimed at a time: more than it may be asked for before the next look."""
LEASE = timedelta(minutes=15)
"""When a poller dies, another process may poll its feeds after this time."""
MIN_LEASE = LEASE / 2
"""What is left of a lease when a poll starts: more than the longest poll takes."""
TICK_S = 2.0
"""Seconds between two looks for due feeds."""
Report = TypeVar("Report")


class PollRound(Generic[Report]):
    """Polls every feed that is due, or becomes due meanwhile, none twice at a time.

    One feed of each host waits until a request is due. Then it takes a slot, and the next feed waits.

    Args:
        clock: Returns the current time, aware UTC.
        poll: Polls a claimed feed and records the result.
        wait_until_due: Waits until a request to the host of a URL is due.
        slots: Limits the polls at a time.
    """

    def __init__(
        self,
        store: PollStore,
        clock: Callable[[], datetime],
        poll: Callable[[Feed], Awaitable[Report]],
        wait_until_due: Callable[[str], Awaitable[None]],
        slots: asyncio.Semaphore,
    ) -> None:
        self._store = store
        self._clock = clock
        self._poll = poll
        self._wait_until_due = wait_until_due
        self._slots = slots
        self._held: dict[FeedId, tuple[Feed, datetime]] = {}
        """Claimed feeds, waiting or being polled, and the ends of their leases."""
        self._waiting: dict[str, deque[FeedId]] = {}
        """Feeds to poll, by host. The first of each host has a task."""
        self._late: list[FeedId] = []
        """Feeds that waited so long that their lease may not last for a poll."""
        self._tasks: set[asyncio.Task[Report | None]] = set()
        self._done: asyncio.Queue[asyncio.Task[Report | None]] = asyncio.Queue()
        self._look_at = 0.0

    async def reports(self) -> AsyncGenerator[Report, None]:
        """Yield a report of each poll; feeds whose polls are cancelled are due again at once."""
        try:
            while True:
                await self._give_back_late()
                await self._claim()
                if not self._tasks:
                    return
                for task in await self._finished():
                    if (report := task.result()) is not None:
                        yield report
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await self._give_back(list(self._held))

    async def _claim(self) -> None:
        """Claim due feeds, if many more can wait and the last look was not in vain a moment ago."""
        free, now_s = MAX_CLAIMED - len(self._held), asyncio.get_running_loop().time()
        if free < MAX_CLAIMED // 2 or (self._held and now_s < self._look_at):
            return
        now = self._clock()
        held = Counter(host_of(feed.url) for feed, _ in self._held.values())
        claiming = asyncio.ensure_future(
            self._store.claim(now=now, until=now + LEASE, limit=free, held=held, per_host=MAX_OF_HOST)
        )
        try:
            claimed = await asyncio.shield(claiming)
        finally:  # the leases are stored also when this task is cancelled
            self._hold(await claiming, now + LEASE)
        self._look_at = now_s if len(claimed) == free else now_s + TICK_S

    def _hold(self, claimed: Iterable[Feed], until: datetime) -> None:
        for feed in claimed:
            is_held = feed.id in self._held
            self._held[feed.id] = feed, until
            if is_held:  # its lease was over; now it is renewed
                continue
            host = host_of(feed.url)
            if host in self._waiting:
                self._waiting[host].append(feed.id)
            else:
                self._waiting[host] = deque([feed.id])
                self._start(host)

    def _start(self, host: str) -> None:
        task = asyncio.ensure_future(self._poll_next(host))
        self._tasks.add(task)
        task.add_done_callback(self._done.put_nowait)

    async def _poll_next(self, host: str) -> Report | None:
        """Poll the next feed of a host when it is due; return None if all its feeds waited too long."""
        first, _ = self._held[self._waiting[host][0]]
        await self._wait_until_due(first.url)
        async with self._slots:
            feed = self._take(host)
            if feed is None:
                return None
            try:
                report = await self._poll(feed)
            except Exception:  # not due at once: nothing says that the next poll can be recorded
                del self._held[feed.id]
                raise
        del self._held[feed.id]
        return report

    def _take(self, host: str) -> Feed | None:
        """Remove the next feed to poll from those of a host that wait, and let the one after it wait."""
        waiting, feed = self._waiting[host], None
        while waiting and feed is None:
            claimed, until = self._held[waiting[0]]
            if until - self._clock() >= MIN_LEASE:
                feed = claimed
            else:
                self._late.append(claimed.id)
            waiting.popleft()
        if waiting:
            self._start(host)
        else:
            del self._waiting[host]
        return feed

    async def _finished(self) -> list[asyncio.Task[Report | None]]:
        """Wait for the next finished polls, for a tick at most."""
        finished: list[asyncio.Task[Report | None]] = []
        try:
            async with asyncio.timeout(TICK_S):
                finished.append(await self._done.get())
        except TimeoutError:
            return []
        while not self._done.empty():
            finished.append(self._done.get_nowait())
        self._tasks.difference_update(finished)
        return finished

    async def _give_back_late(self) -> None:
        """Give back the feeds that waited too long; the next look claims them for another lease."""
        if self._late:
            late, self._late = self._late, []
            await self._give_back(late)
            self._look_at = 0.0

    async def _give_back(self, feeds: list[FeedId]) -> None:
        """Let feeds be due as before they were claimed."""
        if not feeds:
            return
        await self._store.release([self._held[feed_id] for feed_id in feeds])
        for feed_id in feeds:
            del self._held[feed_id]
