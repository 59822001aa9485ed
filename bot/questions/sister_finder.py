"""Finds the stories of other languages about an event: candidates by search, each judged by its articles."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.questions.model import Sister
from bot.questions.visible_corpus import VisibleCorpus
from bot.search.ports import ArticleIndex, SharedWords
from bot.stories.fingerprint import fingerprint_of
from bot.stories.origins import oldest_first
from bot.stories.ports import StoryStore
from bot.stories.sister_words import sister_words
from bot.stories.sisters import WINDOW, linked
from bot.stories.story import StoryId

_COMPARED = 3
"""Oldest articles of a story that are compared: later ones add background."""
_CANDIDATES = 3
"""Articles of each other language that are compared."""


@dataclass(frozen=True, slots=True)
class SisterFinder:
    """Finds stories of other languages; nothing about them is stored."""

    articles: ArticleStore
    index: ArticleIndex
    stories: StoryStore
    corpus: VisibleCorpus

    async def sisters(self, members: Sequence[Article]) -> tuple[Sister, ...]:
        """Return the largest story in each other language about the event of a story's articles.

        Args:
            members: All articles of a story, or one that has none.
        """
        own = [article for article in oldest_first(members) if article.published_at][:_COMPARED]
        languages = {article.language for article in members}
        words = await asyncio.to_thread(sister_words, own, languages)
        if not words:
            return ()
        dates = [article.published_at for article in own if article.published_at]
        request = SharedWords(
            words,
            since=min(dates) - WINDOW,
            until=max(dates) + WINDOW,
            samples=await self.corpus.with_samples(),
            limit=_CANDIDATES,
        )
        candidates = await self.articles.get(await self.index.sharing(request))
        alike = await asyncio.to_thread(_linked, own, candidates)
        return await self._largest([article for article in alike if article.language not in languages])

    async def _largest(self, alike: Sequence[Article]) -> tuple[Sister, ...]:
        """Return the largest story of each language that articles belong to, most articles first."""
        if not alike:
            return ()
        story_ids = await self.stories.story_ids([article.id for article in alike])
        members = await self.stories.members(list(set(story_ids.values())))
        found: dict[str, Sister] = {}
        for article in alike:
            sister = _sister(article, story_ids, members)
            if article.language not in found or sister.articles > found[article.language].articles:
                found[article.language] = sister
        return tuple(sorted(found.values(), key=lambda sister: (-sister.articles, sister.language)))


def _linked(own: Sequence[Article], candidates: Sequence[Article]) -> list[Article]:
    """Return the candidates that tell the event of any of a story's articles."""
    fingerprints = [fingerprint_of(article) for article in own]
    return [
        article
        for article in oldest_first(candidates)
        if any(linked(fingerprint_of(article), other) for other in fingerprints)
    ]


def _sister(
    article: Article,
    story_ids: Mapping[ArticleId, StoryId],
    members: Mapping[StoryId, tuple[ArticleId, ...]],
) -> Sister:
    story_id = story_ids.get(article.id)
    count = len(members.get(story_id, ())) if story_id else 0
    return Sister(article.language, article, max(count, 1))
