"""Revisions of articles written and put away, inside a transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, delete, func, insert, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.article import ArticleId
from bot.storage.articles.rows import Json
from bot.storage.change_log import active_generation
from bot.storage.database import chunks
from bot.storage.schema.articles import article_revisions, article_rows, articles


async def archive(connection: AsyncConnection, ids: Sequence[ArticleId], at: datetime) -> None:
    """Keep the texts of live articles that are about to go."""
    kept = ("id", "revision", "fingerprint", "title", "text", "published_at")
    moment = literal(at, article_revisions.c.ended_at.type)
    for part in chunks(ids):
        old: Select[Any] = select(*(articles.c[name] for name in kept), moment).where(articles.c.id.in_(part))
        await connection.execute(insert(article_revisions).from_select([*kept, "ended_at"], old))


async def forget(connection: AsyncConnection, ids: Sequence[ArticleId]) -> None:
    """Keep no older text of these articles."""
    for part in chunks(ids):
        await connection.execute(delete(article_revisions).where(article_revisions.c.id.in_(part)))


async def put_in_place(
    connection: AsyncConnection, rows: Sequence[Json], leaving: Sequence[ArticleId]
) -> None:
    """Put rows in the place of the live ones that leave."""
    generation, base = await active_generation(connection)
    for part in chunks(leaving):
        live = and_(
            article_rows.c.generation.in_((0, generation)),
            or_(article_rows.c.until.is_(None), article_rows.c.until != generation),
        )
        await connection.execute(delete(article_rows).where(article_rows.c.id.in_(part), live))
    ids = [ArticleId(row["id"]) for row in rows]
    latest = await latest_revisions(connection, ids)
    aside = await _put_aside(connection, ids) if generation else set()
    for row in rows:
        row["revision"] = latest.get(row["id"], 0) + 1
        if row["id"] in aside:
            row |= {"generation": generation, "change": row["change"] - base}
        else:
            row["generation"] = 0
    if rows:
        await connection.execute(insert(article_rows), rows)


async def _put_aside(connection: AsyncConnection, ids: Sequence[ArticleId]) -> set[str]:
    """Those of whom the generation in force keeps an older row, for when it is taken back."""
    found: set[str] = set()
    for part in chunks(ids):
        old = (article_rows.c.id.in_(part), article_rows.c.generation == 0)
        found |= set(await connection.scalars(select(article_rows.c.id).where(*old)))
    return found


async def latest_revisions(connection: AsyncConnection, ids: Sequence[ArticleId]) -> dict[str, int]:
    """Return the last revision of each id: live, kept, staged or put aside."""
    found: dict[str, int] = {}
    for table in (article_revisions, article_rows):
        for part in chunks(ids):
            query = select(table.c.id, func.max(table.c.revision)).where(table.c.id.in_(part))
            for name, revision in await connection.execute(query.group_by(table.c.id)):
                found[name] = max(revision, found.get(name, 0))
    return found
