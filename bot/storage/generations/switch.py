"""One generation put in force, or taken back, inside a transaction: one number and one stretch of the log."""

from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.change_log import take_numbers
from bot.storage.database import chunks
from bot.storage.generations.staging import change_count
from bot.storage.schema.articles import article_rows, articles, changes, counters
from bot.storage.schema.generations import file_marks, generation_changes, switches


async def drop_conflicting(connection: AsyncConnection, generation: int, based_on: int) -> None:
    """Leave out what somebody else changed after the generation was compared with it."""
    newer = select(changes.c.article_id).where(changes.c.number > based_on)
    texts = select(articles.c.fingerprint).where(
        articles.c.id.in_(newer), articles.c.key.not_in(_leaving(generation))
    )
    same_text = select(article_rows.c.id).where(
        article_rows.c.generation == generation, article_rows.c.fingerprint.in_(texts)
    )
    for ids in ((await connection.scalars(newer)).all(), (await connection.scalars(same_text)).all()):
        for part in chunks(ids):
            staged = and_(article_rows.c.generation == generation, article_rows.c.id.in_(part))
            await connection.execute(delete(article_rows).where(staged))
            aside = and_(article_rows.c.until == generation, article_rows.c.id.in_(part))
            await connection.execute(update(article_rows).where(aside).values(until=None))
            lines = generation_changes.c
            await connection.execute(
                delete(generation_changes).where(lines.generation == generation, lines.article_id.in_(part))
            )


def _leaving(generation: int) -> Any:
    return select(article_rows.c.key).where(article_rows.c.until == generation)


async def activate(connection: AsyncConnection, generation: int, now: datetime, *, back: bool) -> int:
    """Put a generation in force, or back out of it; return the last of its numbers."""
    numbers = await take_numbers(connection, await change_count(connection, generation))
    await _unmark_files(connection, generation)
    row = {"number": numbers[-1], "base": numbers[0] - 1, "generation": generation, "back": back, "at": now}
    await connection.execute(insert(switches), [row])
    for name, value in (("generation", 0 if back else generation), ("switch", 0 if back else numbers[-1])):
        await connection.execute(update(counters).where(counters.c.name == name).values(value=value))
    return numbers[-1]


async def _unmark_files(connection: AsyncConnection, generation: int) -> None:
    """Forget that the files were read whole whose articles a generation changes."""
    theirs = or_(article_rows.c.generation == generation, article_rows.c.until == generation)
    sources = select(article_rows.c.source).where(theirs)
    await connection.execute(delete(file_marks).where(file_marks.c.source.in_(sources)))
