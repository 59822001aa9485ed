"""Flood control, as strict as Telegram's published limits."""

import math
from collections import deque
from collections.abc import Callable

from bot.preview.telegram.api_error import ApiError

PRIVATE_BURST, PRIVATE_PER_S = 3, 1.0
GROUP_PER_MINUTE = 20
ALL_PER_S = 30


class FloodControl:
    """Allows one message per second to a chat, 20 per minute to a group, and 30 per second in total.

    Args:
        clock: Monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._all: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}
        self._refused_until: dict[int, float] = {}
        self.violations: list[int] = []
        """Chats to which the bot sent a message before `retry_after` was over."""
        self.on = False

    def admit(self, chat_id: int) -> None:
        """Count a message to a chat.

        Raises:
            ApiError: 429 with `retry_after` in whole seconds.
        """
        now = self._clock()
        if now < self._refused_until.get(chat_id, now):
            self.violations.append(chat_id)
        if self.on:
            self._admit(chat_id, now)

    def refuse(self, chat_id: int, retry_after: int) -> ApiError:
        """Return a 429 for a chat, and expect no message to it until that is over."""
        until = self._clock() + retry_after
        self._refused_until[chat_id] = max(until, self._refused_until.get(chat_id, until))
        return too_many_requests(retry_after)

    def _admit(self, chat_id: int, now: float) -> None:
        own = self._chats.setdefault(chat_id, deque())
        limits = [(self._all, ALL_PER_S, 1.0)]
        if chat_id < 0:
            limits.append((own, GROUP_PER_MINUTE, 60.0))
        else:
            limits.append((own, PRIVATE_BURST, PRIVATE_BURST / PRIVATE_PER_S))
        for sent, limit, window_s in limits:
            while sent and now - sent[0] >= window_s:
                sent.popleft()
            if len(sent) >= limit:
                raise self.refuse(chat_id, math.ceil(window_s - (now - sent[0])) or 1)
        self._all.append(now)
        own.append(now)


def too_many_requests(retry_after: int) -> ApiError:
    """Return Telegram's 429."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
