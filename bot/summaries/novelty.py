"""Whether a sentence was told before: most of what it says stands in one earlier sentence."""

from collections import defaultdict
from collections.abc import Mapping

from bot.corpus.article import Article, ArticleId
from bot.search.ports import Passages

SAME = 0.6
"""Share of a sentence's idf from which another sentence holds it."""
TermWeights = Mapping[int, float]
"""The terms of a sentence, each with its corpus idf."""


def sentence_terms(article: Article, passages: Passages | None, index: int) -> TermWeights:
    """Return the words of sentence `index` of an article; none when the index has another text of it."""
    if passages is None or len(passages.starts) != len(article.sentences) + 1:
        return {}
    begin, end = passages.starts[index : index + 2].tolist()
    return dict(zip(passages.terms[begin:end].tolist(), passages.idf[begin:end].tolist(), strict=True))


def are_equivalent(one: TermWeights, other: TermWeights) -> bool:
    """Return whether one of two sentences holds most of the other."""
    both = sum(weight for term, weight in one.items() if term in other)
    return both > 0 and both >= SAME * min(sum(one.values()), sum(other.values()))


class SeenSentences:
    """Sentences told so far, by their words, and in which article each stands."""

    def __init__(self) -> None:
        self._articles: list[ArticleId] = []
        self._holding: dict[int, list[int]] = defaultdict(list)

    def first(self, words: TermWeights) -> ArticleId | None:
        """Return the article that was the first to tell a sentence; None when none did."""
        shared: dict[int, float] = defaultdict(float)
        for term, weight in words.items():
            for number in self._holding.get(term, ()):
                shared[number] += weight
        enough = SAME * sum(words.values())
        before = [number for number, weight in shared.items() if weight >= enough]
        return self._articles[min(before)] if before else None

    def add(self, article_id: ArticleId, words: TermWeights) -> None:
        """Take in a sentence of an article."""
        for term in words:
            self._holding[term].append(len(self._articles))
        self._articles.append(article_id)
