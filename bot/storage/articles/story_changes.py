"""What a batch of articles does to their stories: articles come, change, leave and move."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.article import ArticleId
from bot.corpus.ports import ChangeKind
from bot.ingest.batch import Batch
from bot.storage.articles.moves import StoredMove
from bot.storage.database import rows_among
from bot.storage.schema.articles import articles
from bot.stories.story import StoryId

StoryChange = tuple[StoryId, ArticleId, ChangeKind]


def revision_updates(batch: Batch, stored: Mapping[ArticleId, str]) -> Iterator[StoryChange]:
    """Yield what the revisions do to their stories, redirects followed."""
    for revision in batch.revisions:
        if revision.story_id is not None:
            article_id = revision.article.id
            kind = ChangeKind.CHANGED if article_id in stored else ChangeKind.ADDED
            yield batch.redirects.get(revision.story_id, revision.story_id), article_id, kind


def move_updates(batch: Batch, moves: Iterable[StoredMove]) -> Iterator[StoryChange]:
    """Yield what moves do to the stories that articles leave and join, redirects followed."""
    for move in moves:
        for story_id in (move.left, move.joined):
            yield batch.redirects.get(story_id, story_id), move.article_id, ChangeKind.MOVED


async def removal_updates(connection: AsyncConnection, removed: Sequence[ArticleId]) -> list[StoryChange]:
    """Return the stories that lose an article."""
    query = select(articles.c.story_id, articles.c.id).where(articles.c.story_id.is_not(None))
    return [
        (StoryId(row.story_id), ArticleId(row.id), ChangeKind.REMOVED)
        for row in await rows_among(connection, query, articles.c.id, removed)
    ]
