"""A connection to SQLite that runs a whole statement in one visit to its thread.

SQLAlchemy's own opens the cursor, executes, fetches and closes in a visit each. A visit costs more than most
statements: it wakes the thread, then the event loop. A transaction that reads begins in the visit of
its first statement, and what isn't begun needs no visit to end.
"""

import sqlite3
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_ss_cursor,
)
from sqlalchemy.util import await_only

_Done = tuple[Any, int | None, int, list[Any]]
"""A cursor's description, last row id, row count, and rows."""

BEGIN_READING = "BEGIN"
_PRIVATE_NAMES = ("_execute", "_conn")
"""Names of the driver's connection that the cursor uses, and that other versions may lack."""


def in_one_visit(connection: Any) -> Any:
    """Return a connection whose cursors take one visit; `connection` itself if its driver isn't made for it.

    Args:
        connection: As SQLAlchemy adapts it.
    """
    driver = connection.driver_connection
    is_known = all(hasattr(type(driver), name) for name in _PRIVATE_NAMES)
    if is_known and hasattr(connection, "_handle_exception"):
        return OneVisitConnection(connection.dbapi, driver)
    return connection


class _StreamCursor(AsyncAdapt_aiosqlite_ss_cursor):
    """A cursor on the server's side, which needs a visit for the beginning of a transaction."""

    __slots__ = ()

    def execute(self, operation: Any, parameters: Any = None) -> Any:
        """Execute a statement."""
        connection: Any = self._adapt_connection
        if begin := connection.begun():
            OneVisitCursor(connection).execute(begin)
        return super().execute(operation, parameters)


class OneVisitConnection(AsyncAdapt_aiosqlite_connection):
    """A connection whose cursors take one visit, except those on the server's side."""

    __slots__ = ("_to_begin", "is_visited")

    def __init__(self, dbapi: Any, driver: Any) -> None:
        super().__init__(dbapi, driver)
        self._to_begin = ""
        self.is_visited = False

    def begin_later(self) -> None:
        """Begin a transaction that reads, in the visit of its first statement."""
        self._to_begin = BEGIN_READING

    def begun(self) -> str:
        """Return the statement that the next one must follow, once; empty if there is none."""
        statement, self._to_begin = self._to_begin, ""
        return statement

    def cursor(self, server_side: bool = False) -> Any:
        """Return a new cursor."""
        return _StreamCursor(self) if server_side else OneVisitCursor(self)

    def commit(self) -> None:
        """Commit; nothing, if there was no statement."""
        if self._is_open():
            super().commit()

    def rollback(self) -> None:
        """Roll back; nothing, if there was no statement since the transaction began or ended."""
        if self._is_open():
            super().rollback()

    def _is_open(self) -> bool:
        """Return whether there may be a transaction: a visit whose caller was cancelled may yet begin one."""
        self.begun()
        return self.is_visited or bool(self.driver_connection.in_transaction)


class OneVisitCursor:
    """A DBAPI cursor that executes, fetches all rows, and closes at once; the rows stay in memory.

    Args:
        connection: As SQLAlchemy adapts it.
    """

    server_side = False

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._rows: deque[Any] = deque()
        self.description: Any = None
        self.lastrowid: int | None = None
        self.rowcount, self.arraysize = -1, 1

    def execute(self, operation: str, parameters: Sequence[Any] | None = None) -> None:
        """Execute a statement and fetch its rows."""
        self._visit("execute", operation, parameters or ())

    def executemany(self, operation: str, seq_of_parameters: Sequence[Any]) -> None:
        """Execute a statement with each of several parameters."""
        self._visit("executemany", operation, seq_of_parameters)

    def fetchone(self) -> Any:
        """Return the next row, None after the last."""
        return self._rows.popleft() if self._rows else None

    def fetchmany(self, size: int | None = None) -> list[Any]:
        """Return the next rows."""
        count = self.arraysize if size is None else size
        return [self._rows.popleft() for _ in range(min(count, len(self._rows)))]

    def fetchall(self) -> list[Any]:
        """Return all further rows."""
        rows = list(self._rows)
        self._rows.clear()
        return rows

    def __iter__(self) -> Iterator[Any]:
        """Yield all further rows."""
        while self._rows:
            yield self._rows.popleft()

    def setinputsizes(self, *_: Any) -> None:
        """Do nothing, as the DBAPI allows."""

    def setoutputsize(self, *_: Any) -> None:
        """Do nothing, as the DBAPI allows."""

    def close(self) -> None:
        """Drop the rows; the cursor itself is closed."""
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        """Do nothing: the cursor itself is closed."""

    def _visit(self, method: str, operation: str, parameters: Sequence[Any]) -> None:
        driver = self._connection.driver_connection
        try:
            begin = self._connection.begun()
            visit = driver._execute(_execute, driver._conn, begin, method, operation, parameters)
            self._connection.is_visited = True
            self.description, self.lastrowid, self.rowcount, rows = await_only(visit)
            self._connection.is_visited = False
        except Exception as error:
            self._connection.is_visited = False
            self._connection._handle_exception(error)
        self._rows = deque(rows)


def _execute(
    connection: sqlite3.Connection, begin: str, method: str, operation: str, parameters: Sequence[Any]
) -> _Done:
    cursor = connection.cursor()
    try:
        if begin:
            cursor.execute(begin)
        getattr(cursor, method)(operation, parameters)
        rows = cursor.fetchall() if cursor.description else []
        return cursor.description, cursor.lastrowid, cursor.rowcount, rows
    finally:
        cursor.close()
