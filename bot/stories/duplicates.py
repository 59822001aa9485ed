"""Near-duplicate texts: one text carried by several outlets, lightly edited."""

from collections.abc import Sequence

from rensa import RMinHash

from bot.corpus.article import Article
from bot.search.analyzer import analyze

PERMUTATIONS = 128
SHINGLE_TERMS = 3
"""Terms in a row that count as one piece of text."""
MIN_JACCARD = 0.5
"""Least Jaccard similarity of the pieces of two texts that are one."""
_SEED = 20_201


def minhash(article: Article) -> RMinHash:
    """Return the MinHash of an article's three-term pieces.

    Source:
        Broder 1997, On the resemblance and containment of documents, section 2.
    """
    terms = analyze(article.text, article.language)
    pieces = {
        " ".join(terms[at : at + SHINGLE_TERMS]) for at in range(max(1, len(terms) - SHINGLE_TERMS + 1))
    }
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update(list(pieces))
    return minhash


def near_duplicates(articles: Sequence[Article]) -> list[tuple[int, int]]:
    """Return the pairs of positions whose texts are near-duplicates, the lower position first."""
    signatures = [minhash(article) for article in articles]
    return [
        (one, other)
        for one in range(len(articles))
        for other in range(one + 1, len(articles))
        if signatures[one].jaccard(signatures[other]) >= MIN_JACCARD
    ]
