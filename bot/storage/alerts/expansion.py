"""From match batches to messages: who is told what and when."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import AlertId
from bot.alerts.matching.match import MatchBatch
from bot.chats.settings import ChatSettings
from bot.corpus.article import ArticleId
from bot.delivery.outbox import NOTHING_LEFT, OutboxState
from bot.delivery.schedule import match_due_time
from bot.storage.alerts.queue import ensure_chats, refresh
from bot.storage.alerts.settings import settings_in
from bot.storage.alerts.store import UNSENT, alert_of
from bot.storage.database import chunks
from bot.storage.schema.alerts import alerts, chats, match_batches, outbox
from bot.storage.schema.articles import articles
from bot.stories.story import StoryId

Json = dict[str, Any]
SENT_OR_IN_FLIGHT = or_(
    and_(outbox.c.state == OutboxState.SENT.value, outbox.c.telegram_id.is_not(None)),
    outbox.c.leased_until.is_not(None),
)
"""Messages that can be edited, or are about to be."""
WITHDRAWN = and_(outbox.c.state == OutboxState.GIVEN_UP.value, outbox.c.reason == NOTHING_LEFT)
"""Messages never told because their articles were withdrawn before; such a story may still be told."""


async def expand_matches(
    connection: AsyncConnection, row: Row[Any], part: Sequence[int], now: datetime
) -> None:
    """Write the messages of a match batch for some alerts, inside a transaction.

    Those that live, want it and have not been promised the story.
    """
    batch = batch_of(row)
    for ids in chunks(part):
        found = (await connection.execute(_unpromised(batch, ids))).all()
        chosen = await settings_in(connection, [each.chat_id for each in found])
        told = await _told(connection, batch, [each.chat_id for each in found])
        rows = [_message(batch, each, chosen, told, now) for each in found]
        if new := [each for each in rows if each is not None]:
            await _take_the_place_of_lost(connection, batch.story_id, new)
            await connection.execute(insert(outbox), new)
            mended = [each["telegram_id"] for each in new if each["telegram_id"] is not None]
            for telegram_ids in chunks(mended):
                here = and_(outbox.c.story_id == batch.story_id, outbox.c.telegram_id.in_(telegram_ids))
                await schedule_edits(connection, here, now)
            touched = [each["chat_id"] for each in new]
            await ensure_chats(connection, touched)
            await refresh(connection, touched)


async def _take_the_place_of_lost(
    connection: AsyncConnection, story_id: StoryId, new: Sequence[Json]
) -> None:
    """Drop what was given up for these messages; that such a one may have arrived stays known."""
    replaced = outbox.c.alert_id.in_([each["alert_id"] for each in new])
    lost = delete(outbox).where(outbox.c.story_id == story_id, replaced, WITHDRAWN)
    gone = await connection.execute(lost.returning(outbox.c.alert_id, outbox.c.maybe_sent))
    maybe = {row.alert_id for row in gone if row.maybe_sent}
    for each in new:
        each["maybe_sent"] = each["alert_id"] in maybe


def batch_of(row: Row[Any]) -> MatchBatch:
    """Return the batch a row of `match_batches` holds."""
    return MatchBatch(
        article_id=ArticleId(row.article_id),
        story_id=StoryId(row.story_id),
        alert_ids=tuple(map(AlertId, row.alert_ids)),
        committed_at=row.committed_at,
        title=row.title,
        publisher=row.publisher,
        language=row.language,
    )


def _unpromised(batch: MatchBatch, ids: Sequence[int]) -> Any:
    before = select(outbox.c.alert_id).where(
        outbox.c.story_id == batch.story_id,
        outbox.c.alert_id == alerts.c.id,
        outbox.c.chat_id == alerts.c.chat_id,
        ~WITHDRAWN,
    )
    return (
        select(alerts, chats.c.suspended_at)
        .outerjoin_from(alerts, chats, chats.c.chat_id == alerts.c.chat_id)
        .where(alerts.c.id.in_(ids), ~before.exists())
        .order_by(alerts.c.id)
    )


async def _told(
    connection: AsyncConnection, batch: MatchBatch, chat_ids: Sequence[int]
) -> dict[tuple[int, int | None], Any]:
    """Messages that told the story already, by chat and topic."""
    query = select(outbox.c.chat_id, outbox.c.thread_id, outbox.c.telegram_id, outbox.c.settled_at).where(
        outbox.c.story_id == batch.story_id,
        outbox.c.state == OutboxState.SENT.value,
        outbox.c.chat_id.in_(chat_ids),
    )
    return {(row.chat_id, row.thread_id): row for row in await connection.execute(query)}


def _message(
    batch: MatchBatch,
    row: Any,
    chosen: Mapping[int, ChatSettings],
    told: Mapping[tuple[int, int | None], Any],
    now: datetime,
) -> Json | None:
    alert = alert_of(row)
    turn = match_due_time(alert, chosen[alert.chat_id], batch, now=now)
    if turn is None:
        return None
    before = told.get((alert.chat_id, alert.thread_id))
    message = {
        "chat_id": alert.chat_id,
        "thread_id": alert.thread_id,
        "alert_id": alert.id,
        "story_id": batch.story_id,
        "article_id": batch.article_id,
        "created_at": batch.committed_at,
        "due_at": turn.due_at,
        "digest": turn.digest,
        "attempts": 0,
        "state": (OutboxState.WAITING if row.suspended_at is None else OutboxState.SUSPENDED).value,
        "maybe_sent": False,
        "reason": None,
        "title": batch.title,
        "telegram_id": None,
        "settled_at": None,
    }
    if before is not None and before.settled_at >= alert.created_at:
        message |= {
            "state": OutboxState.SENT.value,
            "telegram_id": before.telegram_id,
            "settled_at": before.settled_at,
        }
    return message


async def schedule_edits(connection: AsyncConnection, which: ColumnElement[bool], at: datetime) -> None:
    """Have told messages edited at a moment; one under way right now, once more after that."""
    free = or_(outbox.c.edit_at.is_(None), outbox.c.leased_until.is_not(None))
    await connection.execute(update(outbox).where(which, SENT_OR_IN_FLIGHT, free).values(edit_at=at))


async def move_messages(connection: AsyncConnection, which: ColumnElement[bool], story_id: str) -> None:
    """Have messages count for a story, but for those whose alert has one for it already.

    One that is still to be told gives way to one that was: the story is told once.
    """
    there = outbox.alias("there")
    twin = and_(
        there.c.chat_id == outbox.c.chat_id,
        there.c.alert_id == outbox.c.alert_id,
        there.c.story_id == story_id,
        there.c.id != outbox.c.id,
    )
    told = and_(which, outbox.c.state == OutboxState.SENT.value)
    yet = and_(twin, there.c.state.in_(UNSENT), there.c.leased_until.is_(None))
    spare = list(await connection.scalars(select(there.c.id).join_from(outbox, there, yet).where(told)))
    for ids in chunks(spare):
        await connection.execute(delete(outbox).where(outbox.c.id.in_(ids)))
    other = select(there.c.id).where(twin)
    await connection.execute(update(outbox).where(which, ~other.exists()).values(story_id=story_id))


async def follow_articles(connection: AsyncConnection, stories: Mapping[str, str | None]) -> None:
    """Have messages, and what is yet to become messages, go along with the article they tell of.

    A corrected article may belong to another story than before; one that was removed and came back may found
    its story anew. Neither is news to who was told of it.

    Args:
        stories: Where each article belongs now.
    """
    for part in chunks(list(stories)):
        await _follow_batches(connection, part, stories)
        about = select(outbox.c.article_id, outbox.c.story_id).where(outbox.c.article_id.in_(part)).distinct()
        for row in (await connection.execute(about)).all():
            story_id = stories[row.article_id]
            if story_id not in (None, row.story_id):
                same = and_(outbox.c.article_id == row.article_id, outbox.c.story_id == row.story_id)
                await move_messages(connection, same, story_id)


async def requeue_matches(connection: AsyncConnection, article_ids: Sequence[str], at: datetime) -> None:
    """Promise anew what was given up only because its article was gone, where that is back."""
    for part in chunks(article_ids):
        query = select(outbox.c.alert_id, outbox.c.story_id.label("told_as"), articles).join_from(
            outbox, articles, articles.c.id == outbox.c.article_id
        )
        lost = query.where(outbox.c.article_id.in_(part), WITHDRAWN).order_by(outbox.c.alert_id)
        by_article = defaultdict(list)
        for row in await connection.execute(lost):
            by_article[row.id].append(row)
        if by_article:
            again = [_promise_of(rows, at) for rows in by_article.values()]
            await connection.execute(insert(match_batches), again)


def _promise_of(rows: Sequence[Row[Any]], at: datetime) -> Json:
    article = rows[0]
    return {
        "article_id": article.id,
        "story_id": article.story_id or article.told_as,
        "alert_ids": sorted({row.alert_id for row in rows}),
        "expanded": 0,
        "committed_at": at,
        "title": article.title,
        "publisher": article.publisher,
        "language": article.language,
    }


async def _follow_batches(
    connection: AsyncConnection, part: Sequence[str], stories: Mapping[str, str | None]
) -> None:
    batch = match_batches.c
    waiting = select(batch.article_id, batch.story_id).where(batch.article_id.in_(part)).distinct()
    for row in (await connection.execute(waiting)).all():
        if (story_id := stories[row.article_id]) not in (None, row.story_id):
            mine = update(match_batches).where(batch.article_id == row.article_id)
            await connection.execute(mine.values(story_id=story_id))
