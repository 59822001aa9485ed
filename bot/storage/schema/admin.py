"""The tables of what admins do and are told, as SQLAlchemy Core sees them; `migrations/` makes them."""

from sqlalchemy import BigInteger, Column, Integer, String, Table, Text, UniqueConstraint

from bot.storage.schema.articles import metadata
from bot.storage.schema.types import UtcDateTime

_NUMBER = BigInteger().with_variant(Integer, "sqlite")

audit = Table(
    "audit",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("admin_id", BigInteger),
    Column("action", String(64), nullable=False),
    Column("detail", Text, nullable=False),
    sqlite_autoincrement=True,
)
"""Every action of an admin, in order."""

reports = Table(
    "reports",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("person_id", BigInteger, nullable=False),
    # As it was called then: it may have been merged into another since.
    Column("story_id", Text, nullable=False, index=True),
    Column("article_id", Text, nullable=False),
    Column("reason", String(16), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    UniqueConstraint("person_id", "story_id"),
    sqlite_autoincrement=True,
)
"""Open reports of wrong sources; those done with are deleted."""
