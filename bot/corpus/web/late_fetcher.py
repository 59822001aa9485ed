"""Opens an `HttpFetcher` at the first request: most commands of the terminal make none."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from bot.corpus.web.ports import Fetcher, FetchResponse


class LateFetcher:
    """`bot.corpus.web.ports.Fetcher` over HTTP, from public addresses only.

    Args:
        stack: Closes the fetcher.
    """

    def __init__(self, stack: AsyncExitStack) -> None:
        self._stack = stack
        self._opened: Fetcher | None = None

    @classmethod
    @asynccontextmanager
    async def open(cls) -> AsyncIterator["LateFetcher"]:
        """Close the connections on leaving, if there are any."""
        async with AsyncExitStack() as stack:
            yield cls(stack)

    async def get(self, url: str, **options: Any) -> FetchResponse:
        """Return the response to a URL, as `HttpFetcher.get` does."""
        return await (await self._fetcher()).get(url, **options)

    async def allowed(self, url: str) -> bool:
        """Return whether robots.txt lets us read a page."""
        return await (await self._fetcher()).allowed(url)

    async def _fetcher(self) -> Fetcher:
        if self._opened is None:
            from bot.corpus.web.fetcher import HttpFetcher

            # No other task runs in between: opening waits for nothing.
            self._opened = await self._stack.enter_async_context(HttpFetcher.open())
        return self._opened
