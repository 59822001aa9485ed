"""Adds alert modes, chat settings, digests, edits of sent messages, and the queue of chats."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_FALSE = sa.false()


def _added() -> dict[str, list[sa.Column[Any]]]:
    return {
        "alerts": [
            sa.Column("mode", sa.String(8), nullable=False, server_default="now"),
            sa.Column("share", sa.String(16)),
        ],
        "match_batches": [
            sa.Column("title", sa.Text, nullable=False, server_default=""),
            sa.Column("publisher", sa.Text),
            sa.Column("language", sa.String(16), nullable=False, server_default="und"),
        ],
        "outbox": [
            sa.Column("digest", sa.Boolean, nullable=False, server_default=_FALSE),
            sa.Column("title", sa.Text, nullable=False, server_default=""),
            sa.Column("corrected", sa.Boolean, nullable=False, server_default=_FALSE),
            sa.Column("edit_at", UtcDateTime),
        ],
        "chats": [sa.Column("ready_at", UtcDateTime), sa.Column("leased_until", UtcDateTime)],
    }


def upgrade() -> None:
    """Add the columns and tables; queue the chats that have waiting messages."""
    for table, columns in _added().items():
        for column in columns:
            op.add_column(table, column)
    op.drop_index("ix_outbox_state_due_at", "outbox")
    op.drop_index("ix_outbox_leased_until", "outbox")
    op.create_index("ix_outbox_chat_id_state_due_at", "outbox", ["chat_id", "state", "due_at"])
    op.create_index(
        "ix_outbox_chat_id_edit_at",
        "outbox",
        ["chat_id", "edit_at"],
        sqlite_where=sa.text("edit_at IS NOT NULL"),
        postgresql_where=sa.text("edit_at IS NOT NULL"),
    )
    op.create_index("ix_outbox_chat_id_telegram_id", "outbox", ["chat_id", "telegram_id"])
    op.create_index("ix_chats_ready_at", "chats", ["ready_at"])
    op.create_index("ix_alerts_owner_id", "alerts", ["owner_id"])
    op.create_index("ix_alerts_share", "alerts", ["share"])
    op.execute(
        "INSERT INTO chats (chat_id) SELECT DISTINCT chat_id FROM outbox"
        " WHERE chat_id NOT IN (SELECT chat_id FROM chats)"
    )
    op.execute(
        "UPDATE chats SET ready_at = (SELECT MIN(due_at) FROM outbox WHERE outbox.chat_id = chats.chat_id"
        " AND state IN ('waiting', 'postponed')) WHERE suspended_at IS NULL"
    )
    _create_tables()


def _create_tables() -> None:
    op.create_table(
        "story_news",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("story_id", sa.Text, nullable=False),
        sa.Column("article_id", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("spread", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_story_news"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_story_news_story_id", "story_news", ["story_id"])
    op.create_table(
        "chat_settings",
        sa.Column("chat_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("language", sa.String(16)),
        sa.Column("zone", sa.String(64)),
        sa.Column("quiet_from", sa.Integer),
        sa.Column("quiet_until", sa.Integer),
        sa.Column("digest_at", sa.Integer, nullable=False),
        sa.Column("digest_weekday", sa.Integer, nullable=False),
        sa.Column("breaking", sa.Boolean, nullable=False),
        sa.Column("preferred", sa.JSON, nullable=False),
        sa.Column("muted", sa.JSON, nullable=False),
        sa.Column("languages", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name="pk_chat_settings"),
    )
    op.create_table(
        "prompts",
        sa.Column("chat_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("saved_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name="pk_prompts"),
    )
    op.create_index("ix_prompts_saved_at", "prompts", ["saved_at"])


def downgrade() -> None:
    """Drop the columns and tables; waiting messages stay."""
    for table in ("prompts", "chat_settings", "story_news"):
        op.drop_table(table)
    for table, name in (
        ("alerts", "share"),
        ("alerts", "owner_id"),
        ("chats", "ready_at"),
        ("outbox", "chat_id_telegram_id"),
        ("outbox", "chat_id_edit_at"),
        ("outbox", "chat_id_state_due_at"),
    ):
        op.drop_index(f"ix_{table}_{name}", table)
    op.create_index("ix_outbox_leased_until", "outbox", ["leased_until"])
    op.create_index("ix_outbox_state_due_at", "outbox", ["state", "due_at"])
    for table, columns in _added().items():
        for column in columns:
            op.drop_column(table, column.name)
