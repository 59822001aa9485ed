"""Prompts: what messages of the bot wait for, in the database."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, insert, select

from bot.chats.prompt import Prompt, PromptKind
from bot.storage.database import Database
from bot.storage.schema.chats import prompts


class SqlPromptStore:
    """Implements `bot.chats.ports.PromptStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(self, prompt: Prompt, *, chat_id: int, message_id: int, now: datetime) -> None:
        """Record what a message waits for, replacing an earlier prompt."""
        row = {
            "chat_id": chat_id,
            "message_id": message_id,
            "kind": prompt.kind.value,
            "about": prompt.about,
            "saved_at": now,
        }
        async with self._database.write() as connection:
            await connection.execute(delete(prompts).where(_of(chat_id, message_id)))
            await connection.execute(insert(prompts).values(row))

    async def get(self, *, chat_id: int, message_id: int) -> Prompt | None:
        """Return what a message waits for, or None."""
        async with self._database.read() as connection:
            row = (await connection.execute(select(prompts).where(_of(chat_id, message_id)))).first()
        return Prompt(PromptKind(row.kind), row.about) if row else None

    async def delete(self, *, chat_id: int, message_id: int) -> None:
        """Delete what a message waits for."""
        async with self._database.write() as connection:
            await connection.execute(delete(prompts).where(_of(chat_id, message_id)))

    async def forget_before(self, moment: datetime) -> int:
        """Delete prompts older than `moment`; return how many."""
        async with self._database.write() as connection:
            return (await connection.execute(delete(prompts).where(prompts.c.saved_at < moment))).rowcount


def _of(chat_id: int, message_id: int) -> ColumnElement[bool]:
    return and_(prompts.c.chat_id == chat_id, prompts.c.message_id == message_id)
