"""Decides what a notification says: the article to show for each story, its sentences, and why it matched."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from bot.alerts.alert import Alert
from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.corrections.correction import Correction, CorrectionKind
from bot.corrections.log import CorrectionLog
from bot.delivery.cache import TtlCache
from bot.delivery.follow import FollowNews
from bot.delivery.follows import FollowService
from bot.delivery.match_reasons import reasons
from bot.delivery.outbox import Notification, OutboxMessage
from bot.search.query.matcher import AnalyzedArticle, matches
from bot.search.query.query import Query
from bot.stories.origins import origins
from bot.stories.ports import StoryStore
from bot.stories.story import StoryId
from bot.summaries.brief import MAX_SENTENCES
from bot.summaries.difference import Difference
from bot.summaries.differences import COMPARED, MIN_ORIGINS, differences
from bot.summaries.matched import MatchedArticle
from bot.summaries.sentence import QuotedSentence
from bot.summaries.statements import with_statements


@dataclass(frozen=True, slots=True)
class NotificationContent:
    """One story of a notification.

    Args:
        article: The article to show; None if all that matched were withdrawn.
        title: Of the article that matched first.
        alerts: The alerts the story matched.
        sentences: Of the article, those that cover the alerts' queries best, most telling first; none for
            queries without words.
        reasons: The parts of their queries that match, as the article writes them.
        corrected: Whether the article that matched first has changed since it was sent, trivial edits aside.
        withdrawn: Whether the article that matched first was withdrawn.
        differences: Where the outlets of the story differ now, unless no alert wants to know.
        news: Of a followed story: what is new in it.
        correction: Its latest correction since it matched, or its withdrawal; None without any.
    """

    article: Article | None
    title: str
    alerts: tuple[Alert, ...]
    sentences: tuple[QuotedSentence, ...] = ()
    reasons: tuple[str, ...] = ()
    corrected: bool = False
    withdrawn: bool = False
    correction: Correction | None = None
    differences: tuple[Difference, ...] = ()
    news: FollowNews | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to report."""
        return self.article is None and self.news is None


