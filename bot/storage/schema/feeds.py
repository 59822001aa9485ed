"""The tables of feeds, as SQLAlchemy Core sees them; `migrations/` makes them."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from bot.storage.schema.articles import metadata
from bot.storage.schema.types import Reason, UtcDateTime

_NUMBER = BigInteger().with_variant(Integer, "sqlite")

feeds = Table(
    "feeds",
    metadata,
    Column("id", _NUMBER, primary_key=True),
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
"""Every feed there ever was; removed ones stay, so that a list of feeds does not bring them back."""

feed_items = Table(
    "feed_items",
    metadata,
    Column("feed_id", _NUMBER, ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(32), primary_key=True),
    Column("mark", String(32), nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Index("ix_feed_items_seen_at", "seen_at"),
)
"""Entries that were read."""
