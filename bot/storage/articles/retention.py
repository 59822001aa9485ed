"""Old articles, found in the database."""

from datetime import datetime

from sqlalchemy import select

from bot.corpus.article import ArticleId
from bot.storage.database import Database
from bot.storage.schema.articles import articles


class SqlRetentionStore:
    """`bot.ingest.retention.Shelves` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def nth_newest(self, number: int) -> datetime | None:
        """Return when the article at a place was published, newest first, from 1; None past the last."""
        at = articles.c.published_at
        query = select(at).where(at.is_not(None)).order_by(at.desc()).offset(number - 1).limit(1)
        async with self._database.read() as connection:
            found: datetime | None = await connection.scalar(query)
        return found

    async def before(self, moment: datetime, limit: int) -> list[ArticleId]:
        """Return some articles published before a moment, oldest first."""
        at = articles.c.published_at
        query = select(articles.c.id).where(at < moment).order_by(at).limit(limit)
        async with self._database.read() as connection:
            return [ArticleId(each) for each in await connection.scalars(query)]
