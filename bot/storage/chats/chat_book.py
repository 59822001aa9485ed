"""Delivery to a chat: holds, suspends, resumes and migrates it, in the database."""

from datetime import datetime, timedelta

from sqlalchemy import and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.outbox import OutboxState
from bot.errors import Localizable
from bot.storage.alerts import delete_alerts, log_changes
from bot.storage.chat_queue import SENDABLE, ensure_chats, refresh
from bot.storage.database import MAX_VALUES, Database
from bot.storage.follow_state import delete_states, unite_follows
from bot.storage.schema.alerts import alerts
from bot.storage.schema.chats import chat_settings, chats, prompts
from bot.storage.schema.delivery import outbox

RELAPSE = timedelta(minutes=10)
"""A chat that is suspended again this soon after it was resumed has been shut all along."""


class SqlChatBook:
    """Implements `bot.chats.ports.ChatBook`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def hold(self, chat_id: int, *, until: datetime, reason: Localizable) -> None:
        """Let nothing be claimed for a chat before `until`, and end its lease."""
        async with self._database.write() as connection:
            await _update_chat(connection, chat_id, held_until=until, held_reason=reason)
            await _end_leases(connection, chat_id)
            await refresh(connection, [chat_id], free=True)

    async def suspend(self, chat_id: int, *, at: datetime, reason: Localizable) -> None:
        """Suspend a chat with its waiting and postponed messages; keep its alerts and settings.

        A muted group is resumed by each message of its members and suspended again; its time goes on.
        """
        waiting = and_(outbox.c.chat_id == chat_id, outbox.c.state.in_(SENDABLE))
        async with self._database.write() as connection:
            since = await _suspended_since(connection, chat_id, at)
            await _update_chat(connection, chat_id, suspended_at=since, suspended_reason=reason)
            await connection.execute(
                update(outbox)
                .where(waiting)
                .values(state=OutboxState.SUSPENDED.value, reason=reason, leased_until=None)
            )
            await refresh(connection, [chat_id], free=True)

    async def resume(self, chat_id: int, *, at: datetime) -> bool:
        """Resume a suspended chat; its suspended messages wait again. Return whether it was suspended."""
        known = select(chats.c.suspended_at).where(chats.c.chat_id == chat_id)
        rows = await self._database.rows(known)
        since = rows[0].suspended_at if rows else None
        if since is None:
            return False
        resumed = {
            "suspended_at": None,
            "suspended_reason": None,
            "resumed_at": at,
            "suspended_before": since,
        }
        suspended = and_(outbox.c.chat_id == chat_id, outbox.c.state == OutboxState.SUSPENDED.value)
        async with self._database.write() as connection:
            await connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(resumed))
            await connection.execute(
                update(outbox).where(suspended).values(state=OutboxState.WAITING.value, reason=None)
            )
            await refresh(connection, [chat_id])
        return True

    async def drop_suspended(self, before: datetime) -> int:
        """Delete chats suspended before a time, with their alerts, messages and settings; return how many."""
        old = select(chats.c.chat_id).where(chats.c.suspended_at < before).limit(MAX_VALUES)
        async with self._database.write() as connection:
            ids = list(await connection.scalars(old))
            theirs = select(alerts.c.id).where(alerts.c.chat_id.in_(ids))
            alert_ids = list(await connection.scalars(theirs))
            await log_changes(connection, alert_ids)
            await delete_states(connection, alert_ids)
            for table in (alerts, outbox, prompts, chat_settings, chats):
                await connection.execute(delete(table).where(table.c.chat_id.in_(ids)))
        return len(ids)

    async def migrate(self, old_id: int, new_id: int) -> None:
        """Change a chat's id in alerts, messages and settings, and end its lease."""
        if old_id == new_id:
            return
        async with self._database.write() as connection:
            await _end_leases(connection, old_id)
            await _move_alerts(connection, old_id, new_id)
            await _move_messages(connection, old_id, new_id)
            await _move_chat(connection, old_id, new_id)
            await connection.execute(delete(prompts).where(prompts.c.chat_id == old_id))
            await refresh(connection, [new_id], free=True)


async def _suspended_since(connection: AsyncConnection, chat_id: int, at: datetime) -> datetime:
    """Return since when a chat that is suspended now has been: longer if it was resumed only lately."""
    columns = (chats.c.suspended_at, chats.c.resumed_at, chats.c.suspended_before)
    row = (await connection.execute(select(*columns).where(chats.c.chat_id == chat_id))).first()
    since: datetime = at
    if row is not None and row.suspended_at is not None:
        since = min(row.suspended_at, at)
    elif row is not None and row.resumed_at is not None and at - row.resumed_at < RELAPSE:
        since = row.suspended_before
    return since


async def _update_chat(connection: AsyncConnection, chat_id: int, **values: object) -> None:
    await ensure_chats(connection, [chat_id])
    await connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(values))


async def _end_leases(connection: AsyncConnection, chat_id: int) -> None:
    await connection.execute(update(outbox).where(outbox.c.chat_id == chat_id).values(leased_until=None))


async def _move_alerts(connection: AsyncConnection, old_id: int, new_id: int) -> None:
    moved = list(await connection.scalars(select(alerts.c.id).where(alerts.c.chat_id == old_id)))
    theirs = select(alerts.c.follows).where(alerts.c.chat_id == old_id, alerts.c.follows.is_not(None))
    followed = list(await connection.scalars(theirs.distinct()))
    await connection.execute(update(alerts).where(alerts.c.chat_id == old_id).values(chat_id=new_id))
    await log_changes(connection, moved)
    await delete_alerts(connection, await unite_follows(connection, new_id, followed))


async def _move_messages(connection: AsyncConnection, old_id: int, new_id: int) -> None:
    """Move messages, dropping those that the new chat has already.

    Telegram's ids are cleared, because a supergroup numbers its messages from 1 again.
    """
    existing = outbox.alias("existing")
    duplicate = select(existing.c.id).where(
        existing.c.chat_id == new_id,
        existing.c.alert_id == outbox.c.alert_id,
        existing.c.story_id == outbox.c.story_id,
    )
    await connection.execute(delete(outbox).where(outbox.c.chat_id == old_id, duplicate.exists()))
    moved = {"chat_id": new_id, "telegram_id": None, "edit_at": None}
    await connection.execute(update(outbox).where(outbox.c.chat_id == old_id).values(moved))


async def _move_chat(connection: AsyncConnection, old_id: int, new_id: int) -> None:
    """Move state and settings; those of the new chat win."""
    for table in (chats, chat_settings):
        known = await connection.scalar(select(table.c.chat_id).where(table.c.chat_id == new_id))
        moved = delete(table) if known is not None else update(table).values(chat_id=new_id)
        await connection.execute(moved.where(table.c.chat_id == old_id))
    await ensure_chats(connection, [new_id])
