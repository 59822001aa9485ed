"""Whether a sentence repeats another: one earlier sentence has most of its words."""

from collections import defaultdict
from collections.abc import Mapping

from bot.corpus.article import Article, ArticleId
from bot.search.ports import Passages

SAME = 0.6
"""Share of a sentence's idf that makes another sentence equivalent."""
TermWeights = Mapping[int, float]
"""The terms of a sentence -> their corpus idf."""


def sentence_terms(article: Article, passages: Passages | None, index: int) -> TermWeights:
    """Return the terms of sentence `index`; none when the index has another text of the article."""
    if passages is None or len(passages.starts) != len(article.sentences) + 1:
        return {}
    begin, end = passages.starts[index : index + 2].tolist()
    return dict(zip(passages.terms[begin:end].tolist(), passages.idf[begin:end].tolist(), strict=True))


def are_equivalent(left: TermWeights, right: TermWeights) -> bool:
    """Return whether one of two sentences has most of the other's words."""
    shared = sum(weight for term, weight in left.items() if term in right)
    return shared > 0 and shared >= SAME * min(sum(left.values()), sum(right.values()))


class SeenSentences:
    """Sentences seen so far, by their terms, with their articles."""

    def __init__(self) -> None:
        self._articles: list[ArticleId] = []
        self._sentences_with: dict[int, list[int]] = defaultdict(list)

    def first_article(self, terms: TermWeights) -> ArticleId | None:
        """Return the article of the first equivalent sentence, None for a new sentence."""
        shared: dict[int, float] = defaultdict(float)
        for term, weight in terms.items():
            for number in self._sentences_with.get(term, ()):
                shared[number] += weight
        enough = SAME * sum(terms.values())
        equivalent = [number for number, weight in shared.items() if weight >= enough]
        return self._articles[min(equivalent)] if equivalent else None

    def add(self, article_id: ArticleId, terms: TermWeights) -> None:
        """Add a sentence of an article."""
        for term in terms:
            self._sentences_with[term].append(len(self._articles))
        self._articles.append(article_id)
