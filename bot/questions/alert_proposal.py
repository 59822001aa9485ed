"""What alert a question asks for: its names and rare words, tested on the articles that answer it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.questions.model import Answer
from bot.questions.names import names_in
from bot.questions.phrasing import parse_question
from bot.questions.place_names import spellings_for
from bot.questions.relevance import corrected
from bot.search.ports import ArticleIndex, SearchRequest, Synonyms
from bot.search.query.ast import And, Node, Or, Period, Word, leaves
from bot.search.query.matcher import AnalyzedArticle
from bot.search.query.parser import parse
from bot.search.query.query import Query
from bot.summaries.statements import with_statements

MAX_WORDS = 3
"""Words of a proposed alert, all of which an article must contain."""
_NAME_WORTH = 2.0
"""Worth of a name, relative to another word as rare."""
_FIRES_ON = 0.5
"""Share of the shown articles on which an added word must let the alert fire."""


@dataclass(frozen=True, slots=True)
class AlertProposal:
    """The words of a proposed alert.

    Args:
        wider: An alert that fires on the first article shown; "" if `text` does.
    """

    text: str
    wider: str = ""


@dataclass(frozen=True, slots=True)
class AlertWidening:
    """An alert that also fires on the names of its places in other languages.

    Args:
        text: In the query language.
        words: The names that it adds.
    """

    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlertTest:
    """On how many of the articles shown an alert would have fired."""

    fired: int
    shown: int


@dataclass(frozen=True, slots=True)
class AlertProposer:
    """Proposes alerts and tests them by the rules by which alerts fire."""

    articles: ArticleStore
    index: ArticleIndex

    async def propose(self, answer: Answer, *, keep_unknown: bool = False) -> AlertProposal:
        """Return the alert that a question asks for, given its answer.

        A question in the query language is taken as it is. Times are left out: an alert is about what is to
        come. A word that no article has, if it is written as a name, stays; so do all words of a short
        question that no article is about.

        Args:
            keep_unknown: Whether other words that no article has stay, too.
        """
        typed = f"{answer.follows} {answer.question.text}".strip()
        query = corrected(parse_question(typed, now=answer.question.now), answer.corrections)
        words = list(query.words)
        if not words or _has_syntax(query):
            return AlertProposal(typed)
        articles = [entry.article for entry in answer.entries]
        held = await asyncio.to_thread(_held, words, articles)
        worth = await self._worth(query, articles)
        wider = _in_order(words, _choose(held, worth))
        names = [word for word in words if word[:1].isupper() and not any(word in has for has in held)]
        unknown = answer.no_results.unknown if answer.no_results else answer.unknown
        missing = [*names, *unknown] if keep_unknown else names
        if answer.about and not missing:
            return AlertProposal(wider or typed)
        kept = [word for word in words if word not in answer.unknown]
        chosen = kept if not answer.about and len(kept) <= MAX_WORDS else wider.split()
        text = _in_order(words, [*chosen, *missing])
        return AlertProposal(text or typed, wider if wider != text else "")

    async def widened(self, text: str, *, now: datetime, zone: str) -> AlertWidening | None:
        """Return an alert with the names in other languages that some article has; None if there are none.

        Raises:
            QueryError: The text can't be parsed; says where.
        """
        query = parse(text, now=now, zone=ZoneInfo(zone))
        spellings = spellings_for(query)
        if query.root is None or not spellings:
            return None
        found = await self.index.search(SearchRequest(query, now, limit=1, spellings=spellings))
        root = _spelled(query.root, found.spellings)
        words = tuple(dict.fromkeys(word for others in found.spellings.values() for word in others))
        return AlertWidening(replace(query, root=root).understood(), words) if root != query.root else None

    async def test(self, text: str, shown: Sequence[ArticleId], *, now: datetime, zone: str) -> AlertTest:
        """Return on how many of the articles shown an alert on a text would have fired.

        Raises:
            QueryError: The text can't be parsed; says where.
        """
        query, articles = parse(text, now=now, zone=ZoneInfo(zone)), await self.articles.get(shown)
        fired = await asyncio.to_thread(_fired, query, articles)
        return AlertTest(fired, len(articles))

    async def _worth(self, query: Query, articles: Sequence[Article]) -> dict[str, float]:
        """Return what each word says: how rare it is, and more if it is a name."""
        passages = await self.index.passages([article.id for article in articles[:1]], query)
        rarity: dict[str, float] = {}
        for found in passages:
            rarity |= dict(zip(found.words, found.weights.tolist(), strict=True))
        names = names_in(query.words, articles)
        return {
            word: rarity.get(word, 0.0) * (_NAME_WORTH if word in names or word[:1].isupper() else 1.0)
            for word in query.words
        }


def _fired(query: Query, articles: Sequence[Article]) -> int:
    """Return how many of some articles a query matches."""
    return sum(AnalyzedArticle(with_statements(article)).matches(query) for article in articles)


def _spelled(node: Node, spellings: Synonyms) -> Node:
    """Return a query in which a word may also be in another spelling; excluded words stay as they are."""
    match node:
        case Word(text) if text in spellings:
            return Or((node, *map(Word, spellings[text])))
        case And(nodes):
            return And(tuple(_spelled(child, spellings) for child in nodes))
        case Or(nodes):
            return Or(tuple(_spelled(child, spellings) for child in nodes))
        case _:
            return node


def _has_syntax(query: Query) -> bool:
    """Whether a query holds more than words and times in words."""
    return any(
        negated or not (isinstance(leaf, Word) or (isinstance(leaf, Period) and leaf.in_words))
        for leaf, negated in leaves(query.root)
    )


def _held(words: Sequence[str], articles: Sequence[Article]) -> list[set[str]]:
    """Return which of the words each article contains, without its language's stop words."""
    prepared = [AnalyzedArticle(article) for article in articles]
    return [
        {word for word in words if each.analyzer.term(word) and each.matches(Query("", Word(word)))}
        for each in prepared
    ]


def _choose(held: Sequence[set[str]], worth: dict[str, float]) -> list[str]:
    """Return the words worth most that all occur in the first article and in enough of the others."""
    chosen: list[str] = []
    for word in sorted(held[0] if held else (), key=lambda word: -worth.get(word, 0.0)):
        fired = sum({*chosen, word} <= has for has in held)
        if not chosen or fired >= _FIRES_ON * len(held):
            chosen.append(word)
        if len(chosen) == MAX_WORDS:
            break
    return chosen


def _in_order(words: Sequence[str], chosen: Sequence[str]) -> str:
    """Return the chosen words as the question orders them."""
    return " ".join(word for word in words if word in set(chosen))
