"""Tables of delivery: matches, the outbox, and changes to stories with messages."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from bot.storage.schema.base import ROW_ID, metadata
from bot.storage.schema.types import Reason, UtcDateTime

match_batches = Table(
    "match_batches",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("article_id", Text, nullable=False),
    Column("story_id", Text, nullable=False, index=True),
    Column("alert_ids", JSON, nullable=False),
    Column("expanded", Integer, nullable=False),
    Column("committed_at", UtcDateTime, nullable=False),
    Column("title", Text, nullable=False, server_default=""),
    Column("publisher", Text),
    Column("language", String(16), nullable=False, server_default="und"),
    # The reload that brought the article, while an operator has to decide about it.
    Column("held", Integer, index=True),
    sqlite_autoincrement=True,
)
"""Matches that are not completely in the outbox yet; `expanded` counts the alerts that are."""

unmatched_articles = Table(
    "unmatched_articles",
    metadata,
    Column("article_id", Text, primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    # The only alerts that may report the article; null for all that are older than it.
    Column("alert_ids", JSON(none_as_null=True)),
)
"""Articles that were stored while alerts could not be matched."""

outbox = Table(
    "outbox",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    Column("alert_id", BigInteger, nullable=False),
    Column("story_id", Text, nullable=False),
    Column("article_id", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("maybe_sent", Boolean, nullable=False),
    Column("telegram_id", BigInteger),
    Column("reason", Reason, nullable=False),
    # Set while the message is being sent. If the next claimer finds it set, the message may have arrived.
    Column("leased_until", UtcDateTime),
    Column("settled_at", UtcDateTime),
    Column("digest", Boolean, nullable=False, server_default=false()),
    Column("title", Text, nullable=False, server_default=""),
    Column("corrected", Boolean, nullable=False, server_default=false()),
    Column("edit_at", UtcDateTime),
    UniqueConstraint("chat_id", "alert_id", "story_id"),
    Index("ix_outbox_chat_id_state_due_at", "chat_id", "state", "due_at"),
    Index(
        "ix_outbox_chat_id_edit_at",
        "chat_id",
        "edit_at",
        sqlite_where=text("edit_at IS NOT NULL"),
    ),
    Index("ix_outbox_chat_id_telegram_id", "chat_id", "telegram_id"),
    Index("ix_outbox_settled_at", "settled_at"),
    Index("ix_outbox_alert_id", "alert_id"),
    Index("ix_outbox_story_id", "story_id"),
    Index("ix_outbox_article_id", "article_id"),
    sqlite_autoincrement=True,
)
"""Messages to chats, sent ones included; unique by chat, alert and story."""

story_news = Table(
    "story_news",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("story_id", Text, nullable=False, index=True),
    Column("article_id", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("spread", BigInteger, nullable=False),
    sqlite_autoincrement=True,
)
"""Pending changes to stories that have messages; `spread` is the last message id that was processed."""
