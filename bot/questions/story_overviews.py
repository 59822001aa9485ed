"""A whole story by its id: its articles, origins, accounts, differences, corrections, other languages."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.corpus.article import Article, ArticleId
from bot.corrections.correction import Correction
from bot.errors import UserError, localizable
from bot.questions.model import Sister
from bot.questions.service import COMPARED, QuestionService
from bot.stories.origins import build_story, newest_first
from bot.stories.story import Story, StoryId
from bot.summaries.accounts import Account, accounts
from bot.summaries.difference import Difference


class StoryNotFound(UserError):
    """No article of a story is in the corpus (any more)."""


@dataclass(frozen=True, slots=True)
class StoryOverview:
    """A story and everything that is known of it.

    Args:
        story: Its id is the one that the id asked for redirects to.
        members: Its articles, oldest first.
        accounts: What each of the newest articles adds to those before it, newest first.
        differences: Where the outlets differ, most contested first.
        corrections: Of its articles, withdrawn ones included, newest first.
        sisters: The same event in other languages, most articles first.
    """

    story: Story
    members: tuple[Article, ...]
    accounts: tuple[Account, ...]
    differences: tuple[Difference, ...]
    corrections: tuple[Correction, ...]
    sisters: tuple[Sister, ...]


@dataclass(frozen=True, slots=True)
class StoryOverviewService:
    """Finds stories by their ids."""

    questions: QuestionService

    async def overview(self, name: str) -> StoryOverview:
        """Return a story, redirects followed.

        Args:
            name: The id of a story, or of one of its articles.

        Raises:
            StoryNotFound: It has no articles that may be shown.
        """
        questions = self.questions
        story_id = (await self.ids_of([ArticleId(name)])).get(ArticleId(name), StoryId(name))
        ids = await questions.corpus.visible(await questions.articles_of(story_id))
        members = await questions.articles.get(ids)
        if not members:
            raise StoryNotFound(localizable("article-gone"))
        current = (await self.ids_of([members[0].id])).get(members[0].id, story_id)
        story = await questions.grouper.story_of(members[0].id) or build_story(current, members)
        return StoryOverview(
            story,
            tuple(members),
            await self._accounts(members),
            await questions.differences(story),
            tuple(await questions.corrections.of_story(current)),
            await questions.sister_finder.sisters(members),
        )

    async def ids_of(self, article_ids: Sequence[ArticleId]) -> Mapping[ArticleId, StoryId]:
        """Return the id of each article's story, also of a story with one article."""
        return await self.questions.grouper.stories.story_ids(article_ids)

    async def _accounts(self, members: Sequence[Article]) -> tuple[Account, ...]:
        compared = newest_first(members)[:COMPARED]
        passages = await self.questions.index.passages([member.id for member in compared], None)
        return await asyncio.to_thread(accounts, compared, passages, first=0, most=COMPARED)
