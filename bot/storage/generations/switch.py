"""Activates or undoes a generation inside a transaction, with consecutive change numbers."""

from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.ports import ChangeKind
from bot.storage.change_log import take_numbers
from bot.storage.database import chunks
from bot.storage.generations.staging import change_count
from bot.storage.schema.articles import article_rows, articles
from bot.storage.schema.change_log import changes, counters
from bot.storage.schema.generations import file_marks, generation_changes, switches


async def drop_conflicting(connection: AsyncConnection, generation: int, based_on: int) -> None:
    """Drop staged articles that another process changed, or whose text it stored, after `based_on`."""
    moved = changes.c.kind == ChangeKind.MOVED.value
    newer = select(changes.c.article_id).where(changes.c.number > based_on, ~moved)
    new_texts = select(articles.c.fingerprint).where(
        articles.c.id.in_(newer), articles.c.key.not_in(_replaced(generation))
    )
    same_text = select(article_rows.c.id).where(
        article_rows.c.generation == generation, article_rows.c.fingerprint.in_(new_texts)
    )
    for ids in ((await connection.scalars(newer)).all(), (await connection.scalars(same_text)).all()):
        for part in chunks(ids):
            staged = and_(article_rows.c.generation == generation, article_rows.c.id.in_(part))
            await connection.execute(delete(article_rows).where(staged))
            replaced = and_(article_rows.c.until == generation, article_rows.c.id.in_(part))
            await connection.execute(update(article_rows).where(replaced).values(until=None))
            columns = generation_changes.c
            dropped = and_(columns.generation == generation, columns.article_id.in_(part))
            await connection.execute(delete(generation_changes).where(dropped))


def _replaced(generation: int) -> Any:
    return select(article_rows.c.key).where(article_rows.c.until == generation)


async def activate(connection: AsyncConnection, generation: int, now: datetime, *, undo: bool) -> int:
    """Activate or undo a generation; return the last of its change numbers."""
    numbers = await take_numbers(connection, await change_count(connection, generation))
    await _forget_files(connection, generation)
    row = {"number": numbers[-1], "base": numbers[0] - 1, "generation": generation, "back": undo, "at": now}
    await connection.execute(insert(switches), [row])
    for name, value in (("generation", 0 if undo else generation), ("switch", 0 if undo else numbers[-1])):
        await connection.execute(update(counters).where(counters.c.name == name).values(value=value))
    return numbers[-1]


async def _forget_files(connection: AsyncConnection, generation: int) -> None:
    """Forget the files of articles that a generation changes, so that the next reload reads them."""
    theirs = or_(article_rows.c.generation == generation, article_rows.c.until == generation)
    sources = select(article_rows.c.source).where(theirs)
    await connection.execute(delete(file_marks).where(file_marks.c.source.in_(sources)))
