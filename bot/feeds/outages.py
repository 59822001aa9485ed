"""Which feeds have been unreachable for long."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.feeds.model import Feed, FeedState
from bot.feeds.ports import FeedStore
from bot.questions.outages import Outage

LONG = timedelta(hours=24)
"""Time without a successful poll after which users are notified."""
_CACHED = timedelta(seconds=60)


@dataclass(slots=True)
class FeedOutages:
    """Implements `bot.questions.outages.OutageWatch`.

    Args:
        clock: Returns the current time, aware UTC.
    """

    store: FeedStore
    clock: Callable[[], datetime]
    _known: Sequence[Outage] = field(default=(), init=False)
    _read_at: datetime | None = field(default=None, init=False)

    async def outages(self) -> Sequence[Outage]:
        """Return the feeds that have been unreachable for long, longest first; read once a minute."""
        now = self.clock()
        if self._read_at is None or not timedelta(0) <= now - self._read_at < _CACHED:
            feeds = [feed for feed in await self.store.all() if feed.state is FeedState.ON]
            self._known, self._read_at = outages_of(feeds, now), now
        return self._known


def outages_of(feeds: Sequence[Feed], now: datetime) -> tuple[Outage, ...]:
    """Return the outages among polled feeds.

    Without a network, polls don't count as failures of a feed: then no feed succeeds any more.
    """
    silent = {
        feed.id: since for feed in feeds if now - (since := feed.last_success_at or feed.added_at) >= LONG
    }
    out = [feed for feed in feeds if feed.id in silent and (feed.failures or len(silent) == len(feeds))]
    many = 2 * len(out) >= len(feeds)
    out.sort(key=lambda feed: silent[feed.id])
    return tuple(Outage(feed.name, feed.url, silent[feed.id], many) for feed in out)
