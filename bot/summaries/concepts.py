"""What an article is about: its repeated words and pairs of words, and which sentences have them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.search.ports import Passages

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Concepts:
    """The concepts of one article.

    Args:
        held: Shape (sentences, concepts): whether a sentence has a concept.
        weights: Shape (concepts,), >= 0, summing to 1 if any: sqrt(count in the article) times idf;
            a pair's idf is the geometric mean of its words'.

    Source:
        Coverage of weighted concepts as in Gillick & Favre, "A Scalable Global Model for Summarization"
        (2009); weights with idf of the corpus are ours.
    """

    held: Bools
    weights: Floats


def find_concepts(passages: Passages) -> Concepts:
    """Return the words and pairs of neighbouring words that an article has more than once."""
    count = len(passages.starts) - 1
    sentence_of = np.repeat(np.arange(count), np.diff(passages.starts))
    same_sentence = sentence_of[1:] == sentence_of[:-1]
    terms = passages.terms.astype(np.int64)
    pairs = ((terms[:-1] << 32) | terms[1:])[same_sentence]
    pair_idf = np.sqrt(passages.idf[:-1] * passages.idf[1:])[same_sentence]
    words = _repeated(terms, sentence_of, passages.idf, count)
    word_pairs = _repeated(pairs, sentence_of[1:][same_sentence], pair_idf, count)
    weights = np.concatenate([words.weights, word_pairs.weights])
    return Concepts(np.hstack([words.held, word_pairs.held]), weights / (weights.sum() or 1.0))


def _repeated(keys: Integers, owners: npt.NDArray[np.intp], idf: Floats, count: int) -> Concepts:
    """Return the keys that occur more than once, with weights not yet normalised.

    Args:
        keys: Shape (occurrences,).
        owners: The same shape: the sentence of each occurrence, below `count`.
        idf: The same shape.
    """
    unique, first, number, times = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    held = np.zeros((count, len(unique)), np.bool_)
    held[owners, number] = True
    repeated = times > 1
    return Concepts(held[:, repeated], np.sqrt(times[repeated]) * idf[first[repeated]])
