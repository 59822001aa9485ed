"""The articles that may be found: with or without the invented sample articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.corpus.article import ArticleId
from bot.corpus.ports import ArticleStore, CorpusFacts
from bot.questions.model import Question
from bot.questions.place_names import spellings_for
from bot.search.ports import ArticleIndex, SearchRequest, SearchResult
from bot.search.query.query import Query

RANKED = 100
"""Hits of a question that are considered."""


class SamplePolicy(StrEnum):
    """When the invented sample articles may be found; AUTO: as long as there are no others."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(slots=True)
class VisibleCorpus:
    """The articles that may be found, and their figures, which are cached until the index changes."""

    articles: ArticleStore
    index: ArticleIndex
    samples: SamplePolicy = SamplePolicy.AUTO
    _facts_at: int = -1
    _facts: CorpusFacts | None = None

    async def facts(self) -> CorpusFacts:
        """Return the figures of the whole corpus as of the last change that the index applied."""
        applied = await self.index.applied()
        if self._facts is None or applied != self._facts_at:
            self._facts, self._facts_at = await self.index.facts(), applied
        return self._facts

    async def newest_at(self) -> datetime | None:
        """Return when the newest article was published."""
        return (await self.facts()).newest_at

    async def size(self) -> int:
        """Return how many articles may be found."""
        facts = await self.facts()
        return facts.articles if await self.with_samples() else facts.articles - facts.samples

    async def with_samples(self) -> bool:
        """Return whether sample articles may be found."""
        if self.samples is not SamplePolicy.AUTO:
            return self.samples is SamplePolicy.ALWAYS
        facts = await self.facts()
        return facts.samples == facts.articles

    async def visible(self, ids: Sequence[ArticleId]) -> list[ArticleId]:
        """Return the articles that may be shown, in order."""
        if await self.with_samples():
            return list(ids)
        return [article.id for article in await self.articles.get(ids) if not article.sample]

    async def search(self, query: Query, question: Question) -> SearchResult:
        """Return what a question finds within its period."""
        since = question.now - timedelta(hours=question.period_h) if question.period_h else None
        request = SearchRequest(
            query=query,
            now=question.now,
            order=question.order,
            since=since,
            samples=await self.with_samples(),
            limit=RANKED,
            spellings=spellings_for(query),
        )
        return await self.index.search(request)
