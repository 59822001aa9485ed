"""Turns at hosts, on a clock of our own."""

import asyncio

from bot.corpus.web.host_rate import MAX_GAP_S, HostRateLimiter


class Clock:
    """Time that passes when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))


def paced(clock: Clock) -> HostRateLimiter:
    return HostRateLimiter(1.0, clock=lambda: clock.now, sleep=clock.sleep)


async def test_the_next_request_to_a_host_waits_and_another_host_does_not() -> None:
    pace = paced(clock := Clock())
    await asyncio.gather(*(pace.wait_turn(host) for host in ("a", "b", "a", "a", "b")))
    assert clock.slept == [1.0, 2.0, 1.0]


async def test_a_host_left_alone_for_a_while_is_free_at_once() -> None:
    pace = paced(clock := Clock())
    await pace.wait_turn("a")
    clock.now += 1.5
    await pace.wait_turn("a")
    assert clock.slept == []


async def test_a_site_may_ask_for_a_slower_pace_within_reason_and_for_no_faster_one() -> None:
    pace = paced(clock := Clock())
    pace.widen_gap("slow", 5)
    pace.widen_gap("absurd", 86_400)
    pace.widen_gap("fast", 0.01)
    for host in ("slow", "absurd", "fast"):
        await pace.wait_turn(host)
        await pace.wait_turn(host)
    assert clock.slept == [5, MAX_GAP_S, 1]
