"""A chat that takes every message, but for the errors it was told to answer with, and a clock for it."""

import asyncio
from collections import defaultdict
from datetime import UTC, datetime, timedelta

from bot.delivery.outbox import Notification, Receipt


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self, start: datetime = datetime(2026, 3, 1, 9, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    async def sleep(self, seconds: float) -> None:
        wake_at = self.now + timedelta(seconds=seconds)
        await asyncio.sleep(0)
        self.now = max(self.now, wake_at)


class ScriptedSender:
    """`Sender`: raises the errors scripted for a chat, first to last, then takes everything."""

    def __init__(self, clock: Clock) -> None:
        self.script: dict[int, list[Exception]] = defaultdict(list)
        self.taken: list[tuple[datetime, Notification]] = []
        self._clock = clock
        self._took = asyncio.Condition()

    async def send(self, notification: Notification) -> Receipt:
        if self.script[notification.chat_id]:
            raise self.script[notification.chat_id].pop(0)
        self.taken.append((self._clock(), notification))
        async with self._took:
            self._took.notify_all()
        return Receipt(len(self.taken))

    async def took(self, count: int) -> None:
        """Return once so many messages were taken."""
        async with self._took:
            await self._took.wait_for(lambda: len(self.taken) >= count)

    def chats(self) -> list[int]:
        return [notification.chat_id for _, notification in self.taken]

    def told(self) -> list[tuple[int, str]]:
        """Chat and story of everything taken, in order."""
        return [
            (each.chat_id, each.story_id) for _, notification in self.taken for each in notification.messages
        ]