class _Subject:
    """An article prepared for matching and quoting, when that is first needed."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def analyzed(self) -> AnalyzedArticle:
        return AnalyzedArticle(with_statements(self.article))

    @cached_property
    def matched(self) -> MatchedArticle:
        return MatchedArticle(self.article)


@dataclass(frozen=True, slots=True)
class _Choice:
    """Whose sentences are chosen for which query; alerts with the same words share it."""

    article_id: ArticleId
    text: str
    query: str
    subject: _Subject = field(compare=False)
    parsed: Query = field(compare=False)


class NotificationComposer:
    """Composes the content of notifications from the current state of their stories.

    Args:
        clock: Returns the current time, aware UTC.
    """

    def __init__(
        self,
        articles: ArticleStore,
        stories: StoryStore,
        follows: FollowService,
        corrections: CorrectionLog,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._articles = articles
        self._stories = stories
        self._follows = follows
        self._log = corrections
        self._corrections: TtlCache[ArticleId, Sequence[Correction]] = TtlCache(
            self._all_corrections, clock=lambda: clock().timestamp()
        )
        self._subjects: TtlCache[ArticleId, _Subject | None] = TtlCache(
            self._subject, clock=lambda: clock().timestamp()
        )
        self._sentences: TtlCache[_Choice, tuple[QuotedSentence, ...]] = TtlCache(
            _choose, clock=lambda: clock().timestamp()
        )
        self._differences: TtlCache[StoryId, tuple[Difference, ...]] = TtlCache(
            self._differ, clock=lambda: clock().timestamp()
        )

    async def compose(self, notification: Notification) -> tuple[NotificationContent, ...]:
        """Return the content of each story of a notification."""
        followed = [message for message in notification.messages if message.is_follow]
        news = await self._follows.news_of(followed) if followed else {}
        return tuple(
            [
                await self._followed(messages[0], notification, news[messages[0].story_id])
                if messages[0].is_follow
                else await self._content(messages, notification)
                for messages in notification.stories
            ]
        )

    async def _followed(
        self, message: OutboxMessage, notification: Notification, news: FollowNews
    ) -> NotificationContent:
        """Return what is new in a followed story, with the newest article that brings it."""
        alerts = tuple(alert for alert in notification.alerts if alert.id == message.alert_id)
        ids = [development.article_id for development in reversed(news.developments)]
        articles = await self._articles.get(ids[:1])
        if not articles and alerts and alerts[0].follows:
            newest = await self._follows.newest(alerts[0].follows)
            articles = [newest] if newest else []
        article = articles[0] if articles else None
        return NotificationContent(article, message.title, alerts, news=news)

    async def _content(
        self, messages: Sequence[OutboxMessage], notification: Notification
    ) -> NotificationContent:
        first = messages[0]
        now = notification.send_slot
        alert_of = {alert.id: alert.without_expired_mute(now) for alert in notification.alerts}
        alerts = tuple(alert_of[message.alert_id] for message in messages if message.alert_id in alert_of)
        wanted = any(alert.differences and not alert.is_follow for alert in alerts)
        matching = await self._subjects.get(first.article_id)
        shown = matching
        if matching is None or notification.settings.preferred:
            shown = await self._preferred(first, alerts, notification, matching)
        corrected = any(message.corrected for message in messages)
        changed = corrected or matching is None
        correction = await self._correction(first) if changed else None
        return NotificationContent(
            article=shown.article if shown else None,
            title=first.title,
            alerts=alerts,
            sentences=await self._quoted(shown, alerts) if shown else (),
            reasons=_reasons(shown, alerts) if shown else (),
            corrected=corrected and correction is not None,
            withdrawn=matching is None,
            correction=correction,
            differences=await self._differences.get(first.story_id) or () if wanted else (),
        )

    async def _correction(self, message: OutboxMessage) -> Correction | None:
        """Return the latest correction since an article matched; an update only if it was not corrected."""
        found = await self._corrections.get(message.article_id)
        since = [correction for correction in found if correction.at > message.created_at]
        corrected = (correction for correction in since if correction.kind is not CorrectionKind.UPDATED)
        return next(corrected, since[0] if since else None)

    async def _all_corrections(self, article_id: ArticleId) -> Sequence[Correction]:
        return await self._log.of_articles([article_id])

    async def _subject(self, article_id: ArticleId) -> _Subject | None:
        """Return an article prepared for matching; None if it was withdrawn, perhaps not for good."""
        articles = await self._articles.get([article_id])
        return _Subject(articles[0]) if articles else None

    async def _differ(self, story_id: StoryId) -> tuple[Difference, ...]:
        """Return where the outlets of a story differ at one time; later figures are no difference."""
        members = (await self._stories.members([story_id])).get(story_id, ())
        if len(members) < MIN_ORIGINS:
            return ()
        articles = await self._articles.get(members[-COMPARED:])
        found = await asyncio.to_thread(lambda: differences(articles, origins(articles)))
        return tuple(difference for difference in found if not difference.later)

    async def _quoted(self, shown: _Subject, alerts: Sequence[Alert]) -> tuple[QuotedSentence, ...]:
        """Return the sentences that cover the query of one alert, or the best one for each of several."""
        article = shown.article
        chosen = [
            await self._sentences.get(_Choice(article.id, article.text, alert.text, shown, alert.query))
            for alert in alerts
        ]
        if len(chosen) > 1:
            chosen = [sentences[:1] for sentences in chosen]
        by_index = {sentence.index: sentence for sentences in chosen for sentence in sentences}
        return tuple(by_index.values())[:MAX_SENTENCES]

    async def _preferred(
        self,
        first: OutboxMessage,
        alerts: Sequence[Alert],
        notification: Notification,
        matching: _Subject | None,
    ) -> _Subject | None:
        """Return the chat's preferred article among those of the story that match; on a tie, `matching`."""
        settings = notification.settings
        members = await self._stories.members([first.story_id])
        candidates = [
            article
            for article in await self._articles.get(members.get(first.story_id, ()))
            if settings.wants(article.publisher, article.language)
            and any(matches(alert.query, with_statements(article)) for alert in alerts)
        ]
        matched = matching.article if matching else None
        best = min(
            candidates, key=lambda article: (settings.rank(article), article != matched), default=matched
        )
        return matching if best == matched else _Subject(best) if best else None


async def _choose(choice: _Choice) -> tuple[QuotedSentence, ...]:
    return await asyncio.to_thread(lambda: choice.subject.matched.best_sentences(choice.parsed))


def _reasons(shown: _Subject, alerts: Sequence[Alert]) -> tuple[str, ...]:
    texts = [text for alert in alerts for text in reasons(alert.query, shown.article, shown.analyzed)]
    return tuple(dict.fromkeys(texts))
