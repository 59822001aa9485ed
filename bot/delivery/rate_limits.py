"""Telegram's rate limits: when the next message may be sent, and when to retry. Pure: time is an argument.

All times are seconds on one clock of the caller's choice (`time.monotonic()`, or a timestamp).
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.delivery.outbox import OutboxMessage

IDLE_S = 120.0
"""A chat that sent nothing for this long is forgotten; longer than every window."""


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `count` messages in any `per_s` seconds."""

    count: int
    per_s: float


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's limits, slightly stricter because the latency of messages varies.

    Source:
        core.telegram.org/bots/faq, "My bot is hitting limits, how do I avoid this?"
    """

    chat: Rate = Rate(1, 1.0)
    group: Rate = Rate(20, 60.5)
    everyone: Rate = Rate(30, 1.03)


UNLIMITED = Limits(Rate(1, 0.0), Rate(1, 0.0), Rate(1, 0.0))
"""For a server without limits."""


@dataclass(slots=True)
class _Window:
    """The times of the last messages within a limit."""

    rate: Rate
    times: deque[float] = field(default_factory=deque)

    def free_at(self) -> float:
        """When the next message fits; -inf while the window isn't full."""
        if len(self.times) < self.rate.count:
            return float("-inf")
        return self.times[0] + self.rate.per_s

    def record(self, now: float) -> None:
        self.times.append(now)
        if len(self.times) > self.rate.count:
            self.times.popleft()


class RateLimiter:
    """Tracks recent messages and the chats that Telegram asked to leave alone for a while.

    Chats with a negative id are groups, supergroups and channels.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._everyone = _Window(self._limits.everyone)
        self._chats: dict[int, tuple[_Window, ...]] = {}
        self._blocked_until: dict[int, float] = {}
        self._swept_at = float("-inf")

    @property
    def send_interval(self) -> timedelta:
        """Time between two messages that uses the global limit evenly."""
        everyone = self._limits.everyone
        return timedelta(seconds=everyone.per_s / everyone.count)

    def wait_s(self, chat_id: int, *, now: float) -> float:
        """Return the seconds from `now` until a message to a chat may be sent, 0 for immediately."""
        windows = (self._everyone, *self._chats.get(chat_id, ()))
        free_at = max(self._blocked_until.get(chat_id, now), *(window.free_at() for window in windows))
        return max(0.0, free_at - now)

    def record_started(self, *, now: float) -> None:
        """Count a message whose sending starts now against the global limit."""
        self._everyone.record(now)

    def record_sent(self, chat_id: int, *, now: float) -> None:
        """Count a message that Telegram has accepted by `now` against the limits of its chat.

        They count from acceptance, because the time a message takes to arrive is unknown.
        """
        self._sweep(now)
        if chat_id not in self._chats:
            rates = (self._limits.chat, self._limits.group) if chat_id < 0 else (self._limits.chat,)
            self._chats[chat_id] = tuple(map(_Window, rates))
        for window in self._chats[chat_id]:
            window.record(now)

    def block(self, chat_id: int, *, until: float) -> None:
        """Block a chat until a time, as Telegram's `retry_after` asks; other chats aren't affected."""
        self._blocked_until[chat_id] = max(until, self._blocked_until.get(chat_id, until))

    def _sweep(self, now: float) -> None:
        if now - self._swept_at < IDLE_S:
            return
        self._swept_at = now
        self._blocked_until = {chat: until for chat, until in self._blocked_until.items() if until > now}
        self._chats = {
            chat: windows for chat, windows in self._chats.items() if now - windows[0].times[-1] < IDLE_S
        }


FIRST_RETRY_S = 2.0
MAX_RETRY_S = 3_600.0
GIVE_UP_AFTER = timedelta(days=3)
"""A message older than this is no longer news; it is given up with the last reason."""
MIN_ATTEMPTS = 20
"""But not before this many attempts, over ten hours: a weekly digest is older than that at its first."""


def should_give_up(message: OutboxMessage, *, now: datetime) -> bool:
    """Whether a message that can't be sent is given up instead of postponed again."""
    return message.attempts >= MIN_ATTEMPTS and now - message.created_at > GIVE_UP_AFTER


def backoff_s(attempts: int, *, retry_after_s: float) -> float:
    """Return the seconds until the next attempt: 2, 4, 8 ... 3,600, but at least what Telegram asks for.

    Args:
        attempts: Earlier attempts, >= 0.
        retry_after_s: Telegram's `retry_after`; 0 if it gave none.
    """
    return max(retry_after_s, min(MAX_RETRY_S, FIRST_RETRY_S * 2.0 ** min(attempts, 20)))
