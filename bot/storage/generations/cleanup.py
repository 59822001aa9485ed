"""Cleans up generations in short transactions; safe to interrupt and repeat."""

from typing import Any

from sqlalchemy import delete, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ingest.reload.generation import GenerationState
from bot.storage.articles.revisions import ARCHIVED
from bot.storage.change_log import active_generation
from bot.storage.database import Database
from bot.storage.schema.articles import article_revisions, article_rows
from bot.storage.schema.change_log import counters
from bot.storage.schema.generations import generation_changes, generations

ROWS = 200
"""Rows of `article_rows` per transaction."""
CHANGES = 2_000
"""Rows of `generation_changes` per transaction."""
_DEAD = (GenerationState.FAILED.value, GenerationState.UNDONE.value, GenerationState.UNCHANGED.value)


async def finalize(database: Database) -> None:
    """Make the active generation permanent, and delete the rows it replaced."""
    async with database.write() as connection:
        generation, base = await active_generation(connection)
        # First rule out an undo: from here on the generation may be half finalized.
        await connection.execute(
            update(generations)
            .where(generations.c.state == GenerationState.LIVE.value)
            .values(state=GenerationState.SETTLED.value)
        )
    if generation:
        while await _delete_rows(database, article_rows.c.until == generation, archived=True):
            pass
        while await _adopt(database, generation, base):
            pass
        async with database.write() as connection:
            for name in ("generation", "switch"):
                await connection.execute(update(counters).where(counters.c.name == name).values(value=0))
            await _mark_clean(connection, generation)


async def clean_up(database: Database) -> None:
    """Delete the rows of generations that failed, changed nothing or were undone."""
    query = select(generations).where(generations.c.swept.is_(False), generations.c.state.in_(_DEAD))
    async with database.read() as connection:
        dead = (await connection.execute(query)).all()
    for generation in dead:
        undone = generation.state == GenerationState.UNDONE.value
        while await _delete_rows(database, article_rows.c.generation == generation.id, archived=undone):
            pass
        while await _keep_rows(database, generation.id):
            pass
        while not undone and await _delete_changes(database, generation.id):
            pass
        async with database.write() as connection:
            await _mark_clean(connection, generation.id)


async def _mark_clean(connection: AsyncConnection, generation: int) -> None:
    await connection.execute(update(generations).where(generations.c.id == generation).values(swept=True))


async def _delete_rows(database: Database, which: Any, *, archived: bool) -> int:
    """Delete up to `ROWS` rows that aren't live; return how many."""
    async with database.write() as connection:
        rows = select(article_rows.c.key, article_rows.c.id).where(which).limit(ROWS)
        keys = [row.key for row in await connection.execute(rows)]
        chosen = article_rows.c.key.in_(keys)
        if archived and keys:
            ended_at = literal(await _last_end(connection), article_revisions.c.ended_at.type)
            old = select(*(article_rows.c[name] for name in ARCHIVED), ended_at).where(chosen)
            await connection.execute(insert(article_revisions).from_select([*ARCHIVED, "ended_at"], old))
        await connection.execute(delete(article_rows).where(chosen))
    return len(keys)


async def _last_end(connection: AsyncConnection) -> Any:
    """Return when the newest generation ended, which is when its rows left the corpus."""
    ended = select(generations.c.ended_at).where(generations.c.ended_at.is_not(None))
    return await connection.scalar(ended.order_by(generations.c.id.desc()).limit(1))


async def _adopt(database: Database, generation: int, base: int) -> int:
    """Make up to `ROWS` rows of a generation permanent; return how many."""
    async with database.write() as connection:
        rows = select(article_rows.c.key).where(article_rows.c.generation == generation).limit(ROWS)
        keys = list(await connection.scalars(rows))
        adopted = {"generation": 0, "change": article_rows.c.change + base}
        await connection.execute(update(article_rows).where(article_rows.c.key.in_(keys)).values(adopted))
    return len(keys)


async def _delete_changes(database: Database, generation: int) -> int:
    """Delete up to `CHANGES` changes of a generation that never became active; return how many."""
    mine = generation_changes.c.generation == generation
    async with database.write() as connection:
        first = await connection.scalar(select(func.min(generation_changes.c.position)).where(mine))
        some = generation_changes.c.position < (first or 0) + CHANGES
        return (await connection.execute(delete(generation_changes).where(mine, some))).rowcount


async def _keep_rows(database: Database, generation: int) -> int:
    """Unmark up to `ROWS` rows that the generation would have replaced; return how many."""
    async with database.write() as connection:
        rows = select(article_rows.c.key).where(article_rows.c.until == generation).limit(ROWS)
        keys = list(await connection.scalars(rows))
        await connection.execute(update(article_rows).where(article_rows.c.key.in_(keys)).values(until=None))
    return len(keys)
