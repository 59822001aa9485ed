"""The tables of what admins do, as SQLAlchemy Core sees them; `migrations/` makes them."""

from sqlalchemy import BigInteger, Column, Integer, String, Table, Text

from bot.storage.tables import metadata
from bot.storage.types import UtcDateTime

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
