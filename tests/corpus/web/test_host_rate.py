"""The rate limit per host, on a fake clock."""

import asyncio

from bot.corpus.web.host_rate import MAX_GAP_S, HostRateLimiter


class FakeClock:
    """Records sleeps without sleeping."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))


def limiter(clock: FakeClock) -> HostRateLimiter:
    return HostRateLimiter(1.0, clock=lambda: clock.now, sleep=clock.sleep)


async def test_requests_to_the_same_host_are_spaced() -> None:
    hosts = limiter(clock := FakeClock())
    await asyncio.gather(*(hosts.wait_turn(host) for host in ("a", "b", "a", "a", "b")))
    assert clock.slept == [1.0, 2.0, 1.0]


async def test_an_idle_host_is_free_at_once() -> None:
    hosts = limiter(clock := FakeClock())
    await hosts.wait_turn("a")
    clock.now += 1.5
    await hosts.wait_turn("a")
    assert clock.slept == []


async def test_a_site_can_widen_the_gap_up_to_a_limit_but_not_narrow_it() -> None:
    hosts = limiter(clock := FakeClock())
    hosts.widen_gap("slow", 5)
    hosts.widen_gap("absurd", 86_400)
    hosts.widen_gap("fast", 0.01)
    for host in ("slow", "absurd", "fast"):
        await hosts.wait_turn(host)
        await hosts.wait_turn(host)
    assert clock.slept == [5, MAX_GAP_S, 1]
