"""What is SQLite's own: pragmas, transactions, the lease, and copying a database in use."""

import asyncio
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Connection, Dialect, event
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.errors import StoreError
from bot.file_lock import try_lock

DRIVER = "sqlite+aiosqlite"
BUSY_TIMEOUT_S = 15.0
"""How long a writer waits for a writer of another process."""
_SWITCH_PAUSE_S = 0.05
CACHE_KIB = 512


class Closing(sqlite3.Connection):
    """A connection that ends its transaction when it is closed.

    SQLite keeps a closed connection, and its lock on the file, until the last of its statements is gone. A
    task cancelled amid one leaves that to the garbage collector; nobody could write until it came by.
    """

    def close(self) -> None:
        """Roll back what is not committed, then close."""
        with suppress(sqlite3.Error):
            self.rollback()
        super().close()


ENGINE: dict[str, Any] = {}
READING: dict[str, Any] = {}
WRITING: dict[str, Any] = {"write": True}


def prepare(engine: AsyncEngine) -> None:
    """Make the folder of the file, and have every connection and transaction begin our way.

    Raises:
        StoreError: The folder can't be made.
    """
    file = _file(engine)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # what people ask to be told is in it
    except OSError as error:
        raise StoreError(f"the folder of {file} can't be made: {error.strerror}") from error
    _log_ahead(file)
    event.listen(engine.sync_engine, "do_connect", _connect)
    event.listen(engine.sync_engine, "connect", _set_pragmas)
    event.listen(engine.sync_engine, "begin", _begin)


def _file(engine: AsyncEngine) -> Path:
    return Path(engine.url.database or "")


def _log_ahead(file: Path) -> None:
    """Switch the file to write-ahead logging, which it keeps.

    Two programs that make the same file at once are in each other's way here, and SQLite does not wait,
    whatever the busy time-out. Any other trouble is told by the first connection.
    """
    for _ in range(int(BUSY_TIMEOUT_S / _SWITCH_PAUSE_S)):
        try:
            with closing(sqlite3.connect(file)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:  # BUSY has shades
                return
            time.sleep(_SWITCH_PAUSE_S)
        except sqlite3.Error:
            return
        else:
            return


def _connect(dialect: Dialect, _record: object, arguments: list[Any], parameters: dict[str, Any]) -> Any:
    """Return a connection of the driver's; a task cancelled while it waits for it leaves nothing open.

    The driver opens the file in a thread and drops what that returns when nobody waits any more. Opening is
    a matter of microseconds, so we do it here and hand the driver the open connection.
    """
    opened = sqlite3.connect(*arguments, factory=Closing, **parameters)
    try:
        return dialect.connect(*arguments, factory=lambda *_, **__: opened, **parameters)
    except BaseException:
        opened.close()
        raise


def _set_pragmas(connection: Any, _record: object) -> None:
    # The driver would open transactions at its own moments; `_begin` does it at ours.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {int(BUSY_TIMEOUT_S * 1000)}")
    # KiB for each of a dozen connections; what is read again is in the system's cache anyway.
    cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    # What is deleted is overwritten in the file, not only left out of sight.
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A deferred transaction that reads, then writes fails at once when another wrote in between,
    # whatever the busy time-out.
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


class SqliteLease:
    """`bot.storage.database.Lease`: a file beside the database, held by the process that has it."""

    def __init__(self, engine: AsyncEngine, name: str) -> None:
        file = _file(engine)
        self._path = file.with_name(f"{file.name}.{name}")
        self._file: BinaryIO | None = None

    async def take(self) -> bool:
        """Return whether the lease is ours, taking it when it is free."""
        if self._file is None:
            file = await asyncio.to_thread(self._path.open, "ab")
            if try_lock(file):
                self._file = file
            else:
                file.close()
        return self._file is not None

    async def release(self) -> None:
        """Let another process have it; the file stays, as somebody may be waiting at it."""
        if self._file is not None:
            self._file.close()
            self._file = None


lease = SqliteLease
