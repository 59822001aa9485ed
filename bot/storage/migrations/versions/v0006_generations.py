"""Adds generations of the corpus: staged rows next to live ones, and a view of the live rows."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_REPLACED = sa.text("until IS NOT NULL")
_NAMES = (
    "id, revision, fingerprint, change, story_id, source, url, address, title, text, language, author,"
    " dateline, publisher, published_at, published, sample, provenance, sentences, removed, extra"
)
_ACTIVE = "(SELECT value FROM counters WHERE name = 'generation')"
_BASE = "(SELECT base FROM switches WHERE number = (SELECT value FROM counters WHERE name = 'switch'))"
_CHANGE = f" change + CASE generation WHEN 0 THEN 0 ELSE {_BASE} END AS change,"
_VIEW = f"""
CREATE VIEW articles AS
SELECT "key", {_NAMES.replace(" change,", _CHANGE)}, reading
FROM article_rows
WHERE (+generation = 0 OR +generation = {_ACTIVE}) AND (until IS NULL OR until <> {_ACTIVE})
"""
# The plus keeps planners from looking rows up by generation, which nearly all rows share.


def _columns(*more: Any) -> list[Any]:
    return [
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("change", sa.BigInteger, nullable=False),
        sa.Column("story_id", sa.Text),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("address", sa.Text),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("author", sa.Text),
        sa.Column("dateline", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("published_at", UtcDateTime),
        sa.Column("published", sa.String(16), nullable=False),
        sa.Column("sample", sa.Boolean, nullable=False),
        sa.Column("provenance", sa.JSON, nullable=False),
        sa.Column("sentences", sa.JSON, nullable=False),
        sa.Column("removed", sa.JSON, nullable=False),
        sa.Column("extra", sa.JSON, nullable=False),
        *more,
    ]


def upgrade() -> None:
    """Move articles to a table that also holds other rows; make `articles` a view of the live ones."""
    op.create_table(
        "article_rows",
        *_columns(
            sa.Column("reading", sa.String(64), nullable=False, server_default=""),
            sa.Column("generation", sa.Integer, nullable=False, server_default="0"),
            sa.Column("until", sa.Integer),
            sa.PrimaryKeyConstraint("key", name="pk_article_rows"),
            sa.UniqueConstraint("generation", "id", name="uq_article_rows_generation_id"),
            sa.UniqueConstraint("generation", "change", name="uq_article_rows_generation_change"),
        ),
    )
    op.execute(f"INSERT INTO article_rows ({_NAMES}) SELECT {_NAMES} FROM articles ORDER BY change")
    op.drop_table("articles")
    _index("article_rows", "id", "fingerprint", "story_id")
    op.create_index(
        "ix_article_rows_until", "article_rows", ["until"], sqlite_where=_REPLACED, postgresql_where=_REPLACED
    )
    _create_generations()
    _create_reload_log()
    op.execute("INSERT INTO counters (name, value) VALUES ('generation', 0), ('switch', 0)")
    op.execute(_VIEW)


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])
    for column in ("source", "address"):
        op.create_index(f"ix_{table}_{column}", table, [column], postgresql_using="hash")


def _create_generations() -> None:
    op.create_table(
        "generations",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("admin_id", sa.BigInteger),
        sa.Column("started_at", UtcDateTime, nullable=False),
        sa.Column("ended_at", UtcDateTime),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("swept", sa.Boolean, nullable=False),
        sa.Column("report", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_generations"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "generation_changes",
        sa.Column("generation", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("position", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("article_id", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("generation", "position", name="pk_generation_changes"),
    )
    op.create_table(
        "switches",
        sa.Column("number", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("base", sa.BigInteger, nullable=False),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("back", sa.Boolean, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_switches"),
    )


def _create_reload_log() -> None:
    op.create_table(
        "file_marks",
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("articles", sa.Integer, nullable=False),
        sa.Column("leans", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("source", name="pk_file_marks"),
    )
    op.create_table(
        "rejects",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("line", sa.Integer),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rejects"),
    )
    op.create_index("ix_rejects_origin", "rejects", ["origin"])


def downgrade() -> None:
    """Keep only live articles; move the changes of generations to the change log."""
    op.create_table(
        "living",
        *_columns(
            sa.PrimaryKeyConstraint("key", name="pk_articles"),
            sa.UniqueConstraint("id", name="uq_articles_id"),
            sa.UniqueConstraint("change", name="uq_articles_change"),
        ),
    )
    op.execute(f"INSERT INTO living ({_NAMES}) SELECT {_NAMES} FROM articles ORDER BY change")
    op.execute("DROP VIEW articles")
    op.execute(
        "INSERT INTO changes (number, kind, article_id, at)"
        " SELECT s.base + c.position, c.kind, c.article_id, s.at"
        " FROM switches s JOIN generation_changes c ON c.generation = s.generation"
    )
    op.drop_table("article_rows")
    op.rename_table("living", "articles")
    _index("articles", "fingerprint", "story_id")
    op.drop_index("ix_rejects_origin", "rejects")
    for table in ("rejects", "file_marks", "switches", "generation_changes", "generations"):
        op.drop_table(table)
    op.execute("DELETE FROM counters WHERE name IN ('generation', 'switch')")
