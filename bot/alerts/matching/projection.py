"""The percolator, kept in step with the alerts' change log."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.alerts.matching.match import MatchBatch
from bot.alerts.matching.percolator import Percolator
from bot.alerts.matching.term_index import Rarity
from bot.alerts.ports import AlertLog
from bot.corpus.article import Article
from bot.stories.story import StoryId

CHANGES = 500
"""Changes to alerts taken in at once."""
SAVE_AFTER = 20_000
"""Changes after which the compiled alerts are kept anew, so that a start after a crash parses no more."""


class AlertProjection:
    """Says which alerts new articles fire.

    Args:
        log: Where saved, changed and deleted alerts are told of.
        file: Where compiled alerts are kept for the next start; None to keep nothing.
    """

    def __init__(self, log: AlertLog, percolator: Percolator | None = None, file: Path | None = None) -> None:
        self._log = log
        self._percolator = Percolator() if percolator is None else percolator
        self._file = file
        self._saved = self._percolator.applied
        self._working = asyncio.Lock()

    @classmethod
    async def open(cls, log: AlertLog, file: Path, rarity: Rarity) -> "AlertProjection":
        """Return a watch that goes on from what was kept in a file."""
        percolator = await asyncio.to_thread(Percolator.load, file, rarity, store=await log.store())
        return cls(log, percolator, file)

    async def close(self) -> None:
        """Keep what was compiled for the next start."""
        await self._save()

    async def catch_up(self) -> int:
        """Take in every committed change to an alert; return the number of the last one."""
        async with self._working:
            return await self._catch_up()

    async def _catch_up(self) -> int:
        percolator = self._percolator
        while changes := await self._log.changes(after=percolator.applied, limit=CHANGES):
            await asyncio.to_thread(percolator.apply, changes)
        if percolator.applied - self._saved >= SAVE_AFTER:
            await self._save()
        return percolator.applied

    async def forget(self) -> None:
        """Keep nothing in the file of alerts that are deleted by now."""
        async with self._working:
            await self._catch_up()
            await self._save()

    async def _save(self) -> None:
        if self._file is not None and self._percolator.applied != self._saved:
            await asyncio.to_thread(self._percolator.save, self._file)
            self._saved = self._percolator.applied

    async def matches(
        self, articles: Sequence[tuple[Article, StoryId]], *, now: datetime
    ) -> tuple[MatchBatch, ...]:
        """Return what articles taken in at `now` (aware UTC) promise; those that fire nothing left out."""
        async with self._working:
            return await asyncio.to_thread(lambda: tuple(self._fired(articles, now)))

    def _fired(self, articles: Sequence[tuple[Article, StoryId]], now: datetime) -> list[MatchBatch]:
        fired = [(each, story, self._percolator.matches(each, now=now)) for each, story in articles]
        return [
            MatchBatch(each.id, story, alerts, now, each.title, each.publisher, each.language)
            for each, story, alerts in fired
            if alerts
        ]
