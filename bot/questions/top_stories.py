"""The top stories of a time: ranked by independent origins, size and freshness, not by words.

period and topic --search index--> articles --stories--> the biggest stories --origins--> ranking
--> one article and one verbatim sentence of each
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from bot.chats.settings import ChatSettings
from bot.chats.view import LISTED_ENTRIES
from bot.corpus.article import Article, ArticleId, local_day
from bot.questions.grouping import StoryGrouper
from bot.questions.pagination import page_of
from bot.questions.phrasing import parse_question
from bot.questions.preferences import preferences_for
from bot.questions.top_ranking import Candidate, lead, ranked
from bot.questions.visible_corpus import VisibleCorpus
from bot.search.ports import ArticleIndex, Order, Passages, SearchRequest
from bot.search.query.ast import And, Field, FieldName, Node, Or, Period, Word
from bot.search.query.calendar import Calendar
from bot.search.query.query import Query
from bot.search.words import WORD
from bot.stories.story import Story
from bot.summaries.sentence import QuotedSentence
from bot.summaries.summarize import summarize

DEFAULT_PERIOD_H = 24
_LONGER_H = (168, 720)
"""What the day with the newest article is extended to if it has only few stories."""
_COUNTED = 5_000
"""Newest articles of a period that are grouped into stories."""
_RANKED = 50
"""Biggest stories whose origins are counted."""
_READ = 5
"""Newest articles of a story from which one is shown."""
_HEADLINE_WORDS = 20
_CALENDAR_DAYS = timedelta(days=2)
"""A period up to this long is replaced by a whole day when it is empty."""


@dataclass(frozen=True, slots=True)
class TopQuestion:
    """Which top stories are asked for.

    Args:
        now: The current time, aware UTC.
        topic: What they are about; "" for everything.
        period_h: Hours back, None for all time; only without `period`.
        period: The time asked for.
        page: From 1; beyond the last page, the last page is shown.
        zone: Time zone of the user's days.
        language: ISO 639-1 code of the articles preferred within a story; None for no preference.
        size: Stories on one page.
    """

    now: datetime
    topic: str = ""
    period_h: int | None = DEFAULT_PERIOD_H
    period: Period | None = None
    page: int = 1
    zone: tzinfo = UTC
    language: str | None = None
    size: int = LISTED_ENTRIES

    @property
    def window(self) -> Period:
        """The period to search."""
        if self.period is not None:
            return replace(self.period, in_words=False, zone=self.zone)
        since = self.now - timedelta(hours=self.period_h) if self.period_h else None
        return Period(since, None, zone=self.zone)


@dataclass(frozen=True, slots=True)
class TopEntry:
    """One story, shown by one of its articles.

    Args:
        story: None for an article that no other reports on.
        sentence: Says what the story is about; None if the article has no sentences.
    """

    article: Article
    story: Story | None
    sentence: QuotedSentence | None


@dataclass(frozen=True, slots=True)
class TopStories:
    """One page of top stories.

    Args:
        shown: The period of the stories: the one asked for, or the nearest with news.
        nearest: Whether the period asked for is empty and `shown` another.
        entries: Up to `question.size`; none if the corpus has nothing on the topic that the chat wants.
        page: From 1.
        pages: At least 1.
        hidden: Whether there are no entries because the chat's settings exclude what was found.
    """

    question: TopQuestion
    shown: Period
    nearest: bool
    entries: tuple[TopEntry, ...]
    page: int
    pages: int
    hidden: bool = False

    @property
    def samples(self) -> bool:
        """Whether any of the articles is an invented sample."""
        return any(entry.article.sample for entry in self.entries)


@dataclass(frozen=True, slots=True)
class TopStoryService:
    """Ranks the stories of a period."""

    index: ArticleIndex
    corpus: VisibleCorpus
    grouper: StoryGrouper

    async def top(self, question: TopQuestion, settings: ChatSettings | None = None) -> TopStories:
        """Return a page of the top stories of a period, of the nearest one with news if it is empty.

        Args:
            settings: What the chat prefers and excludes.
        """
        shown, query = question.window, _query(question, settings)
        candidates = await self._candidates(query, shown, question, settings)
        nearest = not candidates
        if nearest:
            shown, candidates = await self._nearest_candidates(query, question, settings)
        stories = ranked(candidates, shown, question.now)
        page = page_of(len(stories), question.page, size=question.size)
        entries = await self._entries(stories[page.slice], question, settings)
        hidden = not entries and settings is not None and await self._any(question)
        return TopStories(question, shown, nearest, entries, page.number, page.pages, hidden)

    async def _nearest_candidates(
        self, query: Query, question: TopQuestion, settings: ChatSettings | None
    ) -> tuple[Period, list[Candidate]]:
        """Return the nearest period with news and its stories; a longer one if few and no time was named."""
        shown = await self._nearest(query, question)
        candidates = await self._candidates(query, shown, question, settings)
        for hours in _LONGER_H if question.period is None else ():
            if len(candidates) >= question.size or shown.until is None:
                break
            shown = replace(shown, since=shown.until - timedelta(hours=hours))
            candidates = await self._candidates(query, shown, question, settings)
        return shown, candidates

    async def _any(self, question: TopQuestion) -> bool:
        """Return whether any article is on the topic, of whatever time, language and publisher."""
        return bool(await self._search(_query(question, None), Period(None, None), question, limit=_COUNTED))

    async def _candidates(
        self, query: Query, window: Period, question: TopQuestion, settings: ChatSettings | None
    ) -> list[Candidate]:
        """Return the biggest stories with a wanted article in a period."""
        ids = await self._search(query, window, question, limit=_COUNTED)
        stories = await self.grouper.stories.story_ids(ids)
        groups: dict[str, list[ArticleId]] = {}
        for article_id in ids:
            groups.setdefault(stories.get(article_id, article_id), []).append(article_id)
        biggest = sorted(groups.values(), key=len, reverse=True)[:_RANKED]
        newest = await self._newest(biggest, preferences_for(query, settings))
        built = await self.grouper.stories_of([group[0] for group in biggest])
        return [
            Candidate(articles, built.get(group[0]), len(group))
            for group, articles in zip(biggest, newest, strict=True)
            if articles
        ]

    async def _newest(
        self, groups: Sequence[Sequence[ArticleId]], settings: ChatSettings | None
    ) -> list[tuple[Article, ...]]:
        """Return the first articles of each group that a chat doesn't exclude, up to `_READ`."""
        newest: list[tuple[Article, ...]] = [()] * len(groups)
        start, stop = 0, _READ
        while ids := [
            article_id
            for group, articles in zip(groups, newest, strict=True)
            if len(articles) < _READ
            for article_id in group[start:stop]
        ]:
            read = {article.id: article for article in await self.corpus.articles.get(ids)}
            newest = [
                (*articles, *_wanted(group[start:stop], read, settings))[:_READ]
                for group, articles in zip(groups, newest, strict=True)
            ]
            start, stop = stop, 2 * stop
        return newest

    async def _search(
        self, query: Query, window: Period, question: TopQuestion, *, limit: int
    ) -> list[ArticleId]:
        """Return the articles on a topic within a period, newest first."""
        dated = window if window.since or window.until else None
        request = SearchRequest(
            query=replace(query, root=_all_of(query.root, dated)),
            now=question.now,
            order=Order.NEWEST,
            samples=await self.corpus.with_samples(),
            limit=limit,
        )
        result = await self.index.search(request)
        return [hit.article_id for hit in result.hits if hit.matches]

    async def _nearest(self, query: Query, question: TopQuestion) -> Period:
        """Return the nearest period with news: before the one asked for, else after it, else all time."""
        window = question.window
        before, after = window.since, window.until
        for elsewhere in (
            replace(window, since=None, until=before),
            replace(window, since=after, until=None),
        ):
            for article in await self.corpus.articles.get(
                await self._search(query, elsewhere, question, limit=1)
            ):
                if article.published_at:
                    return _around(article.published_at, question)
        return Period(None, None)

    async def _entries(
        self, candidates: Sequence[Candidate], question: TopQuestion, settings: ChatSettings | None
    ) -> tuple[TopEntry, ...]:
        articles = [lead(candidate, question.language, settings) for candidate in candidates]
        passages = [await self._passages(article) for article in articles]
        quotes = await asyncio.to_thread(
            lambda: [summarize(*pair, most=1) for pair in zip(articles, passages, strict=True)]
        )
        return tuple(
            TopEntry(article, candidate.story, next(iter(sentences), None))
            for article, candidate, sentences in zip(articles, candidates, quotes, strict=True)
        )

    async def _passages(self, article: Article) -> Passages | None:
        """Return an article's sentences as they answer its headline, which says what the story is about."""
        words = tuple(Word(word) for word in WORD.findall(article.title)[:_HEADLINE_WORDS])
        passages = await self.index.passages([article.id], Query(article.title, _all_of(*words)))
        return next(iter(passages), None)


