"""Flood control for PTB: a 429 holds up its own chat and nobody else, and loses nothing.

PTB's own limiter stops every chat on one 429 and does not try again (see docs of `AIORateLimiter`).
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
"""A reply that Telegram wants held back longer than this is given up, and the log says so."""

RETRIES_AFTER_S = (0.1, 0.7, 5.0)
"""Before each new try of a call whose connection broke: most are whole again at once."""

_Json = dict[str, Any]
_Result = bool | _Json | list[_Json]


class ChatLimiter(BaseRateLimiter[int]):
    """Holds back the requests of a chat for as long as Telegram asked for it.

    Args:
        limiter: Shared with what is broadcast, which gives way; replies are counted and never wait for it.
        clock: Returns the present moment, aware UTC.
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
        """Call Telegram; on a 429 wait as told, this chat only, and call again.

        A message whose fate is unknown (server error, connection lost) is sent again: of an answer, a rare
        second copy is better than none.

        Args:
            rate_limit_args: How often to call again after such a loss; None for as often as there are waits.

        Raises:
            RetryAfter: The wait would pass `LONGEST_WAIT_S`.
        """
        chat = data.get("chat_id")
        retries = _retries(endpoint, chat) if rate_limit_args is None else rate_limit_args
        clock = asyncio.get_running_loop().time
        lost = 0
        while True:
            await asyncio.sleep(max(self._free_at.get(chat, 0.0) - clock(), 0.0) if chat is not None else 0.0)
            try:
                return await self._counted(callback(*args, **kwargs), endpoint, chat)
            except RetryAfter as error:
                wait_s = _seconds(error)
                log.warning("flood_control", chat=chat, endpoint=endpoint, wait_s=wait_s)
                if wait_s > LONGEST_WAIT_S:
                    raise
                self._hold(chat, clock(), wait_s)
                if chat is None:
                    await asyncio.sleep(wait_s)
            except ChatMigrated as error:  # asked in a group, answered in the supergroup it became
                data["chat_id"] = chat = error.new_chat_id
            except BadRequest as error:
                if not _too_late(endpoint, error):
                    raise
                log.info("answer_too_late", endpoint=endpoint)
                return cast(_Result, True)
            except NetworkError as error:
                log.warning("connection_lost", chat=chat, endpoint=endpoint, error=type(error).__name__)
                if lost >= retries:
                    raise
                await asyncio.sleep(RETRIES_AFTER_S[min(lost, len(RETRIES_AFTER_S) - 1)])
                lost += 1

    async def _counted(self, call: Awaitable[_Result], endpoint: str, chat: object) -> _Result:
        """Make a call; one that puts a message into a chat counts against Telegram's limits."""
        if not (endpoint.startswith("send") and isinstance(chat, int)):
            return await call
        self._limiter.record_started(now=self._clock().timestamp())
        result = await call
        self._limiter.record_sent(chat, now=self._clock().timestamp())
        return result

    def _hold(self, chat: object, now: float, wait_s: float) -> None:
        self._free_at = {key: at for key, at in self._free_at.items() if at > now}
        self._free_at[chat] = now + wait_s


def _retries(endpoint: str, chat: object) -> int:
    """A press whose answer was lost is still to be followed; whoever calls for no chat tries again itself."""
    return 0 if chat is None and not endpoint.startswith("answer") else len(RETRIES_AFTER_S)


def _too_late(endpoint: str, error: BadRequest) -> bool:
    """Whether a press or an inline query waited so long that nobody waits for its answer; its work counts."""
    return endpoint.startswith("answer") and "query is too old" in str(error).lower()


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
