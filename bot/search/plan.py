"""What a query looks up: term numbers with weights, and posting lists of prefixes and phrases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from bot.search.analyze import Chain, chain
from bot.search.formula import term_idf
from bot.search.match import phrase_terms
from bot.search.query import Query
from bot.search.segment import Bools, Ints, Longs, Segment, narrow, weight_codes
from bot.search.snapshot import Snapshot, View
from bot.search.syntax import Phrase, Prefix, Word, leaves
from bot.search.top import Postings


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
    found: set[int] = set()
    for analysis in analyses:
        found.update(snapshot.lexicon.beginning_with(analysis.beginning(text), below=len(snapshot.df)))
        found.update(word_terms(snapshot, text, [analysis]) or ())
    return np.array(sorted(found), np.int32)


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


def term_lists(view: View, weights: dict[int, float]) -> Iterator[Postings]:
    """Yield the posting lists of weighted terms in a segment."""
    segment = view.segment
    for term, weight in weights.items():
        begin, end = segment.postings(term)
        if end > begin and weight > 0:
            yield Postings(
                weight, segment.docs[begin:end], segment.counts[begin:end], segment.codes[begin:end]
            )


def together(segment: Segment, docs: Longs, weight: float) -> Postings:
    """Return a list made of occurrences: each stands for one in its article."""
    counts = np.bincount(docs, minlength=0)
    held = np.flatnonzero(counts).astype(np.int32)
    few = narrow(counts[held])
    return Postings(weight, held, few, weight_codes(few, segment.lengths[held], segment.mean_length))


def prefix_occurrences(segment: Segment, terms: Ints) -> tuple[Ints, Longs]:
    """Return (articles, repeats) over the postings of many terms."""
    at = np.searchsorted(segment.terms, terms)
    at = at[(at < len(segment.terms))]
    at = at[np.isin(segment.terms[at], terms)]
    begins, sizes = segment.offsets[at], segment.offsets[at + 1] - segment.offsets[at]
    ends = np.cumsum(sizes)
    index = np.arange(ends[-1] if len(ends) else 0) + np.repeat(begins - (ends - sizes), sizes)
    return segment.docs[index], segment.counts[index].astype(np.int64)


def prefix_postings(segment: Segment, terms: Ints, weight: float) -> Postings:
    """Return the one list of all terms a prefix stands for."""
    docs, counts = prefix_occurrences(segment, terms)
    total = np.bincount(docs, counts, minlength=0).astype(np.int64)
    held = np.flatnonzero(total).astype(np.int32)
    few = narrow(total[held])
    return Postings(weight, held, few, weight_codes(few, segment.lengths[held], segment.mean_length))


def phrase_occurrences(segment: Segment, row: Sequence[int]) -> Longs:
    """Return the articles in which terms stand in a row, one for each time."""
    lists = sorted((segment.docs[slice(*segment.postings(term))] for term in set(row)), key=len)
    docs: Ints = reduce(_both, lists)
    if not len(docs):
        return np.zeros(0, np.int64)
    sizes = np.diff(segment.starts)[docs]
    ends = np.cumsum(sizes)
    index = np.arange(ends[-1]) + np.repeat(segment.starts[docs] - (ends - sizes), sizes)
    tokens = segment.tokens[index]
    owners = np.repeat(np.arange(len(docs)), sizes)
    hit: Bools = tokens[: len(tokens) - len(row) + 1] == row[0]
    for step, term in enumerate(row[1:], 1):
        hit &= tokens[step : len(tokens) - len(row) + 1 + step] == term
    spots = np.flatnonzero(hit)
    inside = owners[spots] == owners[spots + len(row) - 1]
    return np.asarray(docs[owners[spots[inside]]], np.int64)


def _both(few: Ints, many: Ints) -> Ints:
    at = np.searchsorted(many, few)
    at[at == len(many)] = 0
    return few[many[at] == few] if len(many) else many
