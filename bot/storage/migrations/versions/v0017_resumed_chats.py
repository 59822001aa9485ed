"""When chats were resumed, and since when they had been suspended."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    op.add_column("chats", sa.Column("resumed_at", UtcDateTime))
    op.add_column("chats", sa.Column("suspended_before", UtcDateTime))


def downgrade() -> None:
    """Remove the columns."""
    op.drop_column("chats", "suspended_before")
    op.drop_column("chats", "resumed_at")
