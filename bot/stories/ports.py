"""What stories ask of a store."""

from collections.abc import Sequence
from typing import Protocol

from bot.corpus.article import ArticleId
from bot.stories.story import StoryId


class StoryStore(Protocol):
    """Which story an article belongs to."""

    async def story_ids(self, article_ids: Sequence[ArticleId]) -> dict[ArticleId, StoryId]:
        """Return the story of each live article, redirects followed."""
        ...

    async def members(self, story_ids: Sequence[StoryId]) -> dict[StoryId, tuple[ArticleId, ...]]:
        """Return the live articles of each story, oldest published first; redirects followed."""
        ...
