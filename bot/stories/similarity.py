"""Term weights for the similarity of two articles: (1 + ln tf) * idf."""

from collections import Counter

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article
from bot.search.analyzer import analyze

TITLE_WEIGHT = 2
SMOOTHING_ARTICLES = 1_000
"""Imaginary articles added to the corpus, so that in a small corpus not every word looks common."""
Floats = npt.NDArray[np.float32]


def term_counts(article: Article) -> Counter[str]:
    """Return the frequency of each term; terms of the title count twice."""
    counts = Counter(analyze(article.text, article.language))
    for term in analyze(article.title, article.language):
        counts[term] += TITLE_WEIGHT
    return counts


def log_tf(frequencies: Floats) -> Floats:
    """Return 1 + ln tf for term frequencies >= 1.

    Source:
        Manning, Raghavan, Schuetze 2008, Introduction to Information Retrieval, section 6.4.1.
    """
    return np.asarray(1 + np.log(frequencies), np.float32)


def smoothed_idf(document_frequencies: npt.NDArray[np.int32], articles: int) -> Floats:
    """Return the inverse document frequency of terms, > 0.

    Args:
        document_frequencies: Articles that contain each term, 0 to `articles`.
        articles: All articles, >= 1.

    Source:
        Robertson, Zaragoza 2009, The Probabilistic Relevance Framework, section 3.1, over a
        collection enlarged by `SMOOTHING_ARTICLES`.
    """
    return np.asarray(np.log((articles + SMOOTHING_ARTICLES) / (document_frequencies + 0.5)), np.float32)
