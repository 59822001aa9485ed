"""Tables of generations: reloads and their changes, known files, and rejects."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Index, Integer, String, Table, Text

from bot.storage.schema.base import metadata
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
    # Version of the program that read it; "" before versions were stored.
    Column("program", String(32), nullable=False, server_default=""),
    sqlite_autoincrement=True,
)
"""Every reload and its outcome; `swept` is true once none of its rows is in `article_rows`."""

generation_changes = Table(
    "generation_changes",
    metadata,
    Column("generation", Integer, primary_key=True, autoincrement=False),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("article_id", Text, nullable=False),
    Column("title", Text, nullable=False),
)
"""The changes of a generation, in order; part of the change log while the generation is active."""

switches = Table(
    "switches",
    metadata,
    # Number of its last change; the generation's change at `position` has number `base + position`.
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("base", BigInteger, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("back", Boolean, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
"""When generations were activated, and undone (`back`)."""

file_marks = Table(
    "file_marks",
    metadata,
    Column("source", Text, primary_key=True),
    Column("mark", String(64), nullable=False),
    Column("articles", Integer, nullable=False),
    Column("leans", Boolean, nullable=False),
)
"""Files that were read to their end, with a hash of their bytes; deleted when one of their articles changes.

`leans`: other files contain the same texts or ids, so that the result depends on them too.
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
"""Records that were rejected at the last read of each origin, and why."""
