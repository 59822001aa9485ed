"""Replies go ahead of broadcasts, which give way to them."""

from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram.error import BadRequest

from bot.delivery.rate_limits import Limits, Rate, RateLimiter
from handlers.telegram.rate_limiter import ChatLimiter

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
AT = NOW.timestamp()


async def took() -> bool:
    return True


async def refused() -> bool:
    raise BadRequest("message is too long")


async def call(limiter: ChatLimiter, endpoint: str, chat: object, result: Any = took) -> object:
    def callback() -> Coroutine[Any, Any, bool]:
        return result()

    return await limiter.process_request(callback, (), {}, endpoint, {"chat_id": chat}, None)


async def test_a_reply_counts_against_the_limits_that_broadcasts_keep() -> None:
    broadcasts = RateLimiter(Limits(everyone=Rate(2, 1.0)))
    limiter = ChatLimiter(broadcasts, lambda: NOW)
    await call(limiter, "sendMessage", 5)
    assert broadcasts.wait_s(5, now=AT) == 1.0
    assert broadcasts.wait_s(6, now=AT) == 0
    for _ in range(3):
        assert await call(limiter, "sendDocument", 7), "and waits for nobody"
    assert broadcasts.wait_s(6, now=AT) == 1.0


async def test_what_puts_no_message_into_a_chat_does_not_count() -> None:
    broadcasts = RateLimiter(Limits(everyone=Rate(1, 1.0)))
    limiter = ChatLimiter(broadcasts, lambda: NOW)
    await call(limiter, "answerCallbackQuery", None)
    await call(limiter, "editMessageText", 5)
    assert broadcasts.wait_s(5, now=AT) == 0


async def test_a_refused_reply_does_not_count_for_its_chat() -> None:
    broadcasts = RateLimiter(Limits(chat=Rate(1, 9.0)))
    with pytest.raises(BadRequest):
        await call(ChatLimiter(broadcasts, lambda: NOW), "sendMessage", 5, refused)
    assert broadcasts.wait_s(5, now=AT) == 0
