"""Which version of the program read a text, so that an upgrade is no correction."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_READ = ("article_rows", "generations")


def upgrade() -> None:
    """Add the columns; stored texts were read by an earlier version."""
    for table in _READ:
        op.add_column(table, sa.Column("program", sa.String(32), nullable=False, server_default=""))
    reread = sa.Column("reread", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("article_revisions", reread)


def downgrade() -> None:
    """Drop the columns."""
    op.drop_column("article_revisions", "reread")
    for table in _READ:
        op.drop_column(table, "program")
