"""The feed store as its users see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.feeds.model import Feed, FeedConfig, FeedId, FeedState, KnownEntry


@dataclass(frozen=True, slots=True)
class PollResult:
    """What a poll changes in the store.

    Args:
        before: The feed as claimed.
        after: The feed after the poll.
        forgotten: Keys of entries to delete.
    """

    before: Feed
    after: Feed
    forgotten: Sequence[str] = ()


class FeedStore(Protocol):
    """The feeds, as operators manage them."""

    async def all(self) -> list[Feed]:
        """Return every feed except removed ones, oldest first."""
        ...

    async def add(self, wanted: Sequence[FeedConfig], *, at: datetime, revive: bool) -> list[Feed]:
        """Add feeds, due at once; return those that are new.

        Args:
            revive: Whether to restore removed feeds; otherwise they stay removed.
        """
        ...

    async def set_state(self, feed_id: FeedId, state: FeedState, *, at: datetime) -> Feed | None:
        """Change the state of a feed; return None when there is no such feed.

        A feed switched on is due at once, and its next poll triggers no alerts, like a first poll.
        """
        ...

    async def entries_per_day(self, *, now: datetime) -> Mapping[FeedId, float]:
        """Return the number of new entries per day and feed over the last week."""
        ...


class PollStore(Protocol):
    """The feeds, as the poller sees them."""

    async def claim(
        self, *, now: datetime, until: datetime, limit: int, held: Mapping[str, int], per_host: int
    ) -> list[Feed]:
        """Return due feeds, longest overdue first, and lease them until `until`.

        Args:
            limit: Most feeds to return.
            held: How many feeds of a host the caller has already.
            per_host: Most feeds of a host, with those held: its requests are spaced, others need not wait.
        """
        ...

    async def release(self, claimed: Sequence[tuple[Feed, datetime]]) -> None:
        """Let feeds be due as before they were claimed, if they are still leased until these times."""
        ...

    async def known_entries(self, feed_id: FeedId) -> dict[str, KnownEntry]:
        """Return the known entries of a feed by key."""
        ...

    async def record_entries(self, feed_id: FeedId, entries: Sequence[KnownEntry]) -> None:
        """Store entries, replacing those with the same keys."""
        ...

    async def record_poll(self, result: PollResult) -> None:
        """Store the result of a poll.

        Changes made meanwhile (paused, removed) win; a URL that another feed has is not stored.
        """
        ...
