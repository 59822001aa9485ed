"""How alike two articles are: the one similarity stories go by."""

from collections import Counter

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article
from bot.search.analyzer import analyze

TITLE_WEIGHT = 2
UNSEEN_ARTICLES = 1_000
"""Articles imagined beside the real ones, so that the first few dozen do not make every word look common."""
Floats = npt.NDArray[np.float32]


def term_counts(article: Article) -> Counter[str]:
    """Return how often each term occurs, those of the headline counted twice."""
    counts = Counter(analyze(article.text, article.language))
    for term in analyze(article.title, article.language):
        counts[term] += TITLE_WEIGHT
    return counts


def log_tf(frequencies: Floats) -> Floats:
    """Return the weight of term frequencies (>= 1): 1 + ln tf.

    Source:
        Manning, Raghavan, Schuetze 2008, Introduction to Information Retrieval, section 6.4.1.
    """
    return np.asarray(1 + np.log(frequencies), np.float32)


def smoothed_idf(frequencies: npt.NDArray[np.int32], articles: int) -> Floats:
    """Return the idf of terms, > 0.

    Args:
        frequencies: In how many articles each term occurs, 0 to `articles`.
        articles: How many there are, >= 1.

    Source:
        Robertson, Zaragoza 2009, The Probabilistic Relevance Framework, section 3.1, over a
        collection enlarged by `UNSEEN_ARTICLES`.
    """
    return np.asarray(np.log((articles + UNSEEN_ARTICLES) / (frequencies + 0.5)), np.float32)
