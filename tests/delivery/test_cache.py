"""The cache loads a key once for all concurrent callers, and again after it expires."""

import asyncio

import pytest

from bot.delivery.cache import TtlCache


class Source:
    """Records what it is asked for."""

    def __init__(self) -> None:
        self.loaded: list[str] = []

    async def load(self, key: str) -> str:
        self.loaded.append(key)
        await asyncio.sleep(0)
        if key == "bad":
            raise KeyError(key)
        return f"{key} {len(self.loaded)}"


async def test_concurrent_calls_load_once() -> None:
    source = Source()
    cache = TtlCache(source.load)
    assert await asyncio.gather(*(cache.get("a") for _ in range(50))) == ["a 1"] * 50


async def test_value_expires() -> None:
    source, now = Source(), 0.0
    cache = TtlCache(source.load, ttl_s=2, clock=lambda: now)
    assert [await cache.get("a"), await cache.get("a")] == ["a 1", "a 1"]
    now = 2.0
    assert await cache.get("a") == "a 2"


async def test_errors_are_not_cached_and_the_oldest_key_is_evicted() -> None:
    source = Source()
    cache = TtlCache(source.load, max_size=2)
    for _ in range(2):
        with pytest.raises(KeyError):
            await cache.get("bad")
    for key in "abcab":
        await cache.get(key)
    assert source.loaded == ["bad", "bad", "a", "b", "c", "a", "b"]
