"""Moves articles to other stories, inside a transaction; their texts stay as they are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import AlertId
from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import ArticleId
from bot.delivery.outbox import OutboxState
from bot.storage.database import change_among, rows_among
from bot.storage.delivery.expansion import follow_articles
from bot.storage.delivery.matches import insert_matches
from bot.storage.schema.articles import article_rows, articles
from bot.storage.schema.delivery import outbox
from bot.stories.story import StoryId


class StoredMove(NamedTuple):
    """A live article that moves from one story to another."""

    article_id: ArticleId
    left: StoryId
    joined: StoryId


async def stored_moves(connection: AsyncConnection, moves: Mapping[ArticleId, StoryId]) -> list[StoredMove]:
    """Return those of the moves whose articles are live and in another story."""
    query = select(articles.c.id, articles.c.story_id).where(articles.c.story_id.is_not(None))
    rows = await rows_among(connection, query, articles.c.id, list(moves))
    left = {ArticleId(row.id): StoryId(row.story_id) for row in rows}
    return [
        StoredMove(article_id, left[article_id], joined)
        for article_id, joined in moves.items()
        if left.get(article_id, joined) != joined
    ]


async def move_articles(connection: AsyncConnection, moves: Sequence[StoredMove]) -> None:
    """Move live articles, and messages and match batches about them."""
    members: dict[StoryId, list[ArticleId]] = defaultdict(list)
    for move in moves:
        members[move.joined].append(move.article_id)
    for story_id, ids in members.items():
        live = await rows_among(connection, select(articles.c.key), articles.c.id, ids)
        moved = update(article_rows).values(story_id=story_id)
        await change_among(connection, moved, article_rows.c.key, [row.key for row in live])
    await follow_articles(connection, {move.article_id: move.joined for move in moves})


async def waiting_alerts(
    connection: AsyncConnection, moves: Sequence[StoredMove]
) -> dict[StoryId, set[AlertId]]:
    """Return the alerts with an unsent message about each story that articles leave."""
    query = select(outbox.c.alert_id, outbox.c.story_id)
    unsent = query.where(outbox.c.state != OutboxState.SENT.value, outbox.c.leased_until.is_(None))
    waiting: dict[StoryId, set[AlertId]] = defaultdict(set)
    for row in await rows_among(connection, unsent, outbox.c.story_id, sorted({move.left for move in moves})):
        waiting[StoryId(row.story_id)].add(AlertId(row.alert_id))
    return waiting


async def match_again(
    connection: AsyncConnection,
    rematches: Sequence[MatchBatch],
    moves: Sequence[StoredMove],
    waiting: Mapping[StoryId, set[AlertId]],
) -> None:
    """Insert the matches of a story's articles that part, for the alerts that have not sent it.

    One message was to report them all; an alert that has one about the story of an article needs no other.
    """
    left = {move.article_id: move.left for move in moves}
    alerts = [waiting.get(left.get(batch.article_id, batch.story_id), set()) for batch in rematches]
    batches = [
        replace(batch, alert_ids=tuple(alert_id for alert_id in batch.alert_ids if alert_id in unsent))
        for batch, unsent in zip(rematches, alerts, strict=True)
    ]
    await insert_matches(connection, batches)


async def move_staged(
    connection: AsyncConnection, generation: int, moves: Mapping[ArticleId, StoryId]
) -> None:
    """Move articles of a generation that was not active yet."""
    staged = update(article_rows).where(article_rows.c.generation == generation)
    for article_id, story_id in moves.items():
        this = article_rows.c.id == article_id
        await connection.execute(staged.where(this).values(story_id=story_id))
