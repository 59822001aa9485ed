"""Why nothing was found, and what would be found instead."""

from dataclasses import dataclass, replace

from bot.languages.scripts import script_of, scripts_of
from bot.questions.model import NoResults, Question
from bot.questions.visible_corpus import VisibleCorpus
from bot.search.ports import SearchResult
from bot.search.query.ast import Field, FieldName, Period, leaves, render, without_filters
from bot.search.query.parser import ONLY_COMMON
from bot.search.query.query import Query

_FILTERS = 4
"""Filters of a question that are looked up by themselves."""


@dataclass(frozen=True, slots=True)
class NoResultsExplainer:
    """Says why nothing was found, by asking for less."""

    corpus: VisibleCorpus

    async def why(self, result: SearchResult, query: Query, question: Question) -> NoResults:
        """Return why a question's result is empty."""
        found = await self.plainly(result)
        words = () if ONLY_COMMON in query.problems else found.unknown
        unknown = (*words, *await self._vain(query, question))
        return await self._widened(replace(found, unknown=unknown), query, question)

    async def plainly(self, result: SearchResult) -> NoResults:
        """Return what the empty result itself says, and the size of what was searched."""
        return NoResults(
            unknown=result.unknown,
            suggestions=result.suggestions,
            outside_period=result.outside_period,
            articles=await self.corpus.size(),
            newest_at=await self.corpus.newest_at(),
        )

    async def _vain(self, query: Query, question: Question) -> list[str]:
        """The filters that no article of any time answers to."""
        ever = Question("", question.now)
        filters = dict.fromkeys(leaf for leaf, no in leaves(query.root) if isinstance(leaf, Field) and not no)
        return [
            render(each)
            for each in list(filters)[:_FILTERS]
            if not (await self.corpus.search(replace(query, root=each), ever)).total
        ]

    async def _widened(self, nothing: NoResults, query: Query, question: Question) -> NoResults:
        """With what the words alone find of a question that also names filters, dates, exclusions."""
        words = without_filters(query.root)
        if words is None or words == query.root:
            return nothing
        wider = replace(query, root=words)
        found = (await self.corpus.search(wider, question)).total
        return replace(nothing, outside_filters=found, widened=wider.understood() if found else "")


WORTH_SAYING = 0.05
"""Share of the articles that must be in other letters."""


@dataclass(frozen=True, slots=True)
class OtherScripts:
    """Knows which articles a question could not have found."""

    corpus: VisibleCorpus

    async def missed_languages(
        self, query: Query, question: Question, nothing: NoResults
    ) -> tuple[tuple[str, int], ...]:
        """Return languages written in other letters than a question's, with their articles, most first.

        They are worth a word only when no article has any of the question's words nor one like them, the
        question names no language itself, and they are more than a few of all articles.

        Args:
            nothing: Why the question found nothing.
        """
        strange = set(query.words) <= set(nothing.unknown) and not nothing.suggestions
        used = scripts_of(" ".join(query.words))
        named = any(isinstance(leaf, Field) and leaf.name is FieldName.LANG for leaf, _ in leaves(query.root))
        if not strange or not used or named:
            return ()
        languages = await self._languages(query, question)
        others = {code: count for code, count in languages.items() if script_of(code) not in used}
        if sum(others.values()) <= WORTH_SAYING * sum(languages.values()):
            return ()
        return tuple(others.items())

    async def _languages(self, query: Query, question: Question) -> dict[str, int]:
        """The articles of each known language, within the question's period."""
        within = next((leaf for leaf, no in leaves(query.root) if isinstance(leaf, Period) and not no), None)
        facets = (await self.corpus.search(replace(query, root=within), question)).facets
        return {code: count for code, count in facets.languages.items() if code != "und"}
