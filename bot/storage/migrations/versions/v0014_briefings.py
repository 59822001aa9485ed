"""Daily briefings of the top stories."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_ALERTS = sa.table("alerts", sa.column("briefing_at", sa.Integer))


def upgrade() -> None:
    """Add when a briefing comes, and when to look at it next."""
    op.add_column("alerts", sa.Column("briefing_at", sa.Integer))
    op.add_column("alerts", sa.Column("next_at", UtcDateTime))
    op.create_index("ix_alerts_next_at", "alerts", ["next_at"])


def downgrade() -> None:
    """Delete the briefings, which an earlier version would take for alerts, and the columns."""
    op.execute(sa.delete(_ALERTS).where(_ALERTS.c.briefing_at.is_not(None)))
    op.drop_index("ix_alerts_next_at", "alerts")
    op.drop_column("alerts", "next_at")
    op.drop_column("alerts", "briefing_at")
