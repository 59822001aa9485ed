"""How long articles are kept: by age, by count, or forever."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.corpus.article import ArticleId


class RetentionStore(Protocol):
    """Finds old articles in the store."""

    async def nth_newest(self, number: int) -> datetime | None:
        """Return when the `number`-th newest article (from 1) was published; None when there are fewer."""
        ...

    async def before(self, moment: datetime, limit: int) -> Sequence[ArticleId]:
        """Return up to `limit` articles published before a moment, oldest first, then withdrawn ones."""
        ...


@dataclass(frozen=True, slots=True)
class Retention:
    """The limits on age and number of articles; articles without a date are always kept.

    Args:
        days: Articles published longer ago are too old; 0 for no limit.
        articles: Keep at most this many of the newest articles; 0 for no limit.
    """

    store: RetentionStore
    clock: Callable[[], datetime]
    days: float = 0
    articles: int = 0

    async def cutoff(self) -> datetime | None:
        """Return the time before which articles are too old, aware UTC; None to keep all."""
        limits = []
        if self.days:
            limits.append(self.clock() - timedelta(days=self.days))
        if self.articles and (oldest_kept := await self.store.nth_newest(self.articles)):
            limits.append(oldest_kept)
        return max(limits, default=None)
