"""Runs CPU work in a thread, off the event loop."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class SerialExecutor:
    """Runs one function at a time in a thread.

    More threads would not be faster, as they share the interpreter lock, but would starve the event loop.
    """

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(1)

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return the function's result."""
        async with self._free:
            return await asyncio.to_thread(function, *args, **kwargs)
