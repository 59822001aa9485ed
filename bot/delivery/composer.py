"""Which article of a story tells it to a chat, and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.alerts.alert import Alert
from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.delivery.cache import TtlCache
from bot.delivery.match_reasons import reasons
from bot.delivery.outbox import Notification, OutboxMessage
from bot.search.query.matcher import Subject, matches
from bot.stories.ports import StoryStore


@dataclass(frozen=True, slots=True)
class NotificationContent:
    """One story as it is told to a chat.

    Args:
        article: The one that tells it; None when all that matched were withdrawn.
        title: Of the article that fired.
        alerts: Those the story is told for.
        reasons: The words of their queries that it holds, as they stand in it.
        corrected: Whether the article that fired was changed since it was told.
        withdrawn: Whether it is gone.
    """

    article: Article | None
    title: str
    alerts: tuple[Alert, ...]
    reasons: tuple[str, ...] = ()
    corrected: bool = False
    withdrawn: bool = False


class NotificationComposer:
    """Finds what to tell of the stories in a notification.

    Args:
        clock: Returns the present moment, aware UTC.
    """

    def __init__(self, articles: ArticleStore, stories: StoryStore, clock: Callable[[], datetime]) -> None:
        self._articles = articles
        self._stories = stories
        self._subjects: TtlCache[ArticleId, tuple[Article, Subject] | None] = TtlCache(
            self._subject, clock=lambda: clock().timestamp()
        )

    async def compose(self, notification: Notification) -> tuple[NotificationContent, ...]:
        """Return each story of a notification as it stands now."""
        return tuple([await self._story(group, notification) for group in notification.stories])

    async def _story(self, group: Sequence[OutboxMessage], notification: Notification) -> NotificationContent:
        first = group[0]
        saved = {alert.id: _speaking(alert, notification.send_slot) for alert in notification.alerts}
        alerts = tuple(saved[each.alert_id] for each in group if each.alert_id in saved)
        fired, subject = await self._subjects.get(first.article_id) or (None, None)
        article = fired
        if fired is None or notification.settings.preferred:
            article = await self._best(first, alerts, notification, fired)
            subject = subject if article == fired else None
        why = [each for alert in alerts for each in reasons(alert.query, article, subject)] if article else []
        return NotificationContent(
            article=article,
            title=first.title,
            alerts=alerts,
            reasons=tuple(dict.fromkeys(why)),
            corrected=any(each.corrected for each in group),
            withdrawn=fired is None,
        )

    async def _subject(self, article_id: ArticleId) -> tuple[Article, Subject] | None:
        """An article, ready to be asked why it matches; None when it is gone, which it may not stay."""
        found = await self._articles.get([article_id])
        return (found[0], Subject(found[0])) if found else None

    async def _best(
        self, first: OutboxMessage, alerts: Sequence[Alert], notification: Notification, fired: Article | None
    ) -> Article | None:
        """The article that an alert matches and the chat likes best; of equals the one that fired."""
        members = await self._stories.members([first.story_id])
        told = [
            each
            for each in await self._articles.get(members.get(first.story_id, ()))
            if notification.settings.wants(each.publisher, each.language)
            and any(matches(alert.query, each) for alert in alerts)
        ]
        ranked = sorted(told, key=lambda each: (notification.settings.rank(each), each != fired))
        return ranked[0] if ranked else fired


def _speaking(alert: Alert, now: datetime) -> Alert:
    over = alert.muted_until is not None and alert.muted_until <= now
    return replace(alert, muted_until=None) if over else alert
