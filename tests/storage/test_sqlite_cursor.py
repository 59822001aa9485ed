"""The connection that runs a statement in one visit to its thread."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import aiosqlite
import pytest
from sqlalchemy import delete, func, insert, literal, select, text

from bot.errors import StoreError
from bot.storage import sqlite_cursor
from bot.storage.database import Database
from bot.storage.schema.chats import answers

pytestmark = pytest.mark.parametrize("kind", ["sqlite"])


@pytest.fixture
def visits(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The functions that connections' threads were asked to run."""
    asked: list[str] = []
    original: Any = aiosqlite.Connection._execute

    async def note(self: Any, function: Any, *arguments: Any, **options: Any) -> Any:
        asked.append(function.__name__)
        return await original(self, function, *arguments, **options)

    monkeypatch.setattr(aiosqlite.Connection, "_execute", note)
    return asked


def _rows(count: int) -> list[dict[str, Any]]:
    at = datetime(2026, 11, 1, 12, tzinfo=UTC)
    return [{"chat_id": 1, "question_id": n, "answer_id": n + 1, "saved_at": at} for n in range(count)]


async def test_statement_takes_one_visit(database: Database, visits: list[str]) -> None:
    async with database.write() as connection:
        await connection.execute(insert(answers), _rows(3))
        visits.clear()
        await connection.execute(insert(answers).values({**_rows(4)[3]}))
        found = (await connection.execute(select(answers.c.question_id))).scalars().all()
    assert found == [0, 1, 2, 3]
    assert visits == ["_execute", "_execute", "commit"]


async def test_transaction_begins_in_the_visit_of_its_first_statement(
    database: Database, visits: list[str]
) -> None:
    async with database.read():  # opens a connection
        visits.clear()
    async with database.read() as connection:
        await connection.execute(text("SELECT 1"))
    assert visits == ["_execute", "rollback"]


async def test_single_query_and_empty_transactions_end_without_a_visit(
    database: Database, visits: list[str]
) -> None:
    async with database.read():  # opens a connection
        visits.clear()
    assert [tuple(row) for row in await database.rows(select(literal(1)))] == [(1,)]
    async with database.read():
        pass
    assert visits == ["_execute"]


async def test_read_sees_one_snapshot_from_its_first_statement_on(database: Database) -> None:
    count = select(func.count()).select_from(answers)
    async with database.read() as reading:
        assert await reading.scalar(count) == 0
        async with database.write() as writing:
            await writing.execute(insert(answers), _rows(3))
        assert await reading.scalar(count) == 0
        streamed = await reading.stream(count.execution_options(yield_per=1))
        assert [number async for (number,) in streamed] == [0]
    assert (await database.rows(count))[0][0] == 3


async def test_stream_is_in_the_transaction(database: Database) -> None:
    count = select(func.count()).select_from(answers)
    async with database.read() as reading:
        streamed = await reading.stream(count.execution_options(yield_per=1))
        assert [number async for (number,) in streamed] == [0]
        async with database.write() as writing:
            await writing.execute(insert(answers), _rows(3))
        assert await reading.scalar(count) == 0


async def test_lock_held_by_another_process_is_a_store_error(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(text("PRAGMA busy_timeout = 1"))
    with closing(sqlite3.connect(database._engine.url.database or "")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked"):
            async with database.write():
                pass


async def test_writer_cancelled_while_it_waits_for_another_process_leaves_no_lock(database: Database) -> None:
    async def write() -> None:
        async with database.write():
            pass

    with closing(sqlite3.connect(database._engine.url.database or "")) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(write())
        await asyncio.sleep(0.05)
        waiting.cancel()
        other.rollback()
        await asyncio.gather(waiting, return_exceptions=True)
    await write()
    with closing(sqlite3.connect(database._engine.url.database or "", timeout=5)) as other:
        other.execute("BEGIN IMMEDIATE")


async def test_write_takes_its_lock_before_the_first_statement(database: Database) -> None:
    async with database.write():
        other = sqlite3.connect(database._engine.url.database or "", timeout=0)
        with closing(other), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")


async def test_driver_without_its_private_names_has_its_own_cursors(
    database: Database, visits: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_cursor, "_PRIVATE_NAMES", ("_renamed",))
    async with database.write() as connection:
        await connection.execute(insert(answers), _rows(3))
        found = (await connection.execute(select(answers.c.question_id))).scalars().all()
    assert found == [0, 1, 2]
    assert "executemany" in visits


async def test_cursor_has_what_the_dbapi_requires(database: Database) -> None:
    async with database.read() as connection:
        result = await connection.execute(text("SELECT 1"))
        cursor: Any = result.context.cursor
        cursor.setinputsizes([None])
        cursor.setoutputsize(1, 0)
        assert result.scalar_one() == 1


async def test_result_is_read_in_parts(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(insert(answers), _rows(5))
        result = await connection.execute(select(answers.c.question_id).order_by(answers.c.question_id))
        assert result.fetchone() == (0,)
        assert result.fetchmany(2) == [(1,), (2,)]
        assert result.fetchmany() == [(3,)]
        assert list(result) == [(4,)]
        assert (await connection.execute(delete(answers))).rowcount == 5


async def test_wrong_statement_is_a_store_error(database: Database) -> None:
    with pytest.raises(StoreError, match="no such table"):
        async with database.read() as connection:
            await connection.execute(text("SELECT * FROM missing"))


async def test_stream_reads_a_page_at_a_time(database: Database, visits: list[str]) -> None:
    async with database.write() as connection:
        await connection.execute(insert(answers), _rows(6))
    async with database.read() as connection:
        result = await connection.stream(select(answers.c.question_id).execution_options(yield_per=2))
        assert [row.question_id async for row in result] == list(range(6))
    assert "fetchmany" in visits
