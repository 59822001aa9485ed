"""Cleans up generations in short transactions; safe to interrupt and repeat."""

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ingest.reload.generation import GenerationState
from bot.storage.articles.revisions import archive_rows
from bot.storage.change_log import active_generation, program_of, switched_at
from bot.storage.database import Database
from bot.storage.schema.articles import article_rows
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
        replaced = article_rows.c.until == generation
        while await _archive_rows(database, replaced, generation, undone=False):
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
        brought = article_rows.c.generation == generation.id
        while undone and await _archive_rows(database, brought, generation.id, undone=True):
            pass
        while not undone and await _delete_rows(database, brought):
            pass
        while await _keep_rows(database, generation.id):
            pass
        while not undone and await _delete_changes(database, generation.id):
            pass
        async with database.write() as connection:
            await _mark_clean(connection, generation.id)


async def _mark_clean(connection: AsyncConnection, generation: int) -> None:
    await connection.execute(update(generations).where(generations.c.id == generation).values(swept=True))


async def _delete_rows(database: Database, which: ColumnElement[bool]) -> int:
    """Delete up to `ROWS` rows that were never live; return how many."""
    async with database.write() as connection:
        keys = await _keys(connection, which)
        await connection.execute(delete(article_rows).where(article_rows.c.key.in_(keys)))
    return len(keys)


async def _archive_rows(
    database: Database, which: ColumnElement[bool], generation: int, *, undone: bool
) -> int:
    """Archive and delete up to `ROWS` rows that a generation's switch or undo ended; return how many."""
    async with database.write() as connection:
        keys = await _keys(connection, which)
        chosen = article_rows.c.key.in_(keys)
        if keys:
            ended_at = await switched_at(connection, generation, back=undone)
            program = await program_of(connection, generation)
            await archive_rows(connection, chosen, ended_at, program=program, undone=undone)
            await connection.execute(delete(article_rows).where(chosen))
    return len(keys)


async def _keys(connection: AsyncConnection, which: ColumnElement[bool]) -> list[int]:
    return list(await connection.scalars(select(article_rows.c.key).where(which).limit(ROWS)))


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
