"""The tables of generations of the corpus, as SQLAlchemy Core sees them; `migrations/` makes them."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Index, Integer, String, Table, Text

from bot.storage.schema.articles import metadata
from bot.storage.schema.types import Reason, UtcDateTime

generations = Table(
    "generations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("origin", Text, nullable=False),
    Column("admin_id", BigInteger),
    Column("started_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("state", String(16), nullable=False),
    Column("swept", Boolean, nullable=False),
    Column("report", JSON, nullable=False),
    sqlite_autoincrement=True,
)
"""Every reload, with what became of it; `swept` once none of its rows is left in `article_rows`."""

generation_changes = Table(
    "generation_changes",
    metadata,
    Column("generation", Integer, primary_key=True, autoincrement=False),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("article_id", Text, nullable=False),
    Column("title", Text, nullable=False),
)
"""What a generation changes, in order; in force they are lines of the change log."""

switches = Table(
    "switches",
    metadata,
    # The last of its numbers: change `position` of the generation has number `base + position`.
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("base", BigInteger, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("back", Boolean, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
"""When generations came into force, and were taken back."""

file_marks = Table(
    "file_marks",
    metadata,
    Column("source", Text, primary_key=True),
    Column("mark", String(64), nullable=False),
    Column("articles", Integer, nullable=False),
    Column("leans", Boolean, nullable=False),
)
"""Files that were read whole, with a hash of their bytes; gone as soon as one of their articles changes.

`leans`: what came of it hangs on other files too, as a text or an id stands in both.
"""

rejects = Table(
    "rejects",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("origin", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("line", Integer),
    Column("reason", Reason, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index("ix_rejects_origin", "origin"),
)
"""What could not be taken in at the last read of each origin, and why."""
