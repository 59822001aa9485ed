"""The tables of articles and conversations, as SQLAlchemy Core sees them; `migrations/` makes them."""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.storage.schema.types import UtcDateTime

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

_REPLACED = text("until IS NOT NULL")

counters = Table(
    "counters",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", BigInteger, nullable=False),
)
"""Numbers given out inside a transaction, so that they follow commit order and leave no gap."""

changes = Table(
    "changes",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("article_id", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)


def _article_columns() -> list[Column[Any]]:
    return [
        Column("key", Integer, primary_key=True),
        Column("id", Text, nullable=False),
        Column("revision", Integer, nullable=False),
        Column("fingerprint", String(64), nullable=False),
        # Of what the reader gave, before any analysis; "" when it is not to be trusted.
        Column("reading", String(64), nullable=False, server_default=""),
        # Number of the change that brought this revision.
        Column("change", BigInteger, nullable=False),
        Column("story_id", Text),
        Column("source", Text, nullable=False),
        Column("url", Text),
        Column("address", Text),
        Column("title", Text, nullable=False),
        Column("text", Text, nullable=False),
        Column("language", String(16), nullable=False),
        Column("author", Text),
        Column("dateline", Text),
        Column("publisher", Text),
        Column("published_at", UtcDateTime),
        Column("published", String(16), nullable=False),
        Column("sample", Boolean, nullable=False),
        Column("provenance", JSON, nullable=False),
        Column("sentences", JSON, nullable=False),
        Column("removed", JSON, nullable=False),
        Column("extra", JSON, nullable=False),
    ]


articles = Table("articles", MetaData(), *_article_columns())
"""The live articles, each in its newest revision: a view on `article_rows`, to be read only."""

article_rows = Table(
    "article_rows",
    metadata,
    *_article_columns(),
    Column("generation", Integer, nullable=False, server_default="0"),
    Column("until", Integer),
    UniqueConstraint("generation", "id"),
    UniqueConstraint("generation", "change"),
    Index("ix_article_rows_id", "id"),
    Index("ix_article_rows_fingerprint", "fingerprint"),
    Index("ix_article_rows_story_id", "story_id"),
    Index("ix_article_rows_published_at", "published_at"),
    # All that the corpus in figures is counted from; the rows themselves hold whole texts.
    Index("ix_article_rows_figures", "sample", "publisher", "generation", "until"),
    # Addresses and paths may be longer than an entry of PostgreSQL's ordered index; its hash index holds any.
    Index("ix_article_rows_source", "source", postgresql_using="hash"),
    Index("ix_article_rows_address", "address", postgresql_using="hash"),
    Index("ix_article_rows_until", "until", sqlite_where=_REPLACED, postgresql_where=_REPLACED),
)
"""Live articles, those of a generation that is not in force (yet), and those it puts aside.

A row lives while its `generation` is 0 or the one in force (counter "generation"), and `until` is not.
Rows of a generation count their changes from its switch.
"""

article_revisions = Table(
    "article_revisions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("fingerprint", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("published_at", UtcDateTime),
    Column("ended_at", UtcDateTime, nullable=False),
)
"""Texts that were replaced or removed."""

story_redirects = Table(
    "story_redirects",
    metadata,
    Column("story_id", Text, primary_key=True),
    Column("into", Text, nullable=False, index=True),
)
"""Stories that were merged into others; a redirect never leads to a redirect."""

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
"""Which message answers which."""
