"""What has arrived since somebody last looked: new articles on a question, or in a story."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC

from bot.chats.settings import ChatSettings
from bot.chats.view import ANSWER_ENTRIES
from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore, ChangeKind
from bot.corrections.correction import Correction
from bot.corrections.log import CorrectionLog
from bot.developments.development import Development, all_keys, article_key, developments
from bot.developments.facts import story_facts
from bot.questions.grouping import StoryGrouper
from bot.questions.model import AnswerEntry, Question
from bot.questions.pagination import page_of
from bot.questions.phrasing import parse_question
from bot.questions.preferences import preferences_for
from bot.questions.relevance import RelevanceJudge
from bot.questions.visible_corpus import VisibleCorpus
from bot.search.ports import ArticleIndex, Order
from bot.stories.origins import newest_first
from bot.stories.story import Story

_CHUNK = 1_000
"""Changes read at once."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """One page of new articles, newest first.

    Args:
        entries: 0 to 5.
        total: Number of new articles that were found.
        page: From 1.
        pages: At least 1.
        seen: The last change that was looked at.
        more: Whether there may be more of them than `total`.
        developments: Of a story: what is new in it.
    """

    entries: tuple[AnswerEntry, ...]
    total: int
    page: int
    pages: int
    seen: int
    more: bool = False
    developments: tuple[Development, ...] = ()


@dataclass(frozen=True, slots=True)
class ArrivalService:
    """Finds the articles that were added after a change to the corpus."""

    articles: ArticleStore
    index: ArticleIndex
    corpus: VisibleCorpus
    grouper: StoryGrouper
    relevance: RelevanceJudge
    corrections: CorrectionLog

    async def seen(self) -> int:
        """Return the last change that answers take into account."""
        return await self.index.applied()

    async def about(self, question: Question, after: int, settings: ChatSettings | None = None) -> Arrivals:
        """Return the articles about a question that were added after a change.

        Args:
            settings: What the chat excludes, and its time zone.
        """
        seen, added = await self.seen(), await self._added(after)
        text, zone = f"{question.previous} {question.text}".strip(), settings.tz if settings else UTC
        query = parse_question(text, now=question.now, zone=zone)
        found = await self.corpus.search(query, question)
        ids = [hit.article_id for hit in found.hits if hit.article_id in added]
        more = len(ids) == len(found.hits) < found.total
        articles = await self._wanted(ids, preferences_for(query, settings))
        if query.words and question.order is Order.RELEVANCE and articles:
            wanted = {article.id for article in articles}
            hits = tuple(hit for hit in found.hits if hit.article_id in wanted)
            relevance = await self.relevance.judge(replace(found, hits=hits), query, {})
            articles = [article for article in articles if article.id in relevance.close]
            more = relevance.more
        return await self._page(articles, question.page, seen, more=more)

    async def in_story(
        self, article_id: ArticleId, after: int, page: int = 1, settings: ChatSettings | None = None
    ) -> Arrivals:
        """Return the articles of an article's story that were added after a change, and what is new in it."""
        seen, changed = await self.seen(), await self._changed(after)
        story = await self.grouper.story_of(article_id)
        members = await self._wanted(await self.corpus.visible(story.articles if story else ()), settings)
        added = [article for article in members if changed.get(article.id) is ChangeKind.ADDED]
        corrections = await self._corrections(story, changed) if story else []
        news = await asyncio.to_thread(_developments, members, changed, corrections)
        return replace(await self._page(added, page, seen), developments=news)

    async def _corrections(self, story: Story, changed: Mapping[ArticleId, ChangeKind]) -> list[Correction]:
        """Return the latest correction of each article of a story that was changed or withdrawn."""
        found = await self.corrections.of_story(story.id)
        replaced = {article_id for article_id, kind in changed.items() if kind is not ChangeKind.ADDED}
        latest = {correction.article_id: correction for correction in reversed(found)}
        return [correction for article_id, correction in latest.items() if article_id in replaced]

    async def _added(self, after: int) -> set[ArticleId]:
        """Return the articles that were added after a change."""
        changed = await self._changed(after)
        return {article_id for article_id, kind in changed.items() if kind is ChangeKind.ADDED}

    async def _changed(self, after: int) -> dict[ArticleId, ChangeKind]:
        """Return the articles that were added or changed after a change."""
        changed: dict[ArticleId, ChangeKind] = {}
        while changes := await self.articles.changes(after=after, limit=_CHUNK):
            for change in changes:
                if change.kind is ChangeKind.MOVED:
                    continue
                if changed.get(change.article_id) is not ChangeKind.ADDED:
                    changed[change.article_id] = change.kind
            after = changes[-1].number
        return changed

    async def _wanted(self, ids: Sequence[ArticleId], settings: ChatSettings | None) -> list[Article]:
        """Return the articles that a chat doesn't exclude, in order."""
        return [
            article
            for article in await self.articles.get(ids)
            if settings is None or settings.wants(article.publisher, article.language)
        ]

    async def _page(
        self, articles: Sequence[Article], number: int, seen: int, *, more: bool = False
    ) -> Arrivals:
        page = page_of(len(articles), number, size=ANSWER_ENTRIES)
        shown = newest_first(articles)[page.slice]
        entries = await self.grouper.entries([article.id for article in shown])
        return Arrivals(entries, len(articles), page.number, page.pages, seen, more)


def _developments(
    articles: Sequence[Article],
    changed: Mapping[ArticleId, ChangeKind],
    corrections: Sequence[Correction],
) -> tuple[Development, ...]:
    """Return what is new in a story since some of its articles were added or changed.

    Of a changed article only its correction, as the figures of its earlier text are not known.
    """
    before = [article for article in articles if changed.get(article.id) is not ChangeKind.ADDED]
    known = all_keys(story_facts(before)) | {article_key(found.article_id) for found in corrections}
    return developments(known, story_facts(articles, corrections)).developments
