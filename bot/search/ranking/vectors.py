"""Articles as vectors, straight from the forward index: for smoothing, passages, similar articles."""

from dataclasses import dataclass

import numpy as np

from bot.search.index.segment import Floats, Ints, Longs, bounds, spread
from bot.search.index.snapshot import Snapshot
from bot.search.scoring import length_norm, saturation

USUAL_SENTENCE = 15.0
"""Terms taken for a sentence of usual length."""
_NO_TERMS = np.zeros(0, np.int32)
_NO_PLACES = np.zeros(0, np.int64)


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
    tokens, owners = [_NO_TERMS], [_NO_PLACES]
    begins: list[Longs] = [_NO_PLACES]
    lengths = np.zeros(len(places), np.int64)
    total = 0
    for view, where, at in snapshot.split(places):
        segment = view.segment
        sizes = segment.starts[at + 1] - segment.starts[at]
        marks = segment.mark_starts[at + 1] - segment.mark_starts[at]
        first = total + bounds(sizes)[:-1]
        tokens.append(segment.tokens(spread(segment.starts[at], sizes)))
        owners.append(np.repeat(where, sizes))
        begins.append(first)
        inner = segment.marks[spread(segment.mark_starts[at], marks)].astype(np.int64)
        begins.append(inner + np.repeat(first, marks))
        lengths[where] = sizes
        total += int(sizes.sum())
    starts = np.concatenate(begins)
    steps = np.bincount(starts[starts < total], minlength=total)
    return Occurrences(np.concatenate(tokens), np.concatenate(owners), np.cumsum(steps), lengths)


@dataclass(frozen=True, slots=True)
class Bags:
    """Each article's distinct terms with BM25 weights: terms ascending, for one term rows ascending."""

    rows: Longs
    terms: Longs
    weights: Floats
    norms: Floats


def bags(snapshot: Snapshot, found: Occurrences) -> Bags:
    """Return the weighted terms of articles and the lengths of these vectors."""
    bits = len(found.lengths).bit_length()
    keys = (found.tokens.astype(np.int64) << bits) | found.owners
    keys.sort()
    firsts = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.diff(firsts, append=len(keys))
    rows, terms = keys[firsts] & ((1 << bits) - 1), keys[firsts] >> bits
    norm = length_norm(found.lengths, snapshot.mean_length)
    weights = idfs(snapshot, terms) * saturation(counts, norm[rows])
    norms = np.sqrt(np.bincount(rows, weights**2, minlength=len(found.lengths)))
    return Bags(rows, terms, weights, np.where(norms > 0, norms, 1.0))


def idfs(snapshot: Snapshot, terms: Ints | Longs) -> Floats:
    """Return the idf of each of many terms, > 0; terms no article holds count as held by one."""
    known = np.minimum(terms, len(snapshot.df) - 1)
    df = (
        np.where(terms < len(snapshot.df), snapshot.df[known], 0)
        if len(snapshot.df)
        else np.zeros(len(terms))
    )
    return np.asarray(np.log((snapshot.articles + 1) / np.maximum(df, 1) + 1e-12), np.float64)


def cosines(vectors: Bags, count: int) -> Floats:
    """Return the cosine of every two of `count` articles, shape (count, count), zeros across the middle."""
    new = np.diff(vectors.terms, prepend=-1) != 0
    shared = ~(new & np.append(new[1:], True))
    columns = np.cumsum(new[shared]) - 1
    rows = vectors.rows[shared]
    matrix = np.zeros((count, int(columns[-1]) + 1 if len(columns) else 0), np.float32)
    matrix[rows, columns] = vectors.weights[shared] / vectors.norms[rows]
    similar = np.asarray(matrix @ matrix.T, np.float64)
    np.fill_diagonal(similar, 0.0)
    return similar


def nearest_only(similar: Floats, count: int) -> Floats:
    """Return similarities with zeros but for each row's highest ones.

    Source:
        Diaz 2005, Regularizing Ad Hoc Retrieval Scores, over a graph of nearest neighbours.
    """
    if count >= len(similar):
        return similar
    least = np.partition(similar, -count, axis=1)[:, -count]
    return np.where(similar >= least[:, None], similar, 0.0)


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
    hit = np.flatnonzero(np.isin(found.tokens, wanted))
    at = np.searchsorted(wanted, found.tokens[hit])
    keys, counts = np.unique(found.sentences[hit] * len(wanted) + at, return_counts=True)
    sentence, which = keys // len(wanted), keys % len(wanted)
    sizes = np.bincount(found.sentences)
    norm = length_norm(sizes[sentence].astype(np.int32), USUAL_SENTENCE)
    worth = np.array([weights[term] for term in wanted.tolist()])[which] * saturation(counts, norm)
    numbers, inverse = np.unique(sentence, return_inverse=True)
    owners = found.owners[np.searchsorted(found.sentences, numbers)]
    totals = np.bincount(inverse, worth, minlength=len(numbers)).astype(np.float64)
    return SentenceScores(numbers, owners, totals)
