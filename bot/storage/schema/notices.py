"""The table of what processes tell each other, as SQLAlchemy Core sees it; `migrations/` makes it."""

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table

from bot.storage.schema.base import metadata
from bot.storage.schema.types import UtcDateTime

notices = Table(
    "notices",
    metadata,
    # Ascending in commit order, because one transaction writes at a time.
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("process", String(40), nullable=False),
    Column("kind", String(8), nullable=False),
    # The Telegram id of a chat or user.
    Column("about", BigInteger, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Index("ix_notices_expires_at", "expires_at"),
    sqlite_autoincrement=True,
)
"""What matters for a short time: chats that Telegram asked to leave alone, requests that count."""
