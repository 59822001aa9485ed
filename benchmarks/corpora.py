"""Corpora of any size: invented words, distributed by Zipf's law or as in news, or real sentences."""

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
"""Ranks skipped at the top of Zipf's curve, where stop words would be."""
NEWS_HEAD = 900.0
NEWS_VOCABULARY = 2_000_000
_SYLLABLES = [a + b for a in "bcdfghjklmnprstvwz" for b in ("a", "e", "i", "o", "u", "an", "or", "el")]


class Corpus(Protocol):
    """A source of texts; equal numbers give equal texts."""

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
        return _text_of(HEAD * ((1 + VOCABULARY / HEAD) ** draw - 1))


@dataclass(frozen=True)
class News:
    """Invented words that repeat as often as those of news: for work that depends on new words.

    The n-th most frequent word has a probability proportional to 1 / (n + NEWS_HEAD)²: of N words about
    √(π · NEWS_HEAD · N) - NEWS_HEAD are distinct. From 40,000 to 400,000 words that is within 6 % of Heaps'
    law for Reuters' news: 44 · M^0.49 distinct among M words, 58 % of them not stop words. `Zipf` has 2.5
    times as many distinct words, and 3.5 times as many new ones.

    Args:
        words: Words of an article.

    Source:
        Manning, Raghavan, Schütze 2008, Introduction to Information Retrieval, section 5.1.1.
    """

    words: int

    def text(self, number: int) -> tuple[str, list[str]]:
        """Return the title and the sentences of an article."""
        draw = np.random.default_rng([17, number]).random(self.words)
        return _text_of(NEWS_HEAD * (1 / (1 - draw * NEWS_VOCABULARY / (NEWS_VOCABULARY + NEWS_HEAD)) - 1))


def _text_of(ranks: npt.NDArray[np.float64]) -> tuple[str, list[str]]:
    """Return the title and the sentences formed by the words of some ranks."""
    words = [invented_word(int(rank)) for rank in ranks]
    begins = range(TITLE_WORDS, len(words), SENTENCE_WORDS)
    return " ".join(words[:TITLE_WORDS]), [" ".join(words[i : i + SENTENCE_WORDS]) + "." for i in begins]


def invented_word(rank: int) -> str:
    """Return the pronounceable word of a rank; ranks have different words."""
    rank, first = divmod(rank + len(_SYLLABLES), len(_SYLLABLES))
    rank, second = divmod(rank, len(_SYLLABLES))
    return _SYLLABLES[first] + _SYLLABLES[second] + (_SYLLABLES[rank] if rank else "") + "k"


class ShuffledSentences:
    """Articles of random sentences from real articles.

    Args:
        collections: corpus.jsonl files with "title" and "text".
        words: Minimum number of words of an article.
    """

    def __init__(self, collections: Sequence[Path], words: int) -> None:
        self.words = words
        rows = [json.loads(line) for path in collections for line in path.open(encoding="utf-8")]
        texts = (text.strip() for row in rows for text in row["text"].replace("\n", ". ").split(". "))
        self.sentences = [text + "." for text in texts if 3 <= text.count(" ") < 60]

    def text(self, number: int) -> tuple[str, list[str]]:
        """Return the title and the sentences of an article."""
        draw = np.random.default_rng([11, number])
        sentences: list[str] = []
        total = 0
        while total < self.words:
            sentences.append(self.sentences[int(draw.integers(len(self.sentences)))])
            total += sentences[-1].count(" ") + 1
        return " ".join(sentences[0].split()[:TITLE_WORDS]), sentences


def make_article(corpus: Corpus, number: int) -> Article:
    """Return an article of a corpus, with its sentences' spans."""
    title, sentences = corpus.text(number)
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    text = " ".join(sentences)
    return Article(
        ArticleId(f"article-{number}"), title=title, text=text, language="en", sentences=tuple(spans)
    )


def questions(corpus: Corpus, articles: int, count: int) -> Iterator[str]:
    """Yield questions: two to five words of one article, so that frequent words are asked for more often."""
    draw = np.random.default_rng(13)
    for _ in range(count):
        words = words_of(make_article(corpus, int(draw.integers(articles))))
        yield " ".join(draw.choice(words, size=int(draw.integers(2, 6)), replace=False))


def words_of(article: Article) -> list[str]:
    """Return an article's words in lower case without signs; some engines take quotes or NOT as syntax."""
    words = (word.strip('.,"()') for word in f"{article.title} {article.text}".lower().split())
    return [word for word in words if word.isalpha()]
