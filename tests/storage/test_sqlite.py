"""Pragmas and files of SQLite."""

import errno
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from bot.errors import StoreError
from bot.storage.database import Database, connect
from bot.storage.schema.chats import answers

pytestmark = pytest.mark.parametrize("kind", ["sqlite"])


async def test_every_connection_sets_pragmas(database: Database) -> None:
    names = ("journal_mode", "foreign_keys", "busy_timeout", "synchronous", "cache_size")
    async with database.read() as connection:
        found = [(await connection.execute(text(f"PRAGMA {name}"))).scalar() for name in names]
    assert found == ["wal", 1, 15_000, 2, -512]


async def test_file_passes_sqlite_integrity_check(url: str, database: Database) -> None:
    at = datetime(2026, 11, 1, 12, tzinfo=UTC)
    row = {"chat_id": 1, "question_id": 1, "answer_id": 2, "saved_at": at}
    async with database.write() as connection:
        await connection.execute(insert(answers), [row])
    with sqlite3.connect(url.removeprefix("sqlite+aiosqlite:///")) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()


async def test_created_folder_is_private(kind: str, tmp_path: Path) -> None:
    engine = connect(f"{kind}:///{tmp_path}/new/one.db")
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0
    await engine.dispose()


@pytest.mark.parametrize(
    ("code", "remedy"),
    [(errno.EROFS, "let newsbot write to its folder"), (errno.EMFILE, "raise the limit of open files")],
)
async def test_lock_file_that_cannot_be_opened_raises_store_error(
    database: Database, monkeypatch: pytest.MonkeyPatch, code: int, remedy: str
) -> None:
    def fail(path: Path, mode: str) -> None:
        raise OSError(code, os.strerror(code), str(path))

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(StoreError, match=rf"\.assigning can't be opened: {os.strerror(code)}; {remedy}$"):
        async with database.lock("assigning"):
            pass
    with pytest.raises(StoreError, match=r"\.polling can't be opened"):
        await database.lease("polling").take()


async def test_folder_in_place_of_a_lock_file_raises_store_error(url: str, database: Database) -> None:
    Path(url.removeprefix("sqlite+aiosqlite:///") + ".assigning").mkdir()
    with pytest.raises(StoreError, match=r"\.assigning can't be opened"):
        async with database.lock("assigning"):
            pass
