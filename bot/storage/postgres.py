"""PostgreSQL: transactions, a single writer across processes, and the lease."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Connection, event, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

DRIVER = "postgresql+asyncpg"
LOCK_TIMEOUT_S = 15
"""How long a writer waits for another process's writer."""
CONNECT_TIMEOUT_S = 10
COMMAND_TIMEOUT_S = 60
_SESSION = {
    "application_name": "newsbot",
    "lock_timeout": f"{LOCK_TIMEOUT_S}s",
    # A disconnected client loses its locks within half a minute.
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "idle_in_transaction_session_timeout": "60s",
    "jit": "off",  # our queries are short: compiling them takes longer than running them
}
ENGINE: dict[str, Any] = {
    "pool_pre_ping": True,  # so that a server restart fails no request
    "connect_args": {
        "timeout": CONNECT_TIMEOUT_S,
        "command_timeout": COMMAND_TIMEOUT_S,
        "server_settings": _SESSION,
    },
}
READING: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
NOW: str | None = "SELECT clock_timestamp()"
READING_ONCE: dict[str, Any] = {"isolation_level": "AUTOCOMMIT"}
WRITING: dict[str, Any] = {"isolation_level": "READ COMMITTED", "write": True}
_LOCKS = {
    "write": 7_301_001,
    "polling": 7_301_002,
    "reload": 7_301_003,
    "assigning": 7_301_004,
    "rebuild": 7_301_005,
}
"""Keys of our advisory locks; the scope is one database."""
_LOCK_NOT_AVAILABLE = "55P03"
_FIRST_SLOT = 7_302_000
"""Key of the lock of slot 0 of the inbox."""


def prepare(engine: AsyncEngine) -> None:
    """Hook into how transactions begin."""
    event.listen(engine.sync_engine, "begin", _begin)


def _begin(connection: Connection) -> None:
    # One writer, as in SQLite: change numbers follow commit order, and checks stay valid until the commit.
    # Later statements see what the previous writer committed.
    if connection.get_execution_options().get("write", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCKS['write']})")


def is_database_error(error: Exception) -> bool:
    """Whether an error comes from the database or the connection; SQLAlchemy wraps no connection errors."""
    return isinstance(error, SQLAlchemyError | OSError) or type(error).__module__.startswith("asyncpg.")


def is_about_value(error: Exception) -> bool:
    """Whether the database or its driver refused a value: SQLSTATE class 22, data exception."""
    original = getattr(error, "orig", None)
    state = str(getattr(original, "sqlstate", None) or "")
    return state.startswith("22") or isinstance(getattr(original, "__cause__", None), ValueError)


class PostgresLease:
    """Implements `bot.storage.database.Lease` with an advisory lock of a dedicated connection."""

    def __init__(self, engine: AsyncEngine, name: str) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._take = text(f"SELECT pg_try_advisory_lock({_key(name)})")
        self._connection: AsyncConnection | None = None

    async def take(self) -> bool:
        """Acquire or verify the lease; return whether we hold it, False if the database is unreachable."""
        try:
            if self._connection is not None:
                await self._connection.execute(text("SELECT 1"))
                return True
            return await self._acquire()
        except Exception as error:
            await self.release()
            if not is_database_error(error):
                raise
            return False

    async def _acquire(self) -> bool:
        self._connection = await self._engine.connect()
        if await self._connection.scalar(self._take):
            return True
        await self.release()
        return False

    async def release(self) -> None:
        """Release the lease by closing its connection."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.invalidate()
            await connection.close()


@asynccontextmanager
async def lock(engine: AsyncEngine, name: str) -> AsyncIterator[None]:
    """Hold a lock among processes for the duration of the block; wait for it, however long that takes."""
    key = _key(name)
    async with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        while not await _locked(connection, key):
            await connection.rollback()
        try:
            yield
        finally:
            await _unlock(connection, key)


async def _unlock(connection: AsyncConnection, key: int) -> None:
    """Release an advisory lock; close a connection that can't, which releases it, too."""
    try:
        await connection.execute(text(f"SELECT pg_advisory_unlock({key})"))
    except Exception as error:
        await connection.invalidate()
        if not is_database_error(error):
            raise
    except BaseException:
        await connection.invalidate()
        raise


async def _locked(connection: AsyncConnection, key: int) -> bool:
    """Wait for an advisory lock; return whether we hold it, False after `LOCK_TIMEOUT_S`."""
    try:
        await connection.execute(text(f"SELECT pg_advisory_lock({key})"))
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != _LOCK_NOT_AVAILABLE:
            raise
        return False
    return True


def _key(name: str) -> int:
    """Return the key of a lease: of one of `_LOCKS`, or of a slot such as "inbox-3"."""
    return _LOCKS[name] if name in _LOCKS else _FIRST_SLOT + int(name.removeprefix("inbox-"))


lease = PostgresLease
