"""Decides what a notification says: the article to show for each story, and why it matched."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.alerts.alert import Alert
from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.delivery.cache import TtlCache
from bot.delivery.match_reasons import reasons
from bot.delivery.outbox import Notification, OutboxMessage
from bot.search.query.matcher import AnalyzedArticle, matches
from bot.stories.ports import StoryStore


@dataclass(frozen=True, slots=True)
class NotificationContent:
    """One story of a notification.

    Args:
        article: The article to show; None if all that matched were withdrawn.
        title: Of the article that matched first.
        alerts: The alerts the story matched.
        reasons: The parts of their queries that match, as the article writes them.
        corrected: Whether the article that matched first has changed since it was sent.
        withdrawn: Whether the article that matched first was withdrawn.
    """

    article: Article | None
    title: str
    alerts: tuple[Alert, ...]
    reasons: tuple[str, ...] = ()
    corrected: bool = False
    withdrawn: bool = False


class NotificationComposer:
    """Composes the content of notifications from the current state of their stories.

    Args:
        clock: Returns the current time, aware UTC.
    """

    def __init__(self, articles: ArticleStore, stories: StoryStore, clock: Callable[[], datetime]) -> None:
        self._articles = articles
        self._stories = stories
        self._subjects: TtlCache[ArticleId, tuple[Article, AnalyzedArticle] | None] = TtlCache(
            self._subject, clock=lambda: clock().timestamp()
        )

    async def compose(self, notification: Notification) -> tuple[NotificationContent, ...]:
        """Return the content of each story of a notification."""
        return tuple([await self._content(messages, notification) for messages in notification.stories])

    async def _content(
        self, messages: Sequence[OutboxMessage], notification: Notification
    ) -> NotificationContent:
        first = messages[0]
        now = notification.send_slot
        alert_of = {alert.id: alert.without_expired_mute(now) for alert in notification.alerts}
        alerts = tuple(alert_of[message.alert_id] for message in messages if message.alert_id in alert_of)
        matched, subject = await self._subjects.get(first.article_id) or (None, None)
        article = matched
        if matched is None or notification.settings.preferred:
            article = await self._preferred(first, alerts, notification, matched)
            subject = subject if article == matched else None
        texts = (
            [text for alert in alerts for text in reasons(alert.query, article, subject)] if article else []
        )
        return NotificationContent(
            article=article,
            title=first.title,
            alerts=alerts,
            reasons=tuple(dict.fromkeys(texts)),
            corrected=any(message.corrected for message in messages),
            withdrawn=matched is None,
        )

    async def _subject(self, article_id: ArticleId) -> tuple[Article, AnalyzedArticle] | None:
        """Return an article prepared for matching; None if it was withdrawn, perhaps not for good."""
        articles = await self._articles.get([article_id])
        return (articles[0], AnalyzedArticle(articles[0])) if articles else None

    async def _preferred(
        self,
        first: OutboxMessage,
        alerts: Sequence[Alert],
        notification: Notification,
        matched: Article | None,
    ) -> Article | None:
        """Return the chat's preferred article among those of the story that match; on a tie, `matched`."""
        settings = notification.settings
        members = await self._stories.members([first.story_id])
        candidates = [
            article
            for article in await self._articles.get(members.get(first.story_id, ()))
            if settings.wants(article.publisher, article.language)
            and any(matches(alert.query, article) for alert in alerts)
        ]
        return min(
            candidates, key=lambda article: (settings.rank(article), article != matched), default=matched
        )
