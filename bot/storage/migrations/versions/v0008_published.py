"""An index by date, for what is too old and what is newest."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it."""
    op.create_index("ix_article_rows_published_at", "article_rows", ["published_at"])


def downgrade() -> None:
    """Take it away."""
    op.drop_index("ix_article_rows_published_at", "article_rows")
