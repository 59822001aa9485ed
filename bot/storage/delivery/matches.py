"""Match batches: inserted with their articles, expanded into messages later, moved with their stories."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import AlertId
from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import ArticleId
from bot.delivery.outbox import NOTHING_LEFT, OutboxState
from bot.storage.database import chunks, rows_among
from bot.storage.schema.alerts import alerts
from bot.storage.schema.articles import articles
from bot.storage.schema.delivery import match_batches, outbox
from bot.stories.story import StoryId

NOT_HELD = match_batches.c.held.is_(None)
"""Match batches that no operator has to decide about."""
WITHDRAWN = and_(outbox.c.state == OutboxState.GIVEN_UP.value, outbox.c.reason == NOTHING_LEFT)
"""Messages that were never sent because their articles were withdrawn; their stories may match again."""


def batch_of(row: Row[Any]) -> MatchBatch:
    """Return the match batch in a row of `match_batches`."""
    return MatchBatch(
        article_id=ArticleId(row.article_id),
        story_id=StoryId(row.story_id),
        alert_ids=tuple(map(AlertId, row.alert_ids)),
        committed_at=row.committed_at,
        title=row.title,
        publisher=row.publisher,
        language=row.language,
    )


async def insert_matches(
    connection: AsyncConnection, batches: Sequence[MatchBatch], *, held: int | None = None
) -> None:
    """Insert match batches, without alerts that were deleted meanwhile.

    Args:
        held: The reload that an operator has to decide about; None to send the messages.
    """
    matched = sorted({alert_id for batch in batches for alert_id in batch.alert_ids})
    existing = {row.id for row in await rows_among(connection, select(alerts.c.id), alerts.c.id, matched)}
    rows = [
        {
            "article_id": batch.article_id,
            "story_id": batch.story_id,
            "alert_ids": [alert_id for alert_id in batch.alert_ids if alert_id in existing],
            "expanded": 0,
            "committed_at": batch.committed_at,
            "title": batch.title,
            "publisher": batch.publisher,
            "language": batch.language,
            "held": held,
        }
        for batch in batches
    ]
    if rows := [row for row in rows if row["alert_ids"]]:
        await connection.execute(insert(match_batches), rows)


async def requeue_matches(connection: AsyncConnection, article_ids: Sequence[str], at: datetime) -> None:
    """Match returning articles again for messages that were given up because these were withdrawn."""
    for part in chunks(article_ids):
        query = select(outbox.c.alert_id, outbox.c.story_id.label("message_story_id"), articles).join_from(
            outbox, articles, articles.c.id == outbox.c.article_id
        )
        withdrawn = query.where(outbox.c.article_id.in_(part), WITHDRAWN).order_by(outbox.c.alert_id)
        by_article = defaultdict(list)
        for row in await connection.execute(withdrawn):
            by_article[row.id].append(row)
        await insert_matches(connection, [_match_again(rows, at) for rows in by_article.values()])


def _match_again(rows: Sequence[Row[Any]], at: datetime) -> MatchBatch:
    """Return the match batch of one article, given a row per alert."""
    article = rows[0]
    return MatchBatch(
        article_id=ArticleId(article.id),
        story_id=StoryId(article.story_id or article.message_story_id),
        alert_ids=tuple(sorted({AlertId(row.alert_id) for row in rows})),
        committed_at=at,
        title=article.title,
        publisher=article.publisher,
        language=article.language,
    )


async def move_matches(connection: AsyncConnection, stories: Mapping[str, str | None]) -> None:
    """Move the pending match batches of articles that change stories.

    Args:
        stories: The current story of each article, at most as many as fit one statement.
    """
    batch = match_batches.c
    pending = select(batch.article_id, batch.story_id).where(batch.article_id.in_(list(stories))).distinct()
    for row in (await connection.execute(pending)).all():
        if (story_id := stories[row.article_id]) not in (None, row.story_id):
            moved = update(match_batches).where(batch.article_id == row.article_id)
            await connection.execute(moved.values(story_id=story_id))
