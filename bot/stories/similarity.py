"""Term weights for the similarity of two articles: frequency, place in the article, kind, rarity.

What an article says about a term fits one byte, its code: how often it occurs (up to `MAX_COUNT`), whether in
the title or the lead, whether it is a number. Its weight follows from the code and from how rare it is now.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Protocol, TypeVar

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
SMOOTHING_ARTICLES = 1_000
"""Imaginary articles added to the corpus, so that in a small corpus not every word looks common."""
MAX_COUNT = 63
EARLY, NUMBER = 64, 128
_MIN_RATIO = np.float32(1.05)
_AFTER_DIGITS = ":"
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Codes = npt.NDArray[np.uint8]
T = TypeVar("T", bound=Hashable)


def term_codes(article: Article) -> dict[str, int]:
    """Return the code of each term in the article, 1 to 255."""
    return codes_of(analyze(article.title, article.language), analyze(article.text, article.language))


def codes_of(title: Sequence[str], text: Sequence[str]) -> dict[str, int]:
    """Return the code of each term in an article, given the terms of its title and its text, 1 to 255."""
    codes = _codes_of(title, text)
    for term in [term for term in codes if term < _AFTER_DIGITS]:
        codes[term] |= NUMBER
    return codes


class Encoder(Protocol):
    """Knows terms by number."""

    def encode(self, text: str, language: str) -> list[int]:
        """Return the numbers of a text's terms in order."""
        ...

    def marks(self, numbers: Ints) -> Codes:
        """Return `NUMBER` for the terms that are numbers, else 0, shape (n,)."""
        ...


def numbered_codes(article: Article, terms: Encoder) -> tuple[Ints, Codes]:
    """Return the numbers of an article's terms in the order of `term_codes`, and their codes; shape (n,)."""
    title = terms.encode(article.title, article.language)
    codes = _codes_of(title, terms.encode(article.text, article.language))
    numbers = np.fromiter(codes, np.int32, len(codes))
    return numbers, np.fromiter(codes.values(), np.uint8, len(codes)) | terms.marks(numbers)


def _codes_of(title: Sequence[T], text: Sequence[T]) -> dict[T, int]:
    """Return the codes without what the terms themselves are."""
    counts = Counter(text)
    for term in title:
        counts[term] += TITLE_WEIGHT
    codes: dict[T, int] = counts
    if max(counts.values(), default=0) > MAX_COUNT:
        codes = {term: min(count, MAX_COUNT) for term, count in counts.items()}
    for term in {*title, *text[:LEAD_TERMS]}:
        codes[term] |= EARLY
    return codes


def _code_weights() -> Floats:
    """Return the weight of each code, shape (256,), > 0 for a count > 0.

    Source:
        Manning, Raghavan, Schuetze 2008, Introduction to Information Retrieval, section 6.4.1, for
        1 + ln tf.
    """
    codes = np.arange(256)
    weights = 1 + np.log(np.maximum(codes & MAX_COUNT, 1))
    weights *= np.where(codes & EARLY, LEAD_WEIGHT, 1.0) * np.where(codes & NUMBER, NUMBER_WEIGHT, 1.0)
    return np.asarray(weights, np.float32)


CODE_WEIGHTS = _code_weights()


def rarity(document_frequencies: Ints, articles: int) -> Floats:
    """Return the inverse document frequency of terms to the power 1.5, > 0: names are rarer than topic words.

    Args:
        document_frequencies: Articles that contain each term, in any language.
        articles: Articles in the language, >= 0.

    Source:
        Robertson, Zaragoza 2009, The Probabilistic Relevance Framework, section 3.1, over a
        collection enlarged by `SMOOTHING_ARTICLES`.
    """
    ratio = np.float32(articles + SMOOTHING_ARTICLES) / (document_frequencies + np.float32(0.5))
    idf = np.log(np.maximum(ratio, _MIN_RATIO))
    return np.asarray(idf * np.sqrt(idf), np.float32)
