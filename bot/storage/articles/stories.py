"""Stories and their articles, read from the database."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.article import ArticleId
from bot.storage.database import Database, chunks
from bot.storage.schema.articles import articles, story_redirects
from bot.stories.story import StoryId


class SqlStoryStore:
    """Implements `bot.stories.ports.StoryStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def story_ids(self, article_ids: Sequence[ArticleId]) -> dict[ArticleId, StoryId]:
        """Return the story of each live article, redirects followed."""
        stories: dict[ArticleId, StoryId] = {}
        async with self._database.read() as connection:
            for part in chunks(article_ids):
                query = select(articles.c.id, articles.c.story_id).where(
                    articles.c.id.in_(part), articles.c.story_id.is_not(None)
                )
                stories |= {ArticleId(r.id): StoryId(r.story_id) for r in await connection.execute(query)}
        return {article_id: stories[article_id] for article_id in article_ids if article_id in stories}

    async def merged_into(self, story_ids: Sequence[StoryId]) -> dict[StoryId, StoryId]:
        """Return the stories that merged into these, each with the one it redirects to."""
        merged: dict[StoryId, StoryId] = {}
        async with self._database.read() as connection:
            for part in chunks(story_ids):
                query = select(story_redirects).where(story_redirects.c.into.in_(part))
                merged |= {StoryId(r.story_id): StoryId(r.into) for r in await connection.execute(query)}
        return merged

    async def members(self, story_ids: Sequence[StoryId]) -> dict[StoryId, tuple[ArticleId, ...]]:
        """Return the live articles of each story, oldest published first; redirects followed."""
        async with self._database.read() as connection:
            redirects = await redirects_of(connection, story_ids)
            targets = {story_id: redirects.get(story_id, story_id) for story_id in story_ids}
            members = await _members(connection, sorted(set(targets.values())))
        return {story_id: tuple(members[target]) for story_id, target in targets.items() if target in members}


async def redirects_of(connection: AsyncConnection, story_ids: Sequence[StoryId]) -> dict[StoryId, StoryId]:
    """Return the story that each merged one redirects to."""
    redirects: dict[StoryId, StoryId] = {}
    for part in chunks(story_ids):
        rows = await connection.execute(select(story_redirects).where(story_redirects.c.story_id.in_(part)))
        redirects |= {StoryId(row.story_id): StoryId(row.into) for row in rows}
    return redirects


async def _members(
    connection: AsyncConnection, story_ids: Sequence[StoryId]
) -> dict[StoryId, list[ArticleId]]:
    members = defaultdict(list)
    for part in chunks(story_ids):
        query = (
            select(articles.c.id, articles.c.story_id)
            .where(articles.c.story_id.in_(part))
            .order_by(articles.c.published_at.asc().nulls_last(), articles.c.key)
        )
        for row in await connection.execute(query):
            members[StoryId(row.story_id)].append(ArticleId(row.id))
    return members
