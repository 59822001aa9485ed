"""Readers' judgements of answers."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema.types import UtcDateTime

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "judgements",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("person_id", sa.BigInteger, nullable=False),
        sa.Column("view_id", sa.String(16), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("articles", sa.JSON, nullable=False),
        sa.Column("sentences", sa.JSON, nullable=False),
        sa.Column("good", sa.Boolean, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
        sa.UniqueConstraint("person_id", "view_id", name="uq_judgements_person_id_view_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_judgements_person_id", "judgements", ["person_id"])


def downgrade() -> None:
    """Remove the table."""
    op.drop_index("ix_judgements_person_id", "judgements")
    op.drop_table("judgements")
