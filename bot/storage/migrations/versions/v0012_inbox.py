"""The inbox: updates from Telegram, kept until they are handled."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_WAITING = sa.text("handled_at IS NULL")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "updates",
        sa.Column("update_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("received_at", UtcDateTime, nullable=False),
        sa.Column("owner", sa.Integer),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("handled_at", UtcDateTime),
        sa.Column("answer_id", sa.BigInteger),
        sa.PrimaryKeyConstraint("update_id", name="pk_updates"),
    )
    op.create_index(
        "ix_updates_waiting",
        "updates",
        ["chat_id", "update_id"],
        sqlite_where=_WAITING,
        postgresql_where=_WAITING,
    )
    op.create_index("ix_updates_chat_id", "updates", ["chat_id"])
    op.create_index("ix_updates_handled_at", "updates", ["handled_at"])


def downgrade() -> None:
    """Remove the table."""
    for name in ("handled_at", "chat_id", "waiting"):
        op.drop_index(f"ix_updates_{name}", "updates")
    op.drop_table("updates")
