"""A `StoryIndex` on the cluster: it finds similar articles, which the clusterer of one machine compares.

The clusterer holds recent articles, and complete stories of articles like those; the database says which
articles a story has. Frequencies are those of the whole corpus. So a larger corpus needs no more memory here.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

import structlog

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.engine.client import Cluster
from bot.engine.recall import Recall
from bot.errors import SearchUnavailable
from bot.search.ports import IndexChange
from bot.stories.assignment import Assignment
from bot.stories.clusterer import StoryClusterer
from bot.stories.ports import StoryStore
from bot.stories.projection import StoryProjection
from bot.stories.story import StoryId

log = structlog.get_logger()
MAX_HELD = 4_000
"""Articles held between two batches, about 3 kB each."""


class EngineStories(StoryProjection):
    """Assigns articles to stories, of which this process holds the last ones it needed.

    While the cluster is away, new articles are compared with those that are here; their assignments are then
    not `complete`.
    """

    def __init__(self, articles: ArticleStore, stories: StoryStore, cluster: Cluster) -> None:
        super().__init__(articles, stories)
        self._recall = Recall(cluster, articles, stories)
        self._started = False
        self._loaded: set[StoryId] = set()
        """Stories with all their articles here."""

    async def applied(self) -> int:
        """Return the number of the last applied change: at first the newest, as nothing is held yet."""
        if not self._started:
            self._applied, self._started = await self._articles.last_change(), True
        return self._applied

    def _concerning(
        self, changes: Sequence[IndexChange], stories: Mapping[ArticleId, StoryId]
    ) -> Sequence[IndexChange]:
        """Return the changes to articles or stories that are here."""
        return [
            change
            for change in changes
            if change.article_id in self._clusterer or stories.get(change.article_id) in self._loaded
        ]

    async def assign(self, articles: Sequence[Article], *, staged: bool = False) -> list[Assignment]:
        """Return the story of each new article, in their order, as it is after the last one."""
        if len(self._clusterer) > MAX_HELD and not self._uncommitted:
            self._clusterer, self._loaded = StoryClusterer(), set()
            self._recall.forget()
        complete = await self._bring_near(articles)
        assigned = await super().assign(articles, staged=staged)
        for assignment in assigned:
            self._loaded |= {assignment.story_id, *(move.joined for move in assignment.moves)}
        return assigned if complete else [replace(assignment, complete=False) for assignment in assigned]

    async def _bring_near(self, articles: Sequence[Article]) -> bool:
        """Recall the stories of similar articles; return whether the cluster was there to find them."""
        codes = await asyncio.to_thread(self._clusterer.prepare, articles)
        complete = await self._recall.count(self._clusterer, codes)
        similar: list[ArticleId] = []
        if complete:
            try:
                similar = await self._recall.similar(self._clusterer, articles, codes)
            except SearchUnavailable as error:
                log.warning("stories_not_recalled", reason=str(error))
                complete = False
        counted = await self._load_stories([*similar, *(article.id for article in articles)])
        return complete and counted

    async def _load_stories(self, article_ids: Sequence[ArticleId]) -> bool:
        """Bring the stories of some articles, and those that are here in part, with all their articles.

        Returns:
            Whether the cluster counted all their terms.
        """
        unknown = [article_id for article_id in article_ids if article_id not in self._clusterer]
        wanted = {*(await self._stories.story_ids(unknown)).values(), *self._clusterer.held_stories()}
        wanted -= self._loaded
        founders, counted = list(article_ids), True
        async for recalled in self._recall.members(self._clusterer, sorted(wanted)):
            counted &= await self._recall.count(self._clusterer, [article.codes for article in recalled])
            await asyncio.to_thread(self._clusterer.recall, recalled)
            founders += [article.id for article in recalled]
        self._loaded |= wanted
        self._clusterer.load((), await self._recall.taken(self._clusterer, founders))
        return counted

    async def _follow_redirects(self) -> None:
        """Merge the stories here that the store has merged; others may have joined them, too."""
        held = sorted(self._clusterer.held_stories())
        await asyncio.to_thread(self._merge, await self._stories.redirected(held))
        self._loaded.clear()

    async def members(self, story_ids: Sequence[StoryId]) -> dict[StoryId, tuple[ArticleId, ...]]:
        """Return the articles of each story, in order of arrival; by publication if it is not here."""
        others = await self._stories.members([story for story in story_ids if story not in self._loaded])
        here = await super().members([story for story in story_ids if story in self._loaded])
        return others | here

    async def known(self) -> dict[ArticleId, StoryId]:
        """Return the story of every article of the cluster, and of those that are here."""
        known: dict[ArticleId, StoryId] = {}
        async for ids in self._recall.ids():
            known |= await self._stories.story_ids(ids)
        return known | await super().known()
