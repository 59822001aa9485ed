"""The bot's updates: kept until they are confirmed, given to one poller, or pushed to a webhook."""

import copy
from collections.abc import Callable
from typing import Any

from bot.preview.telegram.api_error import ApiError
from bot.preview.telegram.signal import Signal

Json = dict[str, Any]
ALL = (
    "message", "edited_message", "channel_post", "edited_channel_post", "inline_query",
    "chosen_inline_result", "callback_query", "my_chat_member",
)  # fmt: skip
KEPT_S = 24 * 3600.0
"""Seconds that an update waits to be fetched before it is lost."""

CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_CONFLICT = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


class UpdateQueue:
    """Updates in order of their ids; a second poller ends the first one's wait with 409.

    Args:
        clock: Monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._came: dict[int, float] = {}
        self.allowed: tuple[str, ...] = ALL
        self._waiting: dict[int, Json] = {}
        self._last = 100
        self._poll = 0
        self._bell = Signal()
        self._closed = False

    def add(self, kind: str, value: Json) -> None:
        """Queue an update, if the bot allows its kind."""
        if kind in self.allowed:
            self._last += 1
            self._waiting[self._last] = {"update_id": self._last, kind: copy.deepcopy(value)}
            self._came[self._last] = self._clock()
            self._bell.ring()

    @property
    def pending(self) -> int:
        """How many updates wait to be confirmed."""
        return len(self._waiting)

    def drop(self) -> None:
        """Forget what waits."""
        self._waiting.clear()
        self._came.clear()

    def close(self) -> None:
        """End every poll with what there is."""
        self._closed = True
        self._bell.ring()

    async def poll(self, *, offset: int, limit: int, timeout_s: float) -> list[Json]:
        """Return waiting updates, confirming those before `offset`; wait for the first one.

        Args:
            offset: First update wanted; negative counts from the end of the queue.
            limit: 1 to 100.

        Raises:
            Refusal: 409 when another poll began meanwhile.
        """
        self._poll += 1
        own = self._poll
        self._bell.ring()
        if offset < 0:
            offset = min(list(self._waiting)[offset:], default=0)
        self._forget(before=offset)
        try:
            await self._bell.until(
                lambda: bool(self._waiting) or self._closed or own != self._poll, timeout_s=timeout_s
            )
        except TimeoutError:
            return []
        if own != self._poll:
            raise ApiError(409, CONFLICT)
        return list(self._waiting.values())[:limit]

    def _forget(self, *, before: int) -> None:
        """Drop what the bot confirmed, and what waited for a day."""
        old = self._clock() - KEPT_S
        for number in [number for number in self._waiting if number < before or self._came[number] < old]:
            del self._waiting[number], self._came[number]
