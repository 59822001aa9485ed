"""Messages by the article they tell of."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_outbox_article_id", "outbox", ["article_id"])


def downgrade() -> None:
    """Take it away."""
    op.drop_index("ix_outbox_article_id", "outbox")
