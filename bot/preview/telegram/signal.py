"""A signal that wakes everyone who waits for a condition."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Signal:
    """Wakes its waiters, which then check whether their condition holds."""

    def __init__(self) -> None:
        self._waiters: set[asyncio.Future[None]] = set()

    def notify(self) -> None:
        """Wake all waiters."""
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def until(self, check: Callable[[], T | None], *, timeout_s: float) -> T:
        """Return the first true result of `check`, which is called now and after every `notify`.

        Raises:
            TimeoutError: `check` stayed false.
        """
        async with asyncio.timeout(timeout_s):
            while not (result := check()):
                waiter = asyncio.get_running_loop().create_future()
                self._waiters.add(waiter)
                try:
                    await waiter
                finally:
                    self._waiters.discard(waiter)
        return result
