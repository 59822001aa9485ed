"""Corpora of any size: words made up in Zipf's proportions or as news brings them, or real sentences."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article, ArticleId, Span

VOCABULARY = 200_000
SENTENCE_WORDS = 15
TITLE_WORDS = 8
HEAD = 50.0
"""Ranks left out at the top of Zipf's curve, where stop words would be."""
NEWS_HEAD = 900.0
NEWS_VOCABULARY = 2_000_000
_SYLLABLES = [a + b for a in "bcdfghjklmnprstvwz" for b in ("a", "e", "i", "o", "u", "an", "or", "el")]


class Corpus(Protocol):
    """A source of texts, the same for everyone who asks with the same number."""

    def text(self, number: int) -> tuple[str, list[str]]:
        """Return the title and the sentences of an article."""
        ...


@dataclass(frozen=True)
class Zipf:
    """Invented words, the n-th most frequent with probability proportional to 1 / (n + HEAD).

    Args:
        words: Words of an article.
    """

    words: int

    def text(self, number: int) -> tuple[str, list[str]]:
        """Return the title and the sentences of an article."""
        draw = np.random.default_rng([7, number]).random(self.words)
        return _written(HEAD * ((1 + VOCABULARY / HEAD) ** draw - 1))


@dataclass(frozen=True)
class News:
    """Invented words, as seldom new as those of news: for what depends on words that were never met before.

    The n-th most frequent has a probability proportional to 1 / (n + NEWS_HEAD)²: of N words about
    √(π · NEWS_HEAD · N) - NEWS_HEAD differ. For 40,000 to 400,000 words that is within 6 % of what Heaps' law
    says of Reuters' news, 44 · M^0.49 of M words, of which 58 % are no stop words. Of `Zipf`'s words 2.5
    times as many differ, and 3.5 times as many are new.

    Args:
        words: Words of an article.

    Source:
        Manning, Raghavan, Schütze 2008, Introduction to Information Retrieval, section 5.1.1.
    """

    words: int

    def text(self, number: int) -> tuple[str, list[str]]:
        """Return the title and the sentences of an article."""
        draw = np.random.default_rng([17, number]).random(self.words)
        return _written(NEWS_HEAD * (1 / (1 - draw * NEWS_VOCABULARY / (NEWS_VOCABULARY + NEWS_HEAD)) - 1))


def _written(ranks: npt.NDArray[np.float64]) -> tuple[str, list[str]]:
    """Return the title and the sentences that words of some ranks make."""
    names = [invented(int(rank)) for rank in ranks]
    begins = range(TITLE_WORDS, len(names), SENTENCE_WORDS)
    return " ".join(names[:TITLE_WORDS]), [" ".join(names[i : i + SENTENCE_WORDS]) + "." for i in begins]


def invented(rank: int) -> str:
    """Return the word of a rank: pronounceable, one for each."""
    rank, first = divmod(rank + len(_SYLLABLES), len(_SYLLABLES))
    rank, second = divmod(rank, len(_SYLLABLES))
    return _SYLLABLES[first] + _SYLLABLES[second] + (_SYLLABLES[rank] if rank else "") + "k"


class Dealt:
    """Sentences of real articles, drawn at random until an article is long enough.

    Args:
        collections: corpus.jsonl files with "title" and "text".
        words: Words of an article, at least.
    """

    def __init__(self, collections: Sequence[Path], words: int) -> None:
        self.words = words
        rows = [json.loads(line) for path in collections for line in path.open(encoding="utf-8")]
        pieces = (piece.strip() for row in rows for piece in row["text"].replace("\n", ". ").split(". "))
        self.sentences = [piece + "." for piece in pieces if 3 <= piece.count(" ") < 60]

    def text(self, number: int) -> tuple[str, list[str]]:
        """Return the title and the sentences of an article."""
        draw = np.random.default_rng([11, number])
        picked: list[str] = []
        total = 0
        while total < self.words:
            picked.append(self.sentences[int(draw.integers(len(self.sentences)))])
            total += picked[-1].count(" ") + 1
        return " ".join(picked[0].split()[:TITLE_WORDS]), picked


def article(corpus: Corpus, number: int) -> Article:
    """Return an article of a corpus with its sentences' places."""
    title, sentences = corpus.text(number)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    text = " ".join(sentences)
    return Article(
        ArticleId(f"article-{number}"), title=title, text=text, language="en", sentences=tuple(spans)
    )


def questions(corpus: Corpus, articles: int, count: int) -> Iterator[str]:
    """Yield questions: two to five words that stand in one article, so drawn as often as they occur."""
    draw = np.random.default_rng(13)
    for _ in range(count):
        words = plain_words(article(corpus, int(draw.integers(articles))))
        yield " ".join(draw.choice(words, size=int(draw.integers(2, 6)), replace=False))


def plain_words(made: Article) -> list[str]:
    """Return an article's words in lower case, no signs: to some engines quotes, IN and NOT are no words."""
    words = (word.strip('.,"()') for word in f"{made.title} {made.text}".lower().split())
    return [word for word in words if word.isalpha()]
