"""The history path, whole: words -> what was published when -> Trend or Timeline.

text --search/query.py--> Query --search/mentions.py--> counts by day and publisher --> Trend
                                --index--> matching hits --stories--> first article of each --> Timeline
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Generic, Protocol, TypeVar

from bot.corpus.article import Article, ArticleId
from bot.questions.service import LONGEST_QUESTION, QuestionService
from bot.questions.visible_corpus import RANKED
from bot.search.ports import SearchRequest
from bot.search.query.parser import Query, parse
from bot.search.ranking.counts import Mentions
from bot.stories.origins import oldest_first
from bot.trends.timeline import MAX_EVENTS, Timeline, TimelineEvent
from bot.trends.trend import Trend, build_trend

T = TypeVar("T", Trend, Timeline)


class MentionIndex(Protocol):
    """Counting what a query matches."""

    async def mentions(self, request: SearchRequest, zone: tzinfo) -> Mentions:
        """Return how many articles a request's query matches, by the days of a zone and by publisher."""
        ...


@dataclass(frozen=True, slots=True)
class TrendResult(Generic[T]):
    """What was found for some words.

    Args:
        query: The words as understood.
        found: None when no dated article matches them.
        suggestions: Known words near those that no article has.
        samples: Whether the articles are the invented ones.
    """

    query: Query
    found: T | None
    suggestions: tuple[str, ...] = ()
    samples: bool = False


@dataclass(frozen=True, slots=True)
class TrendService:
    """Says how often, and in which order, something was written about."""

    questions: QuestionService
    index: MentionIndex

    async def trend(self, text: str, zone: tzinfo) -> TrendResult[Trend]:
        """Return how many articles match some words, by days of a zone and publishers.

        Raises:
            QueryError: The words can't be parsed; says where.
        """
        request = await self._request(text, zone)
        trend = build_trend(await self.index.mentions(request, zone))
        return await self._history(request, trend)

    async def timeline(self, text: str, zone: tzinfo) -> TrendResult[Timeline]:
        """Return the stories that fit some words best, in the order of their first articles.

        Raises:
            QueryError: The words can't be parsed; says where.
        """
        request = await self._request(text, zone)
        result = await self.questions.index.search(request)
        ids = [hit.article_id for hit in result.hits if hit.matches]
        dated = [each for each in await self.questions.articles.get(ids) if each.published_at]
        stories = await self._by_story(dated)
        firsts = [oldest_first(articles)[0] for articles in stories[:MAX_EVENTS]]
        entries = await self.questions.entries.of([each.id for each in oldest_first(firsts)])
        events = tuple(
            TimelineEvent(entry.article.published_at, entry.article, entry.story)
            for entry in entries
            if entry.article.published_at
        )
        return await self._history(request, Timeline(events, len(stories)) if events else None)

    async def _request(self, text: str, zone: tzinfo) -> SearchRequest:
        now = self.questions.clock()
        query = parse(text[:LONGEST_QUESTION], now=now, zone=zone)
        samples = await self.questions.stock.with_samples()
        return SearchRequest(query=query, now=now, samples=samples, limit=RANKED)

    async def _history(self, request: SearchRequest, found: T | None) -> TrendResult[T]:
        if found is not None:
            return TrendResult(request.query, found, samples=request.samples)
        result = await self.questions.index.search(request)
        return TrendResult(request.query, None, result.suggestions)

    async def _by_story(self, articles: Sequence[Article]) -> list[list[Article]]:
        """Articles by the story they tell, in the order of each story's first."""
        story_of = await self.questions.entries.grouping.story_ids([each.id for each in articles])
        groups: dict[str, list[Article]] = {}
        for article in articles:
            key: ArticleId | str = story_of.get(article.id, article.id)
            groups.setdefault(key, []).append(article)
        return list(groups.values())
