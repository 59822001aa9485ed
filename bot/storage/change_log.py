"""Change numbers: one counter, advanced inside the transaction that makes the changes."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.schema.change_log import counters
from bot.storage.schema.generations import generations, switches

_CHANGE = counters.c.name == "change"


async def take_numbers(connection: AsyncConnection, count: int) -> range:
    """Reserve and return the next `count` change numbers; a rollback frees them."""
    await connection.execute(update(counters).where(_CHANGE).values(value=counters.c.value + count))
    last = await last_number(connection)
    return range(last - count + 1, last + 1)


async def last_number(connection: AsyncConnection) -> int:
    """Return the number of the newest change of any kind."""
    last: int = (await connection.execute(select(counters.c.value).where(_CHANGE))).scalar_one()
    return last


async def switched_at(connection: AsyncConnection, generation: int, *, back: bool = False) -> datetime:
    """Return when a generation was activated, or undone (`back`)."""
    query = select(switches.c.at).where(switches.c.generation == generation, switches.c.back.is_(back))
    at: datetime = (await connection.execute(query)).scalar_one()
    return at


async def program_of(connection: AsyncConnection, generation: int) -> str:
    """Return the version of the program that read a generation, "" if it was not stored."""
    query = select(generations.c.program).where(generations.c.id == generation)
    program: str = (await connection.execute(query)).scalar_one()
    return program


async def active_generation(connection: AsyncConnection) -> tuple[int, int]:
    """Return the active generation that can be undone, or 0, and the change number it counts from."""
    query = select(counters.c.name, counters.c.value).where(counters.c.name.in_(("generation", "switch")))
    values = {row.name: row.value for row in await connection.execute(query)}
    base = await connection.scalar(select(switches.c.base).where(switches.c.number == values["switch"]))
    return values["generation"], base or 0
