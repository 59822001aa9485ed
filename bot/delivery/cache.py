"""What was looked up a moment ago: one story goes to thousands of chats within seconds."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(slots=True)
class _Entry(Generic[V]):
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    until: float = 0.0
    value: V | None = None


class TtlCache(Generic[K, V]):
    """Looks things up, each at most once in a short while however many ask.

    Args:
        load: Looks one up; what it raises is not remembered, nor is None.
        ttl_s: How long an answer counts.
        max_size: Answers held at once.
        clock: Seconds; one that is set back only makes answers count less long.
    """

    def __init__(
        self,
        load: Callable[[K], Awaitable[V]],
        *,
        ttl_s: float = 2.0,
        max_size: int = 256,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._load = load
        self._ttl_s = ttl_s
        self._max_size = max_size
        self._clock = clock
        self._entries: dict[K, _Entry[V]] = {}

    async def get(self, key: K) -> V:
        """Return the answer for a key, at most `ttl_s` old."""
        entry = self._entry(key)
        async with entry.lock:
            if entry.value is None or not 0 < entry.until - self._clock() <= self._ttl_s:
                entry.value = await self._load(key)
                entry.until = self._clock() + self._ttl_s
            return entry.value

    def _entry(self, key: K) -> _Entry[V]:
        if key not in self._entries:
            if len(self._entries) >= self._max_size:
                self._entries.pop(next(iter(self._entries)))
            self._entries[key] = _Entry()
        return self._entries[key]
