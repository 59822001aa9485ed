"""Which hits are about a question, and which only share some of its words."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.languages.scripts import has_capitals
from bot.questions.coverage import Asked, Coverage, coverage
from bot.questions.intent import asks_identity, matter_of
from bot.questions.names import name_groups, names_in
from bot.questions.synonyms import alike, synonyms_of
from bot.search.letters import fold
from bot.search.ports import ArticleIndex, Correction, Hit, Passages, SearchResult
from bot.search.query.ast import And, Node, Not, Or, Phrase, Word
from bot.search.query.date_words import YEAR
from bot.search.query.query import Query
from bot.search.words import find_words, split_words
from bot.stories.story import StoryId
from bot.summaries.candidates import Source

_YEAR = re.compile(YEAR)
_JUDGED = 12
"""Hits whose text is looked at; later ones count as less close."""
_CLOSE, _CLOSE_SCORE = 0.75, 0.6
"""Least coverage and score of a close hit, as shares of the best one's."""
_QUOTABLE_SCORE, _QUOTABLE_COVERAGE = 0.75, 0.9
"""Shares of the best score and coverage from which another story may be quoted."""


@dataclass(frozen=True, slots=True)
class Relevance:
    """What the hits of a question are worth.

    Args:
        about: Whether any article is about all of it.
        close: The hits that are about as close as the best one.
        coverage: Of the best hit, in [0, 1].
        sources: The articles that may be quoted, best first.
        names: The words of the question that are names.
        known: The words of which some article has the word itself or a synonym.
        articles: Those that were looked at.
        more: Whether hits that were not looked at score as well as close ones.
    """

    about: bool
    close: frozenset[ArticleId]
    coverage: float = 1.0
    sources: tuple[Source, ...] = ()
    names: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    articles: Mapping[ArticleId, Article] = field(default_factory=dict)
    more: bool = False

    @classmethod
    def of_all(cls, result: SearchResult) -> "Relevance":
        """Return the relevance of hits that are all wanted, as of a list by date."""
        return cls(about=True, close=frozenset(hit.article_id for hit in result.hits))


@dataclass(frozen=True, slots=True)
class RelevanceJudge:
    """Looks at the best hits' sentences."""

    index: ArticleIndex
    articles: ArticleStore

    async def judge(
        self,
        result: SearchResult,
        query: Query,
        stories: Mapping[ArticleId, StoryId],
        *,
        least_share: float | None = None,
    ) -> Relevance:
        """Return which hits are about a question.

        Args:
            stories: Of the hits.
            least_share: Share of its words that an article must cover to be about it; None for the rules of
                `Coverage.about`.
        """
        looked_at = await self._look_at(result, query)
        best = max((found.share for found in looked_at.covered.values()), default=0.0)
        about = {
            article_id: found.share
            for article_id, found in looked_at.covered.items()
            if (found.about if least_share is None else found.share >= least_share)
        }
        if not about:
            nothing = Relevance(about=False, close=frozenset(), coverage=best)
            return replace(nothing, known=looked_at.known, articles=looked_at.articles)
        hits = _near_the_top([hit for hit in result.hits if hit.article_id in about])
        best = max(about[hit.article_id] for hit in hits)
        hits = [hit for hit in hits if about[hit.article_id] >= _CLOSE * best]
        close = {hit.article_id: about[hit.article_id] for hit in hits}
        quotable = _quotable(hits, close, stories)
        sources = tuple(looked_at.source(article_id, stories) for article_id in quotable)
        found = Relevance(
            True, frozenset(close), best, sources, looked_at.names, looked_at.known, looked_at.articles
        )
        return replace(found, more=_score_close(result.hits[_JUDGED:], to=hits))

    async def _look_at(self, result: SearchResult, query: Query) -> "_Texts":
        """Return the best hits' texts, and how much of the question they cover."""
        ids = [hit.article_id for hit in result.hits[:_JUDGED]]
        read = corrected(query, result.corrections)
        articles = {article.id: article for article in await self.articles.get(ids)}
        codes = [read.language] if read.language else sorted({held.language for held in articles.values()})
        meant = alike(synonyms_of(read.words, codes), result.spellings)
        passages = await self.index.passages(ids, read, synonyms=meant)
        names = names_in(read.words, list(articles.values()))
        code = query.language or next((article.language for article in articles.values()), "")
        matter, cased = matter_of(read.text, code), has_capitals(code)
        strict = cased or asks_identity(read.text, code)
        groups = name_groups(matter or read.text, names, code)
        asked = Asked(groups, frozenset(split_words(matter) if strict else ()), has_capitals=cased)
        present = {passage.article_id: passage for passage in passages if passage.article_id in articles}
        is_of_years = _years_of(read.root, read.words)
        covered = {
            article_id: replace(found, complete=found.complete and is_of_years(articles[article_id]))
            for article_id, found in ((held, coverage(present[held], asked)) for held in present)
        }
        return _Texts(articles, present, covered, names)


@dataclass(frozen=True, slots=True)
class _Texts:
    """The best hits' articles with their sentences, and how much of the question each covers."""

    articles: Mapping[ArticleId, Article]
    passages: Mapping[ArticleId, Passages]
    covered: Mapping[ArticleId, Coverage]
    names: frozenset[str]

    @property
    def known(self) -> frozenset[str]:
        """The words of which some article has the word itself or a synonym."""
        return frozenset(word for passage in self.passages.values() for word in passage.words)

    def source(self, article_id: ArticleId, stories: Mapping[ArticleId, StoryId]) -> Source:
        story = str(stories.get(article_id, article_id))
        return Source(self.articles[article_id], self.passages[article_id], story)


def _years_of(node: Node | None, words: Sequence[str]) -> Callable[[Article], bool]:
    """Return whether an article names the years among a question's words, or is from them."""
    years = [word for word in words if _YEAR.fullmatch(fold(word))]
    enough = any if _has_or(node) else all

    def is_of(article: Article) -> bool:
        from_year = str(article.published_at.year) if article.published_at else ""
        text = fold(f"{article.title} {article.text}") if years else ""
        return not years or enough(
            fold(year) == from_year or re.search(rf"(?<!\d){fold(year)}(?!\d)", text) is not None
            for year in years
        )

    return is_of


def _has_or(node: Node | None) -> bool:
    return isinstance(node, Or) or (isinstance(node, And) and any(map(_has_or, node.nodes)))


def _near_the_top(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that score almost as well as the best one."""
    top = max(hit.score for hit in hits)
    return [hit for hit in hits if hit.score >= _CLOSE_SCORE * top]


def _score_close(later: Sequence[Hit], *, to: Sequence[Hit]) -> bool:
    """Return whether any later hit scores almost as well as the best of some hits."""
    top = max(hit.score for hit in to)
    return any(hit.score >= _CLOSE_SCORE * top for hit in later)


def _quotable(
    hits: Sequence[Hit], shares: Mapping[ArticleId, float], stories: Mapping[ArticleId, StoryId]
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
            and shares[hit.article_id] >= _QUOTABLE_COVERAGE * shares[first]
        )
    ]


def corrected(query: Query, corrections: Sequence[Correction]) -> Query:
    """Return a query with its misspelled words replaced."""
    best = {correction.word: correction.replacements[0] for correction in corrections}
    if not best or not query.root:
        return query
    text = query.text
    for match in reversed(list(find_words(text))):
        text = f"{text[: match.start()]}{best.get(match[0], match[0])}{text[match.end() :]}"
    return replace(query, root=_replaced(query.root, best), text=text)


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
