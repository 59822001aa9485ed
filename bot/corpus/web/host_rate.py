"""Rate limit per host: requests are spaced by a minimum gap."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

MAX_GAP_S = 20.0
"""Longest gap we accept from a site's robots.txt."""
MAX_HOSTS = 10_000


class HostRateLimiter:
    """Spaces requests to the same host.

    Args:
        gap_s: Seconds between two requests to one host.
    """

    def __init__(
        self,
        gap_s: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._gap_s = gap_s
        self._clock = clock
        self._sleep = sleep
        self._requested_at: dict[str, float] = {}
        self._wider_gaps: dict[str, float] = {}
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until a request to `host` is due; the next one is due a gap after the block ends.

        Callers go in the order they called; the block waits for what else the request needs, and may fail.
        """
        async with self._lock(host):
            await self._wait(host)
            yield
            self._requested_at[host] = self._clock()
            self._forget_idle_hosts()

    async def wait_until_due(self, host: str) -> None:
        """Wait until a request to `host` is due, without a claim to be the one that makes it."""
        async with self._lock(host):
            await self._wait(host)

    def widen_gap(self, host: str, gap_s: float) -> None:
        """Set the gap a site asks for, also for those who wait; one shorter than our own is ignored."""
        if gap_s > self._gap_s:
            self._wider_gaps[host] = min(gap_s, MAX_GAP_S)

    def _lock(self, host: str) -> asyncio.Lock:
        return self._locks.setdefault(host, asyncio.Lock())

    async def _wait(self, host: str) -> None:
        while (wait_s := self._due_at(host) - self._clock()) > 0:  # the gap may be widened meanwhile
            await self._sleep(wait_s)

    def _due_at(self, host: str) -> float:
        requested_at = self._requested_at.get(host, float("-inf"))
        return requested_at + self._wider_gaps.get(host, self._gap_s)

    def _forget_idle_hosts(self) -> None:
        if len(self._requested_at) > MAX_HOSTS:
            since = self._clock() - MAX_GAP_S
            self._requested_at = {host: at for host, at in self._requested_at.items() if at > since}
