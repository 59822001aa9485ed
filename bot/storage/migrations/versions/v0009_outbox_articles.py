"""Adds an index of messages by article."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the index."""
    op.create_index("ix_outbox_article_id", "outbox", ["article_id"])


def downgrade() -> None:
    """Drop the index."""
    op.drop_index("ix_outbox_article_id", "outbox")
