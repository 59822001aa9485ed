"""Plans a query: looks up its words, prefixes and phrases as weighted term numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.search.analyzer import Analyzer, analyzer_for
from bot.search.bm25 import PostingsBM25
from bot.search.index.segment import Ints
from bot.search.index.snapshot import Snapshot
from bot.search.query.ast import Leaf, Phrase, Prefix, Word, leaves
from bot.search.query.query import Query
from bot.search.words import HALF_SPACE, is_signs, pairs, parts

_LEAST_PARTS, _PARTS_SHARE = 2, 0.4
"""Parts of a compound that a hit contains, at least: a number, and a share of all."""


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
class Compound:
    """A word of several terms: "F16", a run of Chinese signs.

    Args:
        terms: Term numbers of each part.
        least: How many of its parts an article must contain to be a hit.
    """

    terms: tuple[tuple[int, ...], ...]
    least: int


@dataclass(frozen=True, slots=True)
class QueryPlan:
    """What a query ranks by.

    Args:
        words: The distinct known words, those in phrases included.
        weights: Term number -> weight; the terms of one word in several languages share one idf.
        prefixes: Term numbers that each prefix expands to.
        phrases: Term numbers of each phrase.
        compounds: Words of several terms.
        bound: Term numbers that belong to compounds only: an article with one of them is no hit.
        unknown: Words that no live article contains.
        ranked: Whether the query has words to rank by at all, known or not.
    """

    words: tuple[PlannedWord, ...]
    weights: dict[int, float]
    prefixes: tuple[Ints, ...]
    phrases: tuple[tuple[int, ...], ...]
    compounds: tuple["Compound", ...]
    bound: frozenset[int]
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
    parted = {text: parts_to_rank(text) for text in texts}
    words = {part: word_terms(snapshot, part, analyzers) for text in texts for part in parted[text]}
    planned = {
        text: PlannedWord(text, terms, shared_idf(model, terms)) for text, terms in words.items() if terms
    }
    weights: dict[int, float] = {}
    for word in (planned[part] for text in texts for part in parted[text] if part in planned):
        add_weight(weights, word.terms, word.weight)
    compounds = [
        text for leaf in wanted if isinstance(leaf, Word) and (text := leaf.text) if len(parted[text]) > 1
    ]
    rows = [*(leaf.words for leaf in phrases), *((text,) for text in compounds)]
    return QueryPlan(
        words=tuple(planned.values()),
        weights=weights,
        prefixes=tuple(prefix_terms(snapshot, leaf.text, analyzers) for leaf in prefixes),
        phrases=tuple(terms for row in rows for terms in phrases_of(snapshot, row, analyzers)),
        bound=frozenset(
            term for text in compounds for part in parted[text] for term in words[part] or ()
        ).difference(
            term
            for text in texts
            if text not in compounds
            for part in parted[text]
            for term in words[part] or ()
        ),
        compounds=tuple(_compound([words[part] or () for part in parted[text]], text) for text in compounds),
        unknown=tuple(
            text for text in dict.fromkeys(texts) if all(words[part] == () for part in parted[text])
        ),
        ranked=bool(texts or prefixes or phrases),
    )


def _words_of(leaf: Leaf) -> tuple[str, ...]:
    if isinstance(leaf, Phrase):
        return leaf.words
    return (leaf.text,) if isinstance(leaf, Word) else ()


def parts_to_rank(word: str) -> tuple[str, ...]:
    """Return the words of one term that stand for a word."""
    if is_signs(word):
        return tuple(dict.fromkeys(pairs(word)))
    known = parts(word)
    return (*known, word.replace(HALF_SPACE, "")) if len(known) > 1 and HALF_SPACE in word else known


def _compound(terms: Sequence[tuple[int, ...]], text: str) -> Compound:
    if HALF_SPACE in text:
        return Compound(tuple(terms), 1)
    return Compound(tuple(terms), min(len(terms), max(_LEAST_PARTS, round(len(terms) * _PARTS_SHARE))))


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
    """Return the term numbers of words in a row, in each reading whose terms are all known."""
    phrases = {reading for analyzer in analyzers for reading in analyzer.readings(words)}
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
