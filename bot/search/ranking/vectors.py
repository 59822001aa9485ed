"""Articles as vectors of weighted terms, and their sentences' scores, straight from the forward index."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bot.search.bm25 import PostingsBM25
from bot.search.index.segment import Floats, Ints, Longs, offsets_of
from bot.search.index.snapshot import Snapshot

USUAL_SENTENCE = 15.0
"""Terms in a sentence of usual length."""
_NO_TERMS = np.zeros(0, np.int32)
_NO_DOCS = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class DocTokens:
    """All tokens of some articles, in text order.

    Args:
        terms: (w,) term numbers.
        rows: (w,) index of the token's article in the list asked for.
        sentences: (w,) number of the token's sentence, rising through all articles; a title counts as one.
        lengths: (n,) terms of each article.
        titles: (n,) number of each article's title among the sentences.
        begins: (n,) index of each article's first token.
    """

    terms: Ints
    rows: Longs
    sentences: Longs
    lengths: Longs
    titles: Longs
    begins: Longs


def doc_tokens(snapshot: Snapshot, docs: Longs) -> DocTokens:
    """Return the tokens of some articles."""
    terms, rows = [_NO_TERMS], [_NO_DOCS]
    begins: list[Longs] = [_NO_DOCS]
    lengths, first_tokens, empty = (np.zeros(len(docs), np.int64) for _ in range(3))
    total = 0
    for view, indices, local in snapshot.split(docs):
        segment = view.segment
        sizes = segment.token_offsets[local + 1] - segment.token_offsets[local]
        starts, sentences = segment.sentence_starts(local)
        first = total + offsets_of(sizes)[:-1]
        terms.append(segment.texts(local))
        rows.append(np.repeat(indices, sizes))
        begins.append(first)
        begins.append(starts + np.repeat(first, sentences))
        empty[indices] = np.bincount(
            np.repeat(np.arange(len(local)), sentences)[starts == 0], minlength=len(local)
        )
        lengths[indices], first_tokens[indices] = sizes, first
        total += int(sizes.sum())
    all_begins = np.concatenate(begins)
    steps = np.bincount(all_begins[all_begins < total], minlength=total)
    sentences = np.cumsum(steps)
    titles = np.append(sentences, 0)[np.minimum(first_tokens, total)] - empty
    return DocTokens(np.concatenate(terms), np.concatenate(rows), sentences, lengths, titles, first_tokens)


@dataclass(frozen=True, slots=True)
class DocVectors:
    """The distinct terms of some articles with BM25 weights, by ascending term, then row.

    Args:
        norms: (n,) length of each article's vector.
    """

    rows: Longs
    terms: Longs
    weights: Floats
    norms: Floats


def doc_vectors(model: PostingsBM25, tokens: DocTokens) -> DocVectors:
    """Return the vectors of some articles."""
    count = len(tokens.lengths)
    bits = count.bit_length()
    keys = (tokens.terms.astype(np.int64) << bits) | tokens.rows
    keys.sort()
    firsts = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.diff(firsts, append=len(keys))
    rows, terms = keys[firsts] & ((1 << bits) - 1), keys[firsts] >> bits
    weights = idfs_of(model, terms) * model.term_weights(counts, tokens.lengths[rows])
    norms = np.sqrt(np.bincount(rows, weights**2, minlength=count))
    return DocVectors(rows, terms, weights, np.where(norms > 0, norms, 1.0))


def idfs_of(model: PostingsBM25, terms: Ints | Longs) -> Floats:
    """Return the idf of each term number; terms that no article contains count as contained in one."""
    df = model.snapshot.df
    if not len(df):
        return model.idfs(np.zeros(len(terms)))
    return model.idfs(np.where(terms < len(df), df[np.minimum(terms, len(df) - 1)], 0))


def cosine_matrix(vectors: DocVectors, count: int) -> Floats:
    """Return the cosines between articles, shape (count, count), zeros on the diagonal."""
    new_term = np.diff(vectors.terms, prepend=-1) != 0
    shared = ~(new_term & np.append(new_term[1:], True))
    columns = np.cumsum(new_term[shared]) - 1
    rows = vectors.rows[shared]
    matrix = np.zeros((count, int(columns[-1]) + 1 if len(columns) else 0), np.float32)
    matrix[rows, columns] = vectors.weights[shared] / vectors.norms[rows]
    cosines = np.asarray(matrix @ matrix.T, np.float64)
    np.fill_diagonal(cosines, 0.0)
    return cosines


def keep_nearest(cosines: Floats, count: int) -> Floats:
    """Return a cosine matrix with only each row's highest values, zeros elsewhere.

    Source:
        Diaz 2005, Regularizing Ad Hoc Retrieval Scores, over a graph of nearest neighbours.
    """
    if count >= len(cosines):
        return cosines
    least = np.partition(cosines, -count, axis=1)[:, -count]
    return np.where(cosines >= least[:, None], cosines, 0.0)


@dataclass(frozen=True, slots=True)
class SentenceScores:
    """Sentences that contain a wanted term: number as in `DocTokens.sentences`, article, BM25."""

    sentences: Longs
    rows: Longs
    scores: Floats


def sentence_scores(model: PostingsBM25, tokens: DocTokens, weights: Mapping[int, float]) -> SentenceScores:
    """Return the BM25 of every sentence that contains a weighted term; the weights are idfs of articles."""
    wanted = np.array(sorted(weights), np.int64)
    if not len(wanted) or not len(tokens.terms):
        return SentenceScores(_NO_DOCS, _NO_DOCS, np.zeros(0))
    hits = np.flatnonzero(np.isin(tokens.terms, wanted))
    columns = np.searchsorted(wanted, tokens.terms[hits])
    keys, counts = np.unique(tokens.sentences[hits] * len(wanted) + columns, return_counts=True)
    sentences, columns = keys // len(wanted), keys % len(wanted)
    sizes = np.bincount(tokens.sentences)[sentences].astype(np.int32)
    weight = np.array([weights[term] for term in wanted.tolist()])[columns]
    term_scores = weight * model.term_weights(counts, sizes, mean_length=USUAL_SENTENCE)
    distinct, inverse = np.unique(sentences, return_inverse=True)
    rows = tokens.rows[np.searchsorted(tokens.sentences, distinct)]
    scores = np.bincount(inverse, term_scores, minlength=len(distinct)).astype(np.float64)
    return SentenceScores(distinct, rows, scores)


def best_scores(scored: SentenceScores, tokens: DocTokens) -> tuple[Floats, Floats]:
    """Return the score of each article's best sentence, and of its title; shapes (n,)."""
    best, title = np.zeros(len(tokens.lengths)), np.zeros(len(tokens.lengths))
    np.maximum.at(best, scored.rows, scored.scores)
    of_title = scored.sentences == tokens.titles[scored.rows]
    title[scored.rows[of_title]] = scored.scores[of_title]
    return best, title
