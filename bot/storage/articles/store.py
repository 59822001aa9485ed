"""Articles and the change log, read from the database."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, func, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import Change, ChangeKind
from bot.corpus.urls import url_key
from bot.storage.articles.rows import article_of
from bot.storage.database import Database, rows_among
from bot.storage.schema.articles import articles
from bot.storage.schema.change_log import changes
from bot.storage.schema.generations import generation_changes, switches


class SqlArticleStore:
    """Implements `bot.corpus.ports.ArticleStore`, and lookup by URL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, ids: Sequence[ArticleId]) -> list[Article]:
        """Return the live articles among `ids`, in the order of `ids`."""
        rows = await self._database.rows_among(select(articles), articles.c.id, ids)
        live = {ArticleId(row.id): article_of(row) for row in rows}
        return [live[article_id] for article_id in ids if article_id in live]

    async def changes(self, *, after: int, limit: int) -> list[Change]:
        """Return the next entries of the change log, in order."""
        async with self._database.read() as connection:
            switch = await _next_switch(connection, after)
            before = changes.c.number <= switch.base if switch else true()
            query = select(changes).where(changes.c.number > after, before).order_by(changes.c.number)
            rows = await connection.execute(query.limit(limit))
            lines = [Change(row.number, ChangeKind(row.kind), ArticleId(row.article_id)) for row in rows]
            if switch and len(lines) < limit:
                lines += await _switch_changes(connection, switch, after, limit - len(lines))
        return lines

    async def last_change(self) -> int:
        """Return the number of the last committed change to an article, 0 without any."""
        async with self._database.read() as connection:
            last = await connection.scalar(select(func.max(changes.c.number))) or 0
            return max(last, await connection.scalar(select(func.max(switches.c.number))) or 0)

    async def fingerprints(self, ids: Sequence[ArticleId]) -> dict[ArticleId, str]:
        """Return the fingerprint of each stored article among `ids`."""
        async with self._database.read() as connection:
            return await fingerprints_of(connection, ids)

    async def by_url(self, url: str) -> ArticleId | None:
        """Return the live article at a URL, ignoring scheme, `www.`, fragment and tracking parameters."""
        query = select(articles.c.id).where(articles.c.address == url_key(url)).order_by(articles.c.key)
        async with self._database.read() as connection:
            article_id = await connection.scalar(query.limit(1))
        return ArticleId(article_id) if article_id is not None else None


async def fingerprints_of(connection: AsyncConnection, ids: Sequence[ArticleId]) -> dict[ArticleId, str]:
    """Return the fingerprint of each stored article among `ids`, inside a transaction."""
    rows = await rows_among(connection, select(articles.c.id, articles.c.fingerprint), articles.c.id, ids)
    return {ArticleId(row.id): row.fingerprint for row in rows}


async def _next_switch(connection: AsyncConnection, after: int) -> Row[Any] | None:
    """Return the first generation switch after change `after`."""
    query = select(switches).where(switches.c.number > after).order_by(switches.c.number).limit(1)
    return (await connection.execute(query)).first()


_INVERSE = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}


async def _switch_changes(
    connection: AsyncConnection, switch: Row[Any], after: int, limit: int
) -> list[Change]:
    """Return the changes of a generation switch after change `after`, inverted if it was an undo."""
    position = generation_changes.c.position
    query = (
        select(generation_changes)
        .where(generation_changes.c.generation == switch.generation, position > after - switch.base)
        .order_by(position)
        .limit(limit)
    )
    entries = []
    for row in await connection.execute(query):
        kind = ChangeKind(row.kind)
        kind = _INVERSE.get(kind, kind) if switch.back else kind
        number = switch.base + row.position
        entries.append(Change(number, kind, ArticleId(row.article_id), together=switch.number))
    return entries
