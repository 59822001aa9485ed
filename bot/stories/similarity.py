"""Term weights for the similarity of two articles: frequency, place in the article, rarity."""

from collections import Counter

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article
from bot.search.analyzer import analyze

TITLE_WEIGHT = 2
LEAD_TERMS = 60
"""About three sentences."""
LEAD_WEIGHT = 2.0
"""Terms of the title and the lead tell what happened; later ones often are background."""
NUMBER_WEIGHT = 1.5
IDF_POWER = 1.5
"""Names are rarer than the words of a topic."""
SMOOTHING_ARTICLES = 1_000
"""Imaginary articles added to the corpus, so that in a small corpus not every word looks common."""
_MIN_RATIO = 1.05
_AFTER_DIGITS = ":"
Floats = npt.NDArray[np.float32]


def term_weights(article: Article) -> dict[str, float]:
    """Return the weight of each term in the article, > 0: 1 + ln tf, more in title and lead and for numbers.

    Source:
        Manning, Raghavan, Schuetze 2008, Introduction to Information Retrieval, section 6.4.1.
    """
    title = analyze(article.title, article.language)
    text = analyze(article.text, article.language)
    counts = Counter(text)
    for term in title:
        counts[term] += TITLE_WEIGHT
    early = {*title, *text[:LEAD_TERMS]}
    places = [LEAD_WEIGHT if term in early else 1.0 for term in counts]
    kinds = [NUMBER_WEIGHT if term < _AFTER_DIGITS else 1.0 for term in counts]
    frequencies = 1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))
    return dict(zip(counts, (frequencies * places * kinds).tolist(), strict=True))


def rarity(document_frequencies: npt.NDArray[np.int32], articles: int) -> Floats:
    """Return the inverse document frequency of terms to the power `IDF_POWER`, > 0.

    Args:
        document_frequencies: Articles that contain each term, in any language.
        articles: Articles in the language, >= 0.

    Source:
        Robertson, Zaragoza 2009, The Probabilistic Relevance Framework, section 3.1, over a
        collection enlarged by `SMOOTHING_ARTICLES`.
    """
    ratio = (articles + SMOOTHING_ARTICLES) / (document_frequencies + np.float32(0.5))
    return np.asarray(np.log(np.maximum(ratio, _MIN_RATIO)) ** IDF_POWER, np.float32)
