"""The percolator as a projection of the alerts' change log."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.alerts.matching.match import MatchBatch
from bot.alerts.matching.percolator import Percolator
from bot.alerts.matching.requirement import Rarity
from bot.alerts.ports import AlertLog
from bot.corpus.article import Article
from bot.stories.story import StoryId

CHANGES = 500
"""Changes read from the log at once."""
SAVE_AFTER = 20_000
"""Changes after which the compiled alerts are saved, which limits the parsing at a start after a crash."""


class AlertProjection:
    """An `AlertIndex` in this process: all alerts are in memory.

    Args:
        file: Where compiled alerts are saved for the next start; None to save nothing.
    """

    def __init__(self, log: AlertLog, percolator: Percolator | None = None, file: Path | None = None) -> None:
        self._log = log
        self._percolator = Percolator() if percolator is None else percolator
        self._file = file
        self._saved = self._percolator.applied
        self._working = asyncio.Lock()

    @classmethod
    async def open(cls, log: AlertLog, file: Path, rarity: Rarity) -> "AlertProjection":
        """Return a projection that continues from a saved file."""
        percolator = await asyncio.to_thread(Percolator.load, file, rarity, store_id=await log.store_id())
        return cls(log, percolator, file)

    async def close(self) -> None:
        """Save the compiled alerts for the next start."""
        await self._save()

    async def catch_up(self) -> int:
        """Apply every committed change to an alert; return the number of the last one.

        Other processes may have deleted alerts: the file is saved without these, as `/forget_me` promises.
        """
        async with self._working:
            return await self._catch_up()

    async def _catch_up(self) -> int:
        percolator, deleted = self._percolator, False
        while changes := await self._log.changes(after=percolator.applied, limit=CHANGES):
            deleted = deleted or any(one.alert is None and one.alert_id in percolator for one in changes)
            await asyncio.to_thread(percolator.apply, changes)
        if deleted or percolator.applied - self._saved >= SAVE_AFTER:
            await self._save()
        return percolator.applied

    async def purge_deleted(self, request: int) -> bool:
        """Remove alerts that are deleted by now from the file; return True, as nothing of them is left."""
        async with self._working:
            await self._catch_up()
            await self._save()
        return True

    async def _save(self) -> None:
        if self._file is not None and self._percolator.applied != self._saved:
            await asyncio.to_thread(self._percolator.save, self._file)
            self._saved = self._percolator.applied

    async def matches(
        self, articles: Sequence[tuple[Article, StoryId]], *, now: datetime, silent: bool = False
    ) -> tuple[MatchBatch, ...]:
        """Return the matches of articles ingested at `now` (aware UTC), without articles that have none.

        Args:
            silent: Whether alerts count that are paused or muted.
        """
        async with self._working:
            return await asyncio.to_thread(self._matches, articles, now, silent)

    def _matches(
        self, articles: Sequence[tuple[Article, StoryId]], now: datetime, silent: bool
    ) -> tuple[MatchBatch, ...]:
        matches = [(a, story, self._percolator.matches(a, now=now, silent=silent)) for a, story in articles]
        return tuple(
            MatchBatch(a.id, story, alerts, now, a.title, a.publisher, a.language)
            for a, story, alerts in matches
            if alerts
        )
