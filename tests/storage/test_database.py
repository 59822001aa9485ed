"""Opening, reading and writing a real database."""

import asyncio
import gc
import random
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, text

from bot.errors import StoreError
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.schema.chats import answers
from tests.databases import migrated_database

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


def row(question_id: int, saved_at: datetime = AT) -> dict[str, object]:
    return {"chat_id": 1, "question_id": question_id, "answer_id": 2, "saved_at": saved_at}


async def saved(database: Database) -> list[int]:
    async with database.read() as connection:
        return list(await connection.scalars(select(answers.c.question_id).order_by(answers.c.question_id)))


async def test_times_are_returned_in_utc(database: Database) -> None:
    tokyo = timezone(timedelta(hours=9))
    async with database.write() as connection:
        await connection.execute(insert(answers), [row(1, AT.astimezone(tokyo))])
    async with database.read() as connection:
        moment = await connection.scalar(select(answers.c.saved_at))
    assert (moment, moment.tzinfo) == (AT, UTC)


async def test_naive_time_is_refused(database: Database) -> None:
    with pytest.raises(StoreError, match="without a time zone"):
        async with database.write() as connection:
            await connection.execute(insert(answers), [row(1, datetime(2026, 11, 1))])


async def test_error_rolls_back(database: Database) -> None:
    async def write() -> None:
        async with database.write() as connection:
            await connection.execute(insert(answers), [row(1)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await write()
    assert await saved(database) == []


async def test_writers_cancelled_at_random_moments_leave_no_lock(database: Database) -> None:
    async def write() -> None:
        async with database.write() as connection:
            await connection.execute(insert(answers), [row(1)])
            await connection.execute(select(answers.c.question_id))
            raise RuntimeError

    draw = random.Random(3)
    gc.disable()  # because collecting a closed connection releases its lock
    try:
        for _ in range(250):
            writers = [asyncio.create_task(write()) for _ in range(2)]
            for writer in writers * 2:
                await asyncio.sleep(draw.random() * 0.002)
                writer.cancel()
            await asyncio.gather(*writers, return_exceptions=True)
            async with database.write() as connection:
                await connection.execute(delete(answers))
    finally:
        gc.enable()
    assert await saved(database) == []


async def test_cancelled_writer_rolls_back_and_unblocks_next_writer(database: Database) -> None:
    inside = asyncio.Event()

    async def write() -> None:
        async with database.write() as connection:
            await connection.execute(insert(answers), [row(1)])
            inside.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(write())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with database.write() as connection:
        await connection.execute(insert(answers), [row(2)])
    assert await saved(database) == [2]


async def test_readers_see_one_snapshot_during_writes(database: Database) -> None:
    count = text("select count(*) from answers")
    async with database.read() as reader:
        before = (await reader.execute(count)).scalar()
        async with database.write() as writer:
            await writer.execute(insert(answers), [row(1)])
        after = (await reader.execute(count)).scalar()
    assert (before, after, await saved(database)) == (0, 0, [1])


async def test_read_then_write_waits_for_writer_of_another_process(url: str, database: Database) -> None:
    """A deferred transaction would fail at once with "database is locked"."""
    async with Database.open(url) as other:

        async def increase(own: Database) -> None:
            async with own.write() as connection:
                last = (
                    await connection.execute(text("select coalesce(max(question_id), 0) from answers"))
                ).scalar()
                await asyncio.sleep(0.01)
                await connection.execute(insert(answers), [row((last or 0) + 1)])

        await asyncio.gather(*(increase(own) for own in [database, other] * 5))
    assert await saved(database) == list(range(1, 11))


async def waiters(database: Database) -> int:
    """Return how many sessions of this database wait for an advisory lock."""
    waiting = text(
        "select count(*) from pg_locks join pg_database on pg_database.oid = database"
        " where locktype = 'advisory' and not granted and datname = current_database()"
    )
    async with database.read() as connection:
        return await connection.scalar(waiting) or 0


@pytest.mark.postgres
async def test_lock_is_held_by_one_process_at_a_time(tmp_path: Path) -> None:
    order: list[str] = []
    entered = asyncio.Event()
    async with (
        migrated_database("postgres", tmp_path) as url,
        Database.open(url) as database,
        Database.open(url) as other,
    ):

        async def wait_for_turn() -> None:
            entered.set()
            async with other.lock("assigning"):
                order.append("other")

        with suppress(RuntimeError):
            async with database.lock("assigning"):
                waiting = asyncio.create_task(wait_for_turn())
                await entered.wait()
                while not await waiters(database):  # noqa: ASYNC110  (the server has no event for it)
                    await asyncio.sleep(0.01)
                order.append("first")
                raise RuntimeError
        await waiting
    assert order == ["first", "other"]


async def test_lock_of_a_file_is_held_by_one_process_at_a_time(tmp_path: Path) -> None:
    order: list[str] = []
    async with (
        migrated_database("sqlite", tmp_path) as url,
        Database.open(url) as database,
        Database.open(url) as other,
    ):

        async def wait() -> None:
            async with other.lock("assigning"):
                order.append("other")

        with suppress(RuntimeError):
            async with database.lock("assigning"):
                waiting = asyncio.create_task(wait())
                await asyncio.wait([waiting], timeout=0.2)
                order.append("first")
                raise RuntimeError
        await waiting
    assert order == ["first", "other"]


async def test_file_that_is_no_database_raises_store_error(tmp_path: Path) -> None:
    file = tmp_path / "news.db"
    file.write_text("This is no database, but long enough to be read. " * 20)
    with pytest.raises(StoreError):
        await migrate(f"sqlite+aiosqlite:///{file}")


async def test_folder_that_cannot_be_created_raises_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="folder"):
        await migrate(f"sqlite+aiosqlite:///{tmp_path / 'file' / 'news.db'}")


@pytest.mark.parametrize(
    "address",
    [
        "nonsense://user:secret@host/name",
        "postgresql://user:pass:secret/name",
        "secret",
        "postgresql://u@h:secret/n",
    ],
)
async def test_invalid_url_raises_store_error_without_the_url(address: str) -> None:
    with pytest.raises(StoreError) as caught:
        await migrate(address)
    assert "secret" not in str(caught.value)


async def test_database_without_tables_raises_store_error(empty: str) -> None:
    async with Database.open(empty) as database:
        with pytest.raises(StoreError, match=r"no such table|does not exist"):
            await saved(database)


@pytest.mark.parametrize(
    "address", ["postgresql://user:secret@127.0.0.1:9/name", "mysql://user:secret@127.0.0.1/name"]
)
async def test_unreachable_server_raises_store_error_without_password(address: str) -> None:
    with pytest.raises(StoreError) as caught:
        await migrate(address)
    assert "secret" not in str(caught.value)


@pytest.mark.postgres
@pytest.mark.parametrize("kind", ["postgres"])
async def test_read_transaction_cannot_write(database: Database) -> None:
    with pytest.raises(StoreError, match="read-only"):
        async with database.read() as connection:
            await connection.execute(insert(answers), [row(1)])


async def test_lease_has_one_holder_until_released_or_disconnected(url: str) -> None:
    async with Database.open(url) as other:
        theirs = other.lease("polling")
        async with Database.open(url) as database:
            mine = database.lease("polling")
            assert [await mine.take(), await mine.take(), await theirs.take()] == [True, True, False]
            await mine.release()
            assert [await theirs.take(), await mine.take()] == [True, False]
            await theirs.release()
            assert await mine.take()
            await mine.release()
        assert await theirs.take()
        await theirs.release()


async def test_rows_among_values_are_found_however_many_there_are(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(insert(answers), [row(number) for number in range(3)])
    query, column = select(answers.c.question_id).order_by(answers.c.question_id), answers.c.question_id
    for values in ([], [1, 2], [*range(1, 2_000)]):
        found = await database.rows_among(query, column, values)
        assert [asked.question_id for asked in found] == [number for number in values if number < 3]
