"""The database: opens it, reads in snapshots, writes one transaction at a time."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from time import perf_counter
from types import ModuleType
from typing import Any, Protocol, TypeVar

from sqlalchemy import URL, BindParameter, ColumnElement, Delete, Row, Select, Update, bindparam, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import StoreError
from bot.storage import postgres, sqlite
from bot.storage.errors import translate_errors
from bot.storage.schema.types import to_json

CONNECTIONS = 12
"""Size of the pool, without overflow: opening a connection takes longer than most reads."""
POOL_TIMEOUT_S = 60.0
MAX_VALUES = 500
"""Values in one `IN (...)`; databases accept a few thousand."""
_BACKENDS: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgres, "postgres": postgres}
T = TypeVar("T")


class Lease(Protocol):
    """A lock among processes that share a database; it ends with its process."""

    async def take(self) -> bool:
        """Acquire the lease or verify that we still hold it; return whether we do.

        Raises:
            StoreError: The file of the lock can't be opened.
        """
        ...

    async def release(self) -> None:
        """Release the lease."""
        ...


class Database:
    """One database with concurrent readers and a single writer.

    Args:
        engine: Returned by `connect`.
        waited: Receives how long each write waited for its turn, in seconds.
    """

    def __init__(self, engine: AsyncEngine, waited: Callable[[float], None] = lambda _: None) -> None:
        self._engine = engine
        self._waited = waited
        self._backend = _backend(engine.url)
        self._reader = engine.execution_options(**self._backend.READING)
        self._once = engine.execution_options(**self._backend.READING_ONCE)
        self._writer = engine.execution_options(**self._backend.WRITING)
        # Waiting here is fair and occupies no connection; waiting in the database is neither.
        self._writing = asyncio.Lock()

    @classmethod
    @asynccontextmanager
    async def open(
        cls, url: str, *, waited: Callable[[float], None] = lambda _: None
    ) -> AsyncIterator["Database"]:
        """Open a migrated database; close it on leaving.

        Args:
            url: SQLAlchemy URL: `sqlite:////data/newsbot.db`, `postgresql://user:password@host/name`.
        """
        engine = connect(url)
        try:
            yield cls(engine, waited)
        finally:
            await engine.dispose()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Read from one snapshot of the database for the duration of the block.

        Raises:
            StoreError: The database failed.
        """
        with translate_errors():
            async with self._reader.connect() as connection:
                yield connection

    async def rows(self, query: Select[Any]) -> Sequence[Row[Any]]:
        """Return the rows of a single query; cheaper by a third than `read`, as no transaction begins.

        Raises:
            StoreError: The database failed.
        """
        with translate_errors():
            async with self._once.connect() as connection:
                rows: Sequence[Row[Any]] = (await connection.execute(query)).all()
        return rows

    async def rows_among(
        self, query: Select[Any], column: ColumnElement[Any], values: Sequence[Any]
    ) -> Sequence[Row[Any]]:
        """Return the rows of a query whose column has one of these values, however many values there are.

        Raises:
            StoreError: The database failed.
        """
        if not values:
            return []
        if len(values) <= MAX_VALUES:
            return await self.rows(query.where(column.in_(_values(column, values))))
        async with self.read() as connection:
            return await rows_among(connection, query, column, values)

    async def now(self) -> datetime | None:
        """Return the time on the server's clock, aware UTC; None if there is no server.

        Raises:
            StoreError: The database failed.
        """
        if self._backend.NOW is None:
            return None
        async with self.read() as connection:
            now: datetime = (await connection.execute(text(self._backend.NOW))).scalar_one()
        return now.astimezone(UTC)

    async def truncate_log(self) -> None:
        """Empty SQLite's write-ahead log, which may still contain deleted data."""
        if self._reader.dialect.name != "sqlite":
            return
        async with self._writing, self._reader.connect() as connection:
            raw = await connection.get_raw_connection()
            driver: Any = raw.driver_connection
            await driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """Run the only write transaction across processes; commit on leaving, roll back on any error.

        Keep it short and await only the connection inside.

        Raises:
            StoreError: The database failed; nothing was written.
        """
        requested_at = perf_counter()
        with translate_errors():
            async with self._writing, self._writer.begin() as connection:
                self._waited(perf_counter() - requested_at)
                yield connection

    @asynccontextmanager
    async def lock(self, name: str) -> AsyncIterator[None]:
        """Hold a named lock among processes that share the database; wait for it first.

        Raises:
            StoreError: The database failed.
        """
        lock: AbstractAsyncContextManager[None] = self._backend.lock(self._engine, name)
        async with AsyncExitStack() as stack:
            with translate_errors():
                await stack.enter_async_context(lock)
            yield

    def lease(self, name: str) -> Lease:
        """Return a named lease, not yet acquired."""
        lease: Lease = self._backend.lease(self._engine, name)
        return lease


def connect(url: str) -> AsyncEngine:
    """Return an engine configured for our transactions; create the folder of an SQLite file.

    Raises:
        StoreError: The URL is invalid, its driver is not installed, or the folder can't be created.
    """
    with translate_errors():
        parsed = parse_url(url)
        backend = _backend(parsed)
        engine = create_async_engine(
            parsed.set(drivername=backend.DRIVER),
            json_serializer=to_json,
            hide_parameters=True,  # errors are logged, and user text must not be
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_timeout=POOL_TIMEOUT_S,
            **backend.ENGINE,
        )
    backend.prepare(engine)
    return engine


def parse_url(url: str) -> URL:
    """Parse a database URL.

    Raises:
        StoreError: The URL is invalid; the message repeats no part of it, which may be the password.
    """
    try:
        return make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            "the database URL is invalid; expected postgresql://user:password@host:5432/name, "
            "with @ : / % in the password written as %40 %3A %2F %25"
        ) from error


def _backend(url: URL) -> ModuleType:
    name = url.drivername.partition("+")[0]
    if name not in _BACKENDS:
        raise StoreError("the database URL must start with postgresql:// or sqlite:///")
    return _BACKENDS[name]


def chunks(values: Sequence[T], size: int = MAX_VALUES) -> Iterator[Sequence[T]]:
    """Yield `values` in chunks that fit one statement."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


async def rows_among(
    connection: AsyncConnection, query: Select[Any], column: ColumnElement[Any], values: Sequence[Any]
) -> list[Any]:
    """Return the rows of a query whose column has one of these values, however many values there are."""
    rows: list[Any] = []
    for part in chunks(values):
        rows += await connection.execute(query.where(column.in_(_values(column, part))))
    return rows


async def change_among(
    connection: AsyncConnection, change: Update | Delete, column: ColumnElement[Any], values: Sequence[Any]
) -> None:
    """Update or delete the rows whose column has one of these values, however many values there are."""
    for part in chunks(values):
        await connection.execute(change.where(column.in_(_values(column, part))))


def _values(column: ColumnElement[Any], values: Sequence[Any]) -> BindParameter[Any]:
    """Return values for `IN` as they are; SQLAlchemy looks at each of a plain list."""
    return bindparam("among", list(values), type_=column.type, expanding=True, unique=True)
