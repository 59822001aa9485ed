"""Merges stories, inside a transaction: everything about one story moves to another."""

from collections.abc import Mapping

from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.articles.stories import redirects_of
from bot.storage.delivery.expansion import move_messages
from bot.storage.schema.articles import article_rows, story_redirects
from bot.storage.schema.delivery import match_batches, outbox, story_news
from bot.stories.story import StoryId


async def redirect(connection: AsyncConnection, redirects: Mapping[StoryId, StoryId]) -> None:
    """Redirect merged stories, and stories that redirect to them; skip those that are merged already."""
    known = await redirects_of(connection, list({*redirects, *redirects.values()}))
    for merged, wanted in redirects.items():
        kept = known.get(wanted, wanted)
        if merged in known or merged == kept:
            continue
        await _merge(connection, merged, kept)
        known = {story_id: kept if into == merged else into for story_id, into in known.items()}
        known[merged] = kept


async def _merge(connection: AsyncConnection, merged: StoryId, kept: StoryId) -> None:
    into = story_redirects.c.into
    for table in (article_rows, match_batches, story_news):
        await connection.execute(update(table).where(table.c.story_id == merged).values(story_id=kept))
    await move_messages(connection, outbox.c.story_id == merged, kept)
    await connection.execute(update(story_redirects).where(into == merged).values(into=kept))
    await connection.execute(insert(story_redirects).values(story_id=merged, into=kept))
