"""What the rest of the program reads from the story store."""

from collections.abc import Sequence
from typing import Protocol

from bot.corpus.article import ArticleId
from bot.stories.story import StoryId


class StoryStore(Protocol):
    """Articles by story; merged stories are found under either id."""

    async def story_ids(self, article_ids: Sequence[ArticleId]) -> dict[ArticleId, StoryId]:
        """Return the story of each live article."""
        ...

    async def redirects(self) -> dict[StoryId, StoryId]:
        """Return the stories that merged into others, each with the one it redirects to."""
        ...

    async def count_redirects(self) -> int:
        """Return the number of stories that merged into others; redirects are never deleted."""
        ...

    async def members(self, story_ids: Sequence[StoryId]) -> dict[StoryId, tuple[ArticleId, ...]]:
        """Return the live articles of each story, oldest publication first."""
        ...
