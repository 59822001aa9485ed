"""Rate limiting for PTB: a 429 delays only its own chat and loses nothing.

PTB's own limiter stops every chat on a 429 and doesn't retry (see the docs of `AIORateLimiter`).
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

import structlog
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.delivery.rate_limits import RateLimiter
from handlers.telegram.flood_log import FloodLog
from handlers.telegram.in_hand import in_hand, sent_before

log = structlog.get_logger()
LONGEST_WAIT_S = 900.0
"""A reply that would have to wait longer is given up and logged."""

RETRIES_AFTER_S = (0.1, 0.7, 5.0)
"""Waits before each retry of a call whose connection broke; most work again at once."""
_WRITES = ("send", "edit", "copy", "forward", "delete", "pin", "unpin")
"""How the names of methods begin that flood control holds back; it lets others pass."""

_Json = dict[str, Any]
_Result = bool | _Json | list[_Json]
_Send = Callable[..., Coroutine[Any, Any, _Result]]


@dataclass(slots=True)
class _Call:
    """A request to the Bot API.

    Args:
        options: Time-outs.
        lost: How often it was sent without an answer.
    """

    send: _Send
    endpoint: str
    data: _Json
    options: _Json
    lost: int = 0

    @property
    def chat(self) -> object:
        """The chat it goes to, by id or name; None without one."""
        return self.data.get("chat_id")

    @property
    def sends(self) -> bool:
        """Whether it sends a message to a chat."""
        return self.endpoint.startswith("send") and isinstance(self.chat, int)

    @property
    def retries(self) -> int:
        """How often to retry without an answer: presses are always answered, other calls need a chat."""
        return 0 if self.chat is None and not self.endpoint.startswith("answer") else len(RETRIES_AFTER_S)


class ChatLimiter(BaseRateLimiter[int]):
    """Blocks the requests of a chat for as long as Telegram asks.

    Args:
        limiter: Shared with notifications, which give way to replies.
        clock: Returns the current time, aware UTC.
    """

    def __init__(self, limiter: RateLimiter, clock: Callable[[], datetime]) -> None:
        self._limiter = limiter
        self._clock = clock
        self._floods = FloodLog()

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: _Send,
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
        call = _Call(callback, endpoint, data, kwargs)
        retries = call.retries if rate_limit_args is None else rate_limit_args
        while True:
            await self._until_free(call)
            try:
                return await self._perform(call)
            except TelegramError as error:
                if await self._is_settled(call, error, retries):
                    return cast(_Result, True)

    async def _is_settled(self, call: _Call, error: TelegramError, retries: int) -> bool:
        """Prepare another attempt and return False; True if an answer isn't worth one.

        Raises:
            TelegramError: `error`, if another attempt would not help.
        """
        if isinstance(error, RetryAfter):
            await self._block(call, error)
        elif isinstance(error, ChatMigrated):  # a group that became a supergroup
            call.data["chat_id"] = error.new_chat_id
        elif _is_too_late(call.endpoint, error):
            log.info("answer_too_late", endpoint=call.endpoint)
            return True
        elif not _is_lost(error):
            raise error
        elif call.lost < retries:
            log.warning("connection_lost", chat=call.chat, endpoint=call.endpoint, error=type(error).__name__)
            await asyncio.sleep(RETRIES_AFTER_S[min(call.lost, len(RETRIES_AFTER_S) - 1)])
            call.lost += 1
        elif call.endpoint == "answerCallbackQuery":  # the message still changes
            return True
        else:
            raise error
        return False

    async def _until_free(self, call: _Call) -> None:
        """Wait while the chat is blocked.

        Raises:
            RetryAfter: That would take too long.
        """
        if not call.endpoint.startswith(_WRITES):
            return
        while (wait_s := self._limiter.blocked_s(call.chat, now=self._now())) > 0:
            if wait_s > LONGEST_WAIT_S:
                raise RetryAfter(timedelta(seconds=wait_s))
            await asyncio.sleep(wait_s)

    async def _perform(self, call: _Call) -> _Result:
        """Make a call; if it sends a message to a chat, within Telegram's limit over all chats."""
        if not call.sends:
            return await call.send(call.endpoint, call.data, **call.options)
        update = in_hand.get()
        if update and (message := await sent_before(update, call.endpoint, call.data, self._editor(call))):
            update.sent(call.chat, message)
            return message
        started_at = time.monotonic()
        result = await self._send_in_slot(call)
        self._limiter.record_sent(cast(int, call.chat), now=self._now())
        if update:
            update.sent(call.chat, result, started_at=started_at)
        return result

    async def _send_in_slot(self, call: _Call) -> _Result:
        while True:
            async with self._limiter.reply_slot(self._now, call.chat) as free:
                if free:
                    return await call.send(call.endpoint, call.data, **call.options)
            await self._until_free(call)  # another call was refused while this one waited for its slot

    def _editor(self, call: _Call) -> Callable[[str, _Json], Coroutine[Any, Any, _Result]]:
        async def edit(endpoint: str, data: _Json) -> _Result:
            return await call.send(endpoint, data, **call.options)

        return edit

    async def _block(self, call: _Call, error: RetryAfter) -> None:
        """Block a chat for as long as a 429 asks; a call without a chat only waits."""
        wait_s = _seconds(error)
        self._floods.refused(call.chat, call.endpoint, wait_s)
        if call.chat is not None:
            self._limiter.block(call.chat, until=self._now() + wait_s)
        if wait_s > LONGEST_WAIT_S:
            raise error
        if call.chat is None:
            await asyncio.sleep(wait_s)

    def _now(self) -> float:
        return self._clock().timestamp()


def _is_lost(error: TelegramError) -> bool:
    """Return whether there was no answer, or a meaningless one: the call may have worked."""
    refused = isinstance(error, BadRequest)  # PTB makes it a NetworkError
    return not refused and (isinstance(error, NetworkError) or type(error) is TelegramError)


def _is_too_late(endpoint: str, error: TelegramError) -> bool:
    """Return whether a press or an inline query is too old to be answered; its work is done anyway."""
    return endpoint.startswith("answer") and "query is too old" in str(error).lower()


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
