"""Replaces English reasons by catalogue keys with values; old sentences become values."""

import json
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_COLUMNS = (
    ("feeds", "problem"),
    ("rejects", "reason"),
    ("outbox", "reason"),
    ("chats", "held_reason"),
    ("chats", "suspended_reason"),
)
_GENERATIONS = sa.table("generations", sa.column("id", sa.Integer), sa.column("report", sa.JSON))
_VERBATIM = "why-said"


def upgrade() -> None:
    """Store each sentence as `["why-said", {"words": sentence}]`."""
    _rewrite(lambda words: json.dumps([_VERBATIM, {"words": words}], ensure_ascii=False) if words else "")


def downgrade() -> None:
    """Turn reasons into sentences: old ones as they were, others as key and values."""
    _rewrite(_sentence)


def _sentence(reason: str) -> str:
    if not reason:
        return ""
    key, values = json.loads(reason)
    if key == _VERBATIM:
        return str(values["words"])
    return " ".join([key, *(f"{name}={value}" for name, value in values.items())])


def _rewrite(change: Callable[[str], str]) -> None:
    database = op.get_bind()
    for table, name in _COLUMNS:
        column: sa.ColumnClause[str] = sa.column(name, sa.Text)
        rows = sa.table(table, column)
        for (words,) in database.execute(sa.select(column).where(column != "").distinct()).all():
            database.execute(sa.update(rows).where(column == words).values({name: change(words)}))
    for number, report in database.execute(sa.select(_GENERATIONS)).all():
        rewritten = report | {"reason": change(report.get("reason") or "")}
        database.execute(sa.update(_GENERATIONS).where(_GENERATIONS.c.id == number).values(report=rewritten))
