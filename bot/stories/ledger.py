"""The clusterer, kept in step with the store's change log."""

import asyncio
from collections.abc import Mapping, Sequence

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore, Change
from bot.search.ports import IndexChange
from bot.stories.cluster import Assignment, StoryClusterer
from bot.stories.ports import StoryStore
from bot.stories.story import StoryId


class StoryLedger:
    """Knows every committed article's story, and says where new ones belong.

    One task at a time: `assign`, then `committed` or `withdraw`, with no `apply` in between.
    """

    def __init__(self, articles: ArticleStore, stories: StoryStore) -> None:
        self._articles = articles
        self._stories = stories
        self._clusterer = StoryClusterer()
        self._applied = 0
        self._own: set[int] = set()

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

    async def assign(self, articles: Sequence[Article]) -> list[Assignment]:
        """Say which story each article belongs to, in their order."""
        return await asyncio.to_thread(lambda: [self._clusterer.assign(article) for article in articles])

    async def known(self) -> dict[ArticleId, StoryId]:
        """Return the story of each article taken in."""
        return await asyncio.to_thread(self._clusterer.stories)

    def committed(self, changes: Sequence[Change]) -> None:
        """Note that what was assigned is in the store under these changes."""
        self._own |= {change.number for change in changes}

    async def withdraw(self, ids: Sequence[ArticleId]) -> None:
        """Go back to what the store says of articles whose assignment was not committed."""
        stored = await self._articles.get(ids)
        stories = await self._stories.story_ids(ids)
        gone = [IndexChange(0, article_id, None) for article_id in ids]
        back = [IndexChange(0, article.id, article) for article in stored]
        await asyncio.to_thread(self._take_in, [*gone, *back], stories)

    def _take_in(self, changes: Sequence[IndexChange], stories: Mapping[ArticleId, StoryId]) -> None:
        for change in changes:
            self._clusterer.remove(change.article_id)
            if change.article is not None and change.article_id in stories:
                self._clusterer.load([(change.article, stories[change.article_id])])
