"""Expands match batches into messages, and keeps both in step with articles and stories."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, and_, case, delete, insert, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import Alert
from bot.alerts.matching.match import MatchBatch
from bot.delivery.outbox import NOTHING_LEFT, OutboxState
from bot.delivery.schedule import DueTime, match_due_time
from bot.storage.alerts import alert_of
from bot.storage.chat_queue import SENDABLE, ensure_chats, refresh
from bot.storage.chats.settings import settings_in
from bot.storage.database import MAX_VALUES, change_among, chunks, rows_among
from bot.storage.delivery.matches import WITHDRAWN, batch_of, move_matches
from bot.storage.schema.alerts import alerts
from bot.storage.schema.chats import chats
from bot.storage.schema.delivery import outbox
from bot.stories.story import StoryId

Json = dict[str, Any]
SENT_OR_IN_FLIGHT = or_(
    and_(outbox.c.state == OutboxState.SENT.value, outbox.c.telegram_id.is_not(None)),
    outbox.c.leased_until.is_not(None),
)
"""Messages that can be edited now or soon."""


async def expand_matches(
    connection: AsyncConnection, row: Row[Any], alert_ids: Sequence[int], now: datetime
) -> None:
    """Write the messages of a match batch for some of its alerts, inside a transaction.

    Skips deleted alerts, alerts with a message about the story, and chats that don't want the article.
    """
    batch = batch_of(row)
    for ids in chunks(alert_ids):
        alert_rows = (await connection.execute(_alerts_without_message(batch, ids))).all()
        chat_ids = [alert_row.chat_id for alert_row in alert_rows]
        settings = await settings_in(connection, chat_ids)
        sent = await _sent_to(connection, batch, chat_ids)
        messages = []
        for alert_row in alert_rows:
            alert, suspended = alert_of(alert_row), alert_row.suspended_at is not None
            due = match_due_time(alert, settings[alert.chat_id], batch, now=now)
            if due is not None:
                earlier = sent.get((alert.chat_id, alert.thread_id))
                message = _message(batch, alert, due, suspended=suspended)
                messages.append(message | _join_sent(alert, earlier))
        if messages:
            await _insert_messages(connection, batch.story_id, messages, now)


async def _insert_messages(
    connection: AsyncConnection, story_id: StoryId, messages: Sequence[Json], now: datetime
) -> None:
    await _replace_withdrawn(connection, story_id, messages)
    await connection.execute(insert(outbox), messages)
    joined = [(m["chat_id"], m["telegram_id"]) for m in messages if m["telegram_id"] is not None]
    for part in chunks(joined, MAX_VALUES // 2):  # Telegram numbers the messages of each chat from 1
        in_chat = tuple_(outbox.c.chat_id, outbox.c.telegram_id).in_(part)
        await schedule_edits(connection, and_(outbox.c.story_id == story_id, in_chat), now)
    chat_ids = [message["chat_id"] for message in messages]
    await ensure_chats(connection, chat_ids)
    await refresh(connection, chat_ids)


async def _replace_withdrawn(
    connection: AsyncConnection, story_id: StoryId, messages: Sequence[Json]
) -> None:
    """Delete the withdrawn messages that these replace, but keep whether they may have arrived."""
    replaced = outbox.c.alert_id.in_([message["alert_id"] for message in messages])
    withdrawn = delete(outbox).where(outbox.c.story_id == story_id, replaced, WITHDRAWN)
    deleted = await connection.execute(withdrawn.returning(outbox.c.alert_id, outbox.c.maybe_sent))
    maybe_sent = {row.alert_id for row in deleted if row.maybe_sent}
    for message in messages:
        message["maybe_sent"] = message["alert_id"] in maybe_sent


def _alerts_without_message(batch: MatchBatch, ids: Sequence[int]) -> Any:
    """Select alerts that have no message about the story, with their chats' suspension."""
    message = select(outbox.c.alert_id).where(
        outbox.c.story_id == batch.story_id,
        outbox.c.alert_id == alerts.c.id,
        outbox.c.chat_id == alerts.c.chat_id,
        ~WITHDRAWN,
    )
    return (
        select(alerts, chats.c.suspended_at)
        .outerjoin_from(alerts, chats, chats.c.chat_id == alerts.c.chat_id)
        .where(alerts.c.id.in_(ids), ~message.exists())
        .order_by(alerts.c.id)
    )


async def _sent_to(
    connection: AsyncConnection, batch: MatchBatch, chat_ids: Sequence[int]
) -> dict[tuple[int, int | None], Any]:
    """Return a sent message about the story for each chat and topic that has one."""
    query = select(outbox.c.chat_id, outbox.c.thread_id, outbox.c.telegram_id, outbox.c.settled_at).where(
        outbox.c.story_id == batch.story_id,
        outbox.c.state == OutboxState.SENT.value,
        outbox.c.chat_id.in_(chat_ids),
    )
    return {(row.chat_id, row.thread_id): row for row in await connection.execute(query)}


def _message(batch: MatchBatch, alert: Alert, due: DueTime, *, suspended: bool) -> Json:
    return {
        "chat_id": alert.chat_id,
        "thread_id": alert.thread_id,
        "alert_id": alert.id,
        "story_id": batch.story_id,
        "article_id": batch.article_id,
        "created_at": batch.committed_at,
        "due_at": due.due_at,
        "digest": due.digest,
        "attempts": 0,
        "state": (OutboxState.SUSPENDED if suspended else OutboxState.WAITING).value,
        "maybe_sent": False,
        "reason": None,
        "title": batch.title,
        "telegram_id": None,
        "settled_at": None,
    }


