"""How long articles are kept: by days, by count, or for good."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.corpus.article import ArticleId


class RetentionStore(Protocol):
    """Looks for old articles."""

    async def nth_newest(self, number: int) -> datetime | None:
        """Return when the article at a place was published, newest first, from 1; None past the last."""
        ...

    async def before(self, moment: datetime, limit: int) -> Sequence[ArticleId]:
        """Return some articles published before a moment, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class Retention:
    """What is too old.

    Args:
        days: Articles published longer ago are too old; 0 for no such limit.
        articles: So many of the newest are kept; 0 for no such limit. Articles without a date stay.
    """

    store: RetentionStore
    clock: Callable[[], datetime]
    days: float = 0
    articles: int = 0

    async def cutoff(self) -> datetime | None:
        """Return the moment before which articles are too old, aware UTC; None when none are."""
        limits = []
        if self.days:
            limits.append(self.clock() - timedelta(days=self.days))
        if self.articles and (newest := await self.store.nth_newest(self.articles)):
            limits.append(newest)
        return max(limits, default=None)
