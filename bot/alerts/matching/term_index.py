"""One language's queries by the rarest key that a matching article must have."""

from collections.abc import Iterable

import numpy as np

from bot.alerts.matching.column import Column, Ints, Longs
from bot.alerts.matching.lists import NumberLists
from bot.alerts.matching.query_table import SIMPLE, QueryTable
from bot.alerts.matching.requirement import PREFIX, Rarity, article_keys, required
from bot.search.analyzer import Analyzer
from bot.search.query.matcher import AnalyzedArticle, Test, compile_query

STOP = -1
"""The key number of stop words."""
_NEVER = np.iinfo(np.int64).max
_MAX_COMPILED = 50_000
"""Queries that are kept compiled, about 1 kB each."""


class QueryTermIndex:
    """Finds the queries of a `QueryTable` that match articles in one language."""

    def __init__(self, analysis: Analyzer, table: QueryTable, rarity: Rarity) -> None:
        self._analysis = analysis
        self._table = table
        self._rarity = rarity
        self._number_of: dict[str, int] = {}
        self._terms: list[str] = []
        self._term_of_word = Column(np.zeros(0, np.int32))
        self._prefix_lengths: set[int] = set()
        self._unconditional: list[int] = []
        self._compiled: dict[int, Test] = {}
        self._analyze_new_words()
        simple_keys, simple_queries = self._rarest_terms()
        complex_queries = [pair for number in table.complex_numbers() for pair in self._keys_of(number)]
        pairs = np.array(complex_queries, np.int64).reshape(-1, 2)
        self._lists = NumberLists(
            np.concatenate([simple_keys, pairs[:, 0]]), np.concatenate([simple_queries, pairs[:, 1]])
        )

    def add(self, query: int) -> None:
        """Add a query that is new in the table."""
        if not self._table.flags[query] & SIMPLE:
            for key, _ in self._keys_of(query):
                self._lists.add(key, query)
            return
        self._analyze_new_words()
        terms = [int(self._term_of_word.values[word]) for word in self._table.simple_words(query)]
        terms = [term for term in terms if term != STOP]
        if terms:
            self._lists.add(min(terms, key=lambda term: self._rarity(self._terms[term])), query)

    def matching(self, article: AnalyzedArticle) -> Longs:
        """Return the queries in use that match an article, without duplicates."""
        keys = article_keys(article, self._prefix_lengths)
        known = [number for key in keys if (number := self._number_of.get(key)) is not None]
        present = np.zeros(len(self._number_of) + 1, np.bool_)
        present[known] = present[STOP] = True
        candidates = np.concatenate(
            [self._lists.of(np.array(known, np.int64)), np.array(self._unconditional, np.int32)]
        )
        candidates = candidates[self._table.users[candidates] > 0]
        is_simple = (self._table.flags[candidates] & SIMPLE) != 0
        matching = self._with_all_words(candidates[is_simple], present)
        others = set(candidates[~is_simple].tolist())
        evaluated = [number for number in others if self._test(number)(article)]
        return np.concatenate([matching, np.array(evaluated, np.int64)])

    def _with_all_words(self, queries: Ints, present: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> Longs:
        """Return the simple `queries` all of whose words are in an article."""
        table = self._table
        starts, last = table.starts[queries], table.counts[queries].astype(np.int32) - 1
        term_of_word, pool = self._term_of_word.values, table.pool
        matches = np.ones(len(queries), np.bool_)
        for nth in range(int(last.max(initial=-1)) + 1):
            matches &= present[term_of_word[pool[starts + np.minimum(nth, last)]]]
        return queries[matches].astype(np.int64)

    def _test(self, query: int) -> Test:
        if query not in self._compiled:
            if len(self._compiled) >= _MAX_COMPILED:
                self._compiled.clear()
            tree = self._table.tree(query)
            self._compiled[query] = compile_query(tree, self._analysis) if tree else lambda article: True
        return self._compiled[query]

    def _analyze_new_words(self) -> None:
        """Assign terms to the table's words that were added since the last call."""
        numbers = []
        for word in self._table.words[len(self._term_of_word) :]:
            term = self._analysis.analyze_word(word)
            numbers.append(STOP if term is None else self._number(term))
        self._term_of_word.extend(numbers)

    def _rarest_terms(self) -> tuple[Longs, Longs]:
        """Return the rarest term of simple queries, and these queries; those of stop words are left out."""
        table = self._table
        simple = np.flatnonzero((table.flags & SIMPLE) != 0)
        if not len(simple):
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        rarities = np.array([self._rarity(term) for term in self._terms], np.int64)
        terms = self._term_of_word.values[table.pool].astype(np.int64)
        keys = np.full(len(terms), _NEVER)
        useful = terms != STOP
        keys[useful] = (rarities[terms[useful]] << 32) | terms[useful]
        rarest = np.minimum.reduceat(keys, table.starts[simple])
        listed = rarest != _NEVER
        return rarest[listed] & 0xFFFFFFFF, simple[listed]

    def _keys_of(self, query: int) -> Iterable[tuple[int, int]]:
        """Return the keys that a query requires, each with the query; note a query that requires none."""
        requirement = required(self._table.tree(query), self._analysis, self._rarity)
        if not requirement.keys:
            self._unconditional.append(query)
        return [(self._number(key), query) for key in requirement.keys]

    def _number(self, key: str) -> int:
        if key not in self._number_of:
            self._number_of[key] = len(self._terms)
            self._terms.append(key)
            if key.startswith(PREFIX):
                self._prefix_lengths.add(len(key) - len(PREFIX))
        return self._number_of[key]
