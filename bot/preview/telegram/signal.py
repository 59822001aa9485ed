"""A bell: rings for everybody who waits for something to become true."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Signal:
    """Wakes its waiters, who then look whether what they wait for is there."""

    def __init__(self) -> None:
        self._waiters: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Wake all waiters."""
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def until(self, check: Callable[[], T | None], *, timeout_s: float) -> T:
        """Return what `check` returns, as soon as that is true; asked now and at every ring.

        Raises:
            TimeoutError: It did not become true in time.
        """
        async with asyncio.timeout(timeout_s):
            while not (found := check()):
                waiter = asyncio.get_running_loop().create_future()
                self._waiters.add(waiter)
                try:
                    await waiter
                finally:
                    self._waiters.discard(waiter)
        return found
