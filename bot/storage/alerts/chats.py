"""What is known of the chats messages go to, in the database."""

from datetime import datetime

from sqlalchemy import and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.outbox import OutboxState
from bot.errors import Localizable
from bot.storage.alerts.queue import SENDABLE, ensure_chats, refresh
from bot.storage.alerts.store import note_changes
from bot.storage.database import MAX_VALUES, Database
from bot.storage.schema.alerts import alerts, chat_settings, chats, outbox, prompts


class SqlChatBook:
    """`bot.chats.ports.ChatBook` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def hold(self, chat_id: int, *, until: datetime, reason: Localizable) -> None:
        """Have none of a chat's messages claimed before `until`; ends the leases of that chat's messages."""
        async with self._database.write() as connection:
            await _note(connection, chat_id, held_until=until, held_reason=reason)
            await _end_leases(connection, chat_id)
            await refresh(connection, [chat_id], free=True)

    async def suspend(self, chat_id: int, *, at: datetime, reason: Localizable) -> None:
        """Suspend a chat and its waiting and postponed messages; its alerts and settings are kept."""
        waiting = and_(outbox.c.chat_id == chat_id, outbox.c.state.in_(SENDABLE))
        async with self._database.write() as connection:
            await _note(connection, chat_id, suspended_at=at, suspended_reason=reason)
            await connection.execute(
                update(outbox)
                .where(waiting)
                .values(state=OutboxState.SUSPENDED.value, reason=reason, leased_until=None)
            )
            await refresh(connection, [chat_id], free=True)

    async def resume(self, chat_id: int) -> None:
        """Take a suspended chat up again; its suspended messages wait again."""
        suspended = and_(outbox.c.chat_id == chat_id, outbox.c.state == OutboxState.SUSPENDED.value)
        async with self._database.write() as connection:
            await connection.execute(
                update(chats)
                .where(chats.c.chat_id == chat_id)
                .values(suspended_at=None, suspended_reason=None)
            )
            await connection.execute(
                update(outbox).where(suspended).values(state=OutboxState.WAITING.value, reason=None)
            )
            await refresh(connection, [chat_id])

    async def drop_suspended(self, before: datetime) -> int:
        """Delete chats suspended before a moment, with alerts, messages, settings; return how many."""
        old = select(chats.c.chat_id).where(chats.c.suspended_at < before).limit(MAX_VALUES)
        async with self._database.write() as connection:
            ids = list(await connection.scalars(old))
            here = alerts.c.chat_id.in_(ids)
            await note_changes(connection, list(await connection.scalars(select(alerts.c.id).where(here))))
            for table in (alerts, outbox, prompts, chat_settings, chats):
                await connection.execute(delete(table).where(table.c.chat_id.in_(ids)))
        return len(ids)

    async def migrate(self, old_id: int, new_id: int) -> None:
        """Rewrite a chat's id everywhere: alerts, messages, settings; ends the leases of its messages."""
        if old_id == new_id:
            return
        async with self._database.write() as connection:
            await _end_leases(connection, old_id)
            await _move_alerts(connection, old_id, new_id)
            await _move_messages(connection, old_id, new_id)
            await _move_chat(connection, old_id, new_id)
            await connection.execute(delete(prompts).where(prompts.c.chat_id == old_id))
            await refresh(connection, [new_id], free=True)


async def _note(connection: AsyncConnection, chat_id: int, **values: object) -> None:
    await ensure_chats(connection, [chat_id])
    await connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(values))


async def _end_leases(connection: AsyncConnection, chat_id: int) -> None:
    await connection.execute(update(outbox).where(outbox.c.chat_id == chat_id).values(leased_until=None))


async def _move_alerts(connection: AsyncConnection, old_id: int, new_id: int) -> None:
    moved = list(await connection.scalars(select(alerts.c.id).where(alerts.c.chat_id == old_id)))
    await connection.execute(update(alerts).where(alerts.c.chat_id == old_id).values(chat_id=new_id))
    await note_changes(connection, moved)


async def _move_messages(connection: AsyncConnection, old_id: int, new_id: int) -> None:
    """What the new chat has been promised is not promised twice; what the old one was told stays as it is.

    A supergroup counts its messages anew: the number of an old message is another one's there.
    """
    there = outbox.alias("there")
    twin = select(there.c.id).where(
        there.c.chat_id == new_id,
        there.c.alert_id == outbox.c.alert_id,
        there.c.story_id == outbox.c.story_id,
    )
    await connection.execute(delete(outbox).where(outbox.c.chat_id == old_id, twin.exists()))
    moved = {"chat_id": new_id, "telegram_id": None, "edit_at": None}
    await connection.execute(update(outbox).where(outbox.c.chat_id == old_id).values(moved))


async def _move_chat(connection: AsyncConnection, old_id: int, new_id: int) -> None:
    """What the new chat has of its own stays."""
    for table in (chats, chat_settings):
        known = await connection.scalar(select(table.c.chat_id).where(table.c.chat_id == new_id))
        moved = delete(table) if known is not None else update(table).values(chat_id=new_id)
        await connection.execute(moved.where(table.c.chat_id == old_id))
    await ensure_chats(connection, [new_id])
