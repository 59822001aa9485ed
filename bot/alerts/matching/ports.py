"""What finds the alerts that an article matches."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import Article
from bot.stories.story import StoryId


class AlertIndex(Protocol):
    """A copy of all saved queries that follows their change log."""

    async def catch_up(self) -> int:
        """Apply every committed change to an alert; return the number of the last one."""
        ...

    async def matches(
        self, articles: Sequence[tuple[Article, StoryId]], *, now: datetime, silent: bool = False
    ) -> tuple[MatchBatch, ...]:
        """Return the matches of articles ingested at `now` (aware UTC), without articles that have none.

        They are those of the alerts that the last `catch_up` applied.

        Args:
            silent: Whether alerts count that are paused or muted.
        """
        ...

    async def purge_deleted(self, request: int) -> bool:
        """Remove alerts that are deleted by now from every file; return whether nothing of them is left.

        Args:
            request: Its number. To repeat a request costs less than a new one.

        Raises:
            SearchUnavailable: Some files could not be purged.
        """
        ...

    async def close(self) -> None:
        """Save everything and release all resources."""
        ...
