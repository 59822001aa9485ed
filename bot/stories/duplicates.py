"""Near-duplicates: one text published by several outlets, lightly edited."""

from collections.abc import Sequence
from itertools import combinations

from rensa import RMinHash

from bot.corpus.article import Article
from bot.search.analyzer import analyze

PERMUTATIONS = 128
SHINGLE_TERMS = 3
"""Consecutive terms per shingle."""
MIN_JACCARD = 0.5
"""Least Jaccard similarity of the shingles of two near-duplicates."""
_SEED = 20_201


def minhash(article: Article) -> RMinHash:
    """Return the MinHash of an article's shingles.

    Source:
        Broder 1997, On the resemblance and containment of documents, section 2.
    """
    terms = analyze(article.text, article.language)
    starts = range(max(1, len(terms) - SHINGLE_TERMS + 1))
    shingles = {" ".join(terms[start : start + SHINGLE_TERMS]) for start in starts}
    signature = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    signature.update(list(shingles))
    return signature


def near_duplicates(articles: Sequence[Article]) -> list[tuple[int, int]]:
    """Return the pairs of positions whose texts are near-duplicates, lower position first."""
    signatures = [minhash(article) for article in articles]
    return [
        (first, second)
        for first, second in combinations(range(len(articles)), 2)
        if signatures[first].jaccard(signatures[second]) >= MIN_JACCARD
    ]
