"""Logs flood control in a few lines, however many requests it refuses."""

import time
from collections.abc import Callable

import structlog

log = structlog.get_logger()
EVERY_S = 60.0
"""Least time between two lines."""


class FloodLog:
    """Logs the first refused request at once, and further ones together, at most once per `EVERY_S`.

    Args:
        clock: Monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._logged_at = float("-inf")
        self._chats: set[object] = set()
        self._refused = 0
        self._longest_s = 0.0

    def refused(self, chat: object, endpoint: str, wait_s: float) -> None:
        """Record a refused request."""
        self._chats.add(chat)
        self._refused += 1
        self._longest_s = max(self._longest_s, wait_s)
        now = self._clock()
        if now - self._logged_at < EVERY_S:
            return
        if self._refused == 1:
            log.warning("flood_control", chat=chat, endpoint=endpoint, wait_s=wait_s)
        else:
            log.warning(
                "flood_control", requests=self._refused, chats=len(self._chats), longest_s=self._longest_s
            )
        self._logged_at, self._refused, self._longest_s = now, 0, 0.0
        self._chats.clear()
