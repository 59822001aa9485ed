"""Replies go ahead of notifications, which give way to them."""

import asyncio
import time
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import structlog
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.delivery.rate_limits import Limits, Rate, RateLimiter
from handlers.telegram.flood_log import FloodLog
from handlers.telegram.rate_limiter import ChatLimiter

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
AT = NOW.timestamp()


@pytest.fixture(autouse=True)
def _durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # as `build_application` does


async def sent(*_: object) -> bool:
    return True


async def refused(*_: object) -> bool:
    raise BadRequest("message is too long")


class Telegram:
    """Records when it is called, and answers with the next of `answers`."""

    def __init__(self, *answers: Exception | bool) -> None:
        self.answers = list(answers)
        self.called_at: list[float] = []

    async def __call__(self, *_: object) -> bool:
        self.called_at.append(time.time())
        answer = self.answers.pop(0) if self.answers else True
        if isinstance(answer, Exception):
            raise answer
        return answer


def now() -> datetime:
    return datetime.now(UTC)


async def call(limiter: ChatLimiter, endpoint: str, chat: object, result: Any = sent) -> object:
    def callback(*arguments: object) -> Coroutine[Any, Any, bool]:
        return result(*arguments)

    data = {"chat_id": chat}
    return await limiter.process_request(callback, (endpoint, data), {}, endpoint, data, None)


async def test_reply_counts_against_the_limits_of_notifications() -> None:
    notifications = RateLimiter(Limits(everyone=Rate(2, 1.0)))
    limiter = ChatLimiter(notifications, lambda: NOW)
    await call(limiter, "sendMessage", 5)
    assert notifications.wait_s(5, now=AT) == 1.0
    assert notifications.wait_s(6, now=AT) == 0
    assert await call(limiter, "sendDocument", 5), "replies don't wait for their chat"
    assert notifications.wait_s(6, now=AT) == 1.0


async def test_replies_never_exceed_the_global_limit() -> None:
    telegram, limiter = Telegram(), ChatLimiter(RateLimiter(Limits(everyone=Rate(3, 0.2))), now)
    await asyncio.gather(*(call(limiter, "sendMessage", chat, telegram) for chat in range(1, 10)))
    times = telegram.called_at
    assert all(later - earlier >= 0.2 for earlier, later in zip(times, times[3:], strict=False))


async def test_shorter_retry_after_does_not_shorten_a_longer_one() -> None:
    limiter = ChatLimiter(RateLimiter(), now)
    first = Telegram(RetryAfter(timedelta(seconds=0.6)))
    second = Telegram(RetryAfter(timedelta(seconds=0.05)))
    began = time.time()
    await asyncio.gather(call(limiter, "sendMessage", 5, first), call(limiter, "sendMessage", 5, second))
    assert min(first.called_at[1], second.called_at[1]) >= began + 0.6


async def test_blocked_chat_blocks_its_notifications_and_edits_but_no_lookups() -> None:
    notifications = RateLimiter()
    limiter = ChatLimiter(notifications, now)
    replying = asyncio.create_task(
        call(limiter, "sendMessage", 5, Telegram(RetryAfter(timedelta(seconds=0.5))))
    )
    await asyncio.sleep(0.05)
    assert notifications.wait_s(5, now=time.time()) > 0.3
    editing = asyncio.create_task(call(limiter, "editMessageText", 5))
    assert await call(limiter, "getChatMember", 5)
    assert await call(limiter, "answerCallbackQuery", None)
    assert not editing.done()
    await asyncio.gather(replying, editing)


async def test_reply_that_waits_for_its_slot_while_its_chat_is_blocked_waits_for_both() -> None:
    notifications = RateLimiter(Limits(everyone=Rate(1, 0.2)))
    limiter, telegram = ChatLimiter(notifications, now), Telegram()
    await call(limiter, "sendMessage", 6)
    replying = asyncio.create_task(call(limiter, "sendMessage", 5, telegram))
    await asyncio.sleep(0.05)
    until = time.time() + 0.6
    notifications.block(5, until=until)
    await replying
    assert telegram.called_at[0] >= until


async def test_reply_to_a_chat_blocked_for_hours_is_given_up_without_another_request() -> None:
    telegram, limiter = Telegram(RetryAfter(timedelta(hours=12))), ChatLimiter(RateLimiter(), now)
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await call(limiter, "sendMessage", 5, telegram)
    assert len(telegram.called_at) == 1


async def test_press_whose_answer_met_garbage_is_settled() -> None:
    garbage = [TelegramError("Invalid server response")] * 2
    assert await call(ChatLimiter(RateLimiter(), now), "answerCallbackQuery", None, Telegram(*garbage))


def test_many_refused_requests_are_logged_in_few_lines() -> None:
    at = [0.0]
    floods = FloodLog(lambda: at[0])
    with structlog.testing.capture_logs() as lines:
        for chat in range(100):
            at[0] += 1
            floods.refused(chat, "sendMessage", 3)
    assert len(lines) == 2
    assert lines[1]["chats"] == 60


async def test_calls_that_send_no_message_do_not_count() -> None:
    notifications = RateLimiter(Limits(everyone=Rate(1, 1.0)))
    limiter = ChatLimiter(notifications, lambda: NOW)
    await call(limiter, "answerCallbackQuery", None)
    await call(limiter, "editMessageText", 5)
    assert notifications.wait_s(5, now=AT) == 0


async def test_refused_reply_does_not_count() -> None:
    notifications = RateLimiter(Limits(chat=Rate(1, 9.0)))
    with pytest.raises(BadRequest):
        await call(ChatLimiter(notifications, lambda: NOW), "sendMessage", 5, refused)
    assert notifications.wait_s(5, now=AT) == 0
