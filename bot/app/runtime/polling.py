"""Receives updates by long polling, in the one process that holds the lease."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import structlog
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Updater

from bot.app.runtime.jobs import repeat, run_in_background
from bot.app.runtime.poll_health import PollHealth
from bot.errors import ConfigError
from bot.storage.database import Lease
from handlers.context import NewsApplication
from handlers.routes import ALLOWED_UPDATES

log = structlog.get_logger()
CHECK_EVERY = timedelta(seconds=2)
"""How often the lease is renewed or requested, and the state of polling checked."""


class LocalLease:
    """The lease of a process that shares its database with no other."""

    async def take(self) -> bool:
        """Return True."""
        return True

    async def release(self) -> None:
        """Do nothing: no process waits for it."""


@asynccontextmanager
async def poll_updates(
    application: NewsApplication, health: PollHealth, stop: asyncio.Event, lease: Lease | None = None
) -> AsyncIterator[None]:
    """Poll for updates while the block lasts and this process holds the lease.

    Args:
        stop: Set here when polling is impossible.
        lease: None when no other process shares the database.

    Raises:
        ConfigError: On leaving, when polling was impossible.
    """
    assert application.updater is not None
    poller = Poller(application.updater, lease or LocalLease(), health, stop.set)
    stop_polling = asyncio.Event()
    try:
        await poller.check()
        async with run_in_background(stop_polling, repeat(CHECK_EVERY, poller.check, stop_polling)):
            yield
    finally:
        await poller.close()
    if poller.failure:
        raise ConfigError(poller.failure)


class Poller:
    """Starts and stops polling as this process gains and loses the lease.

    Args:
        give_up: Called when polling is impossible.
    """

    def __init__(
        self, updater: Updater, lease: Lease, health: PollHealth, give_up: Callable[[], None]
    ) -> None:
        self._updater = updater
        self._lease = lease
        self._health = health
        self._give_up = give_up
        self._has_waited = False
        self.failure = ""

    async def check(self) -> None:
        """Poll if this process holds the lease, else stop; give up if polling is impossible."""
        if not await self._lease.take():
            await self._stand_by()
            return
        if not self._updater.running:
            await self._start()
        if not self.failure and (verdict := self._health.verdict()):
            self.failure = verdict
            self._give_up()

    async def _start(self) -> None:
        try:
            await self._updater.start_polling(
                allowed_updates=list(ALLOWED_UPDATES), error_callback=self._on_error
            )
            log.info("polling")
        except TelegramError as error:  # from the request that removes a webhook; the next check repeats it
            if isinstance(error, InvalidToken):
                self._health.refused(str(error))
            self._on_error(error)

    async def _stand_by(self) -> None:
        if self._updater.running:
            log.warning("polling_lost", reason="this process lost the lease; another one polls")
            await self._updater.stop()
            self._health.worked()
        elif not self._has_waited:
            log.info(
                "standing_by",
                reason="another process polls; this one delivers, and polls when it ends",
            )
        self._has_waited = True

    async def close(self) -> None:
        """Stop polling and release the lease."""
        self._health.stopping = True
        if self._updater.running:
            await self._updater.stop()
        await self._lease.release()

    def _on_error(self, error: TelegramError) -> None:
        log.warning("polling_failed", error=type(error).__name__, problem=self._health.problem or str(error))
