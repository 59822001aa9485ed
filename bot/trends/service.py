"""Trends and timelines: what was published about a query, and when.

text --search.query--> Query --search.ranking.counts--> articles by day and publisher --> Trend
                             --search index--> matching hits --stories--> first article of each --> Timeline
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Generic, Protocol, TypeVar

from bot.corpus.article import Article, ArticleId
from bot.questions.answerer import LONGEST_QUESTION
from bot.questions.model import AnswerEntry
from bot.questions.service import QuestionService
from bot.questions.visible_corpus import RANKED
from bot.search.ports import Mentions, SearchRequest
from bot.search.query.parser import parse
from bot.search.query.query import Query
from bot.stories.origins import oldest_first
from bot.trends.charts.model import Chart
from bot.trends.charts.renderer import ChartRenderer
from bot.trends.timeline import MAX_EVENTS, Timeline, TimelineEvent
from bot.trends.trend import Trend, build_trend

T = TypeVar("T", Trend, Timeline)


class MentionIndex(Protocol):
    """Counts the articles that match a query."""

    async def mentions(self, request: SearchRequest, zone: tzinfo) -> Mentions:
        """Return how many articles match a request's query, by publisher and by day in `zone`."""
        ...


@dataclass(frozen=True, slots=True)
class TrendResult(Generic[T]):
    """The trend or timeline of a query.

    Args:
        query: The query as parsed.
        content: None when no dated article matches.
        suggestions: Known words similar to those that no article contains.
        samples: Whether the articles are the invented samples.
    """

    query: Query
    content: T | None
    suggestions: tuple[str, ...] = ()
    samples: bool = False


@dataclass(frozen=True, slots=True)
class TrendService:
    """Answers what was published about a query over time."""

    questions: QuestionService
    index: MentionIndex
    charts: ChartRenderer

    async def trend(self, text: str, zone: tzinfo, *, solar: bool = False) -> TrendResult[Trend]:
        """Return how many articles match a query, by publisher and by day in `zone`.

        Args:
            solar: As in `build_trend`.

        Raises:
            QueryError: The query can't be parsed; says where.
        """
        request = await self._request(text, zone)
        trend = build_trend(await self.index.mentions(request, zone), solar=solar)
        return await self._result(request, trend)

    async def timeline(self, text: str, zone: tzinfo) -> TrendResult[Timeline]:
        """Return the stories that match a query best, ordered by their first articles.

        Raises:
            QueryError: The query can't be parsed; says where.
        """
        request = await self._request(text, zone)
        result = await self.questions.index.search(request)
        ids = [hit.article_id for hit in result.hits if hit.matches]
        dated = [article for article in await self.questions.articles.get(ids) if article.published_at]
        stories = await self._by_story(dated)
        first_articles = [oldest_first(articles)[0] for articles in stories[:MAX_EVENTS]]
        entries = await self.questions.entries([article.id for article in oldest_first(first_articles)])
        events = tuple(
            [await self._event(entry, at) for entry in entries if (at := entry.article.published_at)]
        )
        return await self._result(request, Timeline(events, len(stories)) if events else None)

    async def draw(self, chart: Chart) -> bytes:
        """Return a chart as a PNG.

        Raises:
            ChartsUnavailable: matplotlib is not installed (extra `charts`).
        """
        return await self.charts.png(chart)

    async def _request(self, text: str, zone: tzinfo) -> SearchRequest:
        now = self.questions.clock()
        query = parse(text[:LONGEST_QUESTION], now=now, zone=zone)
        samples = await self.questions.corpus.with_samples()
        return SearchRequest(query=query, now=now, samples=samples, limit=RANKED)

    async def _result(self, request: SearchRequest, content: T | None) -> TrendResult[T]:
        if content is not None:
            return TrendResult(request.query, content, samples=request.samples)
        result = await self.questions.index.search(request)
        return TrendResult(request.query, None, result.suggestions)

    async def _event(self, entry: AnswerEntry, at: datetime) -> TimelineEvent:
        differ = await self.questions.differences(entry.story) if entry.story else ()
        return TimelineEvent(at, entry.article, entry.story, differ)

    async def _by_story(self, articles: Sequence[Article]) -> list[list[Article]]:
        """Group articles by story, in the order in which the stories first occur."""
        story_of = await self.questions.grouper.stories.story_ids([article.id for article in articles])
        groups: dict[str, list[Article]] = {}
        for article in articles:
            key: ArticleId | str = story_of.get(article.id, article.id)
            groups.setdefault(key, []).append(article)
        return list(groups.values())
