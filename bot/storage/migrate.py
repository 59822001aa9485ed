"""Migrates a database to the schema of this program, and back."""

from sqlalchemy import inspect, text
from sqlalchemy.engine import Connection

from bot.storage.database import Database
from bot.storage.migrations import NEWEST


async def migrate(url: str, *, to: str = "head") -> None:
    """Migrate a database to a revision, in one transaction.

    Args:
        url: As for `Database.open`; a missing SQLite file is created.
        to: A revision of `migrations/versions`, "head", or "base" for an empty database.

    Raises:
        StoreError: The database failed, or a newer program created it.
    """
    async with Database.open(url) as database:
        if to == "head" and await _is_newest(database):
            return
        # Alembic takes longer to import than most starts take, and most starts find nothing to migrate.
        from bot.storage.migrations.run import run

        async with database.write() as connection:
            await connection.run_sync(run, to)


async def _is_newest(database: Database) -> bool:
    async with database.read() as connection:
        return await connection.run_sync(_revision) == NEWEST


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
