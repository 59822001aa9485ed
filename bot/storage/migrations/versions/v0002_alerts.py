"""Adds alerts, their changes, match batches, the outbox, and held or suspended chats."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "alerts",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("thread_id", sa.BigInteger),
        sa.Column("owner_id", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("language", sa.String(16)),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("paused", sa.Boolean, nullable=False),
        sa.Column("muted_until", UtcDateTime),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_alerts_chat_id", "alerts", ["chat_id"])
    op.create_table(
        "alert_changes",
        sa.Column("alert_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("alert_id", name="pk_alert_changes"),
        sa.UniqueConstraint("number", name="uq_alert_changes_number"),
    )
    _create_delivery()


def _create_delivery() -> None:
    op.create_table(
        "match_batches",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("article_id", sa.Text, nullable=False),
        sa.Column("story_id", sa.Text, nullable=False),
        sa.Column("alert_ids", sa.JSON, nullable=False),
        sa.Column("expanded", sa.Integer, nullable=False),
        sa.Column("committed_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_match_batches"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_match_batches_story_id", "match_batches", ["story_id"])
    op.create_table(
        "outbox",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("thread_id", sa.BigInteger),
        sa.Column("alert_id", sa.BigInteger, nullable=False),
        sa.Column("story_id", sa.Text, nullable=False),
        sa.Column("article_id", sa.Text, nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("due_at", UtcDateTime, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("maybe_sent", sa.Boolean, nullable=False),
        sa.Column("telegram_id", sa.BigInteger),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("leased_until", UtcDateTime),
        sa.Column("settled_at", UtcDateTime),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("chat_id", "alert_id", "story_id", name="uq_outbox_chat_id_alert_id_story_id"),
        sqlite_autoincrement=True,
    )
    for columns in (["state", "due_at"], ["alert_id"], ["story_id"], ["leased_until"]):
        op.create_index(f"ix_outbox_{'_'.join(columns)}", "outbox", columns)
    op.create_table(
        "chats",
        sa.Column("chat_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("held_until", UtcDateTime),
        sa.Column("held_reason", sa.Text),
        sa.Column("suspended_at", UtcDateTime),
        sa.Column("suspended_reason", sa.Text),
        sa.PrimaryKeyConstraint("chat_id", name="pk_chats"),
    )


def downgrade() -> None:
    """Drop the tables; the change numbers of alerts aren't reused."""
    for table in ("chats", "outbox", "match_batches", "alert_changes", "alerts"):
        op.drop_table(table)
