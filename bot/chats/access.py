"""Who is served, and how often: an allow-list for private bots, rates for everybody."""

import math
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum

ROOM = 50_000
"""Buckets kept; beyond, those that are full again are thrown away."""
TOLD_EVERY_S = 60.0
"""Somebody who is turned away hears why at most so often."""


class AccessOutcome(StrEnum):
    """What becomes of a request."""

    WELCOME = "welcome"
    TOO_FAST = "too fast"
    NOT_INVITED = "not invited"


@dataclass(frozen=True, slots=True)
class AccessDecision:
    """A verdict on one request.

    Args:
        wait_s: Whole seconds after which it would be welcome, 0 when that is never or now.
        notify: Whether to say so; somebody who was just told is not told again.
    """

    outcome: AccessOutcome
    wait_s: int = 0
    notify: bool = False


@dataclass(slots=True)
class _Bucket:
    """Requests that may be made at once; it fills again by the minute."""

    left: float
    at: float
    told_at: float = -math.inf


class AccessControl:
    """Decides whether a request is served.

    Args:
        invited: Telegram ids of people and chats that are served; empty for everybody.
        admin_ids: Ids of people who are always served, at any rate.
        person_per_minute: Requests of one person, 0 for any number.
        group_per_minute: Requests from one group, 0 for any number.
        clock: Monotonic seconds.
    """

    def __init__(
        self,
        *,
        invited: Collection[int] = (),
        admin_ids: Collection[int] = (),
        person_per_minute: int = 0,
        group_per_minute: int = 0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._invited = frozenset(invited)
        self._admin_ids = frozenset(admin_ids)
        self._per_minute = {True: person_per_minute, False: group_per_minute}
        self._clock = clock
        self._buckets: dict[int, _Bucket] = {}

    @property
    def admin_ids(self) -> frozenset[int]:
        """Telegram ids of the bot's operators."""
        return self._admin_ids

    def is_invited(self, *ids: int) -> bool:
        """Whether one of these people or chats is served here."""
        return not self._invited or any(each in self._invited or each in self._admin_ids for each in ids)

    def decide(self, person_id: int, chat_id: int, *, open_to_all: bool = False) -> AccessDecision:
        """Return what becomes of a person's request in a chat, and count it.

        Args:
            chat_id: The person's own id in private.
            open_to_all: Whether the request needs no invitation: what concerns a person's own data.
        """
        if person_id in self._admin_ids:
            return AccessDecision(AccessOutcome.WELCOME)
        if not open_to_all and not self.is_invited(person_id, chat_id):
            return AccessDecision(AccessOutcome.NOT_INVITED, notify=self._may_tell(chat_id))
        # Who is too fast by themselves takes nothing from their group.
        wait_s = self._take(person_id) or (self._take(chat_id) if chat_id != person_id else 0.0)
        if not wait_s:
            return AccessDecision(AccessOutcome.WELCOME)
        return AccessDecision(AccessOutcome.TOO_FAST, math.ceil(wait_s), notify=self._may_tell(chat_id))

    def _take(self, key: int) -> float:
        """Take one request out of a bucket; return in how many seconds there will be one, 0 if there was."""
        most = self._per_minute[key > 0]
        if not most:
            return 0.0
        bucket = self._bucket(key, most)
        if bucket.left < 1:
            return (1 - bucket.left) * 60 / most
        bucket.left -= 1
        return 0.0

    def _may_tell(self, key: int) -> bool:
        bucket, now = self._bucket(key, self._per_minute[key > 0]), self._clock()
        if now - bucket.told_at < TOLD_EVERY_S:
            return False
        bucket.told_at = now
        return True

    def _bucket(self, key: int, most: int) -> _Bucket:
        now = self._clock()
        if len(self._buckets) >= ROOM:
            self._buckets = {k: b for k, b in self._buckets.items() if now - max(b.at, b.told_at) < 60}
        bucket = self._buckets.setdefault(key, _Bucket(most, now))
        bucket.left = min(most, bucket.left + (now - bucket.at) * most / 60)
        bucket.at = now
        return bucket
