"""Tables of alerts and their changes."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, String, Table, Text, true

from bot.storage.schema.base import ROW_ID, metadata
from bot.storage.schema.types import UtcDateTime

alerts = Table(
    "alerts",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("thread_id", BigInteger),
    Column("owner_id", BigInteger, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("language", String(16)),
    Column("zone", String(64), nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("muted_until", UtcDateTime),
    # The last pause or mute; `silent_until` is null while it is a pause that goes on.
    Column("silent_from", UtcDateTime),
    Column("silent_until", UtcDateTime),
    Column("mode", String(8), nullable=False, server_default="now"),
    Column("share", String(16), index=True),
    Column("briefing_at", Integer),
    Column("differences", Boolean, nullable=False, server_default=true()),
    Column("follows", Text, index=True),
    # Before this there is nothing to do for a briefing or a followed story; null for other alerts.
    Column("next_at", UtcDateTime, index=True),
    sqlite_autoincrement=True,
)

purges = Table(
    "purges",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    sqlite_autoincrement=True,
)
"""Requests to purge deleted alerts from files and the cluster, until that is done."""

alert_changes = Table(
    "alert_changes",
    metadata,
    Column("alert_id", BigInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger, nullable=False, unique=True),
)
"""The latest change of each alert, deleted ones included; numbered by the same counter as articles."""
