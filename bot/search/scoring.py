"""The formula of BM25+, one pure function per part.

The ranking takes scores from `bm25.PostingsBM25`, which binds these parts to an index; segments store weights
rounded up from the same parts.
"""

import math

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

K1, B, DELTA = 1.5, 0.75, 1.0


def term_idf(articles: int, df: int) -> float:
    """Return a term's inverse document frequency, > 0; 0 for a term that no article contains.

    Args:
        df: Articles that contain the term.

    Source:
        rank_bm25 0.2.2, BM25Plus; Lv, Zhai 2011, Lower-Bounding Term Frequency Normalization.
    """
    return math.log((articles + 1) / df) if df else 0.0


def norm_factors(mean_length: float, *, k1: float = K1, b: float = B) -> tuple[float, float]:
    """Return what `length_norm` multiplies a length with, and what it adds, to the last bit."""
    return k1 * b / mean_length, k1 * (1 - b)


def length_norm(
    lengths: npt.NDArray[np.integer], mean_length: float | Floats, *, k1: float = K1, b: float = B
) -> Floats:
    """Return the part of a term's weight that depends on the article's length, > 0.

    Source:
        Robertson, Zaragoza 2009, The Probabilistic Relevance Framework, eq. 3.15.
    """
    return np.asarray(lengths * (k1 * b / mean_length) + k1 * (1 - b), np.float64)


def saturation(counts: npt.NDArray[np.number], norm: Floats, *, k1: float = K1) -> Floats:
    """Return saturated term frequencies, in [0, k1 + 1)."""
    return np.asarray(counts * (k1 + 1) / (norm + counts), np.float64)
