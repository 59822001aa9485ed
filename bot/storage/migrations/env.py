"""What Alembic runs: the steps, on the connection and inside the transaction we give it."""

from alembic import context

# Their tables belong to the metadata.
from bot.storage.schema import admin as admin_tables  # noqa: F401
from bot.storage.schema.articles import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
