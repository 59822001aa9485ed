"""Opens an `HttpFetcher` at the first request: most commands of the terminal make none."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot.corpus.web.ports import MAX_BYTES, NO_VALIDATORS, Fetcher, FetchResponse, Validators


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

    async def wait_until_due(self, url: str) -> None:
        """Wait until a request to the host of a URL is due, as `HttpFetcher.wait_until_due` does."""
        await (await self._fetcher()).wait_until_due(url)

    async def get(
        self,
        url: str,
        *,
        validators: Validators = NO_VALIDATORS,
        max_bytes: int = MAX_BYTES,
        cut: bool = False,
    ) -> FetchResponse:
        """Return the response to a URL, as `HttpFetcher.get` does."""
        fetcher = await self._fetcher()
        return await fetcher.get(url, validators=validators, max_bytes=max_bytes, cut=cut)

    async def allowed(self, url: str) -> bool:
        """Return whether robots.txt lets us read a page."""
        return await (await self._fetcher()).allowed(url)

    async def _fetcher(self) -> Fetcher:
        if self._opened is None:
            from bot.corpus.web.fetcher import HttpFetcher

            # No other task runs in between: opening waits for nothing.
            self._opened = await self._stack.enter_async_context(HttpFetcher.open())
        return self._opened
