"""Adds what processes tell each other about rates."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "notices",
        sa.Column("number", _NUMBER, nullable=False),
        sa.Column("process", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("about", sa.BigInteger, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("expires_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_notices"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notices_expires_at", "notices", ["expires_at"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_index("ix_notices_expires_at", "notices")
    op.drop_table("notices")
