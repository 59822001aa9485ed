"""The database: opening it, reading from it, writing to it one transaction at a time."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from time import perf_counter
from types import ModuleType
from typing import Any, Protocol, TypeVar

from sqlalchemy import URL
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import StoreError
from bot.storage import postgres, sqlite

CONNECTIONS = 12
"""Kept open, and no more: who needs one waits, because opening one takes longer than most reads."""
POOL_TIMEOUT_S = 60.0
MAX_VALUES = 500
"""Values in one `IN (...)`; databases take some thousands."""
# Escaped to ASCII: what people put into JSON may hold half a surrogate pair, which UTF-8 can't.
_to_json = partial(json.dumps, separators=(",", ":"))
_BACKENDS: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgres, "postgres": postgres}
T = TypeVar("T")


class Lease(Protocol):
    """What one process of all that share a database has at a time, and loses when it ends or is cut off."""

    async def take(self) -> bool:
        """Return whether it is ours: taken when it was free, looked after when it was ours already."""
        ...

    async def release(self) -> None:
        """Let another process have it."""
        ...


class Database:
    """One database, for reading by many and writing by one at a time.

    Args:
        engine: An engine made by `connect`.
        waited: Told how long each write waited for its turn, in seconds.
    """

    def __init__(self, engine: AsyncEngine, waited: Callable[[float], None] = lambda _: None) -> None:
        self._engine = engine
        self._waited = waited
        self._backend = _backend(engine.url)
        self._reader = engine.execution_options(**self._backend.READING)
        self._writer = engine.execution_options(**self._backend.WRITING)
        # There is one writer; waiting here is fair and keeps no connection, waiting in the database is not.
        self._writing = asyncio.Lock()

    @classmethod
    @asynccontextmanager
    async def open(
        cls, url: str, *, waited: Callable[[float], None] = lambda _: None
    ) -> AsyncIterator["Database"]:
        """Open a database that `migrate` has brought up to date; close it on leaving.

        Args:
            url: SQLAlchemy address: `sqlite:////data/newsbot.db`, `postgresql://user:password@host/name`.
        """
        engine = connect(url)
        try:
            yield cls(engine, waited)
        finally:
            await engine.dispose()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Keep one unchanging picture of the database for as long as the block lasts.

        Raises:
            StoreError: The database refused.
        """
        with translate_errors():
            async with self._reader.connect() as connection:
                yield connection

    async def truncate_log(self) -> None:
        """Empty SQLite's log of writes, in which pages stand as they were before something was deleted."""
        if self._reader.dialect.name != "sqlite":
            return
        async with self._writing, self._reader.connect() as connection:
            raw = await connection.get_raw_connection()
            driver: Any = raw.driver_connection
            await driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """Hold the one write transaction of all processes; committed on leaving, rolled back on any error.

        Keep it short and await nothing but the connection inside.

        Raises:
            StoreError: The database refused; nothing was written.
        """
        asked = perf_counter()
        with translate_errors():
            async with self._writing, self._writer.begin() as connection:
                self._waited(perf_counter() - asked)
                yield connection

    def lease(self, name: str) -> Lease:
        """Return the lease of a name, which one process at a time holds; it is taken only when asked for."""
        made: Lease = self._backend.lease(self._engine, name)
        return made


def connect(url: str) -> AsyncEngine:
    """Return an engine whose connections and transactions begin our way; makes the folder of an SQLite file.

    Raises:
        StoreError: The address is not understood, its driver is not installed, or the folder can't be made.
    """
    with translate_errors():
        address = address_of(url)
        backend = _backend(address)
        engine = create_async_engine(
            address.set(drivername=backend.DRIVER),
            json_serializer=_to_json,
            hide_parameters=True,  # its errors are logged; people's words are no part of them
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_timeout=POOL_TIMEOUT_S,
            **backend.ENGINE,
        )
    backend.prepare(engine)
    return engine


def address_of(url: str) -> URL:
    """Return a database's address in its parts.

    Raises:
        StoreError: It can't be taken apart; nothing in it is told, as a password may be anywhere.
    """
    try:
        return make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            "the database's address is not understood; postgresql://user:password@host:5432/name, "
            "with signs such as @ : / % in the password as %40 %3A %2F %25"
        ) from error


def _backend(address: URL) -> ModuleType:
    name = address.drivername.partition("+")[0]
    if name not in _BACKENDS:
        raise StoreError("the database's address must begin with postgresql:// or sqlite:///")
    return _BACKENDS[name]


def chunks(values: Sequence[T], size: int = MAX_VALUES) -> Iterator[Sequence[T]]:
    """Yield `values` in parts that fit one statement."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


@contextmanager
def translate_errors() -> Iterator[None]:
    """Turn the database's errors into ours.

    Raises:
        StoreError: Instead of what the database or its driver raised; holds its words, never the values.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{error.name} is not installed; for PostgreSQL: pip install 'newsbot[postgres]'"
        ) from error
    except Exception as error:
        if not postgres.is_refusal(error):
            raise
        words = str(getattr(error, "orig", None) or error).strip() or type(error).__name__
        raise StoreError(f"the database refused: {words.splitlines()[0]}") from error
