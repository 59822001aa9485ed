"""Saved alerts, in the database."""

import secrets
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import Alert, AlertDraft, AlertId, Mode
from bot.alerts.ports import AlertChange, TooManyAlerts
from bot.delivery.outbox import OutboxState
from bot.storage.alerts.queue import refresh
from bot.storage.change_log import take_numbers
from bot.storage.database import Database, chunks
from bot.storage.schema.alerts import alert_changes, alerts, outbox
from bot.storage.schema.articles import counters

UNSENT = (OutboxState.WAITING.value, OutboxState.POSTPONED.value, OutboxState.SUSPENDED.value)
"""States of messages that may still be sent."""


class SqlAlertStore:
    """`bot.alerts.ports.AlertStore`, `ShareStore` and `AlertLog` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, draft: AlertDraft, *, most: int | None = None) -> Alert:
        """Save an alert; the same text for the same chat and topic returns the one there is, unchanged.

        Args:
            most: Alerts its owner may have, counted in the same transaction; None for any number.

        Raises:
            TooManyAlerts: The owner has as many.
        """
        same = select(alerts).where(
            alerts.c.chat_id == draft.chat_id,
            alerts.c.thread_id.is_not_distinct_from(draft.thread_id),
            alerts.c.text == draft.text,
        )
        async with self._database.write() as connection:
            row = (await connection.execute(same)).first()
            if row is None:
                await _room_for_one(connection, draft.owner_id, most)
                added = await connection.execute(insert(alerts).values(asdict(draft)).returning(alerts))
                row = added.one()
                await note_changes(connection, [row.id])
        return alert_of(row)

    async def get(self, alert_id: AlertId) -> Alert | None:
        """Return an alert, or None when it does not exist."""
        async with self._database.read() as connection:
            row = (await connection.execute(select(alerts).where(alerts.c.id == alert_id))).first()
        return alert_of(row) if row else None

    async def of_chat(self, chat_id: int) -> list[Alert]:
        """Return the alerts that report to a chat, oldest first."""
        query = select(alerts).where(alerts.c.chat_id == chat_id).order_by(alerts.c.id)
        async with self._database.read() as connection:
            return [alert_of(row) for row in await connection.execute(query)]

    async def restore(self, alert: Alert, *, most: int | None = None) -> None:
        """Bring a deleted alert back under its id; one that is there stays as it is.

        Raises:
            TooManyAlerts: The owner has `most` others.
        """
        async with self._database.write() as connection:
            there = await connection.scalar(select(alerts.c.id).where(alerts.c.id == alert.id))
            if there is None:
                await _room_for_one(connection, alert.owner_id, most)
                await connection.execute(insert(alerts).values(asdict(alert)))
                await note_changes(connection, [alert.id])

    async def share(self, alert_id: AlertId) -> str | None:
        """Return the word that leads to an alert, the same each time; None when it was deleted."""
        mine = alerts.c.id == alert_id
        async with self._database.write() as connection:
            unshared = update(alerts).where(mine, alerts.c.share.is_(None))
            await connection.execute(unshared.values(share=secrets.token_hex(8)))
            word: str | None = await connection.scalar(select(alerts.c.share).where(mine))
        return word

    async def shared(self, word: str) -> Alert | None:
        """Return the alert a word leads to, None when it was deleted or there is no such word."""
        async with self._database.read() as connection:
            row = (await connection.execute(select(alerts).where(alerts.c.share == word))).first()
        return alert_of(row) if row else None

    async def update(self, alert: Alert) -> None:
        """Store an alert anew under its id; one that is gone stays gone."""
        async with self._database.write() as connection:
            done = await connection.execute(
                update(alerts).where(alerts.c.id == alert.id).values(asdict(alert))
            )
            if done.rowcount:
                await note_changes(connection, [alert.id])
                await refresh(connection, [alert.chat_id])

    async def delete(self, alert_id: AlertId) -> None:
        """Delete an alert and its messages that are not sent yet."""
        unsent = delete(outbox).where(outbox.c.alert_id == alert_id, outbox.c.state.in_(UNSENT))
        async with self._database.write() as connection:
            gone = await connection.execute(delete(alerts).where(alerts.c.id == alert_id))
            if gone.rowcount:
                await connection.execute(unsent)
                await note_changes(connection, [alert_id])

    async def store_id(self) -> int:
        """Return a number that tells this database from any other."""
        mine = select(counters.c.value).where(counters.c.name == "store")
        async with self._database.read() as connection:
            known: int | None = await connection.scalar(mine)
        if known is not None:
            return known
        async with self._database.write() as connection:
            if (known := await connection.scalar(mine)) is None:
                known = secrets.randbelow(2**62)
                await connection.execute(insert(counters).values(name="store", value=known))
        return known

    async def changes(self, *, after: int, limit: int) -> list[AlertChange]:
        """Return the next changes to alerts, numbers ascending, each alert's last one only."""
        number = alert_changes.c.number
        query = (
            select(number, alert_changes.c.alert_id, alerts)
            .outerjoin_from(alert_changes, alerts, alerts.c.id == alert_changes.c.alert_id)
            .where(number > after)
            .order_by(number)
            .limit(limit)
        )
        async with self._database.read() as connection:
            rows = await connection.execute(query)
            return [
                AlertChange(row.number, AlertId(row.alert_id), alert_of(row) if row.id is not None else None)
                for row in rows
            ]


async def _room_for_one(connection: AsyncConnection, owner_id: int, most: int | None) -> None:
    mine = select(func.count()).select_from(alerts).where(alerts.c.owner_id == owner_id)
    if most is not None and (await connection.scalar(mine) or 0) >= most:
        raise TooManyAlerts(most)


async def note_changes(connection: AsyncConnection, alert_ids: Sequence[int]) -> None:
    """Give each alert a new place at the end of the change log, inside a transaction."""
    if not alert_ids:
        return
    for part in chunks(alert_ids):
        await connection.execute(delete(alert_changes).where(alert_changes.c.alert_id.in_(part)))
    numbers = await take_numbers(connection, len(alert_ids))
    lines = [
        {"alert_id": alert_id, "number": number} for alert_id, number in zip(alert_ids, numbers, strict=True)
    ]
    await connection.execute(insert(alert_changes), lines)


def alert_of(row: Row[Any]) -> Alert:
    """Return the alert a row of `alerts` holds."""
    return Alert(
        id=AlertId(row.id),
        chat_id=row.chat_id,
        thread_id=row.thread_id,
        owner_id=row.owner_id,
        text=row.text,
        created_at=row.created_at,
        language=row.language,
        zone=row.zone,
        mode=Mode(row.mode),
        paused=row.paused,
        muted_until=row.muted_until,
    )
