"""Claims due feeds and polls them side by side."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.feeds.model import Feed
from bot.feeds.ports import PollStore

MAX_CLAIMED = 800
"""Feeds claimed at a time. Most wait for their host: with few, a host with many feeds delays all others."""
LEASE = timedelta(minutes=15)
"""When a poller dies, another process may poll its feeds after this time."""
TICK_S = 2.0
"""Seconds between two looks for due feeds."""
Report = TypeVar("Report")


class PollRound(Generic[Report]):
    """Polls every feed that is due, or becomes due meanwhile.

    Args:
        clock: Returns the current time, aware UTC.
        poll: Polls a claimed feed and records the result.
    """

    def __init__(
        self, store: PollStore, clock: Callable[[], datetime], poll: Callable[[Feed], Awaitable[Report]]
    ) -> None:
        self._store = store
        self._clock = clock
        self._poll = poll
        self._running: dict[asyncio.Task[Report], tuple[Feed, datetime]] = {}
        self._done: asyncio.Queue[asyncio.Task[Report]] = asyncio.Queue()
        self._look_at = 0.0

    async def reports(self) -> AsyncGenerator[Report, None]:
        """Yield a report of each poll; feeds whose polls are cancelled are due again at once."""
        try:
            while True:
                await self._claim()
                if not self._running:
                    return
                for task in await self._finished():
                    yield task.result()
        finally:
            await self._give_back()

    async def _claim(self) -> None:
        """Start to poll due feeds, if many more can wait and the last look was not in vain a moment ago."""
        free, now_s = MAX_CLAIMED - len(self._running), asyncio.get_running_loop().time()
        if free < MAX_CLAIMED // 2 or (self._running and now_s < self._look_at):
            return
        now = self._clock()
        claimed = await self._store.claim(now=now, until=now + LEASE, limit=free)
        for feed in claimed:
            task = asyncio.ensure_future(self._poll(feed))
            self._running[task] = feed, now + LEASE
            task.add_done_callback(self._done.put_nowait)
        self._look_at = now_s if len(claimed) == free else now_s + TICK_S

    async def _finished(self) -> list[asyncio.Task[Report]]:
        """Wait for the next finished polls, for a tick at most."""
        finished: list[asyncio.Task[Report]] = []
        try:
            async with asyncio.timeout(TICK_S):
                finished.append(await self._done.get())
        except TimeoutError:
            return []
        while not self._done.empty():
            finished.append(self._done.get_nowait())
        for task in finished:
            del self._running[task]
        return finished

    async def _give_back(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await self._store.release([claimed for task, claimed in self._running.items() if task.cancelled()])
