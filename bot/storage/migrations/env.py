"""Alembic's environment: runs migrations in the transaction of `bot.storage.migrate`."""

from alembic import context

# Importing a module adds its tables to the metadata.
from bot.storage.schema import (  # noqa: F401
    admin,
    alerts,
    articles,
    change_log,
    chats,
    delivery,
    feeds,
    generations,
)
from bot.storage.schema.base import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
