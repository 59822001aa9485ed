"""How updates come in: fetched by the one process that holds the lease, or pushed to a webhook."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from time import monotonic

import structlog
from telegram.error import Conflict, TelegramError
from telegram.ext import Updater

from bot.app.runtime.jobs import beside, every
from bot.errors import ConfigError
from bot.storage.database import Lease
from handlers.context import NewsApplication
from handlers.routes import ALLOWED_UPDATES

log = structlog.get_logger()
LOOK_EVERY = timedelta(seconds=2)
"""How often the lease is looked after, or asked for."""
GRACE_S = 20.0
"""After taking the lease over: how long a holder that was cut off may still poll without being an error."""


class AlwaysOurs:
    """The lease of a process that shares its database with no other."""

    async def take(self) -> bool:
        """Return True."""
        return True

    async def release(self) -> None:
        """Nobody waits."""


@asynccontextmanager
async def polling(
    application: NewsApplication, stop: asyncio.Event, lease: Lease | None = None
) -> AsyncIterator[None]:
    """Fetch updates while the lease is ours; on leaving, fetch no more, and let another process do it.

    Args:
        stop: Set by us when another program that has no part in the lease polls with our token.

    Raises:
        ConfigError: On leaving, when that is why.
    """
    assert application.updater is not None
    poller = Poller(application.updater, lease or AlwaysOurs(), stop.set)
    ended = asyncio.Event()
    try:
        await poller.look()
        async with beside(ended, every(LOOK_EVERY, poller.look, ended)):
            yield
    finally:
        await poller.close()
    if poller.conflict:
        raise ConfigError("Another program polls with this token (409 Conflict); stop it first.")


class Poller:
    """Starts and stops fetching as the lease comes and goes.

    Args:
        give_up: Called when fetching can't go on.
    """

    def __init__(self, updater: Updater, lease: Lease, give_up: Callable[[], None]) -> None:
        self._updater = updater
        self._lease = lease
        self._give_up = give_up
        self._contested = False
        self._waited = False
        self._since = 0.0
        self.conflict = False

    async def look(self) -> None:
        """Fetch when the lease is ours, and only then."""
        ours = await self._lease.take()
        if ours:
            await self._fetch()
        else:
            await self._stand_by()
        self._contested = False

    async def _fetch(self) -> None:
        if not self._updater.running:
            self._since = monotonic()
            await self._updater.start_polling(
                allowed_updates=list(ALLOWED_UPDATES), error_callback=self._failed
            )
            log.info("polling")
        elif self._contested and not self._in_grace():
            self.conflict = True
            self._give_up()

    async def _stand_by(self) -> None:
        if self._updater.running:
            log.warning("polling_lost", reason="the lease is gone; another process polls")
            await self._updater.stop()
        elif not self._waited:
            log.info("standing_by", reason="another process polls; this one delivers, and polls when it ends")
        self._waited = True

    def _in_grace(self) -> bool:
        return self._waited and monotonic() - self._since < GRACE_S

    async def close(self) -> None:
        """Fetch no more, and give the lease back."""
        if self._updater.running:
            await self._updater.stop()
        await self._lease.release()

    def _failed(self, error: TelegramError) -> None:
        self._contested = isinstance(error, Conflict)
        if not self._contested:
            log.warning("polling_failed", error=type(error).__name__)
