"""Backups of an SQLite file: SQLite's own online copy, checked, and swapped in by a rename."""

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

LOOK_EVERY_S = 0.2
BUSY_S = 2.0
"""How long a bot that is just stopping is waited for."""


async def back_up(url: str, file: Path, progress: Callable[[int, int | None], None]) -> None:
    """Copy one picture of the database into an empty file; whoever writes meanwhile is not held up."""
    source = _path(url)
    if not source.is_file():
        raise StoreError(f"there is no database at {source}")
    total = source.stat().st_size >> 20
    copying = asyncio.create_task(asyncio.to_thread(_copy, source, file))
    while not (await asyncio.wait({copying}, timeout=LOOK_EVERY_S))[0]:
        progress(file.stat().st_size >> 20, total)
    copying.result()


async def restore(url: str, file: Path, make_ready: Callable[[str], Awaitable[None]]) -> str | None:
    """Make a copy of a backup ready, then put it in the place of the database; return where that went."""
    target = _path(url)
    fresh = target.with_name(f"{target.name}.restoring")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        await asyncio.to_thread(_check, file)
        await asyncio.to_thread(_refuse_while_used, target)
        await asyncio.to_thread(shutil.copyfile, file, fresh)
        fresh.chmod(0o600)
        await make_ready(f"sqlite:///{fresh.as_posix()}")
        return await asyncio.to_thread(_swap, fresh, target)
    finally:
        for end in ("", "-wal", "-shm"):
            fresh.with_name(fresh.name + end).unlink(missing_ok=True)


def _path(url: str) -> Path:
    return Path(make_url(url).database or "").resolve()


def _copy(source: Path, file: Path) -> None:
    try:
        with closing(_reading(source)) as live, closing(sqlite3.connect(file)) as copy:
            # All pages in one step: one picture, however much is written meanwhile. In steps, every
            # write of another process would make it begin again.
            live.backup(copy, pages=-1)
            copy.execute("PRAGMA journal_mode = DELETE")
        _check(file)
    except sqlite3.Error as error:
        raise StoreError(f"the backup failed: {error}") from error
    descriptor = os.open(file, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def _reading(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)


def _check(file: Path) -> None:
    """Raise unless a file is a whole database of newsbot's."""
    try:
        with closing(_reading(file.resolve())) as found:
            (verdict,) = found.execute("PRAGMA quick_check(1)").fetchone()
            version = found.execute("SELECT count(*) FROM alembic_version").fetchone()[0]
    except sqlite3.Error as error:
        raise StoreError(f"{file} is no backup of newsbot: {error}") from error
    if verdict != "ok" or not version:
        raise StoreError(f"{file} is damaged: {verdict}")


def _refuse_while_used(target: Path) -> None:
    if target.is_file():
        with closing(_alone(target)):
            pass


def _alone(target: Path) -> sqlite3.Connection:
    """Return the only connection to a database; leaving the write-ahead log needs to be alone."""
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
    with closing(_alone(target)):
        target.replace(kept)
        fresh.replace(target)
    return str(kept)
