"""The same truth as `match.py`, for all articles of a segment at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.search.analyze import chain, supported
from bot.search.plan import phrase_occurrences, phrase_rows, prefix_occurrences, prefix_terms, word_terms
from bot.search.segment import UNDATED, Bools, microseconds
from bot.search.snapshot import Snapshot, View
from bot.search.syntax import And, Field, Leaf, Node, Not, Or, Period, Phrase, Prefix, Word, evaluate


@dataclass(frozen=True, slots=True)
class Truth:
    """Which articles of a view hold what.

    Args:
        lenient: Take a period said in words to hold for undated articles.
    """

    snapshot: Snapshot
    view: View
    lenient: bool = False

    def of(self, node: Node) -> Bools:
        """Return which articles a query's tree matches, tombstones not regarded."""
        languages = self._languages()
        if len(languages) == 1:
            return self._in_language(node, languages[0])
        of_source = np.array([supported(each.language) for each in self.snapshot.sources])
        total = np.zeros(len(self.view.segment), np.bool_)
        for language in languages:
            mine = (of_source == language)[self.view.segment.sources]
            total |= mine & self._in_language(node, language)
        return total

    def _languages(self) -> Sequence[str]:
        return self.snapshot.languages

    def _in_language(self, node: Node, language: str) -> Bools:
        truth = evaluate(node, lambda leaf: self._leaf(leaf, language))
        return np.zeros(len(self.view.segment), np.bool_) if truth is None else truth

    def _leaf(self, leaf: Leaf, language: str) -> Bools | None:
        segment, analyses = self.view.segment, [chain(language)]
        flags = np.zeros(len(segment), np.bool_)
        match leaf:
            case Word(text):
                terms = word_terms(self.snapshot, text, analyses)
                if terms is None:
                    return None
                for term in terms:
                    begin, end = segment.postings(term)
                    flags[segment.docs[begin:end]] = True
            case Prefix(text):
                flags[prefix_occurrences(segment, prefix_terms(self.snapshot, text, analyses))[0]] = True
            case Phrase(words):
                if all(analyses[0].term(word) is None for word in words):
                    return None
                for row in phrase_rows(self.snapshot, words, analyses):
                    flags[phrase_occurrences(segment, row)] = True
            case Field():
                holding = [source.hold(leaf) for source in self.snapshot.sources]
                by_source = np.array([*holding, False], np.bool_)
                return np.asarray(by_source[segment.sources])
            case Period():
                return self._dated(leaf)
        return flags

    def _dated(self, period: Period) -> Bools:
        published = self.view.segment.published
        inside: Bools = published != UNDATED
        if period.since:
            inside &= published >= microseconds(period.since)
        if period.until:
            inside &= published < microseconds(period.until)
        if self.lenient and period.said:
            inside |= published == UNDATED
        return inside


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
