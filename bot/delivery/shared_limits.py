"""Limits of persons, groups and chats that several processes keep together.

Each process counts what it serves and notes when Telegram asks it to leave a chat alone. Once a second, it
reads what the others published, and publishes its own. A person or group can exceed a limit by what is
served within a second. A chat that must be left alone gets at most one message too many from each process.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.chats.access import AccessControl
from bot.delivery.rate_limits import RateLimiter

_COUNTS_FOR = timedelta(minutes=1)
_BOTS_COUNT_FOR = timedelta(hours=1)


class NoticeKind(StrEnum):
    """What a notice says about a chat or user."""

    HOLD = "hold"
    """Telegram asked to leave a chat alone until it expires."""
    SPENT = "spent"
    """So many requests of a user or group were served."""
    BOTS = "bots"
    """So many messages of other bots were answered in a chat."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a process publishes for the others.

    Args:
        about: Telegram id of a chat or user.
        amount: Number of requests or messages; 0 for a hold.
        expires_at: When it no longer matters, aware UTC.
    """

    kind: NoticeKind
    about: int
    amount: int
    expires_at: datetime


class Notices(Protocol):
    """Notices that processes publish for each other."""

    async def publish(self, published: Sequence[Notice], *, now: datetime) -> None:
        """Store notices for the other processes, and delete those that have expired."""
        ...

    async def new(self, *, now: datetime) -> list[Notice]:
        """Return what other processes published since the last call.

        The first call returns all that still counts, also what this process published before a restart.
        """
        ...


class SharedLimits:
    """Keeps the limits of one process in step with those of the others."""

    def __init__(
        self,
        notices: Notices,
        limiter: RateLimiter,
        access: AccessControl,
        clock: Callable[[], datetime],
    ) -> None:
        self._notices = notices
        self._limiter = limiter
        self._access = access
        self._clock = clock
        self._unpublished: list[Notice] = []
        self._holds: dict[int, datetime] = {}
        self._spent: Counter[int] = Counter()
        self._bots: Counter[int] = Counter()
        limiter.on_block = self._note_hold
        access.on_served = self._note_served
        access.on_bot_answered = self._note_bot

    async def check(self) -> None:
        """Apply what happened in other processes since the last call, and publish what happened here.

        Reads first: the first call also applies what this process published before a restart.

        Raises:
            StoreError: The database failed; what happened here is published next time.
        """
        now = self._clock()
        for notice in await self._notices.new(now=now):
            self._apply(notice, now)
        self._unpublished += self._noted(now)
        if published := [notice for notice in self._unpublished if notice.expires_at > now]:
            await self._notices.publish(published, now=now)
        self._unpublished = []

    def _noted(self, now: datetime) -> list[Notice]:
        """Return what was noted since the last call."""
        noted = [
            *(Notice(NoticeKind.HOLD, chat, 0, until) for chat, until in self._holds.items()),
            *(Notice(NoticeKind.SPENT, key, count, now + _COUNTS_FOR) for key, count in self._spent.items()),
            *(
                Notice(NoticeKind.BOTS, key, count, now + _BOTS_COUNT_FOR)
                for key, count in self._bots.items()
            ),
        ]
        for notes in (self._holds, self._spent, self._bots):
            notes.clear()
        return noted

    def _apply(self, notice: Notice, now: datetime) -> None:
        left = notice.expires_at - now
        if notice.kind is NoticeKind.HOLD:
            self._limiter.block(notice.about, until=notice.expires_at.timestamp(), heard=True)
        elif notice.kind is NoticeKind.SPENT:
            self._access.count_served(notice.about, notice.amount, ago_s=_seconds(_COUNTS_FOR - left))
        else:
            self._access.count_bots(notice.about, notice.amount, ago_s=_seconds(_BOTS_COUNT_FOR - left))

    def _note_hold(self, chat: object, until: float) -> None:
        if isinstance(chat, int):
            self._holds[chat] = datetime.fromtimestamp(until, UTC)

    def _note_served(self, key: int) -> None:
        self._spent[key] += 1

    def _note_bot(self, chat_id: int) -> None:
        self._bots[chat_id] += 1


def _seconds(age: timedelta) -> float:
    """Return an age in seconds, 0 for one in the future, which another machine's clock may give."""
    return max(0.0, age.total_seconds())
