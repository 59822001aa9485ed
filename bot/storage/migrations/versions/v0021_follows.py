"""Followed stories: what is known of each, their developments, and which changed."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_ALERTS = sa.table("alerts", sa.column("follows", sa.Text))


def upgrade() -> None:
    """Add the column of alerts and the tables."""
    op.add_column("alerts", sa.Column("follows", sa.Text))
    op.create_index("ix_alerts_follows", "alerts", ["follows"])
    op.create_table(
        "follow_states",
        sa.Column("alert_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("known", sa.JSON, nullable=False),
        sa.Column("developed_at", UtcDateTime, nullable=False),
        sa.Column("ended", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("alert_id", name="pk_follow_states"),
    )
    op.create_table(
        "developments",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("alert_id", sa.BigInteger, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("keys", sa.JSON, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_developments"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_developments_alert_id", "developments", ["alert_id"])
    op.create_index("ix_developments_message", "developments", ["message"])
    op.create_table(
        "follow_checks",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("story_id", sa.Text, nullable=False),
        sa.Column("spread", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_follow_checks"),
        sa.UniqueConstraint("story_id", name="uq_follow_checks_story_id"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Delete the followed stories, which an earlier version would take for alerts, and their tables."""
    op.drop_table("follow_checks")
    op.drop_index("ix_developments_message", "developments")
    op.drop_index("ix_developments_alert_id", "developments")
    op.drop_table("developments")
    op.drop_table("follow_states")
    op.execute(sa.delete(_ALERTS).where(_ALERTS.c.follows.is_not(None)))
    op.drop_index("ix_alerts_follows", "alerts")
    op.drop_column("alerts", "follows")
