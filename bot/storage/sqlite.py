"""SQLite: pragmas, transactions, and the lease."""

import asyncio
import errno
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Connection, Dialect, event
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.errors import StoreError
from bot.file_lock import try_lock
from bot.storage.sqlite_cursor import BEGIN_READING, OneVisitConnection, in_one_visit

DRIVER = "sqlite+aiosqlite"
BUSY_TIMEOUT_S = 15.0
"""How long a writer waits for another process's writer."""
_WAL_RETRY_S = 0.05
_LOCK_RETRY_S = 0.05
CACHE_KIB = 512


class RollbackOnClose(sqlite3.Connection):
    """A connection that ends its transaction when it is closed.

    SQLite keeps a closed connection and its file lock until the last of its statements is finalized. If a
    task is cancelled during a statement, that is up to the garbage collector, and no one can write until
    it runs.
    """

    def close(self) -> None:
        """Roll back uncommitted changes, then close."""
        with suppress(sqlite3.Error):
            self.rollback()
        super().close()


ENGINE: dict[str, Any] = {}
NOW: str | None = None
READING: dict[str, Any] = {}
READING_ONCE: dict[str, Any] = {"once": True}
WRITING: dict[str, Any] = {"write": True}


def prepare(engine: AsyncEngine) -> None:
    """Create the file's folder, and hook into how connections and transactions begin.

    Raises:
        StoreError: The folder can't be created.
    """
    file = _file(engine)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds personal data
    except OSError as error:
        raise StoreError(f"the folder of {file} can't be created: {error.strerror}") from error
    _enable_wal(file)
    event.listen(engine.sync_engine, "do_connect", _connect)
    event.listen(engine.sync_engine, "connect", _set_pragmas)
    event.listen(engine.sync_engine, "begin", _begin)


def _file(engine: AsyncEngine) -> Path:
    return Path(engine.url.database or "")


def _enable_wal(file: Path) -> None:
    """Switch the file to write-ahead logging, a persistent setting.

    Two processes that create the file at the same time collide here, and SQLite ignores the busy timeout.
    Any other error will surface at the first connection.
    """
    for _ in range(int(BUSY_TIMEOUT_S / _WAL_RETRY_S)):
        try:
            with closing(sqlite3.connect(file)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:  # includes extended BUSY codes
                return
            time.sleep(_WAL_RETRY_S)
        except sqlite3.Error:
            return
        else:
            return


def _connect(dialect: Dialect, _record: object, arguments: list[Any], parameters: dict[str, Any]) -> Any:
    """Return a driver connection; if the task is cancelled meanwhile, close the SQLite connection.

    The driver opens the file in a thread and drops the result, unclosed, if the waiting task is cancelled.
    Opening takes microseconds, so we open the file here and pass the connection to the driver.
    """
    opened = sqlite3.connect(*arguments, factory=RollbackOnClose, **parameters)
    try:
        adapted: Any = dialect.connect(*arguments, factory=lambda *_, **__: opened, **parameters)
        return in_one_visit(adapted)
    except BaseException:
        opened.close()
        raise


def _set_pragmas(connection: Any, _record: object) -> None:
    # Keeps the driver from opening transactions by itself; `_begin` opens them.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {int(BUSY_TIMEOUT_S * 1000)}")
    # KiB per connection; the system's page cache serves repeated reads anyway.
    cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    # Overwrites deleted content instead of only unlinking it.
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A deferred transaction that reads before it writes fails at once if another process wrote in between,
    # regardless of the busy timeout.
    options = connection.get_execution_options()
    if options.get("once", False):  # a single statement is a transaction of its own
        return
    driver = connection.connection.dbapi_connection
    if options.get("write", False):  # SQLAlchemy translates errors, and drops the connection if cancelled
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    elif isinstance(driver, OneVisitConnection):
        driver.begin_later()
    else:
        connection.exec_driver_sql(BEGIN_READING)


@asynccontextmanager
async def lock(engine: AsyncEngine, name: str) -> AsyncIterator[None]:
    """Hold a lock among processes for the duration of the block; wait for it, however long that takes."""
    lease = SqliteLease(engine, name)
    while not await lease.take():  # noqa: ASYNC110  (another process has it)
        await asyncio.sleep(_LOCK_RETRY_S)
    try:
        yield
    finally:
        await lease.release()


class SqliteLease:
    """Implements `bot.storage.database.Lease` with a locked file next to the database."""

    def __init__(self, engine: AsyncEngine, name: str) -> None:
        file = _file(engine)
        self._path = file.with_name(f"{file.name}.{name}")
        self._file: BinaryIO | None = None

    async def take(self) -> bool:
        """Acquire the lease if it is free; return whether we hold it.

        Raises:
            StoreError: The file can't be opened.
        """
        if self._file is None:
            file = await asyncio.to_thread(_open_lock, self._path)
            if try_lock(file):
                self._file = file
            else:
                file.close()
        return self._file is not None

    async def release(self) -> None:
        """Release the lease; keep the file, because another process may have it open."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _open_lock(path: Path) -> BinaryIO:
    try:
        return path.open("ab")
    except OSError as error:
        out_of_files = error.errno in (errno.EMFILE, errno.ENFILE)
        remedy = "raise the limit of open files" if out_of_files else "let newsbot write to its folder"
        raise StoreError(f"the lock file {path} can't be opened: {error.strerror}; {remedy}") from error


lease = SqliteLease
