"""Finds articles past their retention."""

from datetime import datetime

from sqlalchemy import select

from bot.corpus.article import ArticleId
from bot.storage.database import Database
from bot.storage.schema.articles import article_revisions, articles


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
        """Return up to `limit` articles published before a moment, oldest first, then withdrawn ones."""
        at, old_at = articles.c.published_at, article_revisions.c.published_at
        live = select(articles.c.id).where(at < moment).order_by(at).limit(limit)
        is_live = select(articles.c.id).where(articles.c.id == article_revisions.c.id).exists()
        withdrawn = select(article_revisions.c.id).where(old_at < moment, ~is_live).order_by(old_at)
        async with self._database.read() as connection:
            ids = list(await connection.scalars(live))
            ids += await connection.scalars(withdrawn.limit(limit - len(ids)))
        return [ArticleId(article_id) for article_id in dict.fromkeys(ids)]
