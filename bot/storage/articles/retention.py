"""Finds articles past their retention."""

from datetime import datetime

from sqlalchemy import select

from bot.corpus.article import ArticleId
from bot.storage.database import Database
from bot.storage.schema.articles import articles


class SqlRetentionStore:
    """Implements `bot.ingest.retention.RetentionStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def nth_newest(self, number: int) -> datetime | None:
        """Return when the `number`th newest article was published, from 1; None if there are fewer."""
        at = articles.c.published_at
        query = select(at).where(at.is_not(None)).order_by(at.desc()).offset(number - 1).limit(1)
        async with self._database.read() as connection:
            published_at: datetime | None = await connection.scalar(query)
        return published_at

    async def before(self, moment: datetime, limit: int) -> list[ArticleId]:
        """Return up to `limit` articles published before a moment, oldest first."""
        at = articles.c.published_at
        query = select(articles.c.id).where(at < moment).order_by(at).limit(limit)
        async with self._database.read() as connection:
            return [ArticleId(article_id) for article_id in await connection.scalars(query)]
