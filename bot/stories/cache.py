"""Caches built stories: finding near-duplicates takes milliseconds per article."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping, Sequence

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.stories.origins import build_story
from bot.stories.story import Story, StoryId

MAX_STORIES = 4_000
"""Cached stories, one or two kilobytes each; the least recently used are evicted."""
_Fingerprints = tuple[tuple[ArticleId, str], ...]


class StoryCache:
    """Builds a story once, and again when its articles change."""

    def __init__(self, articles: ArticleStore, *, max_stories: int = MAX_STORIES) -> None:
        self._articles = articles
        self._max_stories = max_stories
        self._cached: OrderedDict[StoryId, tuple[_Fingerprints, Story]] = OrderedDict()

    async def stories(self, members: Mapping[StoryId, Sequence[ArticleId]]) -> dict[StoryId, Story]:
        """Return stories by id, without articles that are no longer stored.

        Args:
            members: The articles of each story.
        """
        ids = sorted({article_id for article_ids in members.values() for article_id in article_ids})
        stored = await self._articles.fingerprints(ids)
        wanted = {
            story_id: tuple(
                (article_id, stored[article_id]) for article_id in article_ids if article_id in stored
            )
            for story_id, article_ids in members.items()
        }
        cached = {
            story_id: story
            for story_id, fingerprints in wanted.items()
            if (story := self._lookup(story_id, fingerprints))
        }
        missing = {
            story_id: fingerprints
            for story_id, fingerprints in wanted.items()
            if fingerprints and story_id not in cached
        }
        return cached | (await self._build(missing) if missing else {})

    def _lookup(self, story_id: StoryId, fingerprints: _Fingerprints) -> Story | None:
        built_from, story = self._cached.get(story_id, ((), None))
        if story is None or built_from != fingerprints:
            return None
        self._cached.move_to_end(story_id)
        return story

    async def _build(self, missing: Mapping[StoryId, _Fingerprints]) -> dict[StoryId, Story]:
        ids = sorted({article_id for fingerprints in missing.values() for article_id, _ in fingerprints})
        articles = {article.id: article for article in await self._articles.get(ids)}
        groups = {
            story_id: [articles[article_id] for article_id, _ in fingerprints if article_id in articles]
            for story_id, fingerprints in missing.items()
        }
        built = await asyncio.to_thread(_build_stories, groups)
        for story_id, story in built.items():
            self._cached[story_id] = missing[story_id], story
            self._cached.move_to_end(story_id)
        while len(self._cached) > self._max_stories:
            self._cached.popitem(last=False)
        return built


def _build_stories(groups: Mapping[StoryId, Sequence[Article]]) -> dict[StoryId, Story]:
    return {story_id: build_story(story_id, articles) for story_id, articles in groups.items() if articles}
