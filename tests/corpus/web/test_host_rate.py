"""The rate limit per host, on a fake clock."""

import asyncio

import pytest

from bot.corpus.web.host_rate import MAX_GAP_S, HostRateLimiter


class FakeClock:
    """A clock that sleeping moves on at once."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.now += seconds


async def take_turn(hosts: HostRateLimiter, host: str) -> None:
    async with hosts.turn(host):
        pass


def limiter(clock: FakeClock) -> HostRateLimiter:
    return HostRateLimiter(1.0, clock=lambda: clock.now, sleep=clock.sleep)


async def test_requests_to_the_same_host_are_spaced() -> None:
    hosts = limiter(clock := FakeClock())
    requested: list[tuple[str, float]] = []

    async def request(host: str) -> None:
        async with hosts.turn(host):
            requested.append((host, clock.now))

    await asyncio.gather(*(request(host) for host in ("a", "a", "a")))
    await asyncio.gather(*(request(host) for host in ("b", "c")))
    assert requested == [("a", 100.0), ("a", 101.0), ("a", 102.0), ("b", 102.0), ("c", 102.0)]


async def test_gap_begins_when_the_request_is_made() -> None:
    hosts = limiter(clock := FakeClock())
    async with hosts.turn("a"):
        clock.now += 7
    await hosts.wait_until_due("a")
    assert clock.slept == [1.0]


async def test_waiting_until_a_host_is_due_takes_no_turn() -> None:
    hosts = limiter(clock := FakeClock())
    for _ in range(3):
        await hosts.wait_until_due("a")
    await take_turn(hosts, "a")
    assert clock.slept == []


async def test_cancelled_turn_costs_others_nothing() -> None:
    hosts = limiter(clock := FakeClock())
    with pytest.raises(asyncio.CancelledError):
        async with hosts.turn("a"):
            raise asyncio.CancelledError
    await take_turn(hosts, "a")
    assert clock.slept == []


async def test_gap_that_is_widened_meanwhile_counts_for_those_who_wait() -> None:
    clock = FakeClock()

    async def sleep(seconds: float) -> None:
        hosts.widen_gap("a", 10)
        await clock.sleep(seconds)

    hosts = HostRateLimiter(1.0, clock=lambda: clock.now, sleep=sleep)
    await take_turn(hosts, "a")
    await take_turn(hosts, "a")
    assert clock.slept == [1.0, 9.0]


async def test_idle_hosts_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.corpus.web.host_rate.MAX_HOSTS", 3)
    hosts = limiter(clock := FakeClock())
    for host in "abcd":
        clock.now += 10
        await take_turn(hosts, host)
    assert set(hosts._requested_at) == {"c", "d"}
    assert not hosts._locks


async def test_an_idle_host_is_free_at_once() -> None:
    hosts = limiter(clock := FakeClock())
    await take_turn(hosts, "a")
    clock.now += 1.5
    await take_turn(hosts, "a")
    assert clock.slept == []


async def test_a_site_can_widen_the_gap_up_to_a_limit_but_not_narrow_it() -> None:
    hosts = limiter(clock := FakeClock())
    hosts.widen_gap("slow", 5)
    hosts.widen_gap("absurd", 86_400)
    hosts.widen_gap("fast", 0.01)
    for host in ("slow", "absurd", "fast"):
        await take_turn(hosts, host)
        await take_turn(hosts, host)
    assert clock.slept == [5, MAX_GAP_S, 1]
