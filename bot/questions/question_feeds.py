"""A question as a feed: the newest stories that match it, as an alert would report them.

text --phrasing.py--> Query --search, newest first--> full matches --stories--> one entry per story
--> sentences that answer, provenance. Without a full match, the stories that an answer finds about it.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.corpus.article import Article, ArticleId
from bot.corrections.correction import Correction
from bot.questions.answerer import LONGEST_QUESTION
from bot.questions.grouping import first_of_each
from bot.questions.model import AnswerEntry, Question
from bot.questions.phrasing import parse_question
from bot.questions.service import NothingAsked, QuestionService
from bot.questions.speakers import spoken_summary
from bot.questions.visible_corpus import RANKED
from bot.search.ports import Order, Passages, SearchRequest
from bot.search.query.query import Query
from bot.stories.story import Story, StoryId
from bot.summaries.sentence import QuotedSentence
from bot.summaries.summarize import summarize

FEED_ENTRIES = 20
_QUOTED = 3


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A story in a feed.

    Args:
        story_id: Permanent.
        article: The newest matching article.
        story: None if it is the only article of the story.
        sentences: Those of the article that answer.
        published_at: When the story's first article was published, aware UTC.
        updated_at: When its newest matching article was published, or that was corrected, if later.
        correction: The latest correction of the article.
    """

    story_id: StoryId
    article: Article
    story: Story | None
    sentences: tuple[QuotedSentence, ...]
    published_at: datetime
    updated_at: datetime
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class QuestionFeedService:
    """Finds the entries of feeds."""

    questions: QuestionService

    async def entries(self, text: str) -> tuple[FeedEntry, ...]:
        """Return the newest dated stories that match a question, newest first.

        Raises:
            QueryError: The question can't be parsed; says where.
            NothingAsked: Nothing of it was understood; says why.
        """
        questions = self.questions
        query = parse_question(text[:LONGEST_QUESTION], now=questions.clock())
        if query.root is None:
            raise NothingAsked(*query.problems)
        ids = await self._matching(query) or await self._about(text)
        story_ids = await questions.grouper.stories.story_ids(ids)
        shown = first_of_each(ids, story_ids)[:FEED_ENTRIES]
        listed = await questions.grouper.entries(shown, story_ids=story_ids)
        dated = [entry for entry in listed if entry.article.published_at]
        entries = await self._entries(dated, query, story_ids)
        return tuple(sorted(entries, key=lambda entry: entry.updated_at, reverse=True))

    async def _matching(self, query: Query) -> list[ArticleId]:
        """Return the articles that match, newest first."""
        questions = self.questions
        samples = await questions.corpus.with_samples()
        request = SearchRequest(query, questions.clock(), order=Order.NEWEST, samples=samples, limit=RANKED)
        result = await questions.index.search(request)
        return [hit.article_id for hit in result.hits if hit.matches]

    async def _about(self, text: str) -> list[ArticleId]:
        """Return the articles that an answer finds about a question."""
        question = Question(text, self.questions.clock(), size=FEED_ENTRIES)
        answer = await self.questions.ask(question)
        return [entry.article.id for entry in answer.entries] if answer.about else []

    async def _entries(
        self, listed: Sequence[AnswerEntry], query: Query, story_ids: Mapping[ArticleId, StoryId]
    ) -> list[FeedEntry]:
        ids = [entry.article.id for entry in listed]
        passages = {found.article_id: found for found in await self.questions.index.passages(ids, query)}
        quoted = await asyncio.to_thread(_sentences, listed, query, passages)
        firsts = await self._first_dates(listed)
        corrections = await self.questions.corrections.of_articles(ids)
        latest = {found.article_id: found for found in reversed(corrections)}
        return [
            _entry(entry, story_ids, quoted[entry.article.id], firsts, latest.get(entry.article.id))
            for entry in listed
        ]

    async def _first_dates(self, listed: Sequence[AnswerEntry]) -> Mapping[ArticleId, datetime]:
        """Return when the first article of each entry's story was published, by the entry's article."""
        first = {e.article.id: e.story.articles[0] if e.story else e.article.id for e in listed}
        articles = await self.questions.articles.get(list(set(first.values())))
        dates = {article.id: article.published_at for article in articles}
        return {key: at for key, article_id in first.items() if (at := dates.get(article_id))}


def _sentences(
    listed: Sequence[AnswerEntry], query: Query, passages: Mapping[ArticleId, Passages]
) -> dict[ArticleId, tuple[QuotedSentence, ...]]:
    return {
        entry.article.id: spoken_summary(entry.article, query, most=_QUOTED)
        or summarize(entry.article, passages.get(entry.article.id), most=_QUOTED)
        for entry in listed
    }


def _entry(
    entry: AnswerEntry,
    story_ids: Mapping[ArticleId, StoryId],
    sentences: tuple[QuotedSentence, ...],
    firsts: Mapping[ArticleId, datetime],
    correction: Correction | None,
) -> FeedEntry:
    article = entry.article
    at = article.published_at
    assert at is not None  # undated articles are left out
    return FeedEntry(
        story_ids.get(article.id, StoryId(article.id)),
        article,
        entry.story,
        sentences,
        published_at=min(firsts.get(article.id, at), at),
        updated_at=max(at, correction.at) if correction else at,
        correction=correction,
    )
