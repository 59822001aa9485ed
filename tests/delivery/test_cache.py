"""The cache loads a key once for all concurrent callers, and again after it expires."""

import asyncio

import pytest

from bot.delivery.cache import TtlCache


class Source:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def look_up(self, key: str) -> str:
        self.asked.append(key)
        await asyncio.sleep(0)
        if key == "bad":
            raise KeyError(key)
        return f"{key} {len(self.asked)}"


async def test_concurrent_calls_load_once() -> None:
    source = Source()
    recent = TtlCache(source.look_up)
    assert await asyncio.gather(*(recent.get("a") for _ in range(50))) == ["a 1"] * 50


async def test_value_expires() -> None:
    source, now = Source(), 0.0
    recent = TtlCache(source.look_up, ttl_s=2, clock=lambda: now)
    assert [await recent.get("a"), await recent.get("a")] == ["a 1", "a 1"]
    now = 2.0
    assert await recent.get("a") == "a 2"


async def test_errors_are_not_cached_and_the_oldest_key_is_evicted() -> None:
    source = Source()
    recent = TtlCache(source.look_up, max_size=2)
    for _ in range(2):
        with pytest.raises(KeyError):
            await recent.get("bad")
    for key in "abcab":
        await recent.get(key)
    assert source.asked == ["bad", "bad", "a", "b", "c", "a", "b"]
