"""Adds requests to purge deleted alerts from files, and when alerts were silent last."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the table, and add the columns."""
    op.create_table(
        "purges",
        sa.Column("id", _NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_purges"),
        sqlite_autoincrement=True,
    )
    op.add_column("alerts", sa.Column("silent_from", UtcDateTime))
    op.add_column("alerts", sa.Column("silent_until", UtcDateTime))


def downgrade() -> None:
    """Drop the table and the columns."""
    op.drop_column("alerts", "silent_until")
    op.drop_column("alerts", "silent_from")
    op.drop_table("purges")
