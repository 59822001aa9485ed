"""What is kept of a person, in the database."""

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import Alert
from bot.alerts.ports import ErasureReport
from bot.storage.alerts.queue import refresh
from bot.storage.alerts.store import alert_of, note_changes
from bot.storage.database import Database, chunks
from bot.storage.schema.admin import reports
from bot.storage.schema.alerts import alerts, chat_settings, chats, outbox, prompts
from bot.storage.schema.articles import answers, views


class SqlPersonStore:
    """`bot.alerts.ports.PersonStore` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def alerts(self, person_id: int) -> list[Alert]:
        """Return the alerts a person saved, for whatever chat, oldest first."""
        query = select(alerts).where(alerts.c.owner_id == person_id).order_by(alerts.c.id)
        async with self._database.read() as connection:
            return [alert_of(row) for row in await connection.execute(query)]

    async def erase(self, person_id: int) -> ErasureReport:
        """Delete all about a person at once: alerts, messages, settings, views, prompts, reports, their chat.

        A person's private chat has their own number. What others saved for groups stays.
        """
        mine = (alerts.c.owner_id == person_id) | (alerts.c.chat_id == person_id)
        async with self._database.write() as connection:
            rows = (await connection.execute(select(alerts.c.id, alerts.c.chat_id).where(mine))).all()
            messages = await _delete_alerts(connection, [row.id for row in rows])
            await refresh(connection, sorted({row.chat_id for row in rows}))
            left = await connection.execute(delete(outbox).where(outbox.c.chat_id == person_id))
            shown = await connection.execute(delete(views).where(views.c.chat_id == person_id))
            await connection.execute(delete(reports).where(reports.c.person_id == person_id))
            for table in (answers, prompts, chat_settings, chats):
                await connection.execute(delete(table).where(table.c.chat_id == person_id))
        await self._database.truncate_log()
        return ErasureReport(len(rows), messages + left.rowcount, shown.rowcount)


async def _delete_alerts(connection: AsyncConnection, ids: list[int]) -> int:
    """Delete alerts with every trace of what they told; return how many messages that were."""
    messages = 0
    for part in chunks(ids):
        told = outbox.c.alert_id.in_(part)
        messages += await connection.scalar(select(func.count()).select_from(outbox).where(told)) or 0
        await connection.execute(delete(outbox).where(told))
        await connection.execute(delete(alerts).where(alerts.c.id.in_(part)))
    await note_changes(connection, ids)
    return messages
