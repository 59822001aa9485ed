"""The numbers of committed changes: one counter, taken inside the transaction that makes the change."""

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.schema.articles import counters
from bot.storage.schema.generations import switches

_CHANGE = counters.c.name == "change"


async def take_numbers(connection: AsyncConnection, count: int) -> range:
    """Return the next `count` change numbers; they are ours once the transaction commits."""
    await connection.execute(update(counters).where(_CHANGE).values(value=counters.c.value + count))
    last = await last_number(connection)
    return range(last - count + 1, last + 1)


async def last_number(connection: AsyncConnection) -> int:
    """Return the number of the last change of any kind."""
    last: int = (await connection.execute(select(counters.c.value).where(_CHANGE))).scalar_one()
    return last


async def active_generation(connection: AsyncConnection) -> tuple[int, int]:
    """Return the generation in force, 0 for none that could be taken back, and the number it counts from."""
    named = select(counters.c.name, counters.c.value).where(counters.c.name.in_(("generation", "switch")))
    held = {row.name: row.value for row in await connection.execute(named)}
    base = await connection.scalar(select(switches.c.base).where(switches.c.number == held["switch"]))
    return held["generation"], base or 0
