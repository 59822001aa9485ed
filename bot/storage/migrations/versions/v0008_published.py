"""Indexes for what is too old, what is newest, and the corpus in figures."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them."""
    op.create_index("ix_article_rows_published_at", "article_rows", ["published_at"])
    columns = ["sample", "publisher", "generation", "until"]
    op.create_index("ix_article_rows_figures", "article_rows", columns)


def downgrade() -> None:
    """Take them away."""
    op.drop_index("ix_article_rows_figures", "article_rows")
    op.drop_index("ix_article_rows_published_at", "article_rows")