def _query(question: TopQuestion, settings: ChatSettings | None) -> Query:
    """Return the query for a topic, in the languages that the chat wants."""
    zone = question.zone.key if isinstance(question.zone, ZoneInfo) else "UTC"
    query = Query("")
    if question.topic:
        query = parse_question(question.topic, now=question.now, zone=question.zone)
    wanted = preferences_for(query, settings)
    codes = (*wanted.languages, "und") if wanted and wanted.languages else ()
    languages = Or(tuple(Field(FieldName.LANG, code) for code in codes)) if codes else None
    return replace(query, root=_all_of(query.root, languages), zone=zone)


def _all_of(*nodes: Node | None) -> Node | None:
    """Return a tree in which all of the given ones hold."""
    flat = [part for node in nodes if node for part in (node.nodes if isinstance(node, And) else (node,))]
    return And(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def _wanted(
    ids: Sequence[ArticleId], articles: dict[ArticleId, Article], settings: ChatSettings | None
) -> tuple[Article, ...]:
    """Return the articles that a chat doesn't exclude, in order."""
    found = [articles[article_id] for article_id in ids if article_id in articles]
    return tuple(
        article
        for article in found
        if settings is None or settings.wants(article.publisher, article.language)
    )


def _around(moment: datetime, question: TopQuestion) -> Period:
    """Return a period like the one asked for with a moment in it: its day, or as long a time up to it."""
    window, zone = question.window, question.zone
    length = (window.until or question.now) - window.since if window.since else _CALENDAR_DAYS
    if length > _CALENDAR_DAYS:
        return Period(moment - length, moment + timedelta(seconds=1), zone=zone)
    day = datetime.combine(local_day(moment, zone), time(12), tzinfo=zone)
    return Period(*Calendar(day, zone).whole_days(0, 1), zone=zone)
