"""The matches of a generation's new articles, inside a transaction."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import ArticleId
from bot.ingest.reload.generation import AlertDecision, Generation
from bot.storage.articles.redirects import redirect
from bot.storage.articles.stories import redirects_of
from bot.storage.delivery.expansion import follow_articles
from bot.storage.delivery.matches import insert_matches, requeue_matches
from bot.storage.follow_state import record_checks
from bot.storage.schema.alerts import alerts
from bot.storage.schema.articles import article_revisions, article_rows, articles
from bot.storage.schema.delivery import match_batches
from bot.storage.schema.generations import generation_changes
from bot.stories.story import StoryId


@dataclass(frozen=True, slots=True)
class News:
    """What a generation brings besides articles.

    Args:
        moves: Its articles that move without their story, each with the story it joins.
        redirects: Stories that merge, each with the story it merges into, in order.
    """

    matches: Sequence[MatchBatch]
    moves: Mapping[ArticleId, StoryId]
    redirects: Mapping[StoryId, StoryId]


async def store_news(connection: AsyncConnection, generation: Generation, news: News, now: datetime) -> None:
    """Store the matches of a generation's articles, and merge the stories that they show to be one."""
    # Stories may have merged since the articles were staged.
    stories = [news.moves.get(batch.article_id, batch.story_id) for batch in news.matches]
    known = await redirects_of(connection, stories)
    matches = [
        replace(batch, story_id=known.get(story_id, story_id))
        for batch, story_id in zip(news.matches, stories, strict=True)
    ]
    await _store_matches(connection, generation, matches, now)
    await redirect(connection, news.redirects)


async def _store_matches(
    connection: AsyncConnection, generation: Generation, matches: Sequence[MatchBatch], now: datetime
) -> None:
    """Store the matches of the articles that a generation brings, as its report decides."""
    decision = generation.report.alerts
    mine = select(generation_changes.c.article_id).where(generation_changes.c.generation == generation.id)
    article_ids = list(await connection.scalars(mine))
    if decision in (AlertDecision.SEND, AlertDecision.ASK):
        brought = set(article_ids)
        news = [replace(batch, committed_at=now) for batch in matches if batch.article_id in brought]
        held = generation.id if decision is AlertDecision.ASK else None
        await insert_matches(connection, news, held=held)
    await requeue_matches(connection, article_ids, now)  # these matched before they were withdrawn


async def follow_articles_of(connection: AsyncConnection, generation: int) -> None:
    """Move messages along with articles that a switch or an undo brings back into another story."""
    mine = select(generation_changes.c.article_id).where(generation_changes.c.generation == generation)
    live = select(articles.c.id, articles.c.story_id).where(articles.c.id.in_(mine))
    await follow_articles(connection, {row.id: row.story_id for row in await connection.execute(live)})


async def check_stories(connection: AsyncConnection, generation: int, *, quiet: bool) -> None:
    """Let followed stories that gain, change or lose articles be compared with what is known of them.

    Args:
        quiet: Whether its developments become known without a message.
    """
    mine = select(generation_changes.c.article_id).where(generation_changes.c.generation == generation)
    members: dict[str, set[str]] = defaultdict(set)
    for table in (article_rows, article_revisions):
        query = select(table.c.story_id, table.c.id).where(table.c.id.in_(mine))
        followed = query.where(table.c.story_id.in_(select(alerts.c.follows)))
        for row in await connection.execute(followed.distinct()):
            members[row.story_id].add(row.id)
    await record_checks(connection, members, quiet=members if quiet else {})


async def release_matches(connection: AsyncConnection, generation: int, now: datetime) -> None:
    """Let messages be written for the matches that a generation holds."""
    held = update(match_batches).where(match_batches.c.held == generation)
    await connection.execute(held.values(held=None, committed_at=now))


async def drop_matches(connection: AsyncConnection, generation: int) -> None:
    """Delete the matches that a generation holds."""
    await connection.execute(delete(match_batches).where(match_batches.c.held == generation))
