"""Tables of articles, their revisions, and merged stories."""

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
    false,
    text,
)

from bot.storage.schema.base import metadata
from bot.storage.schema.types import UtcDateTime

_REPLACED = text("until IS NOT NULL")
_BROUGHT = text("generation IS NOT NULL")


def _article_columns() -> list[Column[Any]]:
    return [
        Column("key", Integer, primary_key=True),
        Column("id", Text, nullable=False),
        Column("revision", Integer, nullable=False),
        Column("fingerprint", String(64), nullable=False),
        # Hash of the raw record before analysis; "" if the record has to be analyzed again.
        Column("reading", String(64), nullable=False, server_default=""),
        # Number of the change that wrote this revision; rows of a generation count from its switch.
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
        # Who says which sentences; null if nobody has looked yet.
        Column("statements", JSON(none_as_null=True)),
        Column("removed", JSON, nullable=False),
        Column("extra", JSON, nullable=False),
    ]


articles = Table("articles", MetaData(), *_article_columns())
"""The live articles, each in its newest revision: a read-only view on `article_rows`."""

article_rows = Table(
    "article_rows",
    metadata,
    *_article_columns(),
    Column("generation", Integer, nullable=False, server_default="0"),
    Column("until", Integer),
    # Version of the program that read the text last; "" before versions were stored.
    Column("program", String(32), nullable=False, server_default=""),
    UniqueConstraint("generation", "id"),
    UniqueConstraint("generation", "change"),
    Index("ix_article_rows_id", "id"),
    Index("ix_article_rows_fingerprint", "fingerprint"),
    Index("ix_article_rows_story_id", "story_id"),
    Index("ix_article_rows_published_at", "published_at"),
    # Covers the columns that the corpus figures are counted from, because the rows hold whole texts.
    Index("ix_article_rows_figures", "sample", "publisher", "generation", "until"),
    # By hash on PostgreSQL: URLs and paths may be too long for its B-tree index.
    Index("ix_article_rows_source", "source"),
    Index("ix_article_rows_address", "address"),
    Index("ix_article_rows_until", "until", sqlite_where=_REPLACED),
)
"""Rows of live articles, of generations that aren't active (yet), and rows that the active one replaces.

Counter "generation" names the active generation. A row is live if its `generation` is 0 or the active one,
and its `until` is another.
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
    Column("language", String(16), nullable=False, server_default="und"),
    Column("publisher", Text),
    Column("url", Text),
    Column("address", Text),
    Column("story_id", Text),
    Column("sample", Boolean, nullable=False, server_default=false()),
    # The reload that brought the text, if it could still be undone when the text ended.
    Column("generation", Integer),
    Column("undone", Boolean, nullable=False, server_default=false()),
    # Whether another version of the program ended the text; the outlet may have changed nothing.
    Column("reread", Boolean, nullable=False, server_default=false()),
    Index("ix_article_revisions_ended_at", "ended_at", "id", "revision"),
    Index("ix_article_revisions_story_id", "story_id"),
    Index("ix_article_revisions_address", "address"),
    Index("ix_article_revisions_published_at", "published_at"),
    Index(
        "ix_article_revisions_generation",
        "generation",
        sqlite_where=_BROUGHT,
    ),
)
"""Texts that were replaced or removed; `undone` marks those that were live until a reload was undone."""

story_redirects = Table(
    "story_redirects",
    metadata,
    Column("story_id", Text, primary_key=True),
    Column("into", Text, nullable=False, index=True),
)
"""Stories that were merged into others; a redirect never leads to a redirect."""
