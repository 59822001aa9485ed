"""Articles as vectors, straight from the forward index: for smoothing, passages, similar articles."""

from dataclasses import dataclass

import numpy as np

from bot.search.formula import length_norm, saturation
from bot.search.segment import Floats, Ints, Longs
from bot.search.snapshot import Snapshot

USUAL_SENTENCE = 15.0
"""Terms taken for a sentence of usual length."""


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Every term of some articles in text order.

    Args:
        tokens: (w,) term numbers.
        owners: (w,) position of the article in the list asked for.
        sentences: (w,) number of the sentence, rising through all articles; a title counts as one.
        lengths: (n,) terms of each article.
    """

    tokens: Ints
    owners: Longs
    sentences: Longs
    lengths: Longs


def occurrences(snapshot: Snapshot, places: Longs) -> Occurrences:
    """Return the terms of articles, by place."""
    tokens: list[Ints] = []
    starts: list[Longs] = []
    total = 0
    lengths = np.zeros(len(places), np.int64)
    for i, place in enumerate(places.tolist()):
        view, at = snapshot.at(place)
        segment = view.segment
        begin, end = segment.starts[at : at + 2].tolist()
        tokens.append(segment.tokens[begin:end])
        first, last = segment.mark_starts[at : at + 2].tolist()
        starts += [np.array([total]), segment.marks[first:last].astype(np.int64) + total]
        lengths[i] = end - begin
        total += end - begin
    flat = np.concatenate(tokens) if tokens else np.zeros(0, np.int32)
    begins = np.concatenate(starts) if starts else np.zeros(0, np.int64)
    steps = np.bincount(begins[begins < total], minlength=total)
    return Occurrences(flat, np.repeat(np.arange(len(places)), lengths), np.cumsum(steps), lengths)


@dataclass(frozen=True, slots=True)
class Bags:
    """Each article's distinct terms with BM25 weights: rows ascending, terms ascending in a row."""

    rows: Longs
    terms: Longs
    weights: Floats
    norms: Floats


def bags(snapshot: Snapshot, found: Occurrences) -> Bags:
    """Return the weighted terms of articles and the lengths of these vectors."""
    size = len(snapshot.df) + 1
    keys = found.owners * size + np.minimum(found.tokens, size - 1)
    keys, counts = np.unique(keys, return_counts=True)
    rows, terms = keys // size, keys % size
    norm = length_norm(found.lengths.astype(np.int32), snapshot.mean_length)
    weights = idfs(snapshot, terms) * saturation(counts, norm[rows])
    norms = np.sqrt(np.bincount(rows, weights**2, minlength=len(found.lengths)))
    return Bags(rows, terms, weights, np.where(norms > 0, norms, 1.0))


def idfs(snapshot: Snapshot, terms: Ints | Longs) -> Floats:
    """Return the idf of each of many terms, > 0; terms no article holds count as held by one."""
    df = np.append(snapshot.df, 0)[np.minimum(terms, len(snapshot.df))]
    return np.asarray(np.log((snapshot.articles + 1) / np.maximum(df, 1) + 1e-12), np.float64)


def cosines(vectors: Bags, count: int) -> Floats:
    """Return the cosine of every two of `count` articles, shape (count, count), zeros across the middle."""
    _, columns, held = np.unique(vectors.terms, return_inverse=True, return_counts=True)
    shared = held[columns] > 1
    renumbered = np.cumsum(held > 1) - 1
    matrix = np.zeros((count, int((held > 1).sum())), np.float32)
    rows = vectors.rows[shared]
    matrix[rows, renumbered[columns[shared]]] = vectors.weights[shared] / vectors.norms[rows]
    similar = np.asarray(matrix @ matrix.T, np.float64)
    np.fill_diagonal(similar, 0.0)
    return similar


def best_sentences(found: Occurrences, weights: dict[int, float], count: int) -> Floats:
    """Return each article's best sentence's BM25 for weighted terms, shape (count,)."""
    best = np.zeros(count)
    scored = sentence_scores(found, weights)
    np.maximum.at(best, scored.owners, scored.scores)
    return best


@dataclass(frozen=True, slots=True)
class SentenceScores:
    """Sentences holding a wanted term: number as in `Occurrences.sentences`, article, BM25."""

    numbers: Longs
    owners: Longs
    scores: Floats


def sentence_scores(found: Occurrences, weights: dict[int, float]) -> SentenceScores:
    """Return the BM25 of every sentence holding a weighted term; the weights are corpus idfs."""
    wanted = np.array(sorted(weights), np.int64)
    none = np.zeros(0, np.int64)
    if not len(wanted) or not len(found.tokens):
        return SentenceScores(none, none, np.zeros(0))
    at = np.searchsorted(wanted, found.tokens)
    at[at == len(wanted)] = 0
    hit = np.flatnonzero(wanted[at] == found.tokens)
    keys, counts = np.unique(found.sentences[hit] * len(wanted) + at[hit], return_counts=True)
    sentence, which = keys // len(wanted), keys % len(wanted)
    sizes = np.bincount(found.sentences)
    norm = length_norm(sizes[sentence].astype(np.int32), USUAL_SENTENCE)
    worth = np.array([weights[term] for term in wanted.tolist()])[which] * saturation(counts, norm)
    numbers, inverse = np.unique(sentence, return_inverse=True)
    owners = found.owners[np.searchsorted(found.sentences, numbers)]
    totals = np.bincount(inverse, worth, minlength=len(numbers)).astype(np.float64)
    return SentenceScores(numbers, owners, totals)
