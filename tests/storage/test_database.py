"""Opening, reading and writing a real database."""

import asyncio
import gc
import random
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, text

from bot.errors import StoreError
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.schema.articles import answers

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


def row(question_id: int, saved_at: datetime = AT) -> dict[str, object]:
    return {"chat_id": 1, "question_id": question_id, "answer_id": 2, "saved_at": saved_at}


async def saved(database: Database) -> list[int]:
    async with database.read() as connection:
        return list(await connection.scalars(select(answers.c.question_id).order_by(answers.c.question_id)))


async def test_moments_come_back_in_utc_whatever_their_zone(database: Database) -> None:
    tokyo = timezone(timedelta(hours=9))
    async with database.write() as connection:
        await connection.execute(insert(answers), [row(1, AT.astimezone(tokyo))])
    async with database.read() as connection:
        moment = await connection.scalar(select(answers.c.saved_at))
    assert (moment, moment.tzinfo) == (AT, UTC)


async def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StoreError, match="without a time zone"):
        async with database.write() as connection:
            await connection.execute(insert(answers), [row(1, datetime(2026, 11, 1))])


async def test_an_error_rolls_everything_back(database: Database) -> None:
    async def write() -> None:
        async with database.write() as connection:
            await connection.execute(insert(answers), [row(1)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await write()
    assert await saved(database) == []


async def test_writers_cancelled_at_any_step_leave_no_lock_behind(database: Database) -> None:
    async def write() -> None:
        async with database.write() as connection:
            await connection.execute(insert(answers), [row(1)])
            await connection.execute(select(answers.c.question_id))
            raise RuntimeError

    draw = random.Random(3)
    gc.disable()  # which would let the lock of a closed connection go
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


async def test_a_writer_that_is_cancelled_leaves_nothing_and_lets_the_next_one_in(database: Database) -> None:
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


async def test_readers_see_one_picture_while_somebody_writes(database: Database) -> None:
    count = text("select count(*) from answers")
    async with database.read() as reader:
        before = (await reader.execute(count)).scalar()
        async with database.write() as writer:
            await writer.execute(insert(answers), [row(1)])
        after = (await reader.execute(count)).scalar()
    assert (before, after, await saved(database)) == (0, 0, [1])


async def test_a_read_then_a_write_waits_for_a_writer_of_another_process(
    url: str, database: Database
) -> None:
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


async def test_what_is_no_database_is_our_error(tmp_path: Path) -> None:
    file = tmp_path / "news.db"
    file.write_text("This is no database, but it is long enough to be looked at. " * 20)
    with pytest.raises(StoreError):
        await migrate(f"sqlite+aiosqlite:///{file}")


async def test_a_folder_that_cannot_be_made_is_our_error(tmp_path: Path) -> None:
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
async def test_an_address_nobody_understands_is_our_error_and_not_repeated(address: str) -> None:
    with pytest.raises(StoreError) as caught:
        await migrate(address)
    assert "secret" not in str(caught.value)


async def test_a_database_without_our_tables_is_our_error(empty: str) -> None:
    async with Database.open(empty) as database:
        with pytest.raises(StoreError, match=r"no such table|does not exist"):
            await saved(database)


@pytest.mark.parametrize(
    "address", ["postgresql://user:secret@127.0.0.1:9/name", "mysql://user:secret@127.0.0.1/name"]
)
async def test_a_server_that_is_not_there_is_our_error_and_keeps_the_password(address: str) -> None:
    with pytest.raises(StoreError) as caught:
        await migrate(address)
    assert "secret" not in str(caught.value)


@pytest.mark.postgres
@pytest.mark.parametrize("kind", ["postgres"])
async def test_who_only_reads_cannot_write(database: Database) -> None:
    with pytest.raises(StoreError, match="read-only"):
        async with database.read() as connection:
            await connection.execute(insert(answers), [row(1)])


async def test_a_lease_is_one_holders_until_given_back_or_its_holder_is_gone(url: str) -> None:
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
