"""Stories and their articles, read from the database."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.article import ArticleId
from bot.storage.database import Database, rows_among
from bot.storage.schema.articles import articles, story_redirects
from bot.stories.story import StoryId


class SqlStoryStore:
    """Implements `bot.stories.ports.StoryStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def story_ids(self, article_ids: Sequence[ArticleId]) -> dict[ArticleId, StoryId]:
        """Return the story of each live article, redirects followed."""
        query = select(articles.c.id, articles.c.story_id).where(articles.c.story_id.is_not(None))
        rows = await self._database.rows_among(query, articles.c.id, article_ids)
        stories = {ArticleId(row.id): StoryId(row.story_id) for row in rows}
        return {article_id: stories[article_id] for article_id in article_ids if article_id in stories}

    async def redirects(self) -> dict[StoryId, StoryId]:
        """Return the stories that merged into others, each with the one it redirects to."""
        async with self._database.read() as connection:
            rows = await connection.execute(select(story_redirects))
            return {StoryId(row.story_id): StoryId(row.into) for row in rows}

    async def redirected(self, story_ids: Sequence[StoryId]) -> dict[StoryId, StoryId]:
        """Return those of the stories that merged into others, each with the one it redirects to."""
        async with self._database.read() as connection:
            return await redirects_of(connection, story_ids)

    async def count_redirects(self) -> int:
        """Return the number of stories that merged into others; redirects are never deleted."""
        async with self._database.read() as connection:
            return await connection.scalar(select(func.count()).select_from(story_redirects)) or 0

    async def members(self, story_ids: Sequence[StoryId]) -> dict[StoryId, tuple[ArticleId, ...]]:
        """Return the live articles of each story, oldest published first; redirects followed."""
        async with self._database.read() as connection:
            redirects = await redirects_of(connection, story_ids)
            targets = {story_id: redirects.get(story_id, story_id) for story_id in story_ids}
            members = await _members(connection, sorted(set(targets.values())))
        return {story_id: tuple(members[target]) for story_id, target in targets.items() if target in members}


async def redirects_of(connection: AsyncConnection, story_ids: Sequence[StoryId]) -> dict[StoryId, StoryId]:
    """Return the story that each merged one redirects to."""
    rows = await rows_among(connection, select(story_redirects), story_redirects.c.story_id, story_ids)
    return {StoryId(row.story_id): StoryId(row.into) for row in rows}


async def _members(
    connection: AsyncConnection, story_ids: Sequence[StoryId]
) -> dict[StoryId, list[ArticleId]]:
    members = defaultdict(list)
    oldest_first = (articles.c.published_at.asc().nulls_last(), articles.c.key)
    query = select(articles.c.id, articles.c.story_id).order_by(*oldest_first)
    for row in await rows_among(connection, query, articles.c.story_id, story_ids):
        members[StoryId(row.story_id)].append(ArticleId(row.id))
    return members
