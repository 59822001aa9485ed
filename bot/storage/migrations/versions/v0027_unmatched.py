"""Adds articles that were stored while alerts could not be matched."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "unmatched_articles",
        sa.Column("article_id", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("alert_ids", sa.JSON(none_as_null=True)),
        sa.PrimaryKeyConstraint("article_id", name="pk_unmatched_articles"),
    )
    op.create_index("ix_unmatched_articles_at", "unmatched_articles", ["at"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_index("ix_unmatched_articles_at", "unmatched_articles")
    op.drop_table("unmatched_articles")
