"""A sender that accepts every message except for scripted errors, and a clock for it."""

import asyncio
from collections import defaultdict
from datetime import UTC, datetime, timedelta

from bot.delivery.outbox import Notification, Receipt


class Clock:
    """A clock that advances only by sleeping."""

    def __init__(self, start: datetime = datetime(2026, 3, 1, 9, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    async def sleep(self, seconds: float) -> None:
        wake_at = self.now + timedelta(seconds=seconds)
        await asyncio.sleep(0)
        self.now = max(self.now, wake_at)


class ScriptedSender:
    """A `Sender` that raises the errors scripted for a chat, in order, then accepts everything."""

    def __init__(self, clock: Clock) -> None:
        self.script: dict[int, list[Exception]] = defaultdict(list)
        self.accepted: list[tuple[datetime, Notification]] = []
        self._clock = clock
        self._changed = asyncio.Condition()

    async def send(self, notification: Notification) -> Receipt:
        if self.script[notification.chat_id]:
            raise self.script[notification.chat_id].pop(0)
        self.accepted.append((self._clock(), notification))
        async with self._changed:
            self._changed.notify_all()
        return Receipt(len(self.accepted))

    async def wait_for(self, count: int) -> None:
        """Return once this many notifications were accepted."""
        async with self._changed:
            await self._changed.wait_for(lambda: len(self.accepted) >= count)

    def chats(self) -> list[int]:
        return [notification.chat_id for _, notification in self.accepted]

    def stories(self) -> list[tuple[int, str]]:
        """Return chat and story of all accepted messages, in order."""
        return [
            (message.chat_id, message.story_id)
            for _, notification in self.accepted
            for message in notification.messages
        ]
