"""The queue of the bot's updates: kept until confirmed, read by one poller at a time."""

import copy
from collections.abc import Callable

from bot.preview.telegram.api_error import ApiError
from bot.preview.telegram.model import Json
from bot.preview.telegram.signal import Signal

ALL_KINDS = (
    "message", "edited_message", "channel_post", "edited_channel_post", "inline_query",
    "chosen_inline_result", "callback_query", "my_chat_member", "guest_message",
)  # fmt: skip
RETENTION_S = 24 * 3600.0
"""Seconds after which an unfetched update is lost."""

CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_CONFLICT = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


class UpdateQueue:
    """Pending updates by id; a second poll ends the first with a 409.

    Args:
        clock: Monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._received_at: dict[int, float] = {}
        self.allowed: tuple[str, ...] = ALL_KINDS
        self._pending: dict[int, Json] = {}
        self.last = 100
        """Number of the newest update."""
        self._poll = 0
        self._signal = Signal()
        self._closed = False

    def add(self, kind: str, value: Json) -> None:
        """Queue an update if the bot wants its kind."""
        if kind in self.allowed:
            self.last += 1
            self._pending[self.last] = {"update_id": self.last, kind: copy.deepcopy(value)}
            self._received_at[self.last] = self._clock()
            self._signal.notify()

    @property
    def pending(self) -> int:
        """Number of unconfirmed updates."""
        return len(self._pending)

    def drop(self) -> None:
        """Discard all pending updates."""
        self._pending.clear()
        self._received_at.clear()

    def close(self) -> None:
        """End every poll; it returns what is pending."""
        self._closed = True
        self._signal.notify()

    async def poll(self, *, offset: int, limit: int, timeout_s: float) -> list[Json]:
        """Return pending updates, or wait for one; confirms those before `offset`.

        Args:
            offset: First update to return; negative counts from the end of the queue.
            limit: 1 to 100.

        Raises:
            ApiError: 409 if another poll has begun.
        """
        self._poll += 1
        current = self._poll
        self._signal.notify()
        if offset < 0:
            offset = min(list(self._pending)[offset:], default=0)
        self._discard(before=offset)
        try:
            await self._signal.until(
                lambda: bool(self._pending) or self._closed or current != self._poll, timeout_s=timeout_s
            )
        except TimeoutError:
            return []
        if current != self._poll:
            raise ApiError(409, CONFLICT)
        return list(self._pending.values())[:limit]

    def _discard(self, *, before: int) -> None:
        """Remove confirmed and expired updates."""
        expired = self._clock() - RETENTION_S
        for number in list(self._pending):
            if number < before or self._received_at[number] < expired:
                del self._pending[number], self._received_at[number]
