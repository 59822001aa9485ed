"""Articles grouped by story."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.corpus.article import Article, ArticleId
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

    async def entries(
        self,
        ids: Sequence[ArticleId],
        *,
        articles: Mapping[ArticleId, Article] | None = None,
        story_ids: Mapping[ArticleId, StoryId] | None = None,
    ) -> tuple[AnswerEntry, ...]:
        """Return the articles that exist, in the given order, each with its story.

        Args:
            articles, story_ids: What was read already of these articles, if anything.
        """
        known = articles or {}
        missing = [article_id for article_id in ids if article_id not in known]
        read = {article.id: article for article in await self.articles.get(missing)} if missing else {}
        stories = await self.stories_of(ids, story_ids)
        found = (known.get(article_id) or read.get(article_id) for article_id in ids)
        return tuple(AnswerEntry(article, stories.get(article.id)) for article in found if article)

    async def story_of(self, article_id: ArticleId) -> Story | None:
        """Return the story of an article."""
        return (await self.stories_of([article_id])).get(article_id)

    async def stories_of(
        self, ids: Iterable[ArticleId], known: Mapping[ArticleId, StoryId] | None = None
    ) -> dict[ArticleId, Story]:
        """Return the stories of articles, without the articles that have none.

        Args:
            known: The story ids of these articles, if they were read already.
        """
        wanted = list(ids)
        read = await self.stories.story_ids(wanted) if known is None else known
        story_ids = {article_id: read[article_id] for article_id in wanted if article_id in read}
        members = await self.stories.members(list(set(story_ids.values())))
        shared = {story: articles for story, articles in members.items() if len(articles) > 1}
        built = await self.cache.stories(shared)
        return {article: built[story] for article, story in story_ids.items() if story in built}

    async def first_of_each_story(self, ranked: Sequence[ArticleId]) -> list[ArticleId]:
        """Return the first article of every story, in order."""
        return first_of_each(ranked, await self.stories.story_ids(ranked))


def first_of_each(ranked: Sequence[ArticleId], story_ids: Mapping[ArticleId, StoryId]) -> list[ArticleId]:
    """Return the first article of every story, and each article without one, in order."""
    first: dict[str, ArticleId] = {}
    for article_id in ranked:
        first.setdefault(story_ids.get(article_id, article_id), article_id)
    return list(first.values())
