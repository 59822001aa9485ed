"""Work of the processor, beside the event loop."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class SerialExecutor:
    """Does work in a thread, one piece at a time.

    More threads would get no more done, for they share one interpreter; but the event loop, which shares it
    too, would have its turn less often.
    """

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(1)

    async def run(self, work: Callable[P, T], *arguments: P.args, **more: P.kwargs) -> T:
        """Return what the work returns."""
        async with self._free:
            return await asyncio.to_thread(work, *arguments, **more)
