"""Pragmas and files of SQLite."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, text

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
