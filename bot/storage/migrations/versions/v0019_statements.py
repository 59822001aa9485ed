"""Adds who says what in an article."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_NAMES = (
    "id, revision, fingerprint, change, story_id, source, url, address, title, text, language, author,"
    " dateline, publisher, published_at, published, sample, provenance, sentences, removed, extra"
)
_ACTIVE = "(SELECT value FROM counters WHERE name = 'generation')"
_BASE = "(SELECT base FROM switches WHERE number = (SELECT value FROM counters WHERE name = 'switch'))"
_CHANGE = f" change + CASE generation WHEN 0 THEN 0 ELSE {_BASE} END AS change,"


def _view(more: str = "") -> str:
    # The plus keeps planners from looking rows up by generation, which nearly all rows share.
    return f"""
CREATE VIEW articles AS
SELECT "key", {_NAMES.replace(" change,", _CHANGE)}, reading{more}
FROM article_rows
WHERE (+generation = 0 OR +generation = {_ACTIVE}) AND (until IS NULL OR until <> {_ACTIVE})
"""


def upgrade() -> None:
    """Add the column, empty for stored articles, and make the view of the live articles show it."""
    op.execute("DROP VIEW articles")
    op.add_column("article_rows", sa.Column("statements", sa.JSON))
    op.execute(_view(", statements"))


def downgrade() -> None:
    """Drop the column."""
    op.execute("DROP VIEW articles")
    op.drop_column("article_rows", "statements")
    op.execute(_view())
