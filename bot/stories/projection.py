"""The clusterer, kept in step with the store's change log."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

import structlog

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore, Change
from bot.search.ports import IndexChange
from bot.stories.clusterer import Assignment, StoryClusterer
from bot.stories.ports import StoryStore
from bot.stories.snapshot_file import load, save
from bot.stories.story import StoryId

log = structlog.get_logger()
SAVE_AFTER = 20_000
"""Changes after which the ledger is kept anew, so that a start after a crash analyses no more articles."""


class StoryProjection:
    """Knows every committed article's story, and says where new ones belong.

    One task at a time: `assign`, then `committed` or `withdraw`, with no `apply` in between.
    """

    def __init__(
        self, articles: ArticleStore, stories: StoryStore, *, file: Path | None = None, mark: str = ""
    ) -> None:
        self._articles = articles
        self._stories = stories
        self._clusterer = StoryClusterer()
        self._applied = self._saved = 0
        self._own: set[int] = set()
        self._open: set[ArticleId] = set()
        self._file = file
        self._mark = mark

    @classmethod
    async def open(
        cls, articles: ArticleStore, stories: StoryStore, *, file: Path, mark: str
    ) -> "StoryProjection":
        """Return a ledger that goes on from what was kept in a file.

        Args:
            mark: Says which store the file is a copy of.
        """
        made = cls(articles, stories, file=file, mark=mark)
        kept = await asyncio.to_thread(load, file, mark=mark)
        if kept and kept[1] <= await articles.last_change():
            made._clusterer, made._applied = kept
            made._saved = made._applied
        return made

    async def close(self) -> None:
        """Keep what is known for the next start."""
        await self._save()

    async def _save(self) -> None:
        # What was assigned and is neither committed nor withdrawn may never be.
        if self._file is None or self._open or self._applied == self._saved:
            return
        try:
            await asyncio.to_thread(save, self._clusterer, self._file, number=self._applied, mark=self._mark)
            self._saved = self._applied
        except OSError as error:
            log.warning("stories_not_kept", reason=str(error))

    async def applied(self) -> int:
        """Return the number of the last change taken in, 0 for none."""
        return self._applied

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        """Take in changes, numbers ascending; those already taken in, or assigned here, are skipped."""
        fresh = [change for change in changes if change.number > self._applied]
        others = [change for change in fresh if change.number not in self._own]
        stories = await self._stories.story_ids([each.article_id for each in others if each.article])
        await asyncio.to_thread(self._take_in, others, stories)
        self._own -= {change.number for change in fresh}
        self._applied = max((change.number for change in fresh), default=self._applied)
        if self._applied - self._saved >= SAVE_AFTER:
            await self._save()

    async def assign(self, articles: Sequence[Article]) -> list[Assignment]:
        """Say which story each article belongs to, in their order."""
        self._open |= {article.id for article in articles}
        return await asyncio.to_thread(lambda: [self._clusterer.assign(article) for article in articles])

    async def known(self) -> dict[ArticleId, StoryId]:
        """Return the story of each article taken in."""
        return await asyncio.to_thread(self._clusterer.stories)

    def committed(self, changes: Sequence[Change]) -> None:
        """Note that what was assigned is in the store under these changes."""
        self._own |= {change.number for change in changes}
        self._open -= {change.article_id for change in changes}

    async def withdraw(self, ids: Sequence[ArticleId]) -> None:
        """Go back to what the store says of articles whose assignment was not committed."""
        stored = await self._articles.get(ids)
        stories = await self._stories.story_ids(ids)
        gone = [IndexChange(0, article_id, None) for article_id in ids]
        back = [IndexChange(0, article.id, article) for article in stored]
        await asyncio.to_thread(self._take_in, [*gone, *back], stories)
        self._open -= set(ids)

    def _take_in(self, changes: Sequence[IndexChange], stories: Mapping[ArticleId, StoryId]) -> None:
        for change in changes:
            self._clusterer.remove(change.article_id)
            if change.article is not None and change.article_id in stories:
                self._clusterer.load([(change.article, stories[change.article_id])])
