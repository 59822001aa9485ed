"""Adds the interface language that a chat chose, apart from the one detected from its users."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Move stored languages to `spoken`: they were detected, because there was no way to choose one."""
    op.add_column("chat_settings", sa.Column("spoken", sa.String(16)))
    op.execute("UPDATE chat_settings SET spoken = language, language = NULL")


def downgrade() -> None:
    """Keep the chosen language, or else the detected one."""
    op.execute("UPDATE chat_settings SET language = COALESCE(language, spoken)")
    op.drop_column("chat_settings", "spoken")
