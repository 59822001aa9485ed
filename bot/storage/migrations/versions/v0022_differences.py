"""Adds whether an alert's notifications say where outlets differ."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; stored alerts say so."""
    op.add_column("alerts", sa.Column("differences", sa.Boolean, nullable=False, server_default=sa.true()))


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("alerts", "differences")
