"""Writes, archives and deletes revisions of articles, inside a transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, func, insert, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

import bot
from bot.corpus.article import ArticleId
from bot.storage.articles.rows import Json
from bot.storage.change_log import active_generation
from bot.storage.database import change_among, chunks, rows_among
from bot.storage.schema.articles import article_revisions, article_rows, articles

_ARCHIVED = (
    *("id", "revision", "fingerprint", "title", "text", "published_at"),
    *("language", "publisher", "url", "address", "story_id", "sample"),
)
"""Columns of an article that `article_revisions` keeps."""


async def archive(connection: AsyncConnection, ids: Sequence[ArticleId], at: datetime) -> None:
    """Archive the texts of live articles that are about to be replaced or removed."""
    for part in chunks(ids):
        live = select(articles.c.key).where(articles.c.id.in_(part))
        await archive_rows(connection, article_rows.c.key.in_(live), at, program=bot.__version__)


async def archive_rows(
    connection: AsyncConnection,
    which: ColumnElement[bool],
    at: datetime,
    *,
    program: str,
    undone: bool = False,
) -> None:
    """Archive rows of `article_rows`.

    Args:
        at: When their texts ended, aware UTC.
        program: Version of the program that ended them.
        undone: Whether they ended because a reload was undone.
    """
    values = {
        "generation": func.nullif(article_rows.c.generation, 0),
        "ended_at": literal(at, article_revisions.c.ended_at.type),
        "undone": literal(undone, article_revisions.c.undone.type),
        "reread": article_rows.c.program != program,
    }
    columns = [article_rows.c[name] for name in _ARCHIVED]
    old: Select[Any] = select(*columns, *values.values()).where(which)
    await connection.execute(insert(article_revisions).from_select([*_ARCHIVED, *values], old))


async def mark_undone(connection: AsyncConnection, generation: int) -> None:
    """Mark the archived texts that a generation brought, because it is undone."""
    brought = article_revisions.c.generation == generation
    await connection.execute(update(article_revisions).where(brought).values(undone=True))


async def delete_archived(connection: AsyncConnection, ids: Sequence[ArticleId]) -> None:
    """Delete the archived texts of articles."""
    await change_among(connection, delete(article_revisions), article_revisions.c.id, ids)


async def replace_rows(
    connection: AsyncConnection, rows: Sequence[Json], leaving: Sequence[ArticleId]
) -> None:
    """Delete the live rows of articles that leave, and insert new rows with their revision numbers."""
    generation, base = await active_generation(connection)
    live = and_(
        article_rows.c.generation.in_((0, generation)),
        or_(article_rows.c.until.is_(None), article_rows.c.until != generation),
    )
    await change_among(connection, delete(article_rows).where(live), article_rows.c.id, leaving)
    ids = [ArticleId(row["id"]) for row in rows]
    latest = await latest_revisions(connection, ids)
    undoable = await _undoable(connection, ids, generation) if generation else set()
    for row in rows:
        row |= {"revision": latest.get(row["id"], 0) + 1, "program": bot.__version__}
        if row["id"] in undoable:
            row |= {"generation": generation, "change": row["change"] - base}
        else:
            row["generation"] = 0
    if rows:
        await connection.execute(insert(article_rows), rows)


async def _undoable(connection: AsyncConnection, ids: Sequence[ArticleId], generation: int) -> set[str]:
    """Return the ids that an undo of the active generation restores or removes; none has a live row now."""
    old = select(article_rows.c.id).where(article_rows.c.generation == 0)
    brought = select(article_revisions.c.id).where(article_revisions.c.generation == generation)
    rows = await rows_among(connection, old, article_rows.c.id, ids)
    rows += await rows_among(connection, brought, article_revisions.c.id, ids)
    return {row.id for row in rows}


async def latest_revisions(connection: AsyncConnection, ids: Sequence[ArticleId]) -> dict[str, int]:
    """Return the highest revision number of each id: live, archived, staged or replaced."""
    latest: dict[str, int] = {}
    for table in (article_revisions, article_rows):
        query = select(table.c.id, func.max(table.c.revision)).group_by(table.c.id)
        for article_id, revision in await rows_among(connection, query, table.c.id, ids):
            latest[article_id] = max(revision, latest.get(article_id, 0))
    return latest
