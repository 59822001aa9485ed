"""Group commit: items that arrive during a transaction share the next one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from bot.errors import StoreError

T = TypeVar("T")


class GroupCommit(Generic[T]):
    """Commits items in batches of everything submitted since the previous batch started.

    Args:
        commit: Commits a batch atomically.
    """

    def __init__(self, commit: Callable[[Sequence[T]], Awaitable[None]]) -> None:
        self._commit = commit
        self._lock = asyncio.Lock()
        self._waiting: list[tuple[T, asyncio.Future[None]]] = []

    async def submit(self, item: T) -> None:
        """Return once the item is committed, together with everything else that was waiting.

        Raises:
            StoreError: The batch failed.
        """
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, done))
        try:
            async with self._lock:
                if not done.done():
                    await self._commit_waiting()
            await done
        except asyncio.CancelledError:
            done.cancel()  # the batch may still commit it, but no one waits for the outcome
            raise

    async def _commit_waiting(self) -> None:
        batch, self._waiting = self._waiting, []
        failure: Exception | None = StoreError("the write was interrupted")
        try:
            await self._commit([item for item, _ in batch])
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
