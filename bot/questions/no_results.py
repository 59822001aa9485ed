"""Why a question found nothing, and what a wider question would find."""

import asyncio
from dataclasses import dataclass, replace

from bot.corpus.analysis.language import language_scores
from bot.languages.scripts import script_of, scripts_of
from bot.languages.stopwords import spoken_in
from bot.questions.model import NoResults, Question
from bot.questions.visible_corpus import VisibleCorpus
from bot.search.ports import SearchResult
from bot.search.query.ast import Field, FieldName, Period, leaves, render, without_filters
from bot.search.query.parser import ONLY_COMMON
from bot.search.query.query import Query
from bot.search.words import split_words

_MAX_FILTERS = 4
"""Filters of a question that are searched for one by one."""
MIN_SHARE_OF_OTHER_SCRIPTS = 0.05
"""Articles in other scripts are worth mentioning above this share of the corpus."""
_SURE_STOP_WORDS = 2
"""Stop words that tell a question's language, if letters tell the same."""
_SURE_SCORE = 0.95
"""Score of a question's language by its letters; names as in "von der Leyen resigns" reach .9."""


@dataclass(frozen=True, slots=True)
class NoResultsExplainer:
    """Explains an empty result by searching for less than was asked."""

    corpus: VisibleCorpus

    async def explain(self, result: SearchResult, query: Query, question: Question) -> NoResults:
        """Return why a question's result is empty."""
        no_results = await self.summarize(result)
        unknown = () if ONLY_COMMON in query.problems else no_results.unknown
        empty = await self._empty_filters(query, question)
        filters = [render(field) for field in empty if field.name is not FieldName.SAID]
        unquoted = tuple(field.value for field in empty if field.name is FieldName.SAID)
        no_results = replace(no_results, unknown=(*unknown, *filters), unquoted=unquoted)
        return await self._widened(no_results, query, question)

    async def summarize(self, result: SearchResult) -> NoResults:
        """Return what an empty result says by itself, and the size of the corpus."""
        return NoResults(
            unknown=result.unknown,
            suggestions=result.suggestions,
            outside_period=result.outside_period,
            articles=await self.corpus.size(),
            newest_at=await self.corpus.newest_at(),
        )

    async def missed_languages(
        self, query: Query, question: Question, no_results: NoResults
    ) -> tuple[tuple[str, int], ...]:
        """Return languages in other scripts than the question's, with their articles, most first.

        Returns nothing if any article has a word of the question or a similar one, if the question names a
        language, or if there are only a few articles in other scripts.
        """
        is_unknown = set(query.words) <= set(no_results.unknown) and not no_results.suggestions
        scripts = scripts_of(" ".join(query.words))
        if not is_unknown or not scripts or _names_language(query):
            return ()
        languages = await self._languages(query, question)
        others = {code: count for code, count in languages.items() if script_of(code) not in scripts}
        if sum(others.values()) <= MIN_SHARE_OF_OTHER_SCRIPTS * sum(languages.values()):
            return ()
        return tuple(others.items())

    async def absent_language(
        self, result: SearchResult, query: Query, question: Question
    ) -> tuple[str, tuple[tuple[str, int], ...]]:
        """Return the language of a question that no article is in, and those that articles are in.

        Returns "" if some article of any time is in it, if there are no articles, if the question's language
        is uncertain, or if it names a language.
        """
        codes = spoken_in(split_words(question.text), least=_SURE_STOP_WORDS)
        known = {code for code, count in result.facets.languages.items() if count}
        if len(codes) != 1 or known.intersection(codes) or _names_language(query):
            return "", ()
        languages = await self._languages(replace(query, root=None), Question("", question.now))
        if not languages or codes[0] in languages:
            return "", ()
        scores = await asyncio.to_thread(language_scores, question.text)
        return (codes[0], tuple(languages.items())) if scores.get(codes[0], 0) >= _SURE_SCORE else ("", ())

    async def _empty_filters(self, query: Query, question: Question) -> list[Field]:
        """Return the filters that no article of any time passes."""
        any_time = Question("", question.now)
        filters = dict.fromkeys(
            leaf for leaf, negated in leaves(query.root) if isinstance(leaf, Field) and not negated
        )
        return [
            field
            for field in list(filters)[:_MAX_FILTERS]
            if not (await self.corpus.search(replace(query, root=field), any_time)).total
        ]

    async def _widened(self, no_results: NoResults, query: Query, question: Question) -> NoResults:
        """Add what the question would find without its filters, dates and exclusions."""
        words = without_filters(query.root)
        if words is None or words == query.root:
            return no_results
        wider = replace(query, root=words)
        total = (await self.corpus.search(wider, question)).total
        return replace(no_results, outside_filters=total, widened=wider.understood() if total else "")

    async def _languages(self, query: Query, question: Question) -> dict[str, int]:
        """Return the number of articles per known language within the question's period."""
        periods = (leaf for leaf, negated in leaves(query.root) if isinstance(leaf, Period) and not negated)
        within = replace(query, root=next(periods, None))
        facets = (await self.corpus.search(within, question)).facets
        return {code: count for code, count in facets.languages.items() if code != "und"}


def _names_language(query: Query) -> bool:
    fields = (leaf for leaf, _ in leaves(query.root) if isinstance(leaf, Field))
    return any(field.name is FieldName.LANG for field in fields)
