"""Which story an article belongs to, read from the database."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.article import ArticleId
from bot.storage.database import Database, chunks
from bot.storage.schema.articles import articles, story_redirects
from bot.stories.story import StoryId


class SqlStoryStore:
    """`bot.stories.ports.StoryStore` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def story_ids(self, article_ids: Sequence[ArticleId]) -> dict[ArticleId, StoryId]:
        """Return the story of each live article, redirects followed."""
        found: dict[ArticleId, StoryId] = {}
        async with self._database.read() as connection:
            for part in chunks(article_ids):
                query = select(articles.c.id, articles.c.story_id).where(
                    articles.c.id.in_(part), articles.c.story_id.is_not(None)
                )
                found |= {ArticleId(r.id): StoryId(r.story_id) for r in await connection.execute(query)}
        return {each: found[each] for each in article_ids if each in found}

    async def members(self, story_ids: Sequence[StoryId]) -> dict[StoryId, tuple[ArticleId, ...]]:
        """Return the live articles of each story, oldest published first; redirects followed."""
        async with self._database.read() as connection:
            into = await _redirects(connection, story_ids)
            held = await _members(connection, sorted({into.get(each, each) for each in story_ids}))
        asked = {each: tuple(held.get(into.get(each, each), ())) for each in story_ids}
        return {story: members for story, members in asked.items() if members}


async def _redirects(connection: AsyncConnection, story_ids: Sequence[StoryId]) -> dict[StoryId, StoryId]:
    found: dict[StoryId, StoryId] = {}
    for part in chunks(story_ids):
        rows = await connection.execute(select(story_redirects).where(story_redirects.c.story_id.in_(part)))
        found |= {StoryId(row.story_id): StoryId(row.into) for row in rows}
    return found


async def _members(
    connection: AsyncConnection, story_ids: Sequence[StoryId]
) -> dict[StoryId, list[ArticleId]]:
    found = defaultdict(list)
    for part in chunks(story_ids):
        query = (
            select(articles.c.id, articles.c.story_id)
            .where(articles.c.story_id.in_(part))
            .order_by(articles.c.published_at.asc().nulls_last(), articles.c.key)
        )
        for row in await connection.execute(query):
            found[StoryId(row.story_id)].append(ArticleId(row.id))
    return found
