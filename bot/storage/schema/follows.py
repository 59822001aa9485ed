"""Tables of followed stories: what is known, what messages report, and which stories changed."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Table, Text, false

from bot.storage.schema.base import ROW_ID, metadata
from bot.storage.schema.types import UtcDateTime

follow_states = Table(
    "follow_states",
    metadata,
    Column("alert_id", BigInteger, primary_key=True, autoincrement=False),
    Column("known", JSON, nullable=False),
    Column("developed_at", UtcDateTime, nullable=False),
    Column("ended", Boolean, nullable=False, server_default=false()),
)
"""Of every followed story: keys of the facts that are known, when it last developed, and whether it ended."""

developments = Table(
    "developments",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("alert_id", BigInteger, nullable=False, index=True),
    # `story_id` of the outbox's message that reports it.
    Column("message", Text, nullable=False, index=True),
    Column("keys", JSON, nullable=False),
    Column("content", JSON, nullable=False),
    sqlite_autoincrement=True,
)
"""Developments that messages about followed stories report."""

follow_checks = Table(
    "follow_checks",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("story_id", Text, nullable=False, unique=True),
    Column("spread", BigInteger, nullable=False),
    Column("quiet", JSON, nullable=False, server_default="[]"),
    sqlite_autoincrement=True,
)
"""Followed stories that changed: a new row for each change, in place of the one before.

`spread` is the last alert id that was processed, `quiet` the articles of which followers get no message.
"""
