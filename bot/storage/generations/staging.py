"""Rows of a generation put beside the running corpus, inside a transaction."""

from collections.abc import Sequence

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.article import ArticleId
from bot.corpus.ports import ChangeKind
from bot.storage.articles.revisions import latest_revisions
from bot.storage.articles.rows import Json
from bot.storage.database import chunks
from bot.storage.schema.articles import article_rows, articles
from bot.storage.schema.generations import generation_changes


async def stage(
    connection: AsyncConnection, generation: int, rows: Sequence[Json], removed: Sequence[ArticleId]
) -> None:
    """Put rows beside the live ones, and note what is to leave with them.

    Args:
        rows: Of `article_rows`, without their numbers.
    """
    ids = [ArticleId(row["id"]) for row in rows]
    there = await _titles(connection, [*ids, *removed])
    leaving = [each for each in removed if each in there]
    lines = [
        *(
            _line(ChangeKind.CHANGED if r["id"] in there else ChangeKind.ADDED, r["id"], r["title"])
            for r in rows
        ),
        *(_line(ChangeKind.REMOVED, each, there[each]) for each in leaving),
    ]
    if not lines:
        return
    first = await change_count(connection, generation) + 1
    for position, line in enumerate(lines, first):
        line |= {"generation": generation, "position": position}
    await connection.execute(insert(generation_changes), lines)
    await _put_aside(connection, generation, [*ids, *leaving])
    await _beside(connection, generation, rows, first)


async def change_count(connection: AsyncConnection, generation: int) -> int:
    """Return how many changes a generation makes; the last one's position."""
    position = select(func.max(generation_changes.c.position))
    return await connection.scalar(position.where(generation_changes.c.generation == generation)) or 0


def _line(kind: ChangeKind, article_id: str, title: str) -> Json:
    return {"kind": kind.value, "article_id": article_id, "title": title}


async def _titles(connection: AsyncConnection, ids: Sequence[ArticleId]) -> dict[str, str]:
    """The titles of those that are live."""
    found: dict[str, str] = {}
    for part in chunks(ids):
        query = select(articles.c.id, articles.c.title).where(articles.c.id.in_(part))
        found |= {row.id: row.title for row in await connection.execute(query)}
    return found


async def _put_aside(connection: AsyncConnection, generation: int, ids: Sequence[ArticleId]) -> None:
    """Mark live rows to leave when the generation comes into force."""
    for part in chunks(ids):
        live = select(articles.c.key).where(articles.c.id.in_(part))
        leaving = update(article_rows).where(article_rows.c.key.in_(live))
        await connection.execute(leaving.values(until=generation))


async def _beside(connection: AsyncConnection, generation: int, rows: Sequence[Json], first: int) -> None:
    """Put rows beside the live ones."""
    revision = await latest_revisions(connection, [ArticleId(row["id"]) for row in rows])
    for position, each in enumerate(rows, first):
        each |= {
            "generation": generation,
            "change": position,
            "revision": revision.get(each["id"], 0) + 1,
        }
    if rows:
        await connection.execute(insert(article_rows), rows)
