"""What a query looks up: term numbers with weights, those of prefixes and of phrases."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.search.analyzer import Chain, chain
from bot.search.index.segment import Ints
from bot.search.index.snapshot import Snapshot
from bot.search.query.ast import Phrase, Prefix, Word, leaves
from bot.search.query.matcher import phrase_terms
from bot.search.query.parser import Query
from bot.search.scoring import term_idf


@dataclass(frozen=True, slots=True)
class Plan:
    """A query's ranked words, looked up.

    Args:
        weights: Term number -> weight; a word's forms in several languages share one idf.
        prefixes: Prefixes with the term numbers each stands for.
        phrases: Term numbers in a row.
        unknown: Words no live article holds.
        ranked: Whether the query has words to rank by at all, found or not.
    """

    weights: dict[int, float]
    prefixes: tuple[Ints, ...]
    phrases: tuple[tuple[int, ...], ...]
    unknown: tuple[str, ...]
    ranked: bool


def chains(snapshot: Snapshot, language: str | None = None) -> list[Chain]:
    """Return the analyses a question's words go through: the corpus' languages', the question's first."""
    names = dict.fromkeys(([language] if language in snapshot.languages else []) + list(snapshot.languages))
    return [chain(name) for name in names if name]


def word_terms(snapshot: Snapshot, word: str, analyses: Sequence[Chain]) -> tuple[int, ...] | None:
    """Return the numbers of a word's forms that live articles hold; None for a stop word."""
    forms = {form for analysis in analyses if (form := analysis.term(word)) is not None}
    if not forms:
        return None
    numbers = (snapshot.lexicon.numbers[form] for form in sorted(forms) if snapshot.holding(form))
    return tuple(numbers)


def prefix_terms(snapshot: Snapshot, text: str, analyses: Sequence[Chain]) -> Ints:
    """Return the numbers of all terms `text*` stands for, ascending."""
    lexicon, below = snapshot.lexicon, len(snapshot.df)
    beginnings = {analysis.beginning(text) for analysis in analyses}
    found = [lexicon.beginning_with(each, below=below) for each in beginnings]
    words = np.array(word_terms(snapshot, text, analyses) or (), np.int32)
    numbers = np.concatenate([words, *found])
    numbers.sort()
    return numbers[np.diff(numbers, prepend=-1) > 0]


def shared_weight(snapshot: Snapshot, terms: Sequence[int]) -> float:
    """Return the idf of terms taken as forms of one word."""
    return term_idf(snapshot.articles, min(int(snapshot.df[list(terms)].sum()), snapshot.articles))


def make_plan(snapshot: Snapshot, query: Query) -> Plan:
    """Return what a query looks up."""
    analyses = chains(snapshot, query.language)
    weights: dict[int, float] = {}
    prefixes: list[Ints] = []
    phrases: list[tuple[int, ...]] = []
    unknown: list[str] = []
    ranked = False
    for leaf, negated in leaves(query.root):
        if negated or not isinstance(leaf, Word | Phrase | Prefix):
            continue
        ranked = True
        if isinstance(leaf, Prefix):
            prefixes.append(prefix_terms(snapshot, leaf.text, analyses))
            continue
        words = leaf.words if isinstance(leaf, Phrase) else (leaf.text,)
        for word in words:
            terms = word_terms(snapshot, word, analyses)
            if terms == ():
                unknown.append(word)
            add(weights, terms or (), shared_weight(snapshot, terms) if terms else 0.0)
        if isinstance(leaf, Phrase):
            phrases += phrase_rows(snapshot, leaf.words, analyses)
    return Plan(weights, tuple(prefixes), tuple(phrases), tuple(dict.fromkeys(unknown)), ranked)


def add(weights: dict[int, float], terms: Sequence[int], weight: float) -> None:
    """Let terms count for so much more."""
    for term in terms:
        weights[term] = weights.get(term, 0.0) + weight


def phrase_rows(snapshot: Snapshot, words: Sequence[str], analyses: Sequence[Chain]) -> list[tuple[int, ...]]:
    """Return a phrase's term numbers in each language that knows all of them."""
    rows = {tuple(phrase_terms(words, analysis)) for analysis in analyses}
    numbers = snapshot.lexicon.numbers
    return [tuple(numbers[t] for t in row) for row in sorted(rows) if row and all(t in numbers for t in row)]
