"""Bringing a database to the tables of this program, and back."""

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
    """Bring a database to a revision, in one transaction; one that is already there is left as it is.

    Args:
        url: As for `Database.open`; an SQLite file is made when it is missing.
        to: A revision of `migrations/versions`, "head", or "base" for empty.

    Raises:
        StoreError: The database refused, or was made by a newer program.
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
        raise StoreError(f"the database was made by another version of newsbot: {error}") from error


def _is_ahead(connection: Connection, config: Config, to: str) -> bool:
    """Whether revision `to` lies above the database's own."""
    now = MigrationContext.configure(connection).get_current_revision()
    scripts = ScriptDirectory.from_config(config)
    below = {script.revision for script in scripts.iterate_revisions(now, "base")} if now else set()
    return to not in {"base", *below}
