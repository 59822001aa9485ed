"""Tables of operators' actions and of users' reports."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, String, Table, Text, UniqueConstraint

from bot.storage.schema.base import ROW_ID, metadata
from bot.storage.schema.types import UtcDateTime

audit = Table(
    "audit",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("admin_id", BigInteger),
    Column("action", String(64), nullable=False),
    Column("detail", Text, nullable=False),
    sqlite_autoincrement=True,
)
"""Every action of an operator, in order."""

reports = Table(
    "reports",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("person_id", BigInteger, nullable=False),
    # The story's id at the time of the report; the story may have been merged into another since.
    Column("story_id", Text, nullable=False, index=True),
    Column("article_id", Text, nullable=False),
    Column("reason", String(16), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    UniqueConstraint("person_id", "story_id"),
    sqlite_autoincrement=True,
)
"""Open reports of wrong sources; closing a report deletes it."""

judgements = Table(
    "judgements",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("person_id", BigInteger, nullable=False, index=True),
    Column("view_id", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("language", String(16), nullable=False),
    Column("articles", JSON, nullable=False),
    Column("sentences", JSON, nullable=False),
    Column("good", Boolean, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    UniqueConstraint("person_id", "view_id"),
    sqlite_autoincrement=True,
)
"""Readers' judgements of answers, if the operator keeps them."""
