"""The queue of chats: there is nothing to do for a chat before `chats.ready_at`.

Code that changes a chat's messages calls `refresh` in the same transaction. A `ready_at` that is too early is
harmless, because the next claim finds nothing and corrects it; one that is too late delays messages.
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, case, func, insert, null, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.outbox import OutboxState
from bot.storage.database import chunks
from bot.storage.schema.alerts import alerts
from bot.storage.schema.chats import chats
from bot.storage.schema.delivery import outbox

SENDABLE = (OutboxState.WAITING.value, OutboxState.POSTPONED.value)
"""States of messages that are sent when they are due."""
UNSENT = (*SENDABLE, OutboxState.SUSPENDED.value)
"""States of messages that may still be sent."""


async def refresh(connection: AsyncConnection, chat_ids: Sequence[int], *, free: bool = False) -> None:
    """Recompute `ready_at` of chats, inside a transaction.

    Args:
        free: Whether to end their leases.
    """
    for part in chunks(chat_ids):
        values: dict[str, object] = {"ready_at": _ready_at(free=free)}
        if free:
            values["leased_until"] = None
        await connection.execute(update(chats).where(chats.c.chat_id.in_(part)).values(values))


async def ensure_chats(connection: AsyncConnection, chat_ids: Sequence[int]) -> None:
    """Insert missing rows of chats, inside a transaction."""
    for part in chunks(sorted(set(chat_ids))):
        known = set(await connection.scalars(select(chats.c.chat_id).where(chats.c.chat_id.in_(part))))
        if missing := [{"chat_id": chat_id} for chat_id in part if chat_id not in known]:
            await connection.execute(insert(chats), missing)


def _ready_at(*, free: bool) -> ColumnElement[object]:
    first_due = _first_due()
    leased = [] if free else [(chats.c.leased_until.is_not(None), chats.c.leased_until)]
    held = (chats.c.held_until > first_due, chats.c.held_until)
    return case((chats.c.suspended_at.is_not(None), null()), *leased, held, else_=first_due)


def _first_due() -> ColumnElement[object]:
    """Return when a chat's first message or edit is due, skipping paused alerts and delaying muted ones."""
    muted = alerts.c.muted_until > outbox.c.due_at
    due = (
        select(func.min(case((muted, alerts.c.muted_until), else_=outbox.c.due_at)).label("at"))
        .join_from(outbox, alerts, alerts.c.id == outbox.c.alert_id)
        .where(outbox.c.chat_id == chats.c.chat_id, outbox.c.state.in_(SENDABLE), alerts.c.paused.is_(False))
        .correlate(chats)
    )
    edits = (
        select(func.min(outbox.c.edit_at))
        .where(
            outbox.c.chat_id == chats.c.chat_id,
            outbox.c.edit_at.is_not(None),
            outbox.c.state == OutboxState.SENT.value,
        )
        .correlate(chats)
    )
    both = union_all(due, edits).subquery()
    return select(func.min(both.c.at)).correlate(chats).scalar_subquery()
