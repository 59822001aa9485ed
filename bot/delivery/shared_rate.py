"""The part of Telegram's limit over all chats that one of several processes may use.

Telegram counts the messages of a bot, whichever process sends them. Processes don't see each other's messages
in time, so each uses an equal part: together they can't exceed the limit, however late a message arrives.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.delivery.ports import Presence
from bot.delivery.rate_limits import RateLimiter

CHECK_EVERY = timedelta(seconds=1)
"""How often a process looks for others."""
ANNOUNCE_EVERY = timedelta(seconds=15)
GONE_AFTER = timedelta(seconds=60)
"""A process that hasn't announced itself for longer has ended, or soon will."""
JOIN_AFTER = timedelta(seconds=3)
"""How long a process that finds others sends nothing: they have to see it, and their last messages to age."""
LEAVE_AFTER_S = 1.1
"""How long a process that ends keeps its part: until its last messages no longer count."""


class SharedRate:
    """Keeps a rate limiter at this process's part of the limit."""

    def __init__(self, presence: Presence, limiter: RateLimiter, clock: Callable[[], datetime]) -> None:
        self._presence = presence
        self._limiter = limiter
        self._clock = clock
        self._announced_at: datetime | None = None

    async def join(self) -> None:
        """Begin to share, before anything is sent.

        Raises:
            StoreError: The database failed.
        """
        await self.check()
        if self._limiter.processes > 1:
            self._limiter.hold_everyone(until=(self._clock() + JOIN_AFTER).timestamp())

    async def check(self) -> None:
        """Announce this process from time to time, and share with those that are there.

        Raises:
            StoreError: The database failed; the part stays as it was.
        """
        now = await self._presence.now(local=self._clock())
        if self._announced_at is None or abs(now - self._announced_at) >= ANNOUNCE_EVERY:
            await self._presence.announce(now=now)
            self._announced_at = now
        others = await self._presence.others(since=now - GONE_AFTER, until=now + GONE_AFTER)
        self._limiter.share_among(others + 1)

    async def leave(self) -> None:
        """Leave the limit to the others, after everything was sent and no longer counts.

        Raises:
            StoreError: The database failed; the others wait until `GONE_AFTER`.
        """
        if self._limiter.processes > 1:
            await asyncio.sleep(LEAVE_AFTER_S)
        await self._presence.leave()
