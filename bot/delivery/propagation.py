"""Propagates changes of stories: sent messages are edited, waiting ones go out if the story is breaking."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.corpus.ports import ArticleStore
from bot.delivery.ports import StoryUpdateLog
from bot.delivery.story_updates import StoryUpdate, is_breaking
from bot.stories.ports import StoryStore

PROPAGATE_AFTER = timedelta(seconds=3)
"""Delay before an update is propagated: until then, content from before its commit may be cached."""


@dataclass(frozen=True, slots=True)
class StoryUpdates:
    """The pending changes to stories with messages."""

    log: StoryUpdateLog
    stories: StoryStore
    articles: ArticleStore

    async def propagate_oldest(self, *, now: datetime, edit_at: datetime, limit: int) -> bool:
        """Propagate the oldest change to at most `limit` messages; return False if none is pending.

        Args:
            edit_at: When sent messages are edited, aware UTC.
        """
        update = await self.log.oldest(until=now - PROPAGATE_AFTER)
        if update is None:
            return False
        breaking = await self._is_breaking(update, now)
        await self.log.propagate(update, edit_at=edit_at, breaking=breaking, limit=limit)
        return True

    async def _is_breaking(self, update: StoryUpdate, now: datetime) -> bool:
        members = await self.stories.members([update.story_id])
        articles = await self.articles.get(members.get(update.story_id, ()))
        return is_breaking(articles, now=now)
