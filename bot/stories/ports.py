"""What finds the story of an article, and what the rest of the program reads about stories."""

from collections.abc import Sequence
from typing import Protocol

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import Change
from bot.search.ports import IndexChange
from bot.stories.assignment import Assignment
from bot.stories.story import StoryId


class StoryIndex(Protocol):
    """Finds the stories of new articles: a derived copy of the store that follows its change log.

    One task at a time assigns: it calls `assign`, then `committed` or `withdraw` for the same articles, and
    `apply` neither between them nor at the same time. Other processes commit, too; `apply` brings their
    articles and merges.
    """

    async def applied(self) -> int:
        """Return the number of the last applied change, 0 for none."""
        ...

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        """Apply changes, numbers ascending; skips those applied before, and those that `committed` named.

        Merges of stories that the store knows are followed, and moves of articles.
        """
        ...

    async def assign(self, articles: Sequence[Article], *, staged: bool = False) -> list[Assignment]:
        """Return the story of each article, in their order, as it is after the last one.

        Later articles are compared with these, although they are not committed yet.

        Args:
            staged: Whether these are committed later, together with others. They move only each other to
                other stories; the articles of other commits move only ones that are committed.
        """
        ...

    def committed(self, changes: Sequence[Change]) -> None:
        """Record that assigned articles were committed as these changes."""
        ...

    async def keep_moves(self, ids: Sequence[ArticleId]) -> None:
        """Record that the moves that these articles brought about were committed, with or without them."""
        ...

    async def withdraw(self, ids: Sequence[ArticleId]) -> None:
        """Revert articles whose assignment was not committed, and their moves, to what the store has."""
        ...

    async def members(self, story_ids: Sequence[StoryId]) -> dict[StoryId, tuple[ArticleId, ...]]:
        """Return the articles of each story, assigned ones included, in order of arrival."""
        ...

    async def known(self) -> dict[ArticleId, StoryId]:
        """Return the story of every article, assigned ones included."""
        ...


class StoryStore(Protocol):
    """Articles by story; merged stories are found under either id."""

    async def story_ids(self, article_ids: Sequence[ArticleId]) -> dict[ArticleId, StoryId]:
        """Return the story of each live article."""
        ...

    async def redirects(self) -> dict[StoryId, StoryId]:
        """Return the stories that merged into others, each with the one it redirects to."""
        ...

    async def redirected(self, story_ids: Sequence[StoryId]) -> dict[StoryId, StoryId]:
        """Return those of the stories that merged into others, each with the one it redirects to."""
        ...

    async def count_redirects(self) -> int:
        """Return the number of stories that merged into others; redirects are never deleted."""
        ...

    async def members(self, story_ids: Sequence[StoryId]) -> dict[StoryId, tuple[ArticleId, ...]]:
        """Return the live articles of each story, oldest publication first."""
        ...
