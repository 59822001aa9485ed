"""Tables of the change log: the changes, and the counters that number them."""

from sqlalchemy import BigInteger, Column, String, Table, Text

from bot.storage.schema.base import metadata
from bot.storage.schema.types import UtcDateTime

counters = Table(
    "counters",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", BigInteger, nullable=False),
)
"""Named numbers; "change" is the number of the newest change.

It advances inside a transaction, so that changes are numbered in commit order and without gaps.
"""

changes = Table(
    "changes",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("article_id", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
"""Articles added, changed, removed and moved to other stories.

Not those that generations add, change and remove: their changes are in `generation_changes`.
"""
