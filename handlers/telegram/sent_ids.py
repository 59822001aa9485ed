"""Ids of messages that this process sent lately to private chats and basic groups.

Telegram numbers the messages of all these chats together, so that an id says which message is older.
"""

from collections import deque

REMEMBERED = 500
"""Messages that are remembered."""


class SentIds:
    """The last messages sent, and those that were found to be sent by an earlier attempt."""

    def __init__(self) -> None:
        self._sent: deque[tuple[float, int]] = deque(maxlen=REMEMBERED)
        self._found: deque[int] = deque(maxlen=REMEMBERED)

    def record(self, message_id: int, started_at: float | None) -> None:
        """Record a message.

        Args:
            started_at: When the request began that sent it, in monotonic seconds; None if it was found.
        """
        if started_at is None:
            self._found.append(message_id)
        else:
            self._sent.append((started_at, message_id))

    def __contains__(self, message_id: int) -> bool:
        """Return whether a message was found to be sent by an earlier attempt."""
        return message_id in self._found

    def first_since(self, moment: float) -> int | None:
        """Return the lowest id sent since a moment; None without one."""
        return min((message_id for at, message_id in self._sent if at >= moment), default=None)
