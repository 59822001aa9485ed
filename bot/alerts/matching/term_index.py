"""One language's alerts by the rarest term that an article must hold for them."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.alerts.matching.alert_table import SIMPLE, AlertTable, Column, Ints, Longs
from bot.search.analyzer import Chain
from bot.search.query.ast import And, Node, Or, Phrase, Word
from bot.search.query.matcher import phrase_terms

Rarity = Callable[[str], int]
"""How many articles of the corpus hold a term, >= 0."""
STOP = -1
"""In place of a term: the word is too common to say anything."""
_NEVER = np.iinfo(np.int64).max


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


class AlertTermIndex:
    """A language's lookup lists over a register.

    Those of the alerts there were at first are one sorted array; later ones stand in small arrays by term.
    """

    def __init__(self, analysis: Chain, register: AlertTable, rarity: Rarity) -> None:
        self._analysis = analysis
        self._register = register
        self._rarity = rarity
        self._terms: dict[str, int] = {}
        self._names: list[str] = []
        self._term_of = Column(np.zeros(0, np.int32))
        self._later: dict[int, array[int]] = {}
        self._always: list[int] = []
        self._learn()
        self._offsets, self._slots = self._sorted()
        for slot in register.complex_slots():
            self._add_tree(slot)

    def add(self, slot: int) -> None:
        """Take in a slot that came after the lists were made."""
        if not self._register.flags[slot] & SIMPLE:
            self._add_tree(slot)
            return
        self._learn()
        terms = [int(self._term_of.values[word]) for word in self._register.simple_words(slot)]
        telling = [term for term in terms if term != STOP]
        if telling:
            self._list(min(telling, key=lambda term: self._rarity(self._names[term])), slot)

    def candidates(self, present: Iterable[str]) -> tuple[Ints, "Flags"]:
        """Return the slots that may match an article with these terms, each once or more, and its terms."""
        numbers = [number for term in present if (number := self._terms.get(term)) is not None]
        found = [self._first(np.array(numbers, np.int64))]
        found += [np.array(self._later[each], np.int32) for each in numbers if each in self._later]
        found.append(np.array(self._always, np.int32))
        return np.concatenate(found), Flags(numbers, len(self._terms))

    def holding(self, slots: Ints, present: "Flags") -> Ints:
        """Return those of simple `slots` all of whose words an article has."""
        register, flags = self._register, present.array
        starts, last = register.starts[slots], register.counts[slots].astype(np.int32) - 1
        term_of, pool = self._term_of.values, register.pool
        holds = np.ones(len(slots), np.bool_)
        for nth in range(int(last.max(initial=-1)) + 1):
            holds &= flags[term_of[pool[starts + np.minimum(nth, last)]]]
        kept: Ints = slots[holds]
        return kept

    def _learn(self) -> None:
        """Find the terms of words that are new to this language."""
        known = len(self._term_of)
        if known == len(self._register.words):
            return
        numbers = []
        for word in self._register.words[known:]:
            term = self._analysis.analyse(word)
            numbers.append(STOP if term is None else self._number(term))
        self._term_of.extend(numbers)

    def _sorted(self) -> tuple[Longs, Ints]:
        """The slots of simple queries by their rarest term: where each term's begin, and the slots."""
        register = self._register
        simple = np.flatnonzero((register.flags & SIMPLE) != 0)
        if not len(simple):
            return np.zeros(1, np.int64), np.zeros(0, np.int32)
        rarities = np.array([self._rarity(term) for term in self._names], np.int64)
        terms = self._term_of.values[register.pool].astype(np.int64)
        keys = np.where(terms == STOP, _NEVER, 0)
        telling = terms != STOP
        keys[telling] = (rarities[terms[telling]] << 32) | terms[telling]
        rarest = np.minimum.reduceat(keys, register.starts[simple])
        listed = rarest != _NEVER
        chosen = rarest[listed] & 0xFFFFFFFF
        order = np.argsort(chosen, kind="stable")
        sizes = np.bincount(chosen, minlength=len(self._terms))
        return np.concatenate([[0], np.cumsum(sizes)]), simple[listed][order].astype(np.int32)

    def _first(self, numbers: Longs) -> Ints:
        numbers = numbers[numbers < len(self._offsets) - 1]
        begins, sizes = self._offsets[numbers], self._offsets[numbers + 1] - self._offsets[numbers]
        ends = np.cumsum(sizes)
        steps = np.arange(ends[-1] if len(ends) else 0)
        found: Ints = self._slots[steps + np.repeat(begins - (ends - sizes), sizes)]
        return found

    def _add_tree(self, slot: int) -> None:
        wanted = required(self._register.tree(slot), self._analysis, self._rarity)
        for term in wanted.terms:
            self._list(self._number(term), slot)
        if not wanted.terms:
            self._always.append(slot)

    def _number(self, term: str) -> int:
        if term not in self._terms:
            self._terms[term] = len(self._names)
            self._names.append(term)
        return self._terms[term]

    def _list(self, term: int, slot: int) -> None:
        self._later.setdefault(term, array("i")).append(slot)


class Flags:
    """Which terms an article has, by number; a stop word counts as there."""

    def __init__(self, numbers: Sequence[int], size: int) -> None:
        self.array = np.zeros(size + 1, np.bool_)
        self.array[list(numbers)] = True
        self.array[STOP] = True
