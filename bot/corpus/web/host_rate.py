"""One request to a host at a time, and not the next one right away."""

import asyncio
import time
from collections.abc import Awaitable, Callable

MAX_GAP_S = 20.0
"""However slow a site asks us to be."""
MAX_HOSTS = 10_000


class HostRateLimiter:
    """Gives out turns at hosts.

    Args:
        gap_s: Between two turns at one host.
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
        self._slower: dict[str, float] = {}

    async def wait_turn(self, host: str) -> None:
        """Return when it is our turn at `host`; turns come in the order asked for."""
        now = self._clock()
        start = max(now, self._free_at.get(host, now))
        self._free_at[host] = start + self._slower.get(host, self._gap_s)
        if len(self._free_at) > MAX_HOSTS:
            self._free_at = {each: at for each, at in self._free_at.items() if at > now}
        if start > now:
            await self._sleep(start - now)

    def widen_gap(self, host: str, gap_s: float) -> None:
        """Keep a wider gap at one host, as its site asks."""
        if gap_s > self._gap_s:
            self._slower[host] = min(gap_s, MAX_GAP_S)
