"""A new article against all saved queries: looked up by their rarest required term, then evaluated exactly.

What a word's term is depends on the article's language, so every language has lookup lists of its own, made
when the first article in it arrives.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.alerts.alert import Alert, AlertId
from bot.alerts.ports import AlertChange
from bot.corpus.article import Article
from bot.search.analyze import Chain, chain, supported
from bot.search.match import Subject, phrase_terms
from bot.search.query import Query
from bot.search.syntax import And, Node, Or, Phrase, Word

Rarity = Callable[[str], int]
"""How many articles of the corpus hold a term, >= 0."""


@dataclass(frozen=True, slots=True)
class Required:
    """What a part of a query asks of every article that matches.

    Args:
        terms: One of these must be there; empty when nothing in particular must.
        decides: False for a part made of common words alone, which neither matches nor fails.
    """

    terms: frozenset[str] = frozenset()
    decides: bool = True


_ANYTHING = Required()
_NOTHING_SAID = Required(decides=False)


def required(node: Node | None, analysis: Chain, rarity: Rarity) -> Required:
    """Return the rarest terms of which an article must hold one for a query to match."""
    match node:
        case Word(text):
            term = analysis.term(text)
            return _NOTHING_SAID if term is None else Required(frozenset([term]))
        case Phrase(words):
            row = phrase_terms(words, analysis)
            return Required(frozenset([min(row, key=rarity)])) if row else _NOTHING_SAID
        case And(nodes):
            return _rarest([required(each, analysis, rarity) for each in nodes], rarity)
        case Or(nodes):
            return _any([required(each, analysis, rarity) for each in nodes])
        case _:
            return _ANYTHING


def _rarest(parts: Sequence[Required], rarity: Rarity) -> Required:
    deciding = [part for part in parts if part.decides]
    keyed = [part for part in deciding if part.terms]
    if keyed:
        return min(keyed, key=lambda part: sum(map(rarity, part.terms)))
    return _ANYTHING if deciding else _NOTHING_SAID


def _any(parts: Sequence[Required]) -> Required:
    deciding = [part for part in parts if part.decides]
    if not deciding:
        return _NOTHING_SAID
    if not all(part.terms for part in deciding):
        return _ANYTHING
    return Required(frozenset().union(*(part.terms for part in deciding)))


@dataclass(slots=True)
class _Lists:
    """One language's alerts by required term; `always` those that ask for none."""

    analysis: Chain
    by_term: defaultdict[str, set[AlertId]] = field(default_factory=lambda: defaultdict(set))
    always: set[AlertId] = field(default_factory=set)

    def add(self, alert_id: AlertId, query: Query, rarity: Rarity) -> None:
        for entries in self._entries(required(query.root, self.analysis, rarity)):
            entries.add(alert_id)

    def candidates(self, terms: Iterable[str]) -> set[AlertId]:
        return self.always.union(*(self.by_term[term] for term in terms if term in self.by_term))

    def _entries(self, wanted: Required) -> list[set[AlertId]]:
        return [self.by_term[term] for term in wanted.terms] or [self.always]


class Percolator:
    """All saved alerts, ready to be held against articles.

    Args:
        rarity: How many articles hold a term; by default all are as rare.
    """

    def __init__(self, rarity: Rarity = lambda term: 0) -> None:
        self._rarity = rarity
        self._alerts: dict[AlertId, Alert] = {}
        self._queries: dict[AlertId, Query] = {}
        self._languages: dict[str, _Lists] = {}
        self.applied = 0
        """Number of the last change taken in, 0 for none."""

    def apply(self, changes: Iterable[AlertChange]) -> None:
        """Take in changes to alerts, numbers ascending; those already taken in are skipped."""
        for change in changes:
            if change.number > self.applied:
                self.applied = change.number
                self.discard(change.alert_id)
                if change.alert is not None:
                    self.add(change.alert)

    def add(self, alert: Alert) -> None:
        """Take in an alert; one with the same id gives way to it."""
        self.discard(alert.id)
        self._alerts[alert.id] = alert
        self._queries[alert.id] = alert.query
        for lists in self._languages.values():
            lists.add(alert.id, self._queries[alert.id], self._rarity)

    def discard(self, alert_id: AlertId) -> None:
        """Forget an alert; an unknown one is no error."""
        # The lists keep the id: `matches` passes over ids that are gone, and ids are never given twice.
        self._alerts.pop(alert_id, None)
        self._queries.pop(alert_id, None)

    def matches(self, article: Article, *, now: datetime) -> tuple[AlertId, ...]:
        """Return the alerts that an article taken in at `now` (aware UTC) fires, ids ascending."""
        subject = Subject(article)
        candidates = self._lists(supported(article.language)).candidates(subject.present)
        return tuple(
            alert_id
            for alert_id in sorted(candidates & self._alerts.keys())
            if self._alerts[alert_id].concerns(article, now=now) and subject.matches(self._queries[alert_id])
        )

    def _lists(self, language: str) -> _Lists:
        if language not in self._languages:
            lists = self._languages[language] = _Lists(chain(language))
            for alert_id, query in self._queries.items():
                lists.add(alert_id, query, self._rarity)
        return self._languages[language]
