"""What sites let robots read: robots.txt, asked once a day."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from bot.corpus.web.ports import FetchResponse
from bot.errors import FetchError

MAX_BYTES = 500_000
TTL_S = 86_400.0
FAILURE_TTL_S = 600.0
MAX_SITES = 2_000
_NOTHING = "User-agent: *\nDisallow: /"


@dataclass(frozen=True, slots=True)
class _Rules:
    rules: Protego
    until: float


class RobotsCache:
    """Knows the rules of sites.

    Args:
        get: Fetches an address, at most so many bytes.
        agent: The name we go by.
    """

    def __init__(
        self,
        get: Callable[[str, int], Awaitable[FetchResponse]],
        agent: str,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._get = get
        self._agent = agent
        self._clock = clock
        self._sites: dict[str, _Rules] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    async def allowed(self, url: str) -> tuple[bool, float]:
        """Return whether a page may be read, and the seconds its site wants between requests (0: any)."""
        rules = await self._rules(url)
        return rules.can_fetch(url, self._agent), rules.crawl_delay(self._agent) or 0.0

    async def _rules(self, url: str) -> Protego:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        async with self._asking.setdefault(site, asyncio.Lock()):
            known = self._sites.get(site)
            if known is None or self._clock() >= known.until:
                self._forget()
                known = self._sites[site] = await self._ask(site)
        return known.rules

    def _forget(self) -> None:
        if len(self._sites) >= MAX_SITES:
            self._sites.clear()
            self._asking = {site: lock for site, lock in self._asking.items() if lock.locked()}

    async def _ask(self, site: str) -> _Rules:
        """No robots.txt lets all in, one that can't be had lets nobody in for a while (RFC 9309, 2.3.1)."""
        try:
            answer = await self._get(f"{site}/robots.txt", MAX_BYTES)
        except FetchError:
            return _Rules(Protego.parse(_NOTHING), self._clock() + FAILURE_TTL_S)
        if answer.status >= 500 or answer.status == 429:
            return _Rules(Protego.parse(_NOTHING), self._clock() + FAILURE_TTL_S)
        text = answer.body.decode("utf-8", errors="replace") if answer.status == 200 else ""
        return _Rules(Protego.parse(text), self._clock() + TTL_S)
