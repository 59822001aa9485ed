"""Articles as entries of a list: each with the story it shares with others."""

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
    """Makes entries of articles, from the store and the stories."""

    articles: ArticleStore
    stories: StoryStore
    cache: StoryCache

    async def entries(self, ids: Sequence[ArticleId]) -> tuple[AnswerEntry, ...]:
        """Return the articles there are, in the order asked, each with the story it shares with others."""
        stories = await self.stories_of(ids)
        return tuple(AnswerEntry(each, stories.get(each.id)) for each in await self.articles.get(ids))

    async def story_of(self, article_id: ArticleId) -> Story | None:
        """Return the story an article shares with others."""
        return (await self.stories_of([article_id])).get(article_id)

    async def stories_of(self, ids: Iterable[ArticleId]) -> dict[ArticleId, Story]:
        """Return the story of each article that shares one with others."""
        story_of = await self.stories.story_ids(list(ids))
        members = await self.stories.members(list(set(story_of.values())))
        built = await self.cache.stories({story: group for story, group in members.items() if len(group) > 1})
        return {article: built[story] for article, story in story_of.items() if story in built}

    async def first_of_each_story(self, ranked: Sequence[ArticleId]) -> list[ArticleId]:
        """Return the first article of each story, order kept."""
        story_of = await self.stories.story_ids(ranked)
        seen: set[StoryId] = set()
        best = []
        for article_id in ranked:
            story = story_of.get(article_id)
            if story is None or story not in seen:
                best.append(article_id)
            if story is not None:
                seen.add(story)
        return best
