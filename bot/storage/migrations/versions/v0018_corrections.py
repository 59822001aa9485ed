"""What corrections need: where archived texts are from, and which of them ended because of an undo."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_TABLE = "article_revisions"
_KNOWN = sa.text("generation IS NOT NULL")
_KEPT = ("language", "publisher", "url", "story_id", "sample")
_INDEXES = {
    "ended_at": ["ended_at", "id", "revision"],
    "story_id": ["story_id"],
    "published_at": ["published_at"],
}


def upgrade() -> None:
    """Add the columns; fill them from the articles that are still there."""
    op.add_column(_TABLE, sa.Column("language", sa.String(16), nullable=False, server_default="und"))
    for name in ("publisher", "url", "story_id"):
        op.add_column(_TABLE, sa.Column(name, sa.Text))
    op.add_column(_TABLE, sa.Column("sample", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column(_TABLE, sa.Column("generation", sa.Integer))
    op.add_column(_TABLE, sa.Column("undone", sa.Boolean, nullable=False, server_default=sa.false()))
    live = "(SELECT {0} FROM articles WHERE articles.id = article_revisions.id)"
    columns = ", ".join(f"{name} = {live.format(name)}" for name in _KEPT)
    op.execute(f"UPDATE {_TABLE} SET {columns} WHERE id IN (SELECT id FROM articles)")
    # An undo archived its texts with the time at which it ended its reload.
    undone = "(SELECT ended_at FROM generations WHERE state = 'undone' AND ended_at IS NOT NULL)"
    op.execute(f"UPDATE {_TABLE} SET undone = {sa.true().compile(op.get_bind())} WHERE ended_at IN {undone}")
    for name, columns_ in _INDEXES.items():
        op.create_index(f"ix_{_TABLE}_{name}", _TABLE, columns_)
    op.create_index(
        f"ix_{_TABLE}_generation", _TABLE, ["generation"], sqlite_where=_KNOWN, postgresql_where=_KNOWN
    )


def downgrade() -> None:
    """Remove the columns."""
    for name in ("generation", *_INDEXES):
        op.drop_index(f"ix_{_TABLE}_{name}", _TABLE)
    for name in ("undone", "generation", *reversed(_KEPT)):
        op.drop_column(_TABLE, name)
