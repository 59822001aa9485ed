"""Saved alerts, in the database."""

import secrets
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import Alert, AlertDraft, AlertId, Mode
from bot.alerts.ports import AlertChange, TooManyAlerts
from bot.storage.change_log import take_numbers
from bot.storage.chat_queue import UNSENT, refresh
from bot.storage.database import Database, change_among, rows_among
from bot.storage.follow_state import current_story, drop_unsent, record_checks
from bot.storage.named_values import SqlNamedValues
from bot.storage.schema.alerts import alert_changes, alerts
from bot.storage.schema.delivery import outbox
from bot.stories.story import StoryId


class SqlAlertStore:
    """Implements `bot.alerts.ports.AlertStore`, `ShareStore` and `AlertLog`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, draft: AlertDraft, *, most: int | None = None) -> Alert:
        """Save an alert and return it; return the existing one if chat, topic and text are the same.

        Args:
            most: Limit of alerts per owner, checked in the same transaction; None for no limit.

        Raises:
            TooManyAlerts: The owner has reached the limit.
        """
        same = select(alerts).where(
            alerts.c.chat_id == draft.chat_id,
            alerts.c.thread_id.is_not_distinct_from(draft.thread_id),
            alerts.c.text == draft.text,
            alerts.c.briefing_at.is_not_distinct_from(draft.briefing_at),
            alerts.c.follows.is_(None),
        )
        async with self._database.write() as connection:
            row = (await connection.execute(same)).first()
            if row is None:
                await check_limit(connection, draft.owner_id, most)
                added = await connection.execute(insert(alerts).values(alert_values(draft)).returning(alerts))
                row = added.one()
                await log_changes(connection, [row.id])
        return alert_of(row)

    async def get(self, alert_id: AlertId) -> Alert | None:
        """Return an alert, or None if it doesn't exist."""
        async with self._database.read() as connection:
            row = (await connection.execute(select(alerts).where(alerts.c.id == alert_id))).first()
        return alert_of(row) if row else None

    async def of_chat(self, chat_id: int) -> list[Alert]:
        """Return a chat's alerts, oldest first."""
        query = select(alerts).where(alerts.c.chat_id == chat_id).order_by(alerts.c.id)
        async with self._database.read() as connection:
            return [alert_of(row) for row in await connection.execute(query)]

    async def restore(self, alert: Alert, *, most: int | None = None) -> None:
        """Restore a deleted alert under its id; leave it alone if it exists.

        Raises:
            TooManyAlerts: The owner has reached the limit.
        """
        async with self._database.write() as connection:
            if alert.follows:
                alert = replace(alert, follows=await current_story(connection, alert.follows))
            existing = await connection.scalar(select(alerts.c.id).where(_same_id_or_story(alert)))
            if existing is None:
                await check_limit(connection, alert.owner_id, most)
                await connection.execute(insert(alerts).values(alert_values(alert)))
                await log_changes(connection, [alert.id])
                await record_checks(connection, [alert.follows] if alert.follows else [])

    async def share(self, alert_id: AlertId) -> str | None:
        """Return an alert's permanent share code; None if the alert is deleted."""
        this = alerts.c.id == alert_id
        async with self._database.write() as connection:
            unshared = update(alerts).where(this, alerts.c.share.is_(None))
            await connection.execute(unshared.values(share=secrets.token_hex(8)))
            code: str | None = await connection.scalar(select(alerts.c.share).where(this))
        return code

    async def shared(self, code: str) -> Alert | None:
        """Return the alert with a share code, or None if there is none."""
        async with self._database.read() as connection:
            row = (await connection.execute(select(alerts).where(alerts.c.share == code))).first()
        return alert_of(row) if row else None

    async def update(self, alert: Alert) -> None:
        """Overwrite the alert with the same id, if it exists."""
        async with self._database.write() as connection:
            updated = await connection.execute(
                update(alerts).where(alerts.c.id == alert.id).values(alert_values(alert))
            )
            if updated.rowcount:
                await log_changes(connection, [alert.id])
                await refresh(connection, [alert.chat_id])

    async def delete(self, alert_id: AlertId) -> None:
        """Delete an alert and its unsent messages."""
        async with self._database.write() as connection:
            await delete_alerts(connection, [alert_id])

    async def store_id(self) -> int:
        """Return a number that identifies this database for as long as it exists."""
        return await SqlNamedValues(self._database).store_id()

    async def changes(self, *, after: int, limit: int) -> list[AlertChange]:
        """Return the next changes by ascending number, only the latest for each alert with a query."""
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
                AlertChange(row.number, AlertId(row.alert_id), alert_of(row) if _matches_words(row) else None)
                for row in rows
            ]


async def delete_alerts(connection: AsyncConnection, alert_ids: Sequence[int]) -> None:
    """Delete alerts and their unsent messages, inside a transaction."""
    rows = await rows_among(connection, select(alerts.c.id), alerts.c.id, alert_ids)
    if ids := [row.id for row in rows]:
        await drop_unsent(connection, ids)
        await change_among(connection, delete(alerts), alerts.c.id, ids)
        unsent = delete(outbox).where(outbox.c.state.in_(UNSENT))
        await change_among(connection, unsent, outbox.c.alert_id, ids)
        await log_changes(connection, ids)


async def check_limit(connection: AsyncConnection, owner_id: int, most: int | None) -> None:
    owned = select(func.count()).select_from(alerts).where(alerts.c.owner_id == owner_id)
    if most is not None and (await connection.scalar(owned) or 0) >= most:
        raise TooManyAlerts(most)


async def log_changes(connection: AsyncConnection, alert_ids: Sequence[int]) -> None:
    """Move alerts to the end of the change log, inside a transaction."""
    if not alert_ids:
        return
    await change_among(connection, delete(alert_changes), alert_changes.c.alert_id, alert_ids)
    numbers = await take_numbers(connection, len(alert_ids))
    lines = [
        {"alert_id": alert_id, "number": number} for alert_id, number in zip(alert_ids, numbers, strict=True)
    ]
    await connection.execute(insert(alert_changes), lines)


def follows_same(alert: Alert | AlertDraft) -> ColumnElement[bool]:
    """Return the condition that a row follows the same story for the same chat and topic."""
    return and_(
        alerts.c.chat_id == alert.chat_id,
        alerts.c.thread_id.is_not_distinct_from(alert.thread_id),
        alerts.c.follows == alert.follows,
    )


def _same_id_or_story(alert: Alert) -> ColumnElement[bool]:
    same_id = alerts.c.id == alert.id
    return or_(same_id, follows_same(alert)) if alert.follows else same_id


def alert_values(alert: Alert | AlertDraft) -> dict[str, Any]:
    """Return the columns of an alert; the next time to look at it is worked out when it is next looked at."""
    is_timed = alert.briefing_at is not None or alert.follows is not None
    return asdict(alert) | {"next_at": alert.created_at if is_timed else None}


def _matches_words(row: Row[Any]) -> bool:
    """Whether a row is an alert that isn't deleted and whose words match articles."""
    return row.id is not None and row.briefing_at is None and row.follows is None


def alert_of(row: Row[Any]) -> Alert:
    """Return the alert in a row of `alerts`."""
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
        briefing_at=row.briefing_at,
        follows=StoryId(row.follows) if row.follows is not None else None,
        differences=row.differences,
        silent_from=row.silent_from,
        silent_until=row.silent_until,
    )
