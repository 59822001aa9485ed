"""The language a chat chose, apart from the one it was heard to speak."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Until now nobody could choose: what stands there was heard."""
    op.add_column("chat_settings", sa.Column("spoken", sa.String(16)))
    op.execute("UPDATE chat_settings SET spoken = language, language = NULL")


def downgrade() -> None:
    """Keep one language: the chosen one, else the one heard."""
    op.execute("UPDATE chat_settings SET language = COALESCE(language, spoken)")
    op.drop_column("chat_settings", "spoken")
