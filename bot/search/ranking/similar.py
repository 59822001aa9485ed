"""The articles most similar to a text."""

import numpy as np

from bot.search.bm25 import PostingsBM25
from bot.search.index.segment import Floats, Longs
from bot.search.ranking.top_k import find_top_k
from bot.search.ranking.vectors import count_terms, doc_tokens, doc_vectors, idfs_of

_MAX_TEXT_TERMS = 40
"""Terms of a text by which similar articles are looked up."""


def nearest_articles(model: PostingsBM25, terms: Longs, *, limit: int) -> tuple[Longs, Floats]:
    """Return (docs, cosines) of the articles most similar to a text, cosines of weighted terms in [0, 1].

    Args:
        terms: Term numbers of the text, in any order; each as often as it occurs.
    """
    snapshot = model.snapshot
    numbers, weights = _text_weights(model, terms)
    norm = float(np.sqrt((weights**2).sum())) or 1.0
    weighted = [(weight, snapshot.postings(number)) for weight, number in heaviest_terms(model, terms)]
    docs, _ = find_top_k(weighted, model, limit=4 * limit + 20, eligible=snapshot.live_docs)
    if not len(docs):
        return docs, np.zeros(0)
    kernel = model.kernel.texts if model.kernel else None
    vectors = doc_vectors(model, count_terms(doc_tokens(snapshot, docs), kernel))
    at = np.searchsorted(numbers, vectors.terms)
    at[at == len(numbers)] = 0
    shared = np.where(numbers[at] == vectors.terms, weights[at], 0.0) * vectors.weights
    cosines = np.bincount(vectors.rows, shared, minlength=len(docs)) / (vectors.norms * norm)
    order = np.lexsort((docs, -cosines))[:limit]
    return docs[order], np.clip(cosines[order], 0.0, 1.0)


def heaviest_terms(model: PostingsBM25, terms: Longs) -> list[tuple[float, int]]:
    """Return (weight, number) of the terms by which articles similar to a text are looked up."""
    numbers, weights = _text_weights(model, terms)
    heaviest = np.argsort(-weights)[:_MAX_TEXT_TERMS]
    pairs = zip(weights[heaviest].tolist(), numbers[heaviest].tolist(), strict=True)
    return [(weight, number) for weight, number in pairs if weight > 0]


def _text_weights(model: PostingsBM25, terms: Longs) -> tuple[Longs, Floats]:
    """Return the distinct terms of a text, ascending, with their weights."""
    numbers, counts = np.unique(terms[terms >= 0], return_counts=True)
    weights = idfs_of(model, numbers) * model.term_weights(counts, np.ones_like(counts), mean_length=1.0)
    return numbers, weights
