"""Articles as vectors of weighted terms, and their sentences' scores, straight from the forward index."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bot.search.bm25 import PostingsBM25
from bot.search.index.segment import Bools, Floats, Ints, Longs, concat_ranges, offsets_of
from bot.search.index.snapshot import Snapshot
from bot.search.index.texts import read_texts
from bot.search.kernel.texts import TextKernel

USUAL_SENTENCE = 15.0
"""Terms in a sentence of usual length."""
_UNIT = float(1 << 24)
"""A vector's length in whole numbers."""
_FEW = 16
"""Terms up to which comparing with each is faster than sorting them."""
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
    """Return the tokens of some articles, one article after the other."""
    places = [snapshot.locate(doc) for doc in docs.tolist()]
    texts = read_texts([(view.segment, doc) for view, doc in places])
    starts, counts = _sentence_starts(snapshot, docs)
    total, firsts, owners = len(texts.tokens), texts.offsets[:-1], np.arange(len(docs)).repeat(counts)
    begins = np.concatenate([firsts, starts + firsts[owners]])
    sentences = np.bincount(begins[begins < total], minlength=total).cumsum()
    empty = np.bincount(owners[starts == 0], minlength=len(docs))
    lengths = np.diff(texts.offsets)
    return DocTokens(
        terms=texts.tokens,
        rows=np.arange(len(docs)).repeat(lengths),
        sentences=sentences,
        lengths=lengths,
        titles=np.append(sentences, 0)[np.minimum(firsts, total)] - empty,
        begins=firsts,
    )


def _sentence_starts(snapshot: Snapshot, docs: Longs) -> tuple[Longs, Longs]:
    """Return (sentence starts of some articles, one after the other; sentences of each)."""
    parts = [(indices, *view.segment.sentence_starts(local)) for view, indices, local in snapshot.split(docs)]
    counts = np.zeros(len(docs), np.int64)
    for indices, _, sizes in parts:
        counts[indices] = sizes
    offsets = offsets_of(counts)
    starts = np.zeros(int(offsets[-1]), np.int64)
    for indices, some, sizes in parts:
        starts[concat_ranges(offsets[indices], sizes)] = some
    return starts, counts


@dataclass(frozen=True, slots=True)
class DocTerms:
    """The distinct terms of some articles, by ascending term, then row.

    Args:
        rows: (m,) index of the article.
        terms: (m,) term numbers.
        counts: (m,) occurrences.
        lengths: (n,) terms of each article.
    """

    rows: Longs
    terms: Longs
    counts: Longs
    lengths: Longs

    def sums(self, terms: Ints, rows: Longs, shares: Floats) -> Floats:
        """Return sums of shares of occurrences, shape (highest of `rows` + 1, articles).

        Args:
            terms: (s,) terms whose occurrences count.
            rows: (s,) ascending row of the result that each is added to.
            shares: (s,) what an occurrence counts.
        """
        begins, ends = self.terms.searchsorted(terms), self.terms.searchsorted(terms, side="right")
        sizes, articles = ends - begins, len(self.lengths)
        places = concat_ranges(begins, sizes)
        cells = rows.repeat(sizes) * articles + self.rows[places]
        added = shares.repeat(sizes) * self.counts[places]
        sums = np.bincount(cells, added, (int(rows[-1]) + 1) * articles).astype(np.float64, copy=False)
        return sums.reshape(-1, articles)


def count_terms(tokens: DocTokens, kernel: TextKernel | None = None) -> DocTerms:
    """Return the distinct terms of some articles.

    Args:
        kernel: Sorts; None leaves that to NumPy.
    """
    counted = kernel.count_terms(tokens.terms, tokens.begins, tokens.lengths) if kernel else None
    return DocTerms(*(counted or _count_terms(tokens)), tokens.lengths)


def _count_terms(tokens: DocTokens) -> tuple[Longs, Longs, Longs]:
    """Return (rows, terms, occurrences)."""
    bits = len(tokens.lengths).bit_length()
    small = int(tokens.terms.max(initial=0)) >> (31 - bits) == 0  # half as many bytes to sort
    keys: Ints | Longs = tokens.terms if small else tokens.terms.astype(np.int64)
    keys = (keys << bits) | tokens.rows.astype(keys.dtype)
    keys.sort()
    firsts = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.diff(firsts, append=len(keys))
    keys = keys[firsts].astype(np.int64)
    return keys & ((1 << bits) - 1), keys >> bits, counts


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


def doc_vectors(model: PostingsBM25, found: DocTerms) -> DocVectors:
    """Return the vectors of some articles."""
    weights = idfs_of(model, found.terms) * model.term_weights(found.counts, found.lengths[found.rows])
    norms = np.sqrt(np.bincount(found.rows, weights**2, minlength=len(found.lengths)))
    return DocVectors(found.rows, found.terms, weights, np.where(norms > 0, norms, 1.0))


def idfs_of(model: PostingsBM25, terms: Ints | Longs) -> Floats:
    """Return the idf of each term number; terms that no article contains count as contained in one."""
    df = model.snapshot.df
    if not len(df):
        return model.idfs(np.zeros(len(terms)))
    return model.idfs(np.where(terms < len(df), df[np.minimum(terms, len(df) - 1)], 0))


def cosine_matrix(vectors: DocVectors, kernel: TextKernel | None = None) -> Floats:
    """Return the cosines between articles, shape (n, n), zeros on the diagonal.

    Components are rounded to 24 bits, so that sums of products are exact in any order: NumPy's libraries add
    up differently, and the kernel does too.

    Args:
        kernel: Adds up; None leaves that to NumPy.
    """
    count = len(vectors.norms)
    components = np.rint(vectors.weights * (_UNIT / vectors.norms)[vectors.rows])
    products = kernel.products(vectors.terms, vectors.rows, components, count) if kernel else None
    if products is None:
        products = _products(vectors, components)
    return products / _UNIT**2


def _products(vectors: DocVectors, components: Floats) -> Floats:
    """Return the sums of products of articles' components by shared terms, zeros on the diagonal."""
    count = len(vectors.norms)
    new_term = np.diff(vectors.terms, prepend=-1) != 0
    shared = ~(new_term & np.append(new_term[1:], True))
    columns = np.cumsum(new_term[shared]) - 1
    matrix = np.zeros((count, int(columns[-1]) + 1 if len(columns) else 0))
    matrix[vectors.rows[shared], columns] = components[shared]
    products: Floats = matrix @ matrix.T
    np.fill_diagonal(products, 0.0)
    return products


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
    hits = np.flatnonzero(are_among(tokens.terms, wanted))
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


def are_among(terms: Ints, wanted: Ints | Longs) -> Bools:
    """Return which terms are among some wanted ones, as `np.isin` does, faster for few."""
    if len(wanted) > _FEW:
        return np.isin(terms, wanted)
    among = np.zeros(len(terms), np.bool_)
    for term in wanted.tolist():
        among |= terms == term
    return among


def best_scores(scored: SentenceScores, tokens: DocTokens) -> tuple[Floats, Floats]:
    """Return the score of each article's best sentence, and of its title; shapes (n,)."""
    best, title = np.zeros(len(tokens.lengths)), np.zeros(len(tokens.lengths))
    np.maximum.at(best, scored.rows, scored.scores)
    of_title = scored.sentences == tokens.titles[scored.rows]
    title[scored.rows[of_title]] = scored.scores[of_title]
    return best, title
