"""Addresses of old versions, to find withdrawn articles by; quiet articles of followed stories."""

import sqlalchemy as sa
from alembic import op

from bot.corpus.urls import url_key

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_ROWS = 1_000


def upgrade() -> None:
    """Add the columns, and compute the addresses of stored versions."""
    op.add_column("article_revisions", sa.Column("address", sa.Text))
    op.add_column("follow_checks", sa.Column("quiet", sa.JSON, nullable=False, server_default="[]"))
    _fill(op.get_bind())
    op.create_index("ix_article_revisions_address", "article_revisions", ["address"], postgresql_using="hash")


def _fill(connection: sa.Connection) -> None:
    names = ("id", "revision", "url", "address")
    revisions = sa.table("article_revisions", *(sa.column(name) for name in names))
    # By primary key: there is no index on URLs, so an update by URL would read the whole table.
    this = (revisions.c.id == sa.bindparam("of_id"), revisions.c.revision == sa.bindparam("of_revision"))
    statement = sa.update(revisions).where(*this).values(address=sa.bindparam("key"))
    urls = sa.select(revisions.c.id, revisions.c.revision, revisions.c.url).where(
        revisions.c.url.is_not(None)
    )
    for part in connection.execute(urls).partitions(_ROWS):
        values = [{"of_id": row.id, "of_revision": row.revision, "key": url_key(row.url)} for row in part]
        connection.execute(statement, values)


def downgrade() -> None:
    """Drop the columns."""
    op.drop_index("ix_article_revisions_address", "article_revisions")
    op.drop_column("follow_checks", "quiet")
    op.drop_column("article_revisions", "address")
