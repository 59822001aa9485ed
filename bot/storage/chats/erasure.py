"""A person's data in the database, and its erasure."""

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import Alert
from bot.alerts.ports import ErasureReport
from bot.storage.alerts import alert_of, log_changes
from bot.storage.chat_queue import refresh
from bot.storage.database import Database, chunks
from bot.storage.follow_state import delete_states
from bot.storage.purges import request_purge
from bot.storage.schema.admin import judgements, reports
from bot.storage.schema.alerts import alerts
from bot.storage.schema.chats import answers, chat_settings, chats, prompts, views
from bot.storage.schema.delivery import outbox
from bot.storage.schema.feeds import suggestions
from bot.storage.schema.inbox import updates


class SqlPersonStore:
    """Implements `bot.alerts.ports.PersonStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def alerts(self, person_id: int) -> list[Alert]:
        """Return the alerts a person owns, in any chat, oldest first."""
        query = select(alerts).where(alerts.c.owner_id == person_id).order_by(alerts.c.id)
        async with self._database.read() as connection:
            return [alert_of(row) for row in await connection.execute(query)]

    async def erase(self, person_id: int) -> ErasureReport:
        """Delete a person's alerts, messages, settings, views, prompts, reports, suggestions and chat.

        Asks for a purge of what files or the cluster still hold of the alerts, also of those deleted before.
        A private chat has its person's id. Other people's alerts in groups stay.
        """
        theirs = (alerts.c.owner_id == person_id) | (alerts.c.chat_id == person_id)
        async with self._database.write() as connection:
            rows = (await connection.execute(select(alerts.c.id, alerts.c.chat_id).where(theirs))).all()
            messages = await _delete_alerts(connection, [row.id for row in rows])
            await refresh(connection, sorted({row.chat_id for row in rows}))
            sent_to = select(outbox.c.alert_id).where(outbox.c.chat_id == person_id).distinct()
            await delete_states(connection, list(await connection.scalars(sent_to)))  # not followed any more
            remaining = await connection.execute(delete(outbox).where(outbox.c.chat_id == person_id))
            old_views = await connection.execute(delete(views).where(views.c.chat_id == person_id))
            for table in (reports, judgements, suggestions):
                await connection.execute(delete(table).where(table.c.person_id == person_id))
            handled = updates.c.handled_at.is_not(None)
            await connection.execute(delete(updates).where(updates.c.chat_id == person_id, handled))
            for table in (answers, prompts, chat_settings, chats):
                await connection.execute(delete(table).where(table.c.chat_id == person_id))
            await request_purge(connection)
        await self._database.truncate_log()
        return ErasureReport(len(rows), messages + remaining.rowcount, old_views.rowcount)


async def _delete_alerts(connection: AsyncConnection, ids: list[int]) -> int:
    """Delete alerts with all their messages; return the number of messages."""
    messages = 0
    for part in chunks(ids):
        theirs = outbox.c.alert_id.in_(part)
        messages += await connection.scalar(select(func.count()).select_from(outbox).where(theirs)) or 0
        await connection.execute(delete(outbox).where(theirs))
        await connection.execute(delete(alerts).where(alerts.c.id.in_(part)))
        await delete_states(connection, part)
    await log_changes(connection, ids)
    return messages
