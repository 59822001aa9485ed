"""Decides which articles a query matches: the rules of `matcher.py`, for all articles at once."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

import numpy as np

from bot.search.analyzer import analyzer_for
from bot.search.index.postings import PostingList
from bot.search.index.segment import DAY_US, UNDATED, Bools, Longs, microseconds
from bot.search.query.ast import (
    And,
    Field,
    FieldName,
    Leaf,
    Node,
    Not,
    Or,
    Period,
    Phrase,
    Prefix,
    Word,
    evaluate,
    leaves,
)
from bot.search.query.speaking import wanted_speaker
from bot.search.ranking.plan import phrases_of, prefix_terms
from bot.search.ranking.posting_lists import PostingLists
from bot.search.words import is_one_term


class BooleanMatcher:
    """Matches queries against a snapshot.

    Args:
        lenient: Let a period in words match undated articles.
    """

    def __init__(self, lists: PostingLists, *, lenient: bool = False) -> None:
        self._lists = lists
        self._snapshot = lists.snapshot
        self._lenient = lenient
        self._filters: dict[Leaf, Bools] = {}

    def match(self, node: Node) -> Bools:
        """Return which articles a tree matches, by doc, deleted ones included; the caller may change it."""
        total = np.zeros(len(self._snapshot.published), np.bool_)
        several = len(self._snapshot.languages) > 1
        groups = self._language_groups(node) if several else [[*self._snapshot.languages]]
        self._find_phrases(node, [languages[0] for languages in groups])
        if not several:
            matches = self._match_in(node, self._snapshot.languages[0])
            return total if matches is None else matches.copy()
        for languages in groups:
            matches = self._match_in(node, languages[0])
            if matches is not None:
                total |= matches & self._written_in(languages)
        return total

    def _find_phrases(self, node: Node, languages: Sequence[str]) -> None:
        """Find all phrases of a tree together, in the readings of some languages' analyzers."""
        rows = {_words_of(leaf) for leaf, _ in leaves(node) if isinstance(leaf, Word | Phrase)}
        self._lists.find_phrases(
            terms
            for words in rows
            if len(words) > 1 or not is_one_term(words[0])
            for language in languages
            for terms in phrases_of(self._snapshot, words, [analyzer_for(language)])
            if len(terms) > 1
        )

    def _language_groups(self, node: Node) -> list[list[str]]:
        """Return the index's languages, grouped by how their analyzers read the query."""
        groups: dict[object, list[str]] = {}
        for language in self._snapshot.languages:
            reading = tuple(_analyze_leaf(leaf, language) for leaf, _ in leaves(node))
            groups.setdefault(reading, []).append(language)
        return list(groups.values())

    def _written_in(self, languages: Sequence[str]) -> Bools:
        wanted = [name in languages for name in self._snapshot.sources.analyzers.names]
        return np.array(wanted, np.bool_)[self._snapshot.analyzers]

    def _match_in(self, node: Node, language: str) -> Bools | None:
        """Return which articles match as if all were in one language; None if the tree decides nothing."""
        return evaluate(node, lambda leaf: self._match_leaf(leaf, language))

    def _match_leaf(self, leaf: Leaf, language: str) -> Bools | None:
        if isinstance(leaf, Field | Period):
            if leaf not in self._filters:
                self._filters[leaf] = self._match_filter(leaf)
            return self._filters[leaf]
        snapshot, analyzers = self._snapshot, [analyzer_for(language)]
        masks: list[Bools] = []
        match leaf:
            case Prefix(text):
                masks = [self._lists.mask(self._lists.prefix(prefix_terms(snapshot, text, analyzers)))]
            case Word() | Phrase():
                words = _words_of(leaf)
                if not analyzers[0].readings(words)[0]:
                    return None
                masks = [
                    self._lists.mask(self._list_of(row)) for row in phrases_of(snapshot, words, analyzers)
                ]
        return reduce(np.logical_or, masks) if masks else np.zeros(len(snapshot.published), np.bool_)

    def _list_of(self, terms: Sequence[int]) -> PostingList:
        return self._lists.phrase(terms) if len(terms) > 1 else self._lists.term(terms[0])

    def _match_filter(self, leaf: Field | Period) -> Bools:
        if isinstance(leaf, Field) and leaf.name is FieldName.SAID:
            return self._speaks(leaf.value)
        if isinstance(leaf, Field):
            return self._snapshot.sources.matching(leaf)[self._snapshot.source_ids]
        published = self._snapshot.published
        inside = published_within(published, leaf)
        if self._lenient and leaf.in_words:
            inside |= published == UNDATED
        return inside

    def _speaks(self, value: str) -> Bools:
        """Return in which articles a speaker says something."""
        statements = self._snapshot.statements
        spoken = statements.of(self._snapshot.speakers.matching(wanted_speaker(value)))
        matches = np.zeros(len(self._snapshot.published), np.bool_)
        matches[statements.docs[spoken]] = True
        return matches


def _words_of(leaf: Word | Phrase) -> tuple[str, ...]:
    return leaf.words if isinstance(leaf, Phrase) else (leaf.text,)


def published_within(published: Longs, period: Period) -> Bools:
    """Return which articles were published in a period, undated ones left out; see `Period.contains`."""
    inside = _between(published, period)
    days = published % DAY_US == 0
    inside[days] = _between(published[days], period.of_days)
    return inside


def _between(published: Longs, period: Period) -> Bools:
    inside: Bools = published != UNDATED
    if period.since:
        inside &= published >= microseconds(period.since)
    if period.until:
        inside &= published < microseconds(period.until)
    return inside


def _analyze_leaf(leaf: Leaf, language: str) -> object:
    """Return what a language's analyzer makes of a leaf."""
    match leaf:
        case Word(text):
            return analyzer_for(language).readings((text,))
        case Prefix(text):
            return analyzer_for(language).prefix(text), analyzer_for(language).term(text)
        case Phrase(words):
            return analyzer_for(language).readings(words)
    return None


def required(node: Node | None) -> Node | None:
    """Return the part of a query that an article must match to be ranked at all: filters and exclusions."""
    if isinstance(node, And):
        parts = [part for child in node.nodes if (part := required(child)) is not None]
        return replace(node, nodes=tuple(parts)) if parts else None
    if isinstance(node, Or):
        choices = [required(child) for child in node.nodes]
        requiring = [choice for choice in choices if choice is not None]
        return replace(node, nodes=tuple(requiring)) if len(requiring) == len(choices) else None
    return node if isinstance(node, Not | Field | Period) else None
