"""Migrates a database to the schema of this program, and back."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from bot.errors import StoreError
from bot.storage.database import Database

SCRIPTS = Path(__file__).parent / "migrations"


async def migrate(url: str, *, to: str = "head") -> None:
    """Migrate a database to a revision, in one transaction.

    Args:
        url: As for `Database.open`; a missing SQLite file is created.
        to: A revision of `migrations/versions`, "head", or "base" for an empty database.

    Raises:
        StoreError: The database failed, or a newer program created it.
    """
    async with Database.open(url) as database, database.write() as connection:
        await connection.run_sync(_run, to)


def _run(connection: Connection, to: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        if to == "head" or _is_ahead(connection, config, to):
            command.upgrade(config, to)
        else:
            command.downgrade(config, to)
    except CommandError as error:
        raise StoreError(f"another version of newsbot created this database: {error}") from error


def _is_ahead(connection: Connection, config: Config, to: str) -> bool:
    """Whether revision `to` is newer than the database's."""
    current = MigrationContext.configure(connection).get_current_revision()
    scripts = ScriptDirectory.from_config(config)
    reached = {script.revision for script in scripts.iterate_revisions(current, "base")} if current else set()
    return to not in {"base", *reached}
