"""Tables of feeds, their known entries, and feeds that users suggest."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from bot.storage.schema.base import ROW_ID, metadata
from bot.storage.schema.types import Reason, UtcDateTime

feeds = Table(
    "feeds",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("url", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("language", String(16)),
    Column("interval_s", Integer),
    Column("full_text", Boolean),
    Column("state", String(16), nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
    Column("next_poll_at", UtcDateTime, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("failures", Integer, nullable=False),
    Column("last_success_at", UtcDateTime),
    Column("problem", Reason, nullable=False),
    Column("primed", Boolean, nullable=False),
    Index("ix_feeds_state_next_poll_at", "state", "next_poll_at"),
    sqlite_autoincrement=True,
)
"""Every feed, removed ones included, so that importing a list of feeds doesn't restore them."""

feed_items = Table(
    "feed_items",
    metadata,
    Column("feed_id", ROW_ID, ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(32), primary_key=True),
    Column("mark", String(32), nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Index("ix_feed_items_seen_at", "seen_at"),
)
"""Entries that were read, with a hash of each in `mark`."""

suggestions = Table(
    "suggestions",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("person_id", BigInteger, nullable=False, index=True),
    Column("url", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("state", String(16), nullable=False),
    # Whether operators have been notified.
    Column("announced", Boolean, nullable=False),
    Column("decided_at", UtcDateTime),
    sqlite_autoincrement=True,
)
"""Feeds that users suggest; decided ones are kept for a while, so that nobody suggests them again at once."""
