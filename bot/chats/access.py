"""Who may use the bot, and how often: an allow-list for private bots, rate limits for everybody."""

import math
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum

MAX_BUCKETS = 50_000
"""Buckets held; beyond, the one that was used longest ago is dropped, which almost always is full again."""
NOTIFY_EVERY_S = 60.0
"""Least time between two answers to a user who is turned away."""


class AccessOutcome(StrEnum):
    """The decision on a request."""

    WELCOME = "welcome"
    TOO_FAST = "too fast"
    NOT_INVITED = "not invited"


@dataclass(frozen=True, slots=True)
class AccessDecision:
    """The decision on one request.

    Args:
        wait_s: Whole seconds until the request would pass; 0 if that is now or never.
        notify: Whether to answer why; not again within `NOTIFY_EVERY_S`.
    """

    outcome: AccessOutcome
    wait_s: int = 0
    notify: bool = False


@dataclass(slots=True)
class _Bucket:
    """A token bucket that refills within a minute."""

    tokens: float
    at: float
    notified_at: float = -math.inf


class AccessControl:
    """Decides whether a request is served.

    Args:
        invited: Telegram ids of the users and chats that are served; empty for everybody.
        admin_ids: Ids of the operators, who are always served, at any rate.
        person_per_minute: Requests of one user, 0 for any number.
        group_per_minute: Requests from one group, 0 for any number.
        bots_per_hour: Messages of other bots that are answered in one chat, 0 for none.
        clock: Monotonic seconds.
    """

    def __init__(
        self,
        *,
        invited: Collection[int] = (),
        admin_ids: Collection[int] = (),
        person_per_minute: int = 0,
        group_per_minute: int = 0,
        bots_per_hour: int = 0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.admin_ids = frozenset(admin_ids)
        self._invited = frozenset(invited)
        self._person_per_minute = person_per_minute
        self._group_per_minute = group_per_minute
        self._bots_per_hour = bots_per_hour
        self._bots_answered_at: dict[int, deque[float]] = {}
        self._clock = clock
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()  # used longest ago first
        self.on_served: Callable[[int], None] | None = None
        """Called with a user or group for every request that counts."""
        self.on_bot_answered: Callable[[int], None] | None = None
        """Called with a chat for every message of another bot that is answered."""

    def is_invited(self, *ids: int) -> bool:
        """Return whether one of these users or chats is served."""
        return not self._invited or not (self._invited | self.admin_ids).isdisjoint(ids)

    def answers_bot(self, chat_id: int) -> bool:
        """Return whether a message of another bot in a chat is answered, and count it.

        Two bots that answer each other would never stop.
        """
        now, hour_s = self._clock(), 3_600.0
        answered_at = self._bots_answered_at.setdefault(chat_id, deque(maxlen=max(self._bots_per_hour, 1)))
        full = len(answered_at) >= self._bots_per_hour and (not answered_at or now - answered_at[0] < hour_s)
        if not self._bots_per_hour or full:
            return False
        answered_at.append(now)
        if self.on_bot_answered:
            self.on_bot_answered(chat_id)
        return True

    def count_bots(self, chat_id: int, count: int, *, ago_s: float = 0.0) -> None:
        """Count messages of other bots that another process answered in a chat, some seconds ago."""
        theirs = [self._clock() - ago_s] * min(count, self._bots_per_hour)
        answered_at = sorted([*self._bots_answered_at.get(chat_id, ()), *theirs])
        self._bots_answered_at[chat_id] = deque(answered_at, maxlen=max(self._bots_per_hour, 1))

    def count_served(self, key: int, count: int, *, ago_s: float = 0.0) -> None:
        """Count requests of a user or group that another process served, some seconds ago."""
        if rate := self._per_minute(key):
            bucket = self._bucket(key, self._clock() - ago_s)
            bucket.tokens = max(bucket.tokens - count, -rate)

    def decide(self, user_id: int, chat_id: int, *, open_to_all: bool = False) -> AccessDecision:
        """Return whether a user's request in a chat is served, and count it.

        Args:
            chat_id: The user's own id in private.
            open_to_all: Whether the request needs no invitation, because it concerns the user's own data.
        """
        if user_id in self.admin_ids:
            return AccessDecision(AccessOutcome.WELCOME)
        if not open_to_all and not self.is_invited(user_id, chat_id):
            return AccessDecision(AccessOutcome.NOT_INVITED, notify=self._may_notify(chat_id))
        # A user who is too fast takes no tokens from their group.
        wait_s = self._take(user_id) or (self._take(chat_id) if chat_id != user_id else 0.0)
        if not wait_s:
            return AccessDecision(AccessOutcome.WELCOME)
        notify = self._may_notify(chat_id)
        return AccessDecision(AccessOutcome.TOO_FAST, math.ceil(wait_s), notify=notify)

    def _per_minute(self, key: int) -> int:
        """Return the rate of a user, or of a group, whose ids are negative."""
        return self._person_per_minute if key > 0 else self._group_per_minute

    def _take(self, key: int) -> float:
        """Take a token; return 0, or the seconds until there is one."""
        rate = self._per_minute(key)
        if not rate:
            return 0.0
        bucket = self._bucket(key, self._clock())
        if bucket.tokens < 1:
            return (1 - bucket.tokens) * 60 / rate
        bucket.tokens -= 1
        if self.on_served:
            self.on_served(key)
        return 0.0

    def _may_notify(self, key: int) -> bool:
        now = self._clock()
        bucket = self._bucket(key, now)
        if now - bucket.notified_at < NOTIFY_EVERY_S:
            return False
        bucket.notified_at = now
        return True

    def _bucket(self, key: int, at: float) -> _Bucket:
        """Return the bucket of a user or group, refilled until a time, a new one full at that time."""
        rate = self._per_minute(key)
        bucket = self._buckets.setdefault(key, _Bucket(rate, at))
        self._buckets.move_to_end(key)
        if len(self._buckets) > MAX_BUCKETS:
            self._buckets.popitem(last=False)
        if at > bucket.at:
            bucket.tokens = min(rate, bucket.tokens + (at - bucket.at) * rate / 60)
            bucket.at = at
        return bucket
