"""Why nothing was found, and what would be found instead."""

from dataclasses import dataclass, replace

from bot.asking.stock import Stock
from bot.search.ports import SearchResult
from bot.search.query import ONLY_COMMON, Query
from bot.search.syntax import Field, leaves, render, words_only
from bot.summaries.answer import Nothing, Question

_FILTERS = 4
"""Filters of a question that are looked up by themselves."""


@dataclass(frozen=True, slots=True)
class Explainer:
    """Says why nothing was found, by asking for less."""

    stock: Stock

    async def why(self, result: SearchResult, query: Query, question: Question) -> Nothing:
        """Return why a question's result is empty."""
        found = await self.plainly(result)
        words = () if ONLY_COMMON in query.problems else found.unknown
        unknown = (*words, *await self._vain(query, question))
        return await self._widened(replace(found, unknown=unknown), query, question)

    async def plainly(self, result: SearchResult) -> Nothing:
        """Return what the empty result itself says, and the size of what was searched."""
        return Nothing(
            unknown=result.unknown,
            suggestions=result.suggestions,
            outside_period=result.outside_period,
            articles=await self.stock.size(),
            newest_at=await self.stock.newest_at(),
        )

    async def _vain(self, query: Query, question: Question) -> list[str]:
        """The filters that no article of any time answers to."""
        ever = Question("", question.now)
        filters = dict.fromkeys(leaf for leaf, no in leaves(query.root) if isinstance(leaf, Field) and not no)
        return [
            render(each)
            for each in list(filters)[:_FILTERS]
            if not (await self.stock.search(replace(query, root=each), ever)).total
        ]

    async def _widened(self, nothing: Nothing, query: Query, question: Question) -> Nothing:
        """With what the words alone find of a question that also names filters, dates, exclusions."""
        words = words_only(query.root)
        if words is None or words == query.root:
            return nothing
        wider = replace(query, root=words)
        found = (await self.stock.search(wider, question)).total
        return replace(nothing, outside_filters=found, widened=wider.understood() if found else "")
