"""Backs up an SQLite file with SQLite's online copy, and restores it by a rename."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.errors import StoreError

PROGRESS_INTERVAL_S = 0.2
BUSY_S = 2.0
"""How long to wait for a bot that is stopping."""


async def back_up(url: str, file: Path, progress: Callable[[int, int | None], None]) -> None:
    """Copy a snapshot of the database into an empty file; concurrent writers don't wait."""
    source = _path(url)
    if not source.is_file():
        raise StoreError(f"there is no database at {source}")
    total = source.stat().st_size >> 20
    copying = asyncio.create_task(asyncio.to_thread(_copy, source, file))
    while not (await asyncio.wait({copying}, timeout=PROGRESS_INTERVAL_S))[0]:
        progress(file.stat().st_size >> 20, total)
    copying.result()


async def restore(url: str, file: Path, prepare: Callable[[str], Awaitable[None]]) -> str | None:
    """Prepare a copy of a backup, then replace the database by it; return where the previous one is now.

    Args:
        prepare: Called with the copy's URL before the swap.
    """
    target = _path(url)
    fresh = target.with_name(f"{target.name}.restoring")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        await asyncio.to_thread(_check, file)
        await asyncio.to_thread(_refuse_while_used, target)
        await asyncio.to_thread(shutil.copyfile, file, fresh)
        fresh.chmod(0o600)
        await prepare(f"sqlite:///{fresh.as_posix()}")
        return await asyncio.to_thread(_swap, fresh, target)
    finally:
        for end in ("", "-wal", "-shm"):
            fresh.with_name(fresh.name + end).unlink(missing_ok=True)


def _path(url: str) -> Path:
    return Path(make_url(url).database or "").resolve()


def _copy(source: Path, file: Path) -> None:
    try:
        with closing(_open_read_only(source)) as live, closing(sqlite3.connect(file)) as copy:
            # All pages in one step. Between steps, any write of another process would restart the copy.
            live.backup(copy, pages=-1)
            copy.execute("PRAGMA journal_mode = DELETE")
        _check(file)
    except sqlite3.Error as error:
        raise StoreError(f"the backup failed: {error}") from error
    descriptor = os.open(file, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def _open_read_only(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)


def _check(file: Path) -> None:
    """Raise unless a file is an intact newsbot database."""
    try:
        with closing(_open_read_only(file.resolve())) as database:
            (verdict,) = database.execute("PRAGMA quick_check(1)").fetchone()
            version = database.execute("SELECT count(*) FROM alembic_version").fetchone()[0]
    except sqlite3.Error as error:
        raise StoreError(f"{file} isn't a newsbot backup: {error}") from error
    if verdict != "ok" or not version:
        raise StoreError(f"{file} is damaged: {verdict}")


def _refuse_while_used(target: Path) -> None:
    if target.is_file():
        with closing(_open_exclusively(target)):
            pass


def _open_exclusively(target: Path) -> sqlite3.Connection:
    """Return an exclusive connection to a database; switching off the write-ahead log requires it."""
    connection = sqlite3.connect(target, timeout=BUSY_S, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        connection.close()
        raise StoreError("newsbot runs on this database; stop it first, then restore") from error
    return connection


def _swap(fresh: Path, target: Path) -> str | None:
    if not target.is_file():
        fresh.replace(target)
        return None
    kept = target.with_name(f"{target.name}.before-restore-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}")
    with closing(_open_exclusively(target)):
        target.replace(kept)
        fresh.replace(target)
    return str(kept)
