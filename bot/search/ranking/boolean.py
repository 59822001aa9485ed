"""The same truth as `match.py`, for all articles at once."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bot.search.analyzer import chain
from bot.search.index.segment import UNDATED, Bools, microseconds
from bot.search.query.ast import (
    And,
    Field,
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
from bot.search.query.matcher import phrase_terms
from bot.search.ranking.plan import phrase_rows, prefix_terms, word_terms
from bot.search.ranking.posting_lists import PostingLists


class BooleanMatcher:
    """Which articles hold what, by place.

    Args:
        lenient: Take a period said in words to hold for undated articles.
    """

    def __init__(self, lists: PostingLists, *, lenient: bool = False) -> None:
        self._lists = lists
        self._snapshot = lists.snapshot
        self._lenient = lenient
        self._same: dict[Leaf, Bools] = {}

    def of(self, node: Node) -> Bools:
        """Return which articles a query's tree matches, tombstones not regarded."""
        total = np.zeros(len(self._snapshot.published), np.bool_)
        if len(self._snapshot.languages) == 1:
            truth = self._in_language(node, self._snapshot.languages[0])
            return total if truth is None else truth
        for languages in self._alike(node):
            truth = self._in_language(node, languages[0])
            if truth is not None:
                total |= truth & self._written_in(languages)
        return total

    def _alike(self, node: Node) -> list[list[str]]:
        """Languages in groups that read all words of a query the same way."""
        groups: dict[object, list[str]] = {}
        for language in self._snapshot.languages:
            read = tuple(_reading(leaf, language) for leaf, _ in leaves(node))
            groups.setdefault(read, []).append(language)
        return list(groups.values())

    def _written_in(self, languages: Sequence[str]) -> Bools:
        wanted = [name in languages for name in self._snapshot.sources.chains.names]
        return np.array(wanted, np.bool_)[self._snapshot.chains]

    def _in_language(self, node: Node, language: str) -> Bools | None:
        return evaluate(node, lambda leaf: self._leaf(leaf, language))

    def _leaf(self, leaf: Leaf, language: str) -> Bools | None:
        if isinstance(leaf, Field | Period):
            if leaf not in self._same:
                self._same[leaf] = self._filter(leaf)
            return self._same[leaf]
        snapshot, analyses = self._snapshot, [chain(language)]
        flags = np.zeros(len(snapshot.published), np.bool_)
        match leaf:
            case Word(text):
                terms = word_terms(snapshot, text, analyses)
                if terms is None:
                    return None
                for term in terms:
                    flags[self._lists.term(term).docs] = True
            case Prefix(text):
                flags[self._lists.prefix(prefix_terms(snapshot, text, analyses)).docs] = True
            case Phrase(words):
                if not phrase_terms(words, analyses[0]):
                    return None
                for row in phrase_rows(snapshot, words, analyses):
                    flags[self._lists.row(row).docs] = True
        return flags

    def _filter(self, leaf: Field | Period) -> Bools:
        if isinstance(leaf, Field):
            return self._snapshot.sources.holding(leaf)[self._snapshot.origins]
        published = self._snapshot.published
        inside: Bools = published != UNDATED
        if leaf.since:
            inside &= published >= microseconds(leaf.since)
        if leaf.until:
            inside &= published < microseconds(leaf.until)
        if self._lenient and leaf.said:
            inside |= published == UNDATED
        return inside


def _reading(leaf: Leaf, language: str) -> object:
    match leaf:
        case Word(text):
            return chain(language).term(text)
        case Prefix(text):
            return chain(language).beginning(text), chain(language).term(text)
        case Phrase(words):
            return tuple(phrase_terms(words, chain(language)))
    return None


def required(node: Node | None) -> Node | None:
    """Return what of a query an article must hold to be ranked, which its words need not; or None."""
    if isinstance(node, And):
        parts = [part for child in node.nodes if (part := required(child)) is not None]
        return replace(node, nodes=tuple(parts)) if parts else None
    if isinstance(node, Or):
        choices = [required(child) for child in node.nodes]
        sure = [choice for choice in choices if choice is not None]
        return replace(node, nodes=tuple(sure)) if len(sure) == len(choices) else None
    return node if isinstance(node, Not | Field | Period) else None
