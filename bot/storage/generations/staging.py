"""Stages rows of a generation next to the live ones, inside a transaction."""

from collections.abc import Sequence

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

import bot
from bot.corpus.article import ArticleId
from bot.corpus.ports import ChangeKind
from bot.storage.articles.revisions import latest_revisions
from bot.storage.articles.rows import Json
from bot.storage.database import chunks, rows_among
from bot.storage.schema.articles import article_rows, articles
from bot.storage.schema.generations import generation_changes


async def stage(
    connection: AsyncConnection, generation: int, rows: Sequence[Json], removed: Sequence[ArticleId]
) -> None:
    """Stage rows and removals of a generation.

    Args:
        rows: Of `article_rows`, without change and revision numbers.
    """
    ids = [ArticleId(row["id"]) for row in rows]
    titles = await _live_titles(connection, [*ids, *removed])
    leaving = [article_id for article_id in removed if article_id in titles]
    staged = [
        *(
            _change(ChangeKind.CHANGED if row["id"] in titles else ChangeKind.ADDED, row["id"], row["title"])
            for row in rows
        ),
        *(_change(ChangeKind.REMOVED, article_id, titles[article_id]) for article_id in leaving),
    ]
    if not staged:
        return
    first = await change_count(connection, generation) + 1
    for position, change in enumerate(staged, first):
        change |= {"generation": generation, "position": position}
    await connection.execute(insert(generation_changes), staged)
    await _mark_replaced(connection, generation, [*ids, *leaving])
    await _insert_rows(connection, generation, rows, first)


async def change_count(connection: AsyncConnection, generation: int) -> int:
    """Return the number of changes of a generation, which is the position of the last one."""
    position = select(func.max(generation_changes.c.position))
    return await connection.scalar(position.where(generation_changes.c.generation == generation)) or 0


def _change(kind: ChangeKind, article_id: str, title: str) -> Json:
    return {"kind": kind.value, "article_id": article_id, "title": title}


async def _live_titles(connection: AsyncConnection, ids: Sequence[ArticleId]) -> dict[str, str]:
    """Return the titles of live articles."""
    rows = await rows_among(connection, select(articles.c.id, articles.c.title), articles.c.id, ids)
    return {row.id: row.title for row in rows}


async def _mark_replaced(connection: AsyncConnection, generation: int, ids: Sequence[ArticleId]) -> None:
    """Mark live rows that the generation replaces or removes once it is active."""
    for part in chunks(ids):
        live = select(articles.c.key).where(articles.c.id.in_(part))
        replaced = update(article_rows).where(article_rows.c.key.in_(live))
        await connection.execute(replaced.values(until=generation))


async def _insert_rows(
    connection: AsyncConnection, generation: int, rows: Sequence[Json], first: int
) -> None:
    latest = await latest_revisions(connection, [ArticleId(row["id"]) for row in rows])
    for position, row in enumerate(rows, first):
        row |= {
            "generation": generation,
            "program": bot.__version__,
            "change": position,
            "revision": latest.get(row["id"], 0) + 1,
        }
    if rows:
        await connection.execute(insert(article_rows), rows)
