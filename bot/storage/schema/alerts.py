"""The tables of alerts and their delivery, as SQLAlchemy Core sees them; `migrations/` makes them."""

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

from bot.storage.schema.articles import metadata
from bot.storage.schema.types import Reason, UtcDateTime

# SQLite counts in an INTEGER primary key only; without AUTOINCREMENT it gives the number of a deleted last
# row anew.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

alerts = Table(
    "alerts",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("thread_id", BigInteger),
    Column("owner_id", BigInteger, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("language", String(16)),
    Column("zone", String(64), nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("muted_until", UtcDateTime),
    Column("mode", String(8), nullable=False, server_default="now"),
    Column("share", String(16), index=True),
    sqlite_autoincrement=True,
)

alert_changes = Table(
    "alert_changes",
    metadata,
    Column("alert_id", BigInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger, nullable=False, unique=True),
)
"""The last change of each alert, deleted ones included; numbers are those of the one change log."""

match_batches = Table(
    "match_batches",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("article_id", Text, nullable=False),
    Column("story_id", Text, nullable=False, index=True),
    Column("alert_ids", JSON, nullable=False),
    Column("expanded", Integer, nullable=False),
    Column("committed_at", UtcDateTime, nullable=False),
    Column("title", Text, nullable=False, server_default=""),
    Column("publisher", Text),
    Column("language", String(16), nullable=False, server_default="und"),
    sqlite_autoincrement=True,
)
"""Promises that are not in the outbox yet, with how many of their alerts are."""

outbox = Table(
    "outbox",
    metadata,
    Column("id", _NUMBER, primary_key=True),
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
    # Set while it is being sent: one found set by the next claimer may have arrived.
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
        postgresql_where=text("edit_at IS NOT NULL"),
    ),
    Index("ix_outbox_chat_id_telegram_id", "chat_id", "telegram_id"),
    Index("ix_outbox_alert_id", "alert_id"),
    Index("ix_outbox_story_id", "story_id"),
    Index("ix_outbox_article_id", "article_id"),
    sqlite_autoincrement=True,
)

chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("held_until", UtcDateTime),
    Column("held_reason", Reason),
    Column("suspended_at", UtcDateTime),
    Column("suspended_reason", Reason),
    # Before this there is nothing to do for the chat: nothing due, held back, leased; null while suspended.
    Column("ready_at", UtcDateTime, index=True),
    Column("leased_until", UtcDateTime),
)
"""Chats that messages were promised to, and the queue they stand in by `ready_at`."""

story_news = Table(
    "story_news",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("story_id", Text, nullable=False, index=True),
    Column("article_id", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("spread", BigInteger, nullable=False),
    sqlite_autoincrement=True,
)
"""Changes to stories that messages are about, with the last message id they were spread to."""

chat_settings = Table(
    "chat_settings",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(16)),
    Column("spoken", String(16)),
    Column("zone", String(64)),
    Column("quiet_from", Integer),
    Column("quiet_until", Integer),
    Column("digest_at", Integer, nullable=False),
    Column("digest_weekday", Integer, nullable=False),
    Column("breaking", Boolean, nullable=False),
    Column("preferred", JSON, nullable=False),
    Column("muted", JSON, nullable=False),
    Column("languages", JSON, nullable=False),
)

prompts = Table(
    "prompts",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("about", Text, nullable=False),
    Column("saved_at", UtcDateTime, nullable=False, index=True),
)
"""Messages of ours that ask for a reply, and what the reply means."""
