"""One language's alerts by the rarest term that a matching article must contain."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.alerts.matching.alert_table import SIMPLE, AlertTable, Column, Ints, Longs
from bot.search.analyzer import Analyzer
from bot.search.query.ast import And, Node, Or, Phrase, Word

Rarity = Callable[[str], int]
"""Returns how many articles of the corpus contain a term, >= 0."""
STOP = -1
"""The term number of stop words."""
_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Required:
    """What part of a query requires of a matching article.

    Args:
        terms: The article must contain one of these; empty for no requirement.
        decides: False for a part made only of stop words, which neither matches nor fails.
    """

    terms: frozenset[str] = frozenset()
    decides: bool = True


_ANYTHING = Required()
_UNDECIDED = Required(decides=False)


def required(node: Node | None, analysis: Analyzer, rarity: Rarity) -> Required:
    """Return the rarest terms of which a matching article must contain at least one."""
    match node:
        case Word(text):
            return _required_words((text,), analysis, rarity)
        case Phrase(words):
            return _required_words(words, analysis, rarity)
        case And(nodes):
            return _rarest([required(node, analysis, rarity) for node in nodes], rarity)
        case Or(nodes):
            return _any([required(node, analysis, rarity) for node in nodes])
        case _:
            return _ANYTHING


def _required_words(words: Sequence[str], analysis: Analyzer, rarity: Rarity) -> Required:
    readings = analysis.readings(words)
    if not readings[0]:
        return _UNDECIDED
    return Required(frozenset(min(reading, key=rarity) for reading in readings))


def _rarest(parts: Sequence[Required], rarity: Rarity) -> Required:
    deciding = [part for part in parts if part.decides]
    with_terms = [part for part in deciding if part.terms]
    if with_terms:
        return min(with_terms, key=lambda part: sum(map(rarity, part.terms)))
    return _ANYTHING if deciding else _UNDECIDED


def _any(parts: Sequence[Required]) -> Required:
    deciding = [part for part in parts if part.decides]
    if not deciding:
        return _UNDECIDED
    if not all(part.terms for part in deciding):
        return _ANYTHING
    return Required(frozenset().union(*(part.terms for part in deciding)))


class AlertTermIndex:
    """Looks up the slots of an `AlertTable` by term, for articles in one language.

    Alerts that exist at construction are in one sorted array; later ones are in a small array per term.
    """

    def __init__(self, analysis: Analyzer, table: AlertTable, rarity: Rarity) -> None:
        self._analysis = analysis
        self._table = table
        self._rarity = rarity
        self._number_of: dict[str, int] = {}
        self._terms: list[str] = []
        self._term_of_word = Column(np.zeros(0, np.int32))
        self._added: dict[int, array[int]] = {}
        self._unconditional: list[int] = []
        self._analyze_new_words()
        self._offsets, self._slots = self._sorted_slots()
        for slot in table.complex_slots():
            self._add_complex(slot)

    def add(self, slot: int) -> None:
        """Add a slot that is new in the table."""
        if not self._table.flags[slot] & SIMPLE:
            self._add_complex(slot)
            return
        self._analyze_new_words()
        terms = [int(self._term_of_word.values[word]) for word in self._table.simple_words(slot)]
        terms = [term for term in terms if term != STOP]
        if terms:
            self._append(min(terms, key=lambda term: self._rarity(self._terms[term])), slot)

    def candidates(self, present: Iterable[str]) -> tuple[Ints, "TermFlags"]:
        """Return the slots that may match an article with these terms, possibly repeated, and the terms."""
        numbers = [number for term in present if (number := self._number_of.get(term)) is not None]
        slots = [self._initial_slots(np.array(numbers, np.int64))]
        slots += [np.array(self._added[number], np.int32) for number in numbers if number in self._added]
        slots.append(np.array(self._unconditional, np.int32))
        return np.concatenate(slots), TermFlags(numbers, len(self._number_of))

    def with_all_words(self, slots: Ints, present: "TermFlags") -> Ints:
        """Return the simple `slots` all of whose words are in an article."""
        table, flags = self._table, present.array
        starts, last = table.starts[slots], table.counts[slots].astype(np.int32) - 1
        term_of_word, pool = self._term_of_word.values, table.pool
        matches = np.ones(len(slots), np.bool_)
        for nth in range(int(last.max(initial=-1)) + 1):
            matches &= flags[term_of_word[pool[starts + np.minimum(nth, last)]]]
        matching: Ints = slots[matches]
        return matching

    def _analyze_new_words(self) -> None:
        """Assign terms to the table's words that were added since the last call."""
        known = len(self._term_of_word)
        if known == len(self._table.words):
            return
        numbers = []
        for word in self._table.words[known:]:
            term = self._analysis.analyze_word(word)
            numbers.append(STOP if term is None else self._number(term))
        self._term_of_word.extend(numbers)

    def _sorted_slots(self) -> tuple[Longs, Ints]:
        """Return the slots of simple queries sorted by their rarest term, and each term's offset in them."""
        table = self._table
        simple = np.flatnonzero((table.flags & SIMPLE) != 0)
        if not len(simple):
            return np.zeros(1, np.int64), np.zeros(0, np.int32)
        rarities = np.array([self._rarity(term) for term in self._terms], np.int64)
        terms = self._term_of_word.values[table.pool].astype(np.int64)
        keys = np.where(terms == STOP, _NEVER, 0)
        useful = terms != STOP
        keys[useful] = (rarities[terms[useful]] << 32) | terms[useful]
        rarest = np.minimum.reduceat(keys, table.starts[simple])
        listed = rarest != _NEVER
        chosen = rarest[listed] & 0xFFFFFFFF
        order = np.argsort(chosen, kind="stable")
        sizes = np.bincount(chosen, minlength=len(self._number_of))
        return np.concatenate([[0], np.cumsum(sizes)]), simple[listed][order].astype(np.int32)

    def _initial_slots(self, numbers: Longs) -> Ints:
        numbers = numbers[numbers < len(self._offsets) - 1]
        begins, sizes = self._offsets[numbers], self._offsets[numbers + 1] - self._offsets[numbers]
        ends = np.cumsum(sizes)
        steps = np.arange(ends[-1] if len(ends) else 0)
        slots: Ints = self._slots[steps + np.repeat(begins - (ends - sizes), sizes)]
        return slots

    def _add_complex(self, slot: int) -> None:
        requirement = required(self._table.tree(slot), self._analysis, self._rarity)
        for term in requirement.terms:
            self._append(self._number(term), slot)
        if not requirement.terms:
            self._unconditional.append(slot)

    def _number(self, term: str) -> int:
        if term not in self._number_of:
            self._number_of[term] = len(self._terms)
            self._terms.append(term)
        return self._number_of[term]

    def _append(self, term: int, slot: int) -> None:
        self._added.setdefault(term, array("i")).append(slot)


class TermFlags:
    """Which terms an article contains, by number; stop words always count as contained."""

    def __init__(self, numbers: Sequence[int], size: int) -> None:
        self.array = np.zeros(size + 1, np.bool_)
        self.array[list(numbers)] = True
        self.array[STOP] = True
