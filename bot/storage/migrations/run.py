"""Runs alembic on an open connection."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from bot.errors import StoreError
from bot.storage.migrations import SCRIPTS


def run(connection: Connection, to: str) -> None:
    """Upgrade or downgrade to a revision, "head" or "base".

    Raises:
        StoreError: A newer program created the database.
    """
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
