"""When the next message may go: Telegram's limits, kept by counting. Pure: the clock is an argument.

All moments are seconds on one clock of the caller's choice (`time.monotonic()`, or a timestamp).
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.delivery.outbox import OutboxMessage

IDLE_S = 120.0
"""After this long without a message a chat's count is forgotten; longer than every window."""


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `count` messages in any `per_s` seconds."""

    count: int
    per_s: float


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's limits, each a little narrower, because a message takes time to arrive and another less.

    Source:
        core.telegram.org/bots/faq, "My bot is hitting limits, how do I avoid this?"
    """

    chat: Rate = Rate(1, 1.0)
    group: Rate = Rate(20, 60.5)
    everyone: Rate = Rate(30, 1.03)


UNLIMITED = Limits(Rate(1, 0.0), Rate(1, 0.0), Rate(1, 0.0))
"""No pacing at all: for a server that has no limits."""


@dataclass(slots=True)
class _Window:
    rate: Rate
    taken: deque[float] = field(default_factory=deque)

    def free_at(self) -> float:
        """When one more fits; the beginning of time while the window is not full."""
        if len(self.taken) < self.rate.count:
            return float("-inf")
        return self.taken[0] + self.rate.per_s

    def record(self, now: float) -> None:
        self.taken.append(now)
        if len(self.taken) > self.rate.count:
            self.taken.popleft()


class RateLimiter:
    """What was sent lately, and which chats Telegram told us to leave alone.

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
        """Time between two messages when the whole allowance over all chats is used evenly."""
        everyone = self._limits.everyone
        return timedelta(seconds=everyone.per_s / everyone.count)

    def wait_s(self, chat_id: int, *, now: float) -> float:
        """Return how many seconds from `now` a message to a chat has to wait, 0 when it may go."""
        windows = (self._everyone, *self._chats.get(chat_id, ()))
        free_at = max(self._blocked_until.get(chat_id, now), *(window.free_at() for window in windows))
        return max(0.0, free_at - now)

    def record_started(self, *, now: float) -> None:
        """Count a message that leaves at `now` against the limit over all chats."""
        self._everyone.record(now)

    def record_sent(self, chat_id: int, *, now: float) -> None:
        """Count a message that Telegram has taken by `now` against the limits of its chat.

        A chat's limits count from then, as nobody knows how long one message was on its way.
        """
        self._sweep(now)
        if chat_id not in self._chats:
            rates = (self._limits.chat, self._limits.group) if chat_id < 0 else (self._limits.chat,)
            self._chats[chat_id] = tuple(map(_Window, rates))
        for window in self._chats[chat_id]:
            window.record(now)

    def block(self, chat_id: int, *, until: float) -> None:
        """Let nothing go to a chat before `until`, as Telegram's `retry_after` asks; other chats go on."""
        self._blocked_until[chat_id] = max(until, self._blocked_until.get(chat_id, until))

    def _sweep(self, now: float) -> None:
        if now - self._swept_at < IDLE_S:
            return
        self._swept_at = now
        self._blocked_until = {chat: until for chat, until in self._blocked_until.items() if until > now}
        self._chats = {
            chat: windows for chat, windows in self._chats.items() if now - windows[0].taken[-1] < IDLE_S
        }


FIRST_RETRY_S = 2.0
LONGEST_RETRY_S = 3_600.0
GIVE_UP_AFTER = timedelta(days=3)
"""A message that could not be sent for so long is no news; it is given up, with the last reason."""
MIN_ATTEMPTS = 20
"""And not before so many attempts, over ten hours: what waited a week for its digest has only begun."""


def should_give_up(message: OutboxMessage, *, now: datetime) -> bool:
    """Whether a message that was put off once more is to be given up."""
    return message.attempts >= MIN_ATTEMPTS and now - message.created_at > GIVE_UP_AFTER


def backoff_s(attempts: int, *, asked_s: float) -> float:
    """Return how long to wait before trying again: what was asked for, and at least 2, 4, 8 ... 3,600 s.

    Args:
        attempts: How often it was put off before, >= 0.
        asked_s: Telegram's `retry_after`, 0 when it named none.
    """
    return max(asked_s, min(LONGEST_RETRY_S, FIRST_RETRY_S * 2.0 ** min(attempts, 20)))
