"""Adds users' reports of wrong sources."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "reports",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger, nullable=False),
        sa.Column("story_id", sa.Text, nullable=False),
        sa.Column("article_id", sa.Text, nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.UniqueConstraint("person_id", "story_id", name="uq_reports_person_id_story_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reports_story_id", "reports", ["story_id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_index("ix_reports_story_id", "reports")
    op.drop_table("reports")
