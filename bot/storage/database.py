"""The database: opening it, reading from it, writing to it one transaction at a time."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import StoreError

BUSY_TIMEOUT_S = 15.0
"""How long a writer waits for a writer of another process."""
CONNECTIONS = 12
"""Kept open, and no more: who needs one waits, because opening one takes longer than most reads."""
POOL_TIMEOUT_S = 60.0
MOST_VALUES = 500
"""Values in one `IN (...)`; databases take some thousands."""
# Escaped to ASCII: what people put into JSON may hold half a surrogate pair, which UTF-8 can't.
_to_json = partial(json.dumps, separators=(",", ":"))
T = TypeVar("T")


class Database:
    """One database, for reading by many and writing by one at a time.

    Args:
        engine: An engine made by `connect`.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._reader = engine
        self._writer = engine.execution_options(write=True)
        # SQLite has one writer; waiting here is fair, waiting in its busy handler is not.
        self._writing = asyncio.Lock()

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str) -> AsyncIterator["Database"]:
        """Open a database that `migrate` has brought up to date; close it on leaving.

        Args:
            url: SQLAlchemy address with an asyncio driver, such as `sqlite+aiosqlite:////data/newsbot.db`.
        """
        engine = connect(url)
        try:
            yield cls(engine)
        finally:
            await engine.dispose()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Keep one unchanging picture of the database for as long as the block lasts.

        Raises:
            StoreError: The database refused.
        """
        with translated():
            async with self._reader.connect() as connection:
                yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """Hold the one write transaction; committed on leaving, rolled back on any error.

        Keep it short and await nothing but the connection inside.

        Raises:
            StoreError: The database refused; nothing was written.
        """
        with translated():
            async with self._writing, self._writer.begin() as connection:
                yield connection


def connect(url: str) -> AsyncEngine:
    """Return an engine with our pragmas and transactions; makes the folder of an SQLite file.

    Raises:
        StoreError: The address is not understood, or the folder can't be made.
    """
    with translated():
        address = make_url(url)
        engine = create_async_engine(
            address,
            json_serializer=_to_json,
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_timeout=POOL_TIMEOUT_S,
        )
    if address.get_backend_name() == "sqlite":
        _make_folder(Path(address.database or ""))
        event.listen(engine.sync_engine, "connect", _set_pragmas)
        event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"the folder of {file} can't be made: {error.strerror}") from error


def in_parts(values: Sequence[T], size: int = MOST_VALUES) -> Iterator[Sequence[T]]:
    """Yield `values` in parts that fit one statement."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


@contextmanager
def translated() -> Iterator[None]:
    """Turn SQLAlchemy's errors into ours.

    Raises:
        StoreError: Instead of any `SQLAlchemyError`; holds the database's words, never the values.
    """
    try:
        yield
    except SQLAlchemyError as error:
        cause = getattr(error, "orig", None) or error
        raise StoreError(f"the database refused: {cause}") from error


def _set_pragmas(connection: Any, _record: object) -> None:
    # The driver would open transactions at its own moments; `_begin` does it at ours.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {int(BUSY_TIMEOUT_S * 1000)}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A deferred transaction that reads, then writes fails at once when another wrote in between,
    # whatever the busy time-out.
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
