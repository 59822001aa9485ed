"""Plans a query: looks up its words, prefixes and phrases as weighted term numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.search.analyzer import Analyzer, analyzer_for
from bot.search.bm25 import PostingsBM25
from bot.search.index.segment import Ints
from bot.search.index.snapshot import Snapshot
from bot.search.query.ast import Leaf, Phrase, Prefix, Word, leaves
from bot.search.query.matcher import phrase_terms
from bot.search.query.query import Query


@dataclass(frozen=True, slots=True)
class PlannedWord:
    """A word of a query that some article contains.

    Args:
        terms: Its term numbers, one per language that knows it.
        weight: Their shared idf, > 0.
    """

    text: str
    terms: tuple[int, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class QueryPlan:
    """What a query ranks by.

    Args:
        words: The distinct known words, those in phrases included.
        weights: Term number -> weight; the terms of one word in several languages share one idf.
        prefixes: Term numbers that each prefix expands to.
        phrases: Term numbers of each phrase.
        unknown: Words that no live article contains.
        ranked: Whether the query has words to rank by at all, known or not.
    """

    words: tuple[PlannedWord, ...]
    weights: dict[int, float]
    prefixes: tuple[Ints, ...]
    phrases: tuple[tuple[int, ...], ...]
    unknown: tuple[str, ...]
    ranked: bool


def plan_query(model: PostingsBM25, query: Query) -> QueryPlan:
    """Return the plan of a query."""
    snapshot = model.snapshot
    analyzers = analyzers_of(snapshot, query.language)
    wanted = [leaf for leaf, negated in leaves(query.root) if not negated]
    prefixes = [leaf for leaf in wanted if isinstance(leaf, Prefix)]
    phrases = [leaf for leaf in wanted if isinstance(leaf, Phrase)]
    texts = [text for leaf in wanted for text in _words_of(leaf)]
    words = {text: word_terms(snapshot, text, analyzers) for text in texts}
    planned = {
        text: PlannedWord(text, terms, shared_idf(model, terms)) for text, terms in words.items() if terms
    }
    weights: dict[int, float] = {}
    for word in (planned[text] for text in texts if text in planned):
        add_weight(weights, word.terms, word.weight)
    return QueryPlan(
        words=tuple(planned.values()),
        weights=weights,
        prefixes=tuple(prefix_terms(snapshot, leaf.text, analyzers) for leaf in prefixes),
        phrases=tuple(terms for leaf in phrases for terms in phrases_of(snapshot, leaf.words, analyzers)),
        unknown=tuple(text for text, terms in words.items() if terms == ()),
        ranked=bool(texts or prefixes or phrases),
    )


def _words_of(leaf: Leaf) -> tuple[str, ...]:
    if isinstance(leaf, Phrase):
        return leaf.words
    return (leaf.text,) if isinstance(leaf, Word) else ()


def analyzers_of(snapshot: Snapshot, language: str | None = None) -> list[Analyzer]:
    """Return the analyzers a query's words go through: those of the index, the query's language first."""
    names = dict.fromkeys(([language] if language in snapshot.languages else []) + list(snapshot.languages))
    return [analyzer_for(name) for name in names if name]


def word_terms(snapshot: Snapshot, word: str, analyzers: Sequence[Analyzer]) -> tuple[int, ...] | None:
    """Return the numbers of a word's terms that live articles contain; None for a stop word."""
    terms = {term for analyzer in analyzers if (term := analyzer.term(word)) is not None}
    if not terms:
        return None
    numbers = (snapshot.dictionary.numbers[term] for term in sorted(terms) if snapshot.doc_freq(term))
    return tuple(numbers)


def prefix_terms(snapshot: Snapshot, text: str, analyzers: Sequence[Analyzer]) -> Ints:
    """Return the numbers of all terms that `text*` expands to, ascending."""
    prefixes = {analyzer.prefix(text) for analyzer in analyzers}
    expanded = [snapshot.dictionary.with_prefix(prefix, below=len(snapshot.df)) for prefix in prefixes]
    whole_word = np.array(word_terms(snapshot, text, analyzers) or (), np.int32)
    numbers = np.concatenate([whole_word, *expanded])
    numbers.sort()
    return numbers[np.diff(numbers, prepend=-1) > 0]


def phrases_of(
    snapshot: Snapshot, words: Sequence[str], analyzers: Sequence[Analyzer]
) -> list[tuple[int, ...]]:
    """Return a phrase's term numbers in each language that knows all of its terms."""
    phrases = {tuple(phrase_terms(words, analyzer)) for analyzer in analyzers}
    numbers = snapshot.dictionary.numbers
    known = [phrase for phrase in sorted(phrases) if phrase and all(term in numbers for term in phrase)]
    return [tuple(numbers[term] for term in phrase) for phrase in known]


def shared_idf(model: PostingsBM25, terms: Sequence[int]) -> float:
    """Return the idf of terms that are forms of one word."""
    return model.term_idf(min(int(model.snapshot.df[list(terms)].sum()), model.corpus_size))


def add_weight(weights: dict[int, float], terms: Sequence[int], weight: float) -> None:
    """Increase the weight of some terms."""
    for term in terms:
        weights[term] = weights.get(term, 0.0) + weight
