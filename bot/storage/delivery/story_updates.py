"""Pending changes to stories that have messages, in the database."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, exists, insert, or_, select, true
from sqlalchemy import update as sql_update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.article import ArticleId
from bot.corpus.ports import ChangeKind
from bot.delivery.story_updates import StoryUpdate, StoryUpdateId
from bot.storage.chat_queue import SENDABLE, refresh
from bot.storage.database import Database
from bot.storage.delivery.expansion import SENT_OR_IN_FLIGHT, schedule_edits
from bot.storage.delivery.matches import NOT_HELD
from bot.storage.schema.articles import story_redirects
from bot.storage.schema.chats import chat_settings
from bot.storage.schema.delivery import match_batches, outbox, story_news
from bot.stories.story import StoryId


class SqlStoryUpdateLog:
    """Implements `bot.delivery.ports.StoryUpdateLog`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def oldest(self, *, until: datetime) -> StoryUpdate | None:
        """Return the oldest pending update up to `until`, or None while match batches are pending."""
        pending_match = select(match_batches.c.id).where(NOT_HELD).exists()
        query = select(story_news).where(~pending_match).order_by(story_news.c.id).limit(1)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        return _update_of(row) if row and row.at <= until else None

    async def propagate(self, update: StoryUpdate, *, edit_at: datetime, breaking: bool, limit: int) -> int:
        """Schedule edits of the story's sent and in-flight messages, at most `limit` in one transaction."""
        this = story_news.c.id == update.id
        async with self._database.write() as connection:
            row = (await connection.execute(select(story_news).where(this))).first()
            if row is None:
                return 0
            if breaking and not row.spread:
                await _advance_breaking(connection, update)
            messages = (await connection.execute(_affected(update, after=row.spread, limit=limit))).all()
            ids = [message.id for message in messages]
            await schedule_edits(connection, outbox.c.id.in_(ids), edit_at)
            if update.kind is ChangeKind.CHANGED:
                await _mark_corrected(connection, update, ids)
            await refresh(connection, sorted({message.chat_id for message in messages}))
            if len(ids) < limit:
                await connection.execute(delete(story_news).where(this))
            else:
                await connection.execute(sql_update(story_news).where(this).values(spread=ids[-1]))
        return len(ids)


async def record_updates(
    connection: AsyncConnection, changes: Iterable[tuple[StoryId, ArticleId, ChangeKind]], at: datetime
) -> None:
    """Record changes to stories with messages or matches, inside the articles' transaction."""
    distinct = list(dict.fromkeys(changes))
    stories = sorted({story for story, _, _ in distinct})
    known: set[str] = set()
    for table in (outbox, match_batches):
        query = select(table.c.story_id).where(table.c.story_id.in_(stories)).distinct()
        known |= set(await connection.scalars(query))
    merged = exists().where(outbox.c.story_id == story_redirects.c.story_id)
    into = select(story_redirects.c.into).where(story_redirects.c.into.in_(stories), merged)
    known |= set(await connection.scalars(into.distinct()))
    rows = [
        {"story_id": story, "article_id": article, "kind": kind.value, "at": at, "spread": 0}
        for story, article, kind in distinct
        if story in known
    ]
    if rows:
        await connection.execute(insert(story_news), rows)


def _affected(update: StoryUpdate, *, after: int, limit: int) -> Any:
    """Select messages that an update changes: those of the story, and those about the article itself.

    The latter may belong to another story that the chat was sent before. A message of a story that merged
    into this one keeps its story where the chat was sent both. An added or moved article doesn't change
    messages created later, which already include it.
    """
    merged = select(story_redirects.c.story_id).where(story_redirects.c.into == update.story_id)
    adds = update.kind in (ChangeKind.ADDED, ChangeKind.MOVED)
    earlier = outbox.c.created_at < update.at if adds else true()
    return (
        select(outbox.c.id, outbox.c.chat_id)
        .where(
            or_(
                outbox.c.story_id == update.story_id,
                outbox.c.story_id.in_(merged),
                outbox.c.article_id == update.article_id,
            ),
            SENT_OR_IN_FLIGHT,
            earlier,
            outbox.c.id > after,
        )
        .order_by(outbox.c.id)
        .limit(limit)
    )


async def _mark_corrected(connection: AsyncConnection, update: StoryUpdate, ids: list[int]) -> None:
    corrected = (outbox.c.id.in_(ids), outbox.c.article_id == update.article_id)
    await connection.execute(sql_update(outbox).where(*corrected).values(corrected=True))


async def _advance_breaking(connection: AsyncConnection, update: StoryUpdate) -> None:
    """Make waiting messages due now in chats that want breaking news at once."""
    wanted = exists().where(chat_settings.c.chat_id == outbox.c.chat_id, chat_settings.c.breaking.is_(True))
    waiting = (
        outbox.c.story_id == update.story_id,
        outbox.c.state.in_(SENDABLE),
        outbox.c.digest.is_(True),
        wanted,
    )
    chat_ids = list(await connection.scalars(select(outbox.c.chat_id).where(*waiting).distinct()))
    await connection.execute(
        sql_update(outbox).where(*waiting).values(due_at=outbox.c.created_at, digest=False)
    )
    await refresh(connection, chat_ids)


def _update_of(row: Row[Any]) -> StoryUpdate:
    return StoryUpdate(
        StoryUpdateId(row.id), StoryId(row.story_id), ArticleId(row.article_id), ChangeKind(row.kind), row.at
    )
