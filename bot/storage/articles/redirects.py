"""Merges stories, inside a transaction: everything about one story moves to another."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ingest.batch import Batch
from bot.storage.alerts import delete_alerts
from bot.storage.articles.stories import redirects_of
from bot.storage.delivery.expansion import join_sent, move_messages
from bot.storage.follow_state import merge_follows
from bot.storage.schema.articles import article_revisions, article_rows, story_redirects
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


async def with_current_stories(connection: AsyncConnection, batch: Batch) -> Batch:
    """Return a batch with redirects followed: another process may have merged the stories it names."""
    stories = {revision.story_id for revision in batch.revisions if revision.story_id}
    stories |= {match.story_id for match in batch.matches}
    stories |= set(batch.moves.values())
    known = await redirects_of(connection, list(stories))
    if not known:
        return batch
    revisions = [
        replace(revision, story_id=known.get(revision.story_id, revision.story_id))
        if revision.story_id
        else revision
        for revision in batch.revisions
    ]
    matches = [replace(match, story_id=known.get(match.story_id, match.story_id)) for match in batch.matches]
    moves = {article_id: known.get(story_id, story_id) for article_id, story_id in batch.moves.items()}
    return replace(batch, revisions=tuple(revisions), matches=tuple(matches), moves=moves)


async def follow_redirects(connection: AsyncConnection, generation: int) -> None:
    """Move a generation's articles out of stories that merged before the articles were staged."""
    merged = select(story_redirects.c.story_id)
    into = select(story_redirects.c.into).where(story_redirects.c.story_id == article_rows.c.story_id)
    staged = update(article_rows).where(article_rows.c.generation == generation)
    outdated = staged.where(article_rows.c.story_id.in_(merged))
    await connection.execute(outdated.values(story_id=into.scalar_subquery()))


async def _merge(connection: AsyncConnection, merged: StoryId, kept: StoryId) -> None:
    into = story_redirects.c.into
    for table in (article_rows, article_revisions, match_batches, story_news):
        await connection.execute(update(table).where(table.c.story_id == merged).values(story_id=kept))
    await move_messages(connection, outbox.c.story_id == merged, kept)
    await delete_alerts(connection, await merge_follows(connection, merged, kept))
    await join_sent(connection, kept)
    await connection.execute(update(story_redirects).where(into == merged).values(into=kept))
    await connection.execute(insert(story_redirects).values(story_id=merged, into=kept))
