"""Whether a chat wants Gregorian dates in a language with another calendar."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column(
        "chat_settings", sa.Column("gregorian", sa.Boolean, nullable=False, server_default=sa.false())
    )


def downgrade() -> None:
    """Remove the column."""
    op.drop_column("chat_settings", "gregorian")
