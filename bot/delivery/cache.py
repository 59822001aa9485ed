"""A short-lived cache: one story goes to thousands of chats within seconds."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(slots=True)
class _CacheEntry(Generic[V]):
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    expires_at: float = 0.0
    value: V | None = None


class TtlCache(Generic[K, V]):
    """Loads each key at most once per `ttl_s`, however many callers ask at the same time.

    Args:
        load: Loads the value of a key. None and errors aren't cached.
        ttl_s: Seconds a value stays valid.
        max_size: Values kept at once; the oldest key is evicted.
        clock: Returns seconds. If it is set back, values expire sooner.
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
        self._entries: dict[K, _CacheEntry[V]] = {}

    async def get(self, key: K) -> V:
        """Return the value of a key, at most `ttl_s` old."""
        if key not in self._entries and len(self._entries) >= self._max_size:
            self._entries.pop(next(iter(self._entries)))
        entry = self._entries.setdefault(key, _CacheEntry())
        async with entry.lock:
            if entry.value is None or not 0 < entry.expires_at - self._clock() <= self._ttl_s:
                entry.value = await self._load(key)
                entry.expires_at = self._clock() + self._ttl_s
            return entry.value
