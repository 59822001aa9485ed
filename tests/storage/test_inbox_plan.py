"""How the databases read the inbox when many updates wait: by an index, in the order of the claims."""

import re

import pytest
from sqlalchemy import text

from bot.storage.database import Database
from bot.storage.inbox import claimable

WAITING = 100_000
CHATS = {"one update each": WAITING, "many updates each": 500}
_FILL = """
    INSERT INTO updates (update_id, digest, chat_id, content, received_at, attempts, handled_at)
    SELECT n, '', n % {chats}, '', now(), 0, CASE WHEN n <= {waiting} THEN now() END
    FROM generate_series(1, 2 * {waiting}) AS n
"""
_SEES_ALL = re.compile(r"Seq Scan|Sort|Hash|Materialize|TEMP B-TREE|AUTOMATIC|SCAN (?!updates USING INDEX)")


async def plan_of(database: Database, *, chats: int) -> str:
    """Return how the database would claim updates.

    SQLite plans without statistics, as nothing collects them; PostgreSQL does from time to time.
    """
    engine = database._engine
    query = claimable(2_000).compile(engine, compile_kwargs={"literal_binds": True})
    explain = "EXPLAIN QUERY PLAN"
    async with database.write() as connection:
        if engine.dialect.name == "postgresql":
            await connection.execute(text(_FILL.format(chats=chats, waiting=WAITING)))
            await connection.execute(text("ANALYZE updates"))
            explain = "EXPLAIN"
        rows = (await connection.execute(text(f"{explain} {query}"))).all()
    return "\n".join(str(row[-1]) for row in rows)


@pytest.mark.parametrize("chats", CHATS.values(), ids=CHATS)
async def test_updates_are_claimed_by_an_index_however_many_wait(database: Database, chats: int) -> None:
    plan = await plan_of(database, chats=chats)
    assert "ix_updates_unclaimed" in plan
    assert "ix_updates_waiting" in plan
    assert not _SEES_ALL.search(plan), plan
