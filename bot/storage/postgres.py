"""What is PostgreSQL's own: transactions, one writer over all processes, the lease."""

from typing import Any

from sqlalchemy import Connection, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

DRIVER = "postgresql+asyncpg"
LOCK_TIMEOUT_S = 15
"""How long a writer waits for a writer of another process."""
CONNECT_TIMEOUT_S = 10
COMMAND_TIMEOUT_S = 60
_SESSION = {
    "application_name": "newsbot",
    "lock_timeout": f"{LOCK_TIMEOUT_S}s",
    # A client that is cut off gives its locks free within half a minute.
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "idle_in_transaction_session_timeout": "60s",
    "jit": "off",  # short queries: compiling one takes longer than running it
}
ENGINE: dict[str, Any] = {
    "pool_pre_ping": True,  # a server that was restarted costs nobody an answer
    "connect_args": {
        "timeout": CONNECT_TIMEOUT_S,
        "command_timeout": COMMAND_TIMEOUT_S,
        "server_settings": _SESSION,
    },
}
READING: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
WRITING: dict[str, Any] = {"isolation_level": "READ COMMITTED", "write": True}
_LOCKS = {"write": 7_301_001, "polling": 7_301_002, "reload": 7_301_003}
"""Numbers of our advisory locks, of one database each."""


def prepare(engine: AsyncEngine) -> None:
    """Have write transactions begin by waiting for each other."""
    event.listen(engine.sync_engine, "begin", _begin)


def _begin(connection: Connection) -> None:
    # As in SQLite there is one writer: change numbers follow commit order, and what was rechecked stays so.
    # Each later statement sees what the writer before committed.
    if connection.get_execution_options().get("write", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCKS['write']})")


def is_refusal(error: Exception) -> bool:
    """Whether an error is the database's or the way to it; on connecting, SQLAlchemy translates none."""
    return isinstance(error, SQLAlchemyError | OSError) or type(error).__module__.startswith("asyncpg.")


class PostgresLease:
    """`bot.storage.database.Lease`: a lock that a connection of its own holds, and that ends with it."""

    def __init__(self, engine: AsyncEngine, name: str) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._take = text(f"SELECT pg_try_advisory_lock({_LOCKS[name]})")
        self._connection: AsyncConnection | None = None

    async def take(self) -> bool:
        """Return whether the lease is ours; False also when the database can't be asked."""
        try:
            if self._connection is not None:
                await self._connection.execute(text("SELECT 1"))
                return True
            return await self._try()
        except Exception as error:
            await self.release()
            if not is_refusal(error):
                raise
            return False

    async def _try(self) -> bool:
        self._connection = await self._engine.connect()
        if await self._connection.scalar(self._take):
            return True
        await self.release()
        return False

    async def release(self) -> None:
        """Let another process have it: the connection ends, and its lock with it."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.invalidate()
            await connection.close()


lease = PostgresLease
