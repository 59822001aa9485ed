"""Messages about followed stories, inside a transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import Alert, Mode
from bot.delivery.follow import FollowReport
from bot.delivery.outbox import FOLLOW, OutboxState, follow_number, follow_of
from bot.delivery.schedule import due_time
from bot.developments.development import Development, Fact
from bot.storage.alerts import alert_of
from bot.storage.chat_queue import UNSENT, ensure_chats, refresh
from bot.storage.chats.settings import settings_in
from bot.storage.database import rows_among
from bot.storage.delivery.expansion import schedule_edits
from bot.storage.schema.alerts import alerts
from bot.storage.schema.chats import chats
from bot.storage.schema.delivery import outbox
from bot.storage.schema.follows import developments, follow_states

DEVELOPMENT = TypeAdapter(Development)

_Messages = Sequence[Row[Any]]


async def write_report(
    connection: AsyncConnection, report: FollowReport, *, now: datetime, at: datetime
) -> None:
    """Write what a check found for an alert: its messages, and what is known from then on."""
    this = follow_states.c.alert_id == report.follow.alert.id
    query = select(alerts, follow_states.c.ended).join_from(
        alerts, follow_states, follow_states.c.alert_id == alerts.c.id
    )
    row = (await connection.execute(query.where(this))).first()
    if row is None:
        return
    messages = await _messages(connection, row.id)
    if row.ended and messages and not await _unended(connection, messages[-1]):
        return
    kept = await _drop(connection, report, messages)
    messages = await _messages(connection, row.id)
    values: dict[str, Any] = {"known": sorted({*report.news.known, *kept}), "ended": False}
    if report.news.facts:
        message = await _target(connection, alert_of(row), messages, now=now, at=at)
        await _insert(connection, row.id, message, report.news.facts)
        values["developed_at"] = now
    await connection.execute(update(follow_states).where(this).values(values))


async def write_message(
    connection: AsyncConnection, alert: Alert, number: int, *, now: datetime, at: datetime
) -> str:
    """Write a message about a followed story and return its story id."""
    settings = (await settings_in(connection, [alert.chat_id]))[alert.chat_id]
    due = due_time(alert.mode, settings, now=now)
    suspended = select(chats.c.suspended_at).where(chats.c.chat_id == alert.chat_id)
    is_suspended = await connection.scalar(suspended) is not None
    story_id = follow_of(alert.id, number)
    message = {
        "chat_id": alert.chat_id,
        "thread_id": alert.thread_id,
        "alert_id": alert.id,
        "story_id": story_id,
        "article_id": "",
        "created_at": now,
        "due_at": max(due.due_at, at),
        "digest": due.digest,
        "attempts": 0,
        "state": (OutboxState.SUSPENDED if is_suspended else OutboxState.WAITING).value,
        "maybe_sent": False,
        "reason": None,
        "title": alert.text,
    }
    await connection.execute(insert(outbox).values(message))
    await ensure_chats(connection, [alert.chat_id])
    await refresh(connection, [alert.chat_id])
    return story_id


async def last_message(connection: AsyncConnection, alert_id: int) -> Row[Any] | None:
    """Return the last message about a followed story; None without any."""
    messages = await _messages(connection, alert_id)
    return messages[-1] if messages else None


async def _messages(connection: AsyncConnection, alert_id: int) -> list[Row[Any]]:
    """Return the messages of an alert that follows a story, by number."""
    query = select(outbox).where(outbox.c.alert_id == alert_id, outbox.c.story_id.startswith(FOLLOW))
    return sorted(await connection.execute(query), key=lambda row: follow_number(row.story_id))


async def _unended(connection: AsyncConnection, message: Row[Any]) -> bool:
    """Delete the message that says that a story has ended, if it isn't sent; return whether that was so."""
    if not _is_open(message) or message.maybe_sent:
        return False
    await connection.execute(delete(outbox).where(outbox.c.id == message.id))
    return True


async def _drop(connection: AsyncConnection, report: FollowReport, messages: _Messages) -> set[str]:
    """Delete developments that hold no longer, and messages that are empty then.

    Returns:
        The keys of those that were sent in the meantime or are being sent, and stay known.
    """
    sent = {row.story_id for row in messages if row.leased_until or row.state == OutboxState.SENT.value}
    ids = {unsent.id: unsent for unsent in report.dropped}
    rows = await rows_among(connection, select(developments), developments.c.id, list(ids))
    kept = {key for row in rows if row.message in sent for key in ids[row.id].keys}
    dropped = [row for row in rows if row.message not in sent]
    if dropped:
        gone = [row.id for row in dropped]
        await connection.execute(delete(developments).where(developments.c.id.in_(gone)))
    for story_id in {row.message for row in dropped}:
        rest = select(developments.c.id).where(developments.c.message == story_id)
        empty = (outbox.c.story_id == story_id, outbox.c.state.in_(UNSENT), ~rest.exists())
        await connection.execute(delete(outbox).where(*empty))
    return kept


async def _target(
    connection: AsyncConnection, alert: Alert, messages: _Messages, *, now: datetime, at: datetime
) -> str:
    """Return the story id of the message that new developments go into."""
    last = messages[-1] if messages else None
    if last is not None and _is_open(last):
        return str(last.story_id)
    if last is not None and _edits(alert, now) and await _can_be_edited(connection, last):
        settings = (await settings_in(connection, [alert.chat_id]))[alert.chat_id]
        due = due_time(alert.mode, settings, now=now)
        await schedule_edits(connection, outbox.c.id == last.id, max(due.due_at, at))
        await refresh(connection, [alert.chat_id])
        return str(last.story_id)
    number = follow_number(last.story_id) + 1 if last is not None else 1
    return await write_message(connection, alert, number, now=now, at=at)


def _edits(alert: Alert, now: datetime) -> bool:
    """Whether developments are edited into a sent message, which may be sent again if it was deleted."""
    current = alert.without_expired_mute(now)
    return current.mode is Mode.UPDATE and not (current.paused or current.muted_until)


def _is_open(message: Row[Any]) -> bool:
    """Whether a message is neither sent nor on its way."""
    return message.state in UNSENT and message.leased_until is None


async def _can_be_edited(connection: AsyncConnection, message: Row[Any]) -> bool:
    """Whether a message is sent or on its way, reports developments, and is no digest."""
    reports = select(func.count()).where(developments.c.message == message.story_id)
    if not await connection.scalar(reports):
        return False
    if message.state in UNSENT:
        return True
    if message.state != OutboxState.SENT.value or message.telegram_id is None:
        return False
    same = (outbox.c.chat_id == message.chat_id, outbox.c.telegram_id == message.telegram_id)
    return await connection.scalar(select(func.count()).where(*same)) == 1


async def _insert(connection: AsyncConnection, alert_id: int, message: str, facts: Sequence[Fact]) -> None:
    rows = [
        {
            "alert_id": alert_id,
            "message": message,
            "keys": list(fact.keys),
            "content": DEVELOPMENT.dump_python(fact.development, mode="json"),
        }
        for fact in facts
    ]
    await connection.execute(insert(developments), rows)
