"""Articles that were stored while alerts could not be matched, and their matches once they can."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import Alert, AlertId
from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import ArticleId
from bot.ingest.batch import Batch, LateMatches
from bot.storage.alerts import alert_of
from bot.storage.articles.moves import StoredMove
from bot.storage.database import change_among, rows_among
from bot.storage.delivery.matches import insert_matches
from bot.storage.schema.alerts import alerts
from bot.storage.schema.articles import articles
from bot.storage.schema.delivery import unmatched_articles
from bot.stories.story import StoryId

_ID = unmatched_articles.c.article_id


async def unmatched(connection: AsyncConnection, limit: int) -> list[ArticleId]:
    """Return articles that were stored without their matches, the longest waiting first."""
    query = select(_ID).order_by(unmatched_articles.c.at, _ID).limit(limit)
    return [ArticleId(article_id) for article_id in await connection.scalars(query)]


async def record_unmatched(
    connection: AsyncConnection,
    batch: Batch,
    moves: Sequence[StoredMove],
    waiting: Mapping[StoryId, set[AlertId]],
) -> None:
    """Note which articles of a batch are matched later.

    Args:
        waiting: The alerts with an unsent message about each story that articles leave.
    """
    left = {move.article_id: move.left for move in moves}
    alert_ids: dict[ArticleId, list[AlertId] | None] = {
        article_id: found
        for article_id, story_id in batch.regrouped.items()
        if (found := sorted(waiting.get(left.get(article_id, story_id), ())))
    }
    alert_ids |= {article_id: [] for article_id in batch.misplaced}
    alert_ids |= dict.fromkeys(batch.unmatched)
    noted = await rows_among(connection, select(unmatched_articles), _ID, list(alert_ids))
    alert_ids |= {row.article_id: _either(row.alert_ids, alert_ids[row.article_id]) for row in noted}
    await change_among(connection, delete(unmatched_articles), _ID, [row.article_id for row in noted])
    since = {row.article_id: row.at for row in noted}
    rows = [
        {"article_id": article_id, "at": since.get(article_id, batch.at), "alert_ids": ids}
        for article_id, ids in alert_ids.items()
    ]
    if rows:
        await connection.execute(insert(unmatched_articles), rows)


def _either(some: list[AlertId] | None, others: list[AlertId] | None) -> list[AlertId] | None:
    """Return all alerts of two lists, of which None has all."""
    return None if some is None or others is None else sorted({*some, *others})


async def settle_late(connection: AsyncConnection, late: LateMatches) -> None:
    """Insert the matches of articles that still wait for them, with the stories that these are in now."""
    rows = await rows_among(connection, select(unmatched_articles), _ID, late.article_ids)
    await change_among(connection, delete(unmatched_articles), _ID, [row.article_id for row in rows])
    marks = {ArticleId(row.article_id): row for row in rows}
    live = await rows_among(
        connection, select(articles.c.id, articles.c.story_id), articles.c.id, list(marks)
    )
    stories = {ArticleId(row.id): row.story_id for row in live}
    saved = await _saved(connection, late.matches)
    batches = [
        replace(batch, story_id=stories[batch.article_id] or batch.story_id, alert_ids=alert_ids)
        for batch in late.matches
        if batch.article_id in stories and (alert_ids := _reporting(batch, marks[batch.article_id], saved))
    ]
    await insert_matches(connection, batches)


async def _saved(connection: AsyncConnection, batches: Sequence[MatchBatch]) -> dict[AlertId, Alert]:
    ids = sorted({alert_id for batch in batches for alert_id in batch.alert_ids})
    return {
        AlertId(row.id): alert_of(row)
        for row in await rows_among(connection, select(alerts), alerts.c.id, ids)
    }


def _reporting(batch: MatchBatch, mark: Row[Any], saved: Mapping[AlertId, Alert]) -> tuple[AlertId, ...]:
    """Return the alerts of a batch that would have reported its article when it came.

    A new article: alerts that are older and were neither paused nor muted then. Those paused or muted since
    then report it afterwards, as if their messages had waited to be sent.

    A regrouped article: the alerts that had an unsent message about its story, silent or not.
    """
    if mark.alert_ids is not None:
        return tuple(alert_id for alert_id in batch.alert_ids if alert_id in mark.alert_ids)
    return tuple(
        alert_id
        for alert_id in batch.alert_ids
        if (alert := saved.get(alert_id)) and alert.created_at <= mark.at and not alert.was_silent(mark.at)
    )
