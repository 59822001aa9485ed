"""Articles grouped by story."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.corpus.article import ArticleId
from bot.corpus.ports import ArticleStore
from bot.questions.model import AnswerEntry
from bot.stories.cache import StoryCache
from bot.stories.ports import StoryStore
from bot.stories.story import Story, StoryId


@dataclass(frozen=True, slots=True)
class StoryGrouper:
    """Finds the stories of articles. A story with one article counts as none."""

    articles: ArticleStore
    stories: StoryStore
    cache: StoryCache

    async def entries(self, ids: Sequence[ArticleId]) -> tuple[AnswerEntry, ...]:
        """Return the articles that exist, in the given order, each with its story."""
        stories = await self.stories_of(ids)
        articles = await self.articles.get(ids)
        return tuple(AnswerEntry(article, stories.get(article.id)) for article in articles)

    async def story_of(self, article_id: ArticleId) -> Story | None:
        """Return the story of an article."""
        return (await self.stories_of([article_id])).get(article_id)

    async def stories_of(self, ids: Iterable[ArticleId]) -> dict[ArticleId, Story]:
        """Return the stories of articles, without the articles that have none."""
        story_ids = await self.stories.story_ids(list(ids))
        members = await self.stories.members(list(set(story_ids.values())))
        shared = {story: articles for story, articles in members.items() if len(articles) > 1}
        built = await self.cache.stories(shared)
        return {article: built[story] for article, story in story_ids.items() if story in built}

    async def first_of_each_story(self, ranked: Sequence[ArticleId]) -> list[ArticleId]:
        """Return the first article of every story, in order."""
        story_ids = await self.stories.story_ids(ranked)
        seen: set[StoryId] = set()
        first = []
        for article_id in ranked:
            story = story_ids.get(article_id)
            if story is None or story not in seen:
                first.append(article_id)
            if story is not None:
                seen.add(story)
        return first
