"""Indexes the updates that no process has claimed, in the order of their claims."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_HANDLED = sa.text("handled_at IS NOT NULL")
_UNCLAIMED = sa.text("handled_at IS NULL AND owner IS NULL")


def upgrade() -> None:
    """Create the index; that of handled updates leaves the others out, so that SQLite doesn't choose it."""
    op.create_index(
        "ix_updates_unclaimed",
        "updates",
        ["update_id"],
        sqlite_where=_UNCLAIMED,
        postgresql_where=_UNCLAIMED,
    )
    op.drop_index("ix_updates_handled_at", "updates")
    op.create_index(
        "ix_updates_handled_at",
        "updates",
        ["handled_at"],
        sqlite_where=_HANDLED,
        postgresql_where=_HANDLED,
    )


def downgrade() -> None:
    """Drop the index, and index all updates by when they were handled."""
    op.drop_index("ix_updates_handled_at", "updates")
    op.create_index("ix_updates_handled_at", "updates", ["handled_at"])
    op.drop_index("ix_updates_unclaimed", "updates")