def _join_sent(alert: Alert, sent: Any | None) -> Json:
    """Return the columns that add an alert to a message sent after the alert was saved."""
    if sent is None or sent.settled_at < alert.created_at:
        return {}
    return {
        "state": OutboxState.SENT.value,
        "telegram_id": sent.telegram_id,
        "settled_at": sent.settled_at,
    }


async def schedule_edits(connection: AsyncConnection, which: ColumnElement[bool], at: datetime) -> None:
    """Schedule edits of sent messages; an edit in progress is followed by another."""
    unscheduled = or_(outbox.c.edit_at.is_(None), outbox.c.leased_until.is_not(None))
    await connection.execute(update(outbox).where(which, SENT_OR_IN_FLIGHT, unscheduled).values(edit_at=at))


async def move_messages(connection: AsyncConnection, which: ColumnElement[bool], story_id: str) -> None:
    """Move messages to a story; where their alert has a message about it already, delete the lesser of both.

    So the story is not sent twice. Messages stay with their story if both were sent, or are being sent; and
    if they were withdrawn, because their articles may return.
    """
    existing = outbox.alias("existing")
    same_alert = and_(
        existing.c.chat_id == outbox.c.chat_id,
        existing.c.alert_id == outbox.c.alert_id,
        existing.c.story_id == story_id,
        existing.c.id != outbox.c.id,
    )
    moving, other = _rank(outbox), _rank(existing)
    pairs = select(outbox.c.id, existing.c.id.label("other")).join_from(outbox, existing, same_alert)
    replaced = (await connection.execute(pairs.where(which, moving > other))).all()
    needless = and_(which, moving <= other, moving.in_([_GIVEN_UP, _UNSENT]))
    dropped = (await connection.execute(pairs.where(needless))).all()
    await _delete_messages(connection, {row.other: row.id for row in replaced})
    await _delete_messages(connection, {row.id: row.other for row in dropped})
    duplicate = select(existing.c.id).where(same_alert)
    await connection.execute(update(outbox).where(which, ~duplicate.exists()).values(story_id=story_id))


async def join_sent(connection: AsyncConnection, story_id: StoryId) -> None:
    """Let waiting messages about a story join one that was sent to the same chat and topic after a merge.

    As when an article matches several alerts, the chat gets no further message; the one it has is edited.
    Messages of followed stories report developments: they neither join nor are joined.
    """
    sent, sender = outbox.alias("sent"), alerts.alias("sender")
    same_topic = and_(
        sent.c.chat_id == outbox.c.chat_id,
        sent.c.thread_id.is_not_distinct_from(outbox.c.thread_id),
        sent.c.story_id == story_id,
        sent.c.state == OutboxState.SENT.value,
        sent.c.telegram_id.is_not(None),
        sent.c.settled_at >= alerts.c.created_at,
    )
    joining = (
        select(outbox.c.id, outbox.c.chat_id, sent.c.telegram_id, sent.c.settled_at)
        .join_from(outbox, alerts, alerts.c.id == outbox.c.alert_id)
        .join(sent, same_topic)
        .join(sender, sender.c.id == sent.c.alert_id)
        .where(outbox.c.story_id == story_id, outbox.c.state.in_(SENDABLE), outbox.c.leased_until.is_(None))
        .where(alerts.c.follows.is_(None), sender.c.follows.is_(None))
    )
    joined = {row.id: row for row in (await connection.execute(joining)).all()}
    for row in joined.values():
        columns = {
            "state": OutboxState.SENT.value,
            "telegram_id": row.telegram_id,
            "settled_at": row.settled_at,
            "edit_at": row.settled_at,
        }
        await connection.execute(update(outbox).where(outbox.c.id == row.id).values(columns))
    await refresh(connection, sorted({row.chat_id for row in joined.values()}))


_WITHDRAWN, _GIVEN_UP, _UNSENT, _SENT = range(4)


def _rank(messages: FromClause) -> ColumnElement[int]:
    """Return which of two messages about a story to keep: the one of higher rank."""
    columns = messages.c
    given_up = columns.state == OutboxState.GIVEN_UP.value
    return case(
        (and_(given_up, columns.reason == NOTHING_LEFT), _WITHDRAWN),
        (given_up, _GIVEN_UP),
        (or_(columns.state == OutboxState.SENT.value, columns.leased_until.is_not(None)), _SENT),
        else_=_UNSENT,
    )


async def _delete_messages(connection: AsyncConnection, replaced_by: Mapping[int, int]) -> None:
    """Delete messages, but keep whether they may have arrived.

    Args:
        replaced_by: The message to keep instead of each.
    """
    maybe_sent = select(outbox.c.id).where(outbox.c.maybe_sent)
    arrived = await rows_among(connection, maybe_sent, outbox.c.id, list(replaced_by))
    mark = update(outbox).values(maybe_sent=True)
    await change_among(connection, mark, outbox.c.id, [replaced_by[row.id] for row in arrived])
    await change_among(connection, delete(outbox), outbox.c.id, list(replaced_by))


async def follow_articles(connection: AsyncConnection, stories: Mapping[str, str | None]) -> None:
    """Move messages and match batches along with their articles when these change stories.

    A corrected article may belong to another story than before, and a returning one may start a new story.
    Neither is news for chats that were sent the article.

    Args:
        stories: The current story of each article.
    """
    for part in chunks(list(stories)):
        await move_matches(connection, {article_id: stories[article_id] for article_id in part})
        about = select(outbox.c.article_id, outbox.c.story_id).where(outbox.c.article_id.in_(part)).distinct()
        for row in (await connection.execute(about)).all():
            story_id = stories[row.article_id]
            if story_id not in (None, row.story_id):
                same = and_(outbox.c.article_id == row.article_id, outbox.c.story_id == row.story_id)
                await move_messages(connection, same, story_id)
