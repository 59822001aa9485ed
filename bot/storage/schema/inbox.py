"""The table of received updates, as SQLAlchemy Core sees it; `migrations/` makes it."""

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Text, text

from bot.storage.schema.base import metadata
from bot.storage.schema.types import UtcDateTime

_WAITING = text("handled_at IS NULL")
_HANDLED = text("handled_at IS NOT NULL")
_UNCLAIMED = text("handled_at IS NULL AND owner IS NULL")

updates = Table(
    "updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    # Of the content: Telegram may start to number updates again after a quiet week.
    Column("digest", String(64), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger),
    # "" once it is handled.
    Column("content", Text, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    # The slot of the process that handles it.
    Column("owner", Integer),
    # 1 from the first claim on: it may have begun. Each time it begins after it was cut off adds one.
    Column("attempts", Integer, nullable=False),
    Column("handled_at", UtcDateTime),
    Column("answer_id", BigInteger),
    Index(
        "ix_updates_waiting",
        "chat_id",
        "update_id",
        sqlite_where=_WAITING,
    ),
    # In the order in which updates are claimed.
    Index("ix_updates_unclaimed", "update_id", sqlite_where=_UNCLAIMED),
    Index("ix_updates_handled_at", "handled_at", sqlite_where=_HANDLED),
    Index("ix_updates_chat_id", "chat_id"),
)
"""Updates from Telegram, until they are handled; then their numbers, for two days."""
