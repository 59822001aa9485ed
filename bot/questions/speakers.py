"""A speaker's statements: what somebody is quoted with, newest first."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.chats.settings import ChatSettings
from bot.chats.view import ANSWER_ENTRIES
from bot.corpus.article import Article, ArticleId, Statement
from bot.corpus.ports import ArticleStore
from bot.errors import UserError, localizable
from bot.questions.pagination import page_of
from bot.questions.visible_corpus import RANKED, VisibleCorpus
from bot.search.analyzer import analyze
from bot.search.ports import ArticleIndex, Order, SearchRequest, SearchResult
from bot.search.query.ast import Field, FieldName, Node, leaves, render, without
from bot.search.query.parser import parse
from bot.search.query.query import Query
from bot.search.query.speaking import Wanted, wanted_speaker
from bot.search.words import split_words
from bot.summaries.credits import credit_sentences
from bot.summaries.sentence import QuotedSentence, quote_sentence
from bot.summaries.statements import speakers
from bot.summaries.whose_words import said_by

_LONGEST_NAME = 5
"""Words of a name before a topic."""
_MAX_CHARACTERS = 300


class NoSpeaker(UserError):
    """The speaker of an old button is no longer quoted in the article."""


@dataclass(frozen=True, slots=True)
class SpokenSentence:
    """A statement, verbatim, and the article that quotes it."""

    article: Article
    sentence: QuotedSentence


@dataclass(frozen=True, slots=True)
class SpeakerCard:
    """One page of what a speaker says, newest first.

    Args:
        speaker: As asked for; the speaker's full name where all statements have the same.
        topic: What the statements are about; "" for anything.
        page: From 1.
        pages: At least 1.
        total: Statements found in the newest articles.
        suggestions: Filters of similar speakers, if nobody is quoted under this name.
    """

    speaker: str
    topic: str
    entries: tuple[SpokenSentence, ...] = ()
    page: int = 1
    pages: int = 1
    total: int = 0
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeakerService:
    """Finds what speakers say.

    Args:
        clock: Returns the current time, aware UTC.
    """

    articles: ArticleStore
    index: ArticleIndex
    corpus: VisibleCorpus
    clock: Callable[[], datetime]

    async def query_of(self, words: str) -> str:
        """Return "NAME topic" as a query; the name is what most of the first words are the name of.

        Args:
            words: At least one; a name may be in quotation marks, or a query with `said:`.
        """
        words = words[:_MAX_CHARACTERS]
        if speakers_in(self._parse(words)):
            return words
        if words[:1] in ('"', "“", "„", "«"):
            return f"said:{words}"
        parts = words.split()
        for size in range(min(_LONGEST_NAME, len(parts)), 0, -1):
            field = Field(FieldName.SAID, _name(parts[:size]))
            if field.value and (await self._search(Query("", field), limit=1)).total:
                return " ".join([render(field), *parts[size:]])
        return render(Field(FieldName.SAID, _name(parts)))

    async def query_for(self, article_id: ArticleId, number: int) -> str:
        """Return the query for a speaker of an article, by their place among its speakers.

        Raises:
            NoSpeaker: The article has no such speaker any more.
        """
        articles = await self.articles.get([article_id])
        known = speakers(articles[0]) if articles else ()
        if number >= len(known):
            raise NoSpeaker(localizable("article-gone"))
        return render(Field(FieldName.SAID, _name(known[number].name.split())))

    async def card(self, text: str, page: int = 1, settings: ChatSettings | None = None) -> SpeakerCard:
        """Return a page of the statements that a query with `said:` asks for.

        Raises:
            QueryError: The query can't be parsed; says where.
        """
        query = self._parse(text)
        wanted = speakers_in(query)
        topic = without(query.root, Field)
        result = await self._search(query, limit=RANKED)
        ids = [hit.article_id for hit in result.hits if hit.matches]
        articles = await self.articles.get(ids)
        if settings:
            articles = [a for a in articles if settings.wants(a.publisher, a.language)]
        spoken = await asyncio.to_thread(_spoken, articles, wanted, topic)
        shown = page_of(len(spoken), page, size=ANSWER_ENTRIES)
        names = {statement.speaker for _, statement in spoken}
        return SpeakerCard(
            names.pop() if len(names) == 1 else " · ".join(_values(query)),
            render(topic),
            tuple(_quoted(article, statement) for article, statement in spoken[shown.slice]),
            page=shown.number,
            pages=shown.pages,
            total=len(spoken),
            suggestions=() if spoken else result.suggestions,
        )

    def _parse(self, text: str) -> Query:
        return parse(text, now=self.clock())

    async def _search(self, query: Query, *, limit: int) -> SearchResult:
        samples = await self.corpus.with_samples()
        request = SearchRequest(query, self.clock(), order=Order.NEWEST, samples=samples, limit=limit)
        return await self.index.search(request)


def speakers_in(query: Query) -> tuple[Wanted, ...]:
    """Return the speakers whose statements a query asks for."""
    return tuple(map(wanted_speaker, _values(query)))


def spoken_summary(article: Article, query: Query, *, most: int) -> tuple[QuotedSentence, ...]:
    """Return an article's statements by the speakers that a query names, in order; none without such."""
    statements = said_by(article, speakers_in(query))[:most]
    return tuple(_quoted(article, statement).sentence for statement in statements)


def _values(query: Query) -> list[str]:
    return [
        leaf.value
        for leaf, negated in leaves(query.root)
        if isinstance(leaf, Field) and leaf.name is FieldName.SAID and not negated
    ]


def _name(parts: Sequence[str]) -> str:
    return " ".join(split_words(" ".join(parts)))


def _spoken(
    articles: Sequence[Article], wanted: Sequence[Wanted], topic: Node | None
) -> list[tuple[Article, Statement]]:
    """Return the statements on a topic, in the order of the articles; a repeated sentence once."""
    seen: set[str] = set()
    spoken = []
    for article in articles:
        for statement in _on_topic(article, said_by(article, wanted), topic):
            words = article.quote(article.sentences[statement.sentence]).casefold()
            if words not in seen:
                seen.add(words)
                spoken.append((article, statement))
    return spoken


def _on_topic(article: Article, statements: Sequence[Statement], topic: Node | None) -> Iterator[Statement]:
    """Yield the statements with a word of the topic; all if the title has one."""
    words = Query("", topic).words
    asked = {term for word in words for term in analyze(word, article.language)}
    everything = not asked or not asked.isdisjoint(analyze(article.title, article.language))
    for statement in statements:
        text = article.quote(article.sentences[statement.sentence])
        if everything or not asked.isdisjoint(analyze(text, article.language)):
            yield statement


def _quoted(article: Article, statement: Statement) -> SpokenSentence:
    (credit,) = credit_sentences(article, wanted=[statement.sentence])
    credit = replace(credit, speaker=statement.speaker)
    return SpokenSentence(article, quote_sentence(article, statement.sentence, credit))
