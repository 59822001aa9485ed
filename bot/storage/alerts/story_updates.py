"""Changes to stories that messages are about, in the database."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, exists, insert, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.article import ArticleId
from bot.corpus.ports import ChangeKind
from bot.delivery.story_updates import StoryUpdate, StoryUpdateId
from bot.storage.alerts.expansion import SENT_OR_IN_FLIGHT, schedule_edits
from bot.storage.alerts.queue import SENDABLE, refresh
from bot.storage.database import Database
from bot.storage.schema.alerts import chat_settings, match_batches, outbox, story_news
from bot.stories.story import StoryId


class SqlStoryUpdateLog:
    """`bot.delivery.ports.NewsLog` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def oldest(self, *, until: datetime) -> StoryUpdate | None:
        """Return the first one not worked off, from `until` at the latest, when no match batch is left."""
        waiting = select(match_batches.c.id).exists()
        query = select(story_news).where(~waiting).order_by(story_news.c.id).limit(1)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        return _news_of(row) if row and row.at <= until else None

    async def propagate(self, news: StoryUpdate, *, edit_at: datetime, breaking: bool, limit: int) -> int:
        """Have told messages of the story edited at `edit_at`, at most `limit` in one transaction."""
        async with self._database.write() as connection:
            row = (await connection.execute(select(story_news).where(story_news.c.id == news.id))).first()
            if row is None:
                return 0
            if breaking and not row.spread:
                await _advance_breaking(connection, news)
            told = (await connection.execute(_told(news, after=row.spread, limit=limit))).all()
            ids = [each.id for each in told]
            await schedule_edits(connection, outbox.c.id.in_(ids), edit_at)
            if news.kind is ChangeKind.CHANGED:
                await _mark_corrected(connection, news, ids)
            await refresh(connection, sorted({each.chat_id for each in told}))
            mine = story_news.c.id == news.id
            if len(ids) < limit:
                await connection.execute(delete(story_news).where(mine))
            else:
                await connection.execute(update(story_news).where(mine).values(spread=ids[-1]))
        return len(ids)


async def record_updates(
    connection: AsyncConnection, changes: Iterable[tuple[StoryId, ArticleId, ChangeKind]], at: datetime
) -> None:
    """Note changes to stories that somebody was promised or told, inside the articles' transaction."""
    lines = list(dict.fromkeys(changes))
    stories = sorted({story for story, _, _ in lines})
    promised: set[str] = set()
    for table in (outbox, match_batches):
        query = select(table.c.story_id).where(table.c.story_id.in_(stories)).distinct()
        promised |= set(await connection.scalars(query))
    rows = [
        {"story_id": story, "article_id": article, "kind": kind.value, "at": at, "spread": 0}
        for story, article, kind in lines
        if story in promised
    ]
    if rows:
        await connection.execute(insert(story_news), rows)


def _told(news: StoryUpdate, *, after: int, limit: int) -> Any:
    """Messages that a change is news for; what was added with the article they tell of is none.

    One that tells of the article itself may count for another story, which the chat was told before.
    """
    later = outbox.c.created_at < news.at if news.kind is ChangeKind.ADDED else true()
    return (
        select(outbox.c.id, outbox.c.chat_id)
        .where(
            or_(outbox.c.story_id == news.story_id, outbox.c.article_id == news.article_id),
            SENT_OR_IN_FLIGHT,
            later,
            outbox.c.id > after,
        )
        .order_by(outbox.c.id)
        .limit(limit)
    )


async def _mark_corrected(connection: AsyncConnection, news: StoryUpdate, ids: list[int]) -> None:
    changed = update(outbox).where(outbox.c.id.in_(ids), outbox.c.article_id == news.article_id)
    await connection.execute(changed.values(corrected=True))


async def _advance_breaking(connection: AsyncConnection, news: StoryUpdate) -> None:
    """Send what waits for a digest or the morning at once, where the chat wants breaking news."""
    wanted = exists().where(chat_settings.c.chat_id == outbox.c.chat_id, chat_settings.c.breaking.is_(True))
    waiting = (outbox.c.story_id == news.story_id, outbox.c.state.in_(SENDABLE), outbox.c.digest.is_(True))
    found = select(outbox.c.chat_id).where(*waiting, wanted).distinct()
    chat_ids = list(await connection.scalars(found))
    await connection.execute(
        update(outbox).where(*waiting, wanted).values(due_at=outbox.c.created_at, digest=False)
    )
    await refresh(connection, chat_ids)


def _news_of(row: Row[Any]) -> StoryUpdate:
    return StoryUpdate(
        StoryUpdateId(row.id), StoryId(row.story_id), ArticleId(row.article_id), ChangeKind(row.kind), row.at
    )
