"""Telegram's limits are never exceeded, and no chat waits for another."""

import asyncio
import time
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.rate_limits import RECHECK_S, Limits, Rate, RateLimiter


def send_all(limiter: RateLimiter, chats: list[int], pauses: list[float]) -> list[tuple[float, int]]:
    now, sent = 0.0, []
    for chat, pause in zip(chats, pauses, strict=True):
        now += pause
        while wait_s := limiter.wait_s(chat, now=now):
            now += wait_s
        with limiter.under_way(lambda at=now: at):
            limiter.record_sent(chat, now=now)
        sent.append((now, chat))
    return sent


def most_in_window(moments: list[float], per_s: float) -> int:
    return max((sum(start <= at < start + per_s - 1e-6 for at in moments) for start in moments), default=0)


@given(st.lists(st.tuples(st.sampled_from([1, 2, 3, -4, -5]), st.floats(0, 3)), max_size=120))
def test_no_window_exceeds_its_limit(plan: list[tuple[int, float]]) -> None:
    limits = Limits(chat=Rate(1, 1.0), group=Rate(4, 10.0), everyone=Rate(3, 1.0))
    sent = send_all(RateLimiter(limits), [chat for chat, _ in plan], [pause for _, pause in plan])
    chats = defaultdict(list)
    for at, chat in sent:
        chats[chat].append(at)
    assert most_in_window([at for at, _ in sent], 1.0) <= 3
    assert all(most_in_window(moments, 1.0) <= 1 for moments in chats.values())
    assert all(most_in_window(moments, 10.0) <= 4 for chat, moments in chats.items() if chat < 0)


def test_whole_global_limit_is_used() -> None:
    sent = send_all(RateLimiter(), list(range(1, 301)), [0.0] * 300)
    assert sent[-1][0] == pytest.approx(9 * Limits().everyone.per_s)


def test_group_gets_twenty_messages_per_minute() -> None:
    sent = send_all(RateLimiter(), [-9] * 41, [0.0] * 41)
    assert [at for at, _ in sent][19:21] == [19.0, 60.5]
    assert sent[40][0] == 121.0


def test_private_chat_gets_one_message_per_second_indefinitely() -> None:
    assert send_all(RateLimiter(), [9] * 100, [0.0] * 100)[-1][0] == 99.0


def test_blocked_chat_delays_no_other() -> None:
    limiter = RateLimiter()
    limiter.block(1, until=43_838.0)
    limiter.block(1, until=5.0)
    assert limiter.wait_s(1, now=10.0) == 43_828.0
    assert limiter.wait_s(2, now=10.0) == 0
    assert limiter.wait_s(1, now=43_838.0) == 0


def test_block_outlasts_the_sweep_of_idle_chats() -> None:
    limiter = RateLimiter()
    limiter.record_sent(1, now=0.0)
    limiter.block(2, until=10_000.0)
    limiter.record_sent(3, now=500.0)
    assert limiter.wait_s(2, now=600.0) == 9_400.0


def test_messages_under_way_count_until_a_second_after_their_end() -> None:
    limiter, now = RateLimiter(Limits(everyone=Rate(2, 1.0))), [0.0]
    with limiter.under_way(lambda: now[0]):
        with limiter.under_way(lambda: now[0]):
            assert limiter.wait_s(1, now=0.0) == RECHECK_S
            now[0] = 5.0
        assert limiter.wait_s(1, now=5.0) == 1.0
        assert limiter.wait_s(1, now=6.0) == 0


def test_clock_that_is_put_back_stops_nobody() -> None:
    limiter = RateLimiter(Limits(everyone=Rate(2, 1.0)))
    limiter.hold_everyone(until=4_003.0)
    assert limiter.wait_s(1, now=4_000.0) == 3.0
    assert limiter.wait_s(1, now=400.0) == 0
    for _ in range(2):
        with limiter.under_way(lambda: 4_003.0):
            limiter.record_sent(1, now=4_003.0)
    assert limiter.wait_s(1, now=400.0) == 1.0
    assert limiter.wait_s(1, now=401.0) == 0


@given(st.lists(st.tuples(st.floats(0, 0.3), st.floats(0, 2), st.floats(0, 1)), max_size=60))
def test_no_second_exceeds_the_limit_however_long_messages_take(
    plan: list[tuple[float, float, float]],
) -> None:
    """Messages arrive at any moment between start and end."""
    limiter, ends, arrivals, now = RateLimiter(Limits(everyone=Rate(3, 1.0))), [], [], [0.0]
    for pause, duration, share in plan:
        now[0] += pause
        while True:
            for end, message in sorted(ends, key=lambda each: each[0]):
                if end <= now[0]:
                    ends.remove((end, message))
                    at, now[0] = now[0], end
                    message.__exit__(None, None, None)
                    now[0] = at
            if not (wait_s := limiter.wait_s(1, now=now[0])):
                break
            now[0] += wait_s
        message = limiter.under_way(lambda: now[0])
        message.__enter__()
        ends.append((now[0] + duration, message))
        arrivals.append(now[0] + duration * share)
    assert most_in_window(arrivals, 1.0) <= 3


async def test_reply_goes_ahead_of_notifications() -> None:
    limiter, now = RateLimiter(Limits(everyone=Rate(1, 0.05))), time.monotonic
    with limiter.under_way(now):
        reply = asyncio.create_task(limiter.reply_slot(now).__aenter__())
        await asyncio.sleep(0)
    while not reply.done():
        assert limiter.wait_s(1, now=now()) > 0
        await asyncio.sleep(0.005)
