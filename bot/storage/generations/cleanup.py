"""What a generation leaves behind, removed in short transactions: safe to be cut off and to do again."""

from typing import Any

from sqlalchemy import delete, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ingest.reload.generation import GenerationState
from bot.storage.change_log import active_generation
from bot.storage.database import Database
from bot.storage.schema.articles import article_revisions, article_rows, counters
from bot.storage.schema.generations import generation_changes, generations

ROWS = 200
"""Rows moved in one transaction."""
LINES = 2_000
"""Lines of what a generation would have changed that are forgotten in one transaction."""
_DEAD = (GenerationState.FAILED.value, GenerationState.UNDONE.value, GenerationState.UNCHANGED.value)
_KEPT = ("id", "revision", "fingerprint", "title", "text", "published_at")


async def finalize(database: Database) -> None:
    """Make the generation in force part of the corpus for good; what it put aside goes."""
    async with database.write() as connection:
        generation, base = await active_generation(connection)
        # First of all it can no longer be taken back: from here on half of it may be settled.
        await connection.execute(
            update(generations)
            .where(generations.c.state == GenerationState.LIVE.value)
            .values(state=GenerationState.SETTLED.value)
        )
    if generation:
        while await _remove(database, article_rows.c.until == generation, archived=True):
            pass
        while await _adopt(database, generation, base):
            pass
        async with database.write() as connection:
            for name in ("generation", "switch"):
                await connection.execute(update(counters).where(counters.c.name == name).values(value=0))
            await _swept(connection, generation)


async def clean_up(database: Database) -> None:
    """Remove the rows of generations that will never be in force (again)."""
    query = select(generations).where(generations.c.swept.is_(False), generations.c.state.in_(_DEAD))
    async with database.read() as connection:
        dead = (await connection.execute(query)).all()
    for each in dead:
        undone = each.state == GenerationState.UNDONE.value
        while await _remove(database, article_rows.c.generation == each.id, archived=undone):
            pass
        while await _bring_back(database, each.id):
            pass
        while not undone and await _forget_lines(database, each.id):
            pass
        async with database.write() as connection:
            await _swept(connection, each.id)


async def _swept(connection: AsyncConnection, generation: int) -> None:
    await connection.execute(update(generations).where(generations.c.id == generation).values(swept=True))


async def _remove(database: Database, which: Any, *, archived: bool) -> int:
    """Remove some rows that are not live; return how many."""
    async with database.write() as connection:
        rows = select(article_rows.c.key, article_rows.c.id).where(which).limit(ROWS)
        keys = [row.key for row in await connection.execute(rows)]
        chosen = article_rows.c.key.in_(keys)
        if archived and keys:
            moment = literal(await _now(connection), article_revisions.c.ended_at.type)
            old = select(*(article_rows.c[name] for name in _KEPT), moment).where(chosen)
            await connection.execute(insert(article_revisions).from_select([*_KEPT, "ended_at"], old))
        await connection.execute(delete(article_rows).where(chosen))
    return len(keys)


async def _now(connection: AsyncConnection) -> Any:
    """When the last generation ended: the moment its rows left the corpus."""
    ended = select(generations.c.ended_at).where(generations.c.ended_at.is_not(None))
    return await connection.scalar(ended.order_by(generations.c.id.desc()).limit(1))


async def _adopt(database: Database, generation: int, base: int) -> int:
    """Make some rows of a generation rows of the corpus; return how many."""
    async with database.write() as connection:
        rows = select(article_rows.c.key).where(article_rows.c.generation == generation).limit(ROWS)
        keys = list(await connection.scalars(rows))
        adopted = {"generation": 0, "change": article_rows.c.change + base}
        await connection.execute(update(article_rows).where(article_rows.c.key.in_(keys)).values(adopted))
    return len(keys)


async def _forget_lines(database: Database, generation: int) -> int:
    """Forget some of what a generation would have changed; return how many."""
    mine = generation_changes.c.generation == generation
    async with database.write() as connection:
        first = await connection.scalar(select(func.min(generation_changes.c.position)).where(mine))
        some = generation_changes.c.position < (first or 0) + LINES
        return (await connection.execute(delete(generation_changes).where(mine, some))).rowcount


async def _bring_back(database: Database, generation: int) -> int:
    """Let some rows stay that were to leave; return how many."""
    async with database.write() as connection:
        rows = select(article_rows.c.key).where(article_rows.c.until == generation).limit(ROWS)
        keys = list(await connection.scalars(rows))
        await connection.execute(update(article_rows).where(article_rows.c.key.in_(keys)).values(until=None))
    return len(keys)
