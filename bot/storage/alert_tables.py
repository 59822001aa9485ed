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
)

from bot.storage.tables import metadata
from bot.storage.types import UtcDateTime

# SQLite counts in an INTEGER primary key only; without AUTOINCREMENT it gives the number of a deleted last
# row anew.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

alerts = Table(
    "alerts",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("thread_id", BigInteger),
    Column("owner_id", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("language", String(16)),
    Column("zone", String(64), nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("muted_until", UtcDateTime),
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
    Column("reason", Text, nullable=False),
    Column("leased_until", UtcDateTime),
    Column("settled_at", UtcDateTime),
    UniqueConstraint("chat_id", "alert_id", "story_id"),
    Index("ix_outbox_state_due_at", "state", "due_at"),
    Index("ix_outbox_alert_id", "alert_id"),
    Index("ix_outbox_story_id", "story_id"),
    Index("ix_outbox_leased_until", "leased_until"),
    sqlite_autoincrement=True,
)

chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("held_until", UtcDateTime),
    Column("held_reason", Text),
    Column("suspended_at", UtcDateTime),
    Column("suspended_reason", Text),
)
"""Chats that can't be written to as they are."""
