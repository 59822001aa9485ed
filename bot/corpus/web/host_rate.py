"""Rate limit per host: requests are spaced by a minimum gap."""

import asyncio
import time
from collections.abc import Awaitable, Callable

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
        self._free_at: dict[str, float] = {}
        self._wider_gaps: dict[str, float] = {}

    async def wait_turn(self, host: str) -> None:
        """Sleep until a request to `host` is due; callers go in the order they called."""
        now = self._clock()
        start = max(now, self._free_at.get(host, now))
        self._free_at[host] = start + self._wider_gaps.get(host, self._gap_s)
        if len(self._free_at) > MAX_HOSTS:
            self._free_at = {host: at for host, at in self._free_at.items() if at > now}
        if start > now:
            await self._sleep(start - now)

    def widen_gap(self, host: str, gap_s: float) -> None:
        """Set the gap a site asks for; a shorter one than our own is ignored."""
        if gap_s > self._gap_s:
            self._wider_gaps[host] = min(gap_s, MAX_GAP_S)
