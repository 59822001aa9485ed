"""Adds indexes for retention, the newest articles and the figures of the corpus."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the indexes."""
    op.create_index("ix_article_rows_published_at", "article_rows", ["published_at"])
    columns = ["sample", "publisher", "generation", "until"]
    op.create_index("ix_article_rows_figures", "article_rows", columns)


def downgrade() -> None:
    """Drop the indexes."""
    op.drop_index("ix_article_rows_figures", "article_rows")
    op.drop_index("ix_article_rows_published_at", "article_rows")
