"""Receives updates by long polling, in the one process that holds the lease."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from time import monotonic

import structlog
from telegram.error import Conflict, TelegramError
from telegram.ext import Updater

from bot.app.runtime.jobs import repeat, run_in_background
from bot.errors import ConfigError
from bot.storage.database import Lease
from handlers.context import NewsApplication
from handlers.routes import ALLOWED_UPDATES

log = structlog.get_logger()
CHECK_EVERY = timedelta(seconds=2)
"""How often the lease is renewed or requested."""
GRACE_S = 20.0
"""After a takeover: how long a former holder that was cut off may still poll without an error."""


class LocalLease:
    """The lease of a process that shares its database with no other."""

    async def take(self) -> bool:
        """Return True."""
        return True

    async def release(self) -> None:
        """Do nothing: no process waits for it."""


@asynccontextmanager
async def poll_updates(
    application: NewsApplication, stop: asyncio.Event, lease: Lease | None = None
) -> AsyncIterator[None]:
    """Poll for updates while the block lasts and this process holds the lease.

    Args:
        stop: Set here when another program that doesn't use the lease polls with the same token.
        lease: None when no other process shares the database.

    Raises:
        ConfigError: On leaving, when another program polls with the same token.
    """
    assert application.updater is not None
    poller = Poller(application.updater, lease or LocalLease(), stop.set)
    stop_polling = asyncio.Event()
    try:
        await poller.check_lease()
        async with run_in_background(stop_polling, repeat(CHECK_EVERY, poller.check_lease, stop_polling)):
            yield
    finally:
        await poller.close()
    if poller.conflict:
        raise ConfigError("Another program polls with this token (409 Conflict). Stop it first.")


class Poller:
    """Starts and stops polling as this process gains and loses the lease.

    Args:
        give_up: Called when polling is impossible.
    """

    def __init__(self, updater: Updater, lease: Lease, give_up: Callable[[], None]) -> None:
        self._updater = updater
        self._lease = lease
        self._give_up = give_up
        self._contested = False
        self._has_waited = False
        self._polling_since = 0.0
        self.conflict = False

    async def check_lease(self) -> None:
        """Poll if this process holds the lease, else stop."""
        if await self._lease.take():
            await self._poll()
        else:
            await self._stand_by()
        self._contested = False

    async def _poll(self) -> None:
        if not self._updater.running:
            self._polling_since = monotonic()
            await self._updater.start_polling(
                allowed_updates=list(ALLOWED_UPDATES), error_callback=self._on_error
            )
            log.info("polling")
        elif self._contested and not self._in_grace_period():
            self.conflict = True
            self._give_up()

    async def _stand_by(self) -> None:
        if self._updater.running:
            log.warning("polling_lost", reason="this process lost the lease; another one polls")
            await self._updater.stop()
        elif not self._has_waited:
            log.info(
                "standing_by",
                reason="another process polls; this one delivers, and polls when it ends",
            )
        self._has_waited = True

    def _in_grace_period(self) -> bool:
        return self._has_waited and monotonic() - self._polling_since < GRACE_S

    async def close(self) -> None:
        """Stop polling and release the lease."""
        if self._updater.running:
            await self._updater.stop()
        await self._lease.release()

    def _on_error(self, error: TelegramError) -> None:
        self._contested = isinstance(error, Conflict)
        if not self._contested:
            log.warning("polling_failed", error=type(error).__name__)
