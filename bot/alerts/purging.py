"""Purges deleted alerts from where queries are kept outside the database: files, or the cluster."""

import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field

import structlog

from bot.alerts.matching.ports import AlertIndex
from bot.alerts.ports import PurgeRequests
from bot.errors import SearchUnavailable

log = structlog.get_logger()
AGAIN_AFTER_S = 40.0
"""The cluster keeps what was deleted for up to half a minute."""
ENOUGH_AFTER_S = 120.0
"""By then what was requested has left the files; what is left was deleted later."""


@dataclass(slots=True)
class AlertPurging:
    """Does what `/forget_me` asks for, at once or as soon as it can.

    A request is stored with the deletion, and is settled by the process that first purged everything.

    Args:
        rebuilding: Returns the lock of a rebuild, and yields whether it is free: a new index may have got
            what is to be purged, so nothing is purged until it is in use or deleted.
        clock: Returns seconds.
    """

    requests: PurgeRequests
    index: AlertIndex
    rebuilding: Callable[[], AbstractAsyncContextManager[bool]]
    clock: Callable[[], float] = time.monotonic
    _again_at: float = field(default=float("-inf"), init=False)
    _begun: tuple[int, float] | None = field(default=None, init=False)
    """The number of a request, and when all copies were first purged of it; none was away since."""

    async def run(self) -> bool:
        """Purge what was requested before; return whether nothing is left to purge."""
        number = await self.requests.newest()
        if number is None:
            return True
        if self.clock() < self._again_at or not await self._purge(number):
            return False
        await self.requests.settle(number)
        return True

    async def _purge(self, number: int) -> bool:
        """Purge; return whether no file has anything of a request, or of one before it."""
        async with self.rebuilding() as free:
            if not free:
                log.info("purge_waits", reason="another process replaces indices, or purges")
                return False
            try:
                everything = await self.index.purge_deleted(number)
            except SearchUnavailable as error:
                log.warning("purge_waits", reason=str(error))
                self._begun, self._again_at = None, self.clock() + AGAIN_AFTER_S
                return False
        now = self.clock()
        first, begun_at = self._begun or (number, now)
        self._begun = (first, begun_at)
        if everything:
            self._begun = None
            return True
        if now - begun_at < ENOUGH_AFTER_S:
            self._again_at = now + AGAIN_AFTER_S
            return False
        await self.requests.settle(first)
        self._begun = None
        return first == number
