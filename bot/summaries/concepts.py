"""What an article is about: its repeated words and pairs of words, and which sentence holds which."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.search.ports import Passages

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Concepts:
    """Concepts of one article.

    Args:
        held: Shape (sentences, concepts): whether a sentence holds a concept.
        weights: Shape (concepts,), >= 0, summing to 1 if any: sqrt(count in the article) times idf;
            a pair's is the geometric mean of its words'.

    Source: coverage of weighted concepts as in Gillick & Favre, "A Scalable Global Model for Summarization"
    (2009); weights with idf of the corpus are ours.
    """

    held: Bools
    weights: Floats


def find_concepts(passages: Passages) -> Concepts:
    """Return the words and pairs of neighbouring words that stand in an article more than once."""
    count = len(passages.starts) - 1
    of_word = np.repeat(np.arange(count), np.diff(passages.starts))
    same = of_word[1:] == of_word[:-1]
    terms = passages.terms.astype(np.int64)
    pairs = ((terms[:-1] << 32) | terms[1:])[same]
    pair_idf = np.sqrt(passages.idf[:-1] * passages.idf[1:])[same]
    words = _repeated(terms, of_word, passages.idf, count)
    twos = _repeated(pairs, of_word[1:][same], pair_idf, count)
    weights = np.concatenate([words.weights, twos.weights])
    return Concepts(np.hstack([words.held, twos.held]), weights / (weights.sum() or 1.0))


def _repeated(keys: npt.NDArray[np.int64], owners: npt.NDArray[np.intp], idf: Floats, count: int) -> Concepts:
    known, first, number, times = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    held = np.zeros((count, len(known)), np.bool_)
    held[owners, number] = True
    often = times > 1
    return Concepts(held[:, often], np.sqrt(times[often]) * idf[first[often]])
