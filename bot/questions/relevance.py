"""Which hits are about a question, and which only share some of its words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.corpus.article import ArticleId
from bot.corpus.ports import ArticleStore
from bot.questions.grouping import StoryGrouper
from bot.search.ports import ArticleIndex, Correction, Hit, SearchResult
from bot.search.query.ast import And, Node, Not, Or, Phrase, Word
from bot.search.query.query import Query
from bot.stories.story import StoryId
from bot.summaries.brief import Source, coverage

_JUDGED = 12
"""Hits whose text is looked at; later ones count as less close."""
ABOUT = 0.5
"""Least coverage of the question's words, by weight, for an article to be about it."""
_CLOSE = 0.75
"""Least coverage of a close hit, as a share of the best one's."""
_QUOTABLE_SCORE, _QUOTABLE_COVERAGE = 0.75, 0.9
"""Shares of the best score and coverage from which another story may be quoted."""
_FIRST = 3
"""Best hits among which coverage decides who is quoted first."""


@dataclass(frozen=True, slots=True)
class Relevance:
    """What the hits of a question are worth.

    Args:
        about: Whether any article is about all of it.
        close: The hits that are about as close as the best one.
        coverage: Of the best hit, in [0, 1].
        sources: The articles that may be quoted, best first.
    """

    about: bool
    close: frozenset[ArticleId]
    coverage: float = 1.0
    sources: tuple[Source, ...] = ()

    @classmethod
    def of_all(cls, result: SearchResult) -> "Relevance":
        """Return the relevance of hits that are all wanted, as of a list by date."""
        return cls(about=True, close=frozenset(hit.article_id for hit in result.hits))


@dataclass(frozen=True, slots=True)
class RelevanceJudge:
    """Looks at the best hits' sentences."""

    index: ArticleIndex
    articles: ArticleStore
    grouper: StoryGrouper

    async def judge(self, result: SearchResult, query: Query, *, about_from: float = ABOUT) -> Relevance:
        """Return which hits are about a question.

        Args:
            about_from: Least coverage for an article to be about it.

        Decides by how many of the question's words come together in a passage, weighted by rarity, since a
        high score can come from one rare word alone.
        """
        hits = result.hits[:_JUDGED]
        passages = await self.index.passages(
            [hit.article_id for hit in hits], corrected(query, result.corrections)
        )
        covered = {passage.article_id: coverage(passage) for passage in passages}
        best = max(covered.values(), default=0.0)
        if best < about_from:
            return Relevance(about=False, close=frozenset(), coverage=best)
        ordered = _best_first([hit for hit in hits if hit.article_id in covered], covered)
        close = frozenset(article_id for article_id, share in covered.items() if share >= _CLOSE * best)
        stories = await self.grouper.stories.story_ids([hit.article_id for hit in ordered])
        quotable = _quotable(ordered, covered, stories)
        found = {article.id: article for article in await self.articles.get(quotable)}
        by_id = {passage.article_id: passage for passage in passages}
        sources = tuple(
            Source(found[article_id], by_id[article_id], str(stories.get(article_id, article_id)))
            for article_id in quotable
            if article_id in found
        )
        return Relevance(about=True, close=close, coverage=best, sources=sources)


def _best_first(hits: Sequence[Hit], covered: dict[ArticleId, float]) -> list[Hit]:
    """Return hits with the one first that has most of the question's words, of the best few."""
    top = max((hit.score for hit in hits), default=0.0) or 1.0
    first = max(hits[:_FIRST], key=lambda hit: covered[hit.article_id] + hit.score / top)
    return [first, *(hit for hit in hits if hit is not first)]


def _quotable(
    hits: Sequence[Hit], covered: dict[ArticleId, float], stories: dict[ArticleId, StoryId]
) -> list[ArticleId]:
    """Return the articles of the first one's story, and those about as close."""
    first, top = hits[0].article_id, max(hit.score for hit in hits)
    story = stories.get(first, first)
    return [
        hit.article_id
        for hit in hits
        if stories.get(hit.article_id, hit.article_id) == story
        or (
            hit.score >= _QUOTABLE_SCORE * top
            and covered[hit.article_id] >= _QUOTABLE_COVERAGE * covered[first]
        )
    ]


def corrected(query: Query, corrections: Sequence[Correction]) -> Query:
    """Return a query with its misspelled words replaced."""
    best = {correction.word: correction.replacements[0] for correction in corrections}
    return replace(query, root=_replaced(query.root, best)) if best and query.root else query


def _replaced(node: Node, words: dict[str, str]) -> Node:
    if isinstance(node, Word):
        return Word(words.get(node.text, node.text))
    if isinstance(node, Phrase):
        return Phrase(tuple(words.get(word, word) for word in node.words))
    if isinstance(node, Not):
        return Not(_replaced(node.node, words))
    if isinstance(node, And | Or):
        return type(node)(tuple(_replaced(child, words) for child in node.nodes))
    return node
