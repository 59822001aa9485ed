"""What outlets corrected and withdrew, as a reader of the corpus sees it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.chats.settings import ChatSettings
from bot.chats.view import CORRECTION_ENTRIES
from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance
from bot.corpus.ports import ArticleStore
from bot.corrections.correction import Correction, CorrectionKind
from bot.corrections.log import CorrectionLog, Wanted
from bot.corrections.ports import Version
from bot.corrections.text_changes import Text
from bot.errors import localizable
from bot.questions.answerer import LONGEST_QUESTION
from bot.questions.missing import ArticleNotFound
from bot.questions.pagination import page_of
from bot.questions.phrasing import parse_question
from bot.questions.preferences import preferences_for
from bot.questions.service import NothingAsked
from bot.questions.visible_corpus import VisibleCorpus
from bot.search.analyzer import analyze
from bot.search.ports import ArticleIndex, Order, SearchRequest
from bot.search.query.ast import Field, FieldName, Phrase, Word, leaves
from bot.search.query.matcher import matches
from bot.search.query.query import Query
from bot.stories.story import StoryId

_EVERYTHING = Query("", None)
_MATCHING = 1_000
"""Newest articles that match a topic as they are; of further ones, the texts are read."""


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """One page of corrections, newest first.

    Args:
        page: From 1.
        more: Whether another page follows.
    """

    entries: tuple[Correction, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class ArticleHistory:
    """One correction of an article.

    Args:
        article: The article as it is now.
        page: The correction's number, from 1, the newest first.
        pages: How many there are.
    """

    article: Article
    correction: Correction
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class CorrectionService:
    """Finds corrections.

    Args:
        clock: Returns the current time, aware UTC.
    """

    log: CorrectionLog
    articles: ArticleStore
    corpus: VisibleCorpus
    index: ArticleIndex
    clock: Callable[[], datetime]

    async def recent(self, topic: str, page: int, settings: ChatSettings) -> CorrectionPage:
        """Return a page of the latest corrections that a chat wants to see.

        Args:
            topic: A query, which an article matches as it is or as it was; "" for everything.

        Raises:
            QueryError: The topic can't be parsed.
            NothingAsked: Nothing of it was understood.
        """
        query = _query(topic, self.clock(), settings)
        wanted = await self._wanted(query, settings)
        topic_now = await self._about_now(query)
        last = max(page, 1) * CORRECTION_ENTRIES
        found: list[Correction] = []
        async for correction in self.log.recent(wanted):
            if topic_now is None or await self._is_about(correction, topic_now):
                found.append(correction)
            if len(found) > last:
                break
        shown = page_of(len(found), page, size=CORRECTION_ENTRIES)
        return CorrectionPage(tuple(found[shown.slice]), shown.number, len(found) > shown.slice.stop)

    async def of_article(self, article_id: ArticleId, page: int) -> ArticleHistory:
        """Return one of an article's corrections.

        Raises:
            ArticleNotFound: The article is no longer in the corpus, or has no corrections (any more).
        """
        articles = await self.articles.get([article_id])
        corrections = await self.log.of_articles([article_id]) if articles else []
        if not corrections:
            raise ArticleNotFound(localizable("article-gone"))
        shown = page_of(len(corrections), page, size=1)
        return ArticleHistory(articles[0], corrections[shown.first], shown.number, shown.pages)

    async def of_story(self, story_id: StoryId, *, since: datetime | None = None) -> list[Correction]:
        """Return the corrections and withdrawals of a story's articles, newest first.

        Args:
            since: Only those later than this, aware UTC; None for all.
        """
        return await self.log.of_story(story_id, since=since)

    async def knows(self, article_id: ArticleId) -> bool:
        """Return whether an article was corrected or withdrawn, so that something is known of it."""
        return await self.log.latest(article_id) is not None

    async def withdrawal_in(self, story_id: StoryId) -> Correction | None:
        """Return the latest withdrawal of a story's articles; None without any."""
        corrections = await self.of_story(story_id)
        return next((found for found in corrections if found.kind is CorrectionKind.WITHDRAWN), None)

    async def _wanted(self, query: Query, settings: ChatSettings) -> Wanted:
        samples = await self.corpus.with_samples()
        applied = preferences_for(query, settings)

        def wanted(version: Version) -> bool:
            chosen = applied is None or applied.wants(version.publisher, version.language)
            return chosen and (samples or not version.sample)

        return wanted

    async def _about_now(self, query: Query) -> "_Topic | None":
        """Return a topic with the articles that match it as they are, as the index knows them."""
        if query.root is None:
            return None
        samples = await self.corpus.with_samples()
        request = SearchRequest(query, self.clock(), order=Order.NEWEST, samples=samples, limit=_MATCHING)
        result = await self.index.search(request)
        matching = frozenset(hit.article_id for hit in result.hits if hit.matches)
        return _Topic(query, matching, all_known=result.matched <= len(matching))

    async def _is_about(self, correction: Correction, topic: "_Topic") -> bool:
        """Whether the article matches, as it is or as it was before the correction.

        An article that doesn't match as it is can have matched only if what changed has words of the topic.
        """
        if correction.article_id in topic.matching:
            return True
        if topic.all_known and correction.after and not topic.touches(correction):
            return False
        versions = [version for version in (correction.after, correction.before) if version]
        texts = await self.log.store.texts([version.key for version in versions])
        now = await self.articles.get([correction.article_id])
        old = [_as_article(version, texts[version.key]) for version in versions if version.key in texts]
        return await asyncio.to_thread(lambda: any(matches(topic.query, article) for article in (*now, *old)))


@dataclass(frozen=True, slots=True)
class _Topic:
    """What corrections are looked for.

    Args:
        matching: Articles that match as they are.
        all_known: Whether these are all of them.
    """

    query: Query
    matching: frozenset[ArticleId]
    all_known: bool

    def touches(self, correction: Correction) -> bool:
        """Whether what changed has a word of the topic, or may have: beginnings of words, speakers, dates."""
        words: list[str] = []
        for leaf, _ in leaves(self.query.root):
            if isinstance(leaf, Word):
                words.append(leaf.text)
            elif isinstance(leaf, Phrase):
                words += leaf.words
            elif not isinstance(leaf, Field) or leaf.name is FieldName.SAID:
                return True
        changed = " ".join(f"{change.before} {change.after}" for change in correction.changes.changes)
        terms = frozenset(analyze(changed, correction.version.language))
        return not terms.isdisjoint(analyze(" ".join(words), correction.version.language))


def _query(topic: str, now: datetime, settings: ChatSettings) -> Query:
    if not topic.strip():
        return _EVERYTHING
    query = parse_question(topic[:LONGEST_QUESTION], now=now, zone=settings.tz)
    if query.root is None:
        raise NothingAsked(*query.problems)
    return query


def _as_article(version: Version, text: Text) -> Article:
    """Return an article that is not in the corpus any more, as far as it is known."""
    publisher = Hop(version.publisher, Certainty.STATED) if version.publisher else None
    return Article(
        version.key.article_id,
        text.title,
        text.body,
        language=version.language,
        url=version.url,
        published_at=version.published_at,
        provenance=Provenance(publisher),
    )
