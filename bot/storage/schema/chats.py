"""Tables of chats: delivery state, settings, prompts, and the state behind buttons."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Integer, String, Table, Text, false

from bot.storage.schema.base import metadata
from bot.storage.schema.types import Reason, UtcDateTime

chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("held_until", UtcDateTime),
    Column("held_reason", Reason),
    Column("suspended_at", UtcDateTime),
    Column("suspended_reason", Reason),
    # When it was last resumed, and since when it had been suspended.
    Column("resumed_at", UtcDateTime),
    Column("suspended_before", UtcDateTime),
    # Until then nothing is due, or the chat is held or leased; NULL if suspended or without due messages.
    Column("ready_at", UtcDateTime, index=True),
    Column("leased_until", UtcDateTime),
)
"""Chats that have or had messages; ordered by `ready_at`, they form the delivery queue."""

chat_settings = Table(
    "chat_settings",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(16)),
    Column("spoken", String(16)),
    Column("zone", String(64)),
    Column("quiet_from", Integer),
    Column("quiet_until", Integer),
    Column("digest_at", Integer, nullable=False),
    Column("digest_weekday", Integer, nullable=False),
    Column("breaking", Boolean, nullable=False),
    Column("gregorian", Boolean, nullable=False, server_default=false()),
    Column("preferred", JSON, nullable=False),
    Column("muted", JSON, nullable=False),
    Column("languages", JSON, nullable=False),
)
"""Settings, as in `bot.chats.settings.ChatSettings`."""

prompts = Table(
    "prompts",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("about", Text, nullable=False),
    Column("saved_at", UtcDateTime, nullable=False, index=True),
)
"""Our messages that ask for a reply, and what the reply will mean."""

views = Table(
    "views",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("saved_at", UtcDateTime, nullable=False, index=True),
    Column("state", JSON, nullable=False),
)
"""What the buttons of a message refer to."""

answers = Table(
    "answers",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("question_id", BigInteger, primary_key=True, autoincrement=False),
    Column("answer_id", BigInteger, nullable=False),
    Column("saved_at", UtcDateTime, nullable=False, index=True),
)
"""Which message answers which question."""
