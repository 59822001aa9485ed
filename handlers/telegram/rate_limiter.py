"""Rate limiting for PTB: a 429 delays only its own chat and loses nothing.

PTB's own limiter stops every chat on a 429 and doesn't retry (see the docs of `AIORateLimiter`).
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any, cast

import structlog
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.delivery.rate_limits import RateLimiter

log = structlog.get_logger()
LONGEST_WAIT_S = 900.0
"""A reply that would have to wait longer is given up and logged."""

RETRIES_AFTER_S = (0.1, 0.7, 5.0)
"""Waits before each retry of a call whose connection broke; most work again at once."""

_Json = dict[str, Any]
_Result = bool | _Json | list[_Json]


class ChatLimiter(BaseRateLimiter[int]):
    """Blocks the requests of a chat for as long as Telegram asks.

    Args:
        limiter: Shared with notifications, which give way; replies are counted but never wait for it.
        clock: Returns the current time, aware UTC.
    """

    def __init__(self, limiter: RateLimiter, clock: Callable[[], datetime]) -> None:
        self._free_at: dict[object, float] = {}
        self._limiter = limiter
        self._clock = clock

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, _Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> _Result:
        """Call Telegram; on a 429 block this chat only, wait, and call again.

        A message that may or may not have arrived (server error, connection lost) is sent again: a rare
        second copy of an answer is better than none.

        Args:
            rate_limit_args: Retries after such an error; by default one per wait of `RETRIES_AFTER_S`.

        Raises:
            RetryAfter: The wait would exceed `LONGEST_WAIT_S`.
        """
        chat, lost = data.get("chat_id"), 0
        retries = _retries(endpoint, chat) if rate_limit_args is None else rate_limit_args
        while True:
            await self._until_free(chat)
            try:
                return await self._counted(callback(*args, **kwargs), endpoint, chat)
            except RetryAfter as error:
                await self._block(chat, endpoint, error)
            except ChatMigrated as error:  # a group that became a supergroup
                data["chat_id"] = chat = error.new_chat_id
            except BadRequest as error:
                if not _is_too_late(endpoint, error):
                    raise
                log.info("answer_too_late", endpoint=endpoint)
                return cast(_Result, True)
            except NetworkError as error:
                log.warning("connection_lost", chat=chat, endpoint=endpoint, error=type(error).__name__)
                if lost >= retries:
                    raise
                await asyncio.sleep(RETRIES_AFTER_S[min(lost, len(RETRIES_AFTER_S) - 1)])
                lost += 1

    async def _until_free(self, chat: object) -> None:
        free_at = self._free_at.get(chat, 0.0) if chat is not None else 0.0
        await asyncio.sleep(max(free_at - asyncio.get_running_loop().time(), 0.0))

    async def _counted(self, call: Awaitable[_Result], endpoint: str, chat: object) -> _Result:
        """Make a call, and count it against Telegram's limits if it sends a message to a chat."""
        if not (endpoint.startswith("send") and isinstance(chat, int)):
            return await call
        self._limiter.record_started(now=self._clock().timestamp())
        result = await call
        self._limiter.record_sent(chat, now=self._clock().timestamp())
        return result

    async def _block(self, chat: object, endpoint: str, error: RetryAfter) -> None:
        """Block a chat for as long as a 429 asks; a call without a chat only waits."""
        wait_s = _seconds(error)
        log.warning("flood_control", chat=chat, endpoint=endpoint, wait_s=wait_s)
        if wait_s > LONGEST_WAIT_S:
            raise error
        now = asyncio.get_running_loop().time()
        self._free_at = {key: at for key, at in self._free_at.items() if at > now}
        self._free_at[chat] = now + wait_s
        if chat is None:
            await asyncio.sleep(wait_s)


def _retries(endpoint: str, chat: object) -> int:
    """Return how often to retry: answers to presses always, other calls without a chat never."""
    return 0 if chat is None and not endpoint.startswith("answer") else len(RETRIES_AFTER_S)


def _is_too_late(endpoint: str, error: BadRequest) -> bool:
    """Return whether a press or an inline query is too old to be answered; its work is done anyway."""
    return endpoint.startswith("answer") and "query is too old" in str(error).lower()


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
