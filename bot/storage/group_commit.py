"""Group commit: what gathers while one transaction is under way goes into the next one together."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from bot.errors import StoreError

T = TypeVar("T")


class GroupCommit(Generic[T]):
    """Does things in batches, each as large as what came in during the one before.

    Args:
        work: Does a batch, whole or not at all.
    """

    def __init__(self, work: Callable[[Sequence[T]], Awaitable[None]]) -> None:
        self._work = work
        self._working = asyncio.Lock()
        self._waiting: list[tuple[T, asyncio.Future[None]]] = []

    async def submit(self, item: T) -> None:
        """Return when it is done, with whatever else was waiting.

        Raises:
            StoreError: Its batch failed.
        """
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, done))
        try:
            async with self._working:
                if not done.done():
                    await self._batch()
            await done
        except asyncio.CancelledError:
            done.cancel()  # nobody will ask it what became of the batch
            raise

    async def _batch(self) -> None:
        batch, self._waiting = self._waiting, []
        failure: Exception | None = StoreError("the write was cut off")
        try:
            await self._work([each for each, _ in batch])
            failure = None
        except Exception as error:
            failure = error
        finally:
            for _, done in batch:
                if done.cancelled():
                    continue
                if failure is None:
                    done.set_result(None)
                else:
                    done.set_exception(failure)
