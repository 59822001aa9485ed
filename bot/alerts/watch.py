"""The percolator, kept in step with the alerts' change log."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from bot.alerts.outbox import MatchBatch
from bot.alerts.percolate import Percolator
from bot.alerts.ports import AlertLog
from bot.corpus.article import Article
from bot.stories.story import StoryId

CHANGES = 500
"""Changes to alerts taken in at once."""


class AlertWatch:
    """Says which alerts new articles fire.

    Args:
        log: Where saved, changed and deleted alerts are told of.
    """

    def __init__(self, log: AlertLog, percolator: Percolator | None = None) -> None:
        self._log = log
        self._percolator = percolator or Percolator()
        self._reading = asyncio.Lock()

    async def catch_up(self) -> int:
        """Take in every committed change to an alert; return the number of the last one."""
        async with self._reading:
            percolator = self._percolator
            while changes := await self._log.changes(after=percolator.applied, limit=CHANGES):
                await asyncio.to_thread(percolator.apply, changes)
            return percolator.applied

    async def matches(
        self, articles: Sequence[tuple[Article, StoryId]], *, now: datetime
    ) -> tuple[MatchBatch, ...]:
        """Return what articles taken in at `now` (aware UTC) promise; those that fire nothing left out."""
        return await asyncio.to_thread(lambda: tuple(self._fired(articles, now)))

    def _fired(self, articles: Sequence[tuple[Article, StoryId]], now: datetime) -> list[MatchBatch]:
        fired = [(each, story, self._percolator.matches(each, now=now)) for each, story in articles]
        return [
            MatchBatch(each.id, story, alerts, now, each.title, each.publisher, each.language)
            for each, story, alerts in fired
            if alerts
        ]
