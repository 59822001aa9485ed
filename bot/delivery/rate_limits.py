"""Telegram's rate limits: when the next message may be sent, and when to retry. Time is an argument.

All times are seconds on one clock of the caller's choice (`time.monotonic()`, or a timestamp).
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
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


UNLIMITED = Limits(Rate(2**31, 0.0), Rate(2**31, 0.0), Rate(2**31, 0.0))
"""For a server without limits."""
MAX_HOLD_S = 6.0
"""A hold that ends later than this was set before the clock was put back, and has ended."""
RECHECK_S = 0.02
"""Pause before asking again, while messages under way fill a limit or replies wait."""


@dataclass(slots=True)
class _Window:
    """The messages that count against a limit: those under way, and those that arrived within its time.

    Telegram counts a message when it arrives, which is some time between its start and its end. A message
    that starts while fewer than `rate.count` others are under way or ended within `rate.per_s` can't exceed
    the limit, whenever they arrived.
    """

    rate: Rate
    ended: deque[float] = field(default_factory=deque)
    under_way: int = 0
    closed_until: float = float("-inf")

    def free_at(self, now: float) -> float:
        """When the next message may start; -inf if it may start now."""
        if self.ended and now < self.ended[-1]:  # the clock was put back
            self.ended = deque(min(end, now) for end in self.ended)
        while self.ended and now >= self.ended[0] + self.rate.per_s:
            self.ended.popleft()
        excess = self.under_way + len(self.ended) - self.rate.count
        if now < self.closed_until <= now + MAX_HOLD_S:
            return self.closed_until
        if excess < 0:
            return float("-inf")
        return self.ended[excess] + self.rate.per_s if excess < len(self.ended) else now + RECHECK_S

    def end(self, now: float) -> None:
        self.ended.append(now)


class RateLimiter:
    """Tracks recent messages and the chats that Telegram asked to leave alone for a while.

    Chats with a negative id are groups, supergroups and channels. A chat may be named instead.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._everyone = _Window(self._limits.everyone)
        self.processes = 1
        """How many processes share the limit over all chats."""
        self._chats: dict[int, tuple[_Window, ...]] = {}
        self.on_block: Callable[[object, float], None] | None = None
        """Called with a chat and the time until which Telegram asked this process to leave it alone."""
        self._blocked_until: dict[object, float] = {}
        self._replies_waiting = 0
        self._swept_at = float("-inf")

    @property
    def send_interval(self) -> timedelta:
        """Time between two messages that uses the global limit evenly."""
        everyone = self._limits.everyone
        return timedelta(seconds=everyone.per_s / everyone.count)

    def wait_s(self, chat_id: int, *, now: float) -> float:
        """Return the seconds from `now` until a notification to a chat may be sent, 0 for immediately."""
        if self._replies_waiting:
            return RECHECK_S
        windows = (self._everyone, *self._chats.get(chat_id, ()))
        free_at = max(window.free_at(now) for window in windows)
        return max(0.0, free_at - now, self.blocked_s(chat_id, now=now))

    def blocked_s(self, chat: object, *, now: float) -> float:
        """Return the seconds for which Telegram asked to leave a chat alone, 0 if it didn't."""
        return max(0.0, self._blocked_until.get(chat, now) - now)

    def share_among(self, processes: int) -> None:
        """Use an equal part of the limit over all chats, because other processes send, too."""
        everyone = self._limits.everyone
        self.processes = processes
        self._everyone.rate = Rate(max(1, everyone.count // processes), everyone.per_s)

    def hold_everyone(self, *, until: float) -> None:
        """Send nothing to any chat until a time, at most `MAX_HOLD_S` from now."""
        self._everyone.closed_until = until

    @contextmanager
    def under_way(self, clock: Callable[[], float]) -> Iterator[None]:
        """Count a message against the global limit while the block sends it, and for a while after."""
        self._everyone.under_way += 1
        try:
            yield
        finally:
            self._everyone.under_way -= 1
            self._everyone.end(clock())

    @asynccontextmanager
    async def reply_slot(self, clock: Callable[[], float], chat: object = None) -> AsyncIterator[bool]:
        """Send a reply in the block, within the global limit and ahead of notifications.

        The limits of a chat don't delay replies, because Telegram lets short bursts pass. Yields False when
        the chat is blocked by now: nothing may be sent.
        """
        self._replies_waiting += 1
        try:
            while (free_at := self._everyone.free_at(now := clock())) > now:  # noqa: ASYNC110  (time passes)
                await asyncio.sleep(free_at - now)
        finally:
            self._replies_waiting -= 1
        if self.blocked_s(chat, now=clock()):
            yield False
            return
        with self.under_way(clock):
            yield True

    def record_sent(self, chat_id: int, *, now: float) -> None:
        """Count a message that Telegram has accepted by `now` against the limits of its chat.

        They count from acceptance, because the time a message takes to arrive is unknown.
        """
        self._sweep(now)
        if chat_id not in self._chats:
            rates = (self._limits.chat, self._limits.group) if chat_id < 0 else (self._limits.chat,)
            self._chats[chat_id] = tuple(map(_Window, rates))
        for window in self._chats[chat_id]:
            window.end(now)

    def block(self, chat: object, *, until: float, heard: bool = False) -> None:
        """Block a chat until a time, as Telegram's `retry_after` asks; other chats aren't affected.

        Args:
            heard: Whether Telegram asked another process.
        """
        if self.on_block and not heard:
            self.on_block(chat, until)
        self._blocked_until[chat] = max(until, self._blocked_until.get(chat, until))

    def _sweep(self, now: float) -> None:
        if now - self._swept_at < IDLE_S:
            return
        self._swept_at = now
        self._blocked_until = {chat: until for chat, until in self._blocked_until.items() if until > now}
        self._chats = {
            chat: windows
            for chat, windows in self._chats.items()
            if windows[-1].ended and now - windows[-1].ended[-1] < IDLE_S
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
