"""What feeds ask of a store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.feeds.model import Feed, FeedConfig, FeedId, FeedState, KnownEntry


@dataclass(frozen=True, slots=True)
class PollResult:
    """What a poll came to.

    Args:
        before: The feed as it was claimed.
        after: The feed as it is now.
        forgotten: Keys of items to forget.
    """

    before: Feed
    after: Feed
    forgotten: Sequence[str] = ()


class FeedStore(Protocol):
    """The feeds, for who looks after them."""

    async def all(self) -> list[Feed]:
        """Return every feed but the removed ones, oldest first."""
        ...

    async def add(self, wanted: Sequence[FeedConfig], *, at: datetime, revive: bool) -> list[Feed]:
        """Add feeds due at once; return those that were not there before.

        Args:
            revive: Whether feeds that were removed come back; otherwise they are passed over.
        """
        ...

    async def set_state(self, feed_id: FeedId, state: FeedState, *, at: datetime) -> Feed | None:
        """Change whether a feed is polled; None when there is no such feed.

        One that is switched on is due at once, and its next poll is silent like a first one.
        """
        ...

    async def entries_per_day(self, *, now: datetime) -> Mapping[FeedId, float]:
        """Return how many items each feed showed a day, over the last week."""
        ...


class PollStore(Protocol):
    """The feeds, for who polls them."""

    async def claim(self, *, now: datetime, until: datetime, limit: int) -> list[Feed]:
        """Return feeds that are due, longest due first; nobody else gets them before `until`."""
        ...

    async def known_entries(self, feed_id: FeedId) -> dict[str, KnownEntry]:
        """Return what is remembered of a feed's entries, by their keys."""
        ...

    async def record_entries(self, feed_id: FeedId, items: Sequence[KnownEntry]) -> None:
        """Remember entries; what was remembered under the same keys is replaced."""
        ...

    async def record_poll(self, polled: PollResult) -> None:
        """Keep what a poll came to; what somebody else changed meanwhile (paused, removed) stays.

        An address that another feed has already is not taken over.
        """
        ...
