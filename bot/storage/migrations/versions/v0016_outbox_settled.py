"""Finds the notifications sent since a time."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_outbox_settled_at", "outbox", ["settled_at"])


def downgrade() -> None:
    """Remove the index."""
    op.drop_index("ix_outbox_settled_at", "outbox")
