"""Adds feeds that users suggest."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "suggestions",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("announced", sa.Boolean, nullable=False),
        sa.Column("decided_at", UtcDateTime),
        sa.PrimaryKeyConstraint("id", name="pk_suggestions"),
        sa.UniqueConstraint("url", name="uq_suggestions_url"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_suggestions_person_id", "suggestions", ["person_id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_index("ix_suggestions_person_id", "suggestions")
    op.drop_table("suggestions")
