"""Adds articles, their revisions, the change log, story redirects, views and answers."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, and the counter of the change log."""
    counters = op.create_table(
        "counters",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("value", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_counters"),
    )
    op.bulk_insert(counters, [{"name": "change", "value": 0}])
    op.create_table(
        "changes",
        sa.Column("number", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("article_id", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_changes"),
    )
    _create_articles()
    op.create_table(
        "article_revisions",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("published_at", UtcDateTime),
        sa.Column("ended_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", "revision", name="pk_article_revisions"),
    )
    op.create_table(
        "story_redirects",
        sa.Column("story_id", sa.Text, nullable=False),
        sa.Column("into", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("story_id", name="pk_story_redirects"),
    )
    op.create_index("ix_story_redirects_into", "story_redirects", ["into"])
    _create_views()


def _create_articles() -> None:
    op.create_table(
        "articles",
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
        sa.PrimaryKeyConstraint("key", name="pk_articles"),
        sa.UniqueConstraint("id", name="uq_articles_id"),
        sa.UniqueConstraint("change", name="uq_articles_change"),
    )
    for column in ("fingerprint", "story_id"):
        op.create_index(f"ix_articles_{column}", "articles", [column])
    for column in ("source", "address"):
        op.create_index(f"ix_articles_{column}", "articles", [column], postgresql_using="hash")


def _create_views() -> None:
    op.create_table(
        "views",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("saved_at", UtcDateTime, nullable=False),
        sa.Column("state", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_views"),
    )
    op.create_table(
        "answers",
        sa.Column("chat_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("question_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("answer_id", sa.BigInteger, nullable=False),
        sa.Column("saved_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "question_id", name="pk_answers"),
    )
    op.create_index("ix_views_chat_id", "views", ["chat_id"])
    op.create_index("ix_views_saved_at", "views", ["saved_at"])
    op.create_index("ix_answers_saved_at", "answers", ["saved_at"])


def downgrade() -> None:
    """Drop everything."""
    for table in (
        "answers",
        "views",
        "story_redirects",
        "article_revisions",
        "articles",
        "changes",
        "counters",
    ):
        op.drop_table(table)
