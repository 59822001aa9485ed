"""Replies go ahead of notifications, which give way to them."""

from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram.error import BadRequest

from bot.delivery.rate_limits import Limits, Rate, RateLimiter
from handlers.telegram.rate_limiter import ChatLimiter

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
AT = NOW.timestamp()


async def sent() -> bool:
    return True


async def refused() -> bool:
    raise BadRequest("message is too long")


async def call(limiter: ChatLimiter, endpoint: str, chat: object, result: Any = sent) -> object:
    def callback() -> Coroutine[Any, Any, bool]:
        return result()

    return await limiter.process_request(callback, (), {}, endpoint, {"chat_id": chat}, None)


async def test_reply_counts_against_the_limits_of_notifications() -> None:
    notifications = RateLimiter(Limits(everyone=Rate(2, 1.0)))
    limiter = ChatLimiter(notifications, lambda: NOW)
    await call(limiter, "sendMessage", 5)
    assert notifications.wait_s(5, now=AT) == 1.0
    assert notifications.wait_s(6, now=AT) == 0
    for _ in range(3):
        assert await call(limiter, "sendDocument", 7), "replies never wait"
    assert notifications.wait_s(6, now=AT) == 1.0


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
