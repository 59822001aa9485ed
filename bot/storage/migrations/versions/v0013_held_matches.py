"""Matches of a reload that an operator has to decide about."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("match_batches", sa.Column("held", sa.Integer))
    op.create_index("ix_match_batches_held", "match_batches", ["held"])


def downgrade() -> None:
    """Remove the column; an older program would send what is held."""
    op.drop_index("ix_match_batches_held", "match_batches")
    op.execute("DELETE FROM match_batches WHERE held IS NOT NULL")
    op.drop_column("match_batches", "held")
