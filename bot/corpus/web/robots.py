"""Rules of robots.txt files, each fetched once a day."""

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
_DISALLOW_ALL = "User-agent: *\nDisallow: /"


@dataclass(frozen=True, slots=True)
class _CachedRules:
    rules: Protego
    expires_at: float


class RobotsCache:
    """Caches the rules of sites.

    Args:
        get: Fetches a URL, at most this many bytes.
        user_agent: The name we go by.
    """

    def __init__(self, get: Callable[[str, int], Awaitable[FetchResponse]], user_agent: str) -> None:
        self._get = get
        self._user_agent = user_agent
        self._sites: dict[str, _CachedRules] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def allowed(self, url: str) -> tuple[bool, float]:
        """Return whether we may read a page, and the site's crawl delay in seconds (0 for none)."""
        rules = await self._rules(url)
        return rules.can_fetch(url, self._user_agent), rules.crawl_delay(self._user_agent) or 0.0

    async def _rules(self, url: str) -> Protego:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        async with self._locks.setdefault(site, asyncio.Lock()):
            cached = self._sites.get(site)
            if cached is None or time.monotonic() >= cached.expires_at:
                self._make_room()
                cached = self._sites[site] = await self._fetch(site)
        return cached.rules

    def _make_room(self) -> None:
        if len(self._sites) >= MAX_SITES:
            self._sites.clear()
            self._locks = {site: lock for site, lock in self._locks.items() if lock.locked()}

    async def _fetch(self, site: str) -> _CachedRules:
        """A missing robots.txt allows everything; an unreachable one disallows it for a while.

        Source:
            RFC 9309, 2.3.1.
        """
        try:
            response = await self._get(f"{site}/robots.txt", MAX_BYTES)
        except FetchError:
            return _CachedRules(Protego.parse(_DISALLOW_ALL), time.monotonic() + FAILURE_TTL_S)
        if response.status >= 500 or response.status == 429:
            return _CachedRules(Protego.parse(_DISALLOW_ALL), time.monotonic() + FAILURE_TTL_S)
        text = response.body.decode("utf-8", errors="replace") if response.status == 200 else ""
        return _CachedRules(Protego.parse(text), time.monotonic() + TTL_S)
