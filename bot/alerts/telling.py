"""Which article of a story tells it to a chat, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.alerts.alert import Alert
from bot.alerts.outbox import OutboxMessage, Parcel
from bot.alerts.reasons import reasons
from bot.corpus.article import Article
from bot.corpus.ports import ArticleStore
from bot.search.match import matches
from bot.stories.ports import StoryStore


@dataclass(frozen=True, slots=True)
class Telling:
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


@dataclass(frozen=True, slots=True)
class Teller:
    """Finds what to tell of the stories in a parcel."""

    articles: ArticleStore
    stories: StoryStore

    async def tell(self, parcel: Parcel) -> tuple[Telling, ...]:
        """Return each story of a parcel as it stands now."""
        return tuple([await self._story(group, parcel) for group in parcel.stories])

    async def _story(self, group: Sequence[OutboxMessage], parcel: Parcel) -> Telling:
        first = group[0]
        saved = {alert.id: _speaking(alert, parcel.turn_at) for alert in parcel.alerts}
        alerts = tuple(saved[each.alert_id] for each in group if each.alert_id in saved)
        fired = await self.articles.get([first.article_id])
        article = fired[0] if fired else None
        if article is None or parcel.settings.preferred:
            article = await self._best(first, alerts, parcel, article)
        why = [reason for alert in alerts for reason in reasons(alert.query, article)] if article else []
        return Telling(
            article=article,
            title=first.title,
            alerts=alerts,
            reasons=tuple(dict.fromkeys(why)),
            corrected=any(each.corrected for each in group),
            withdrawn=not fired,
        )

    async def _best(
        self, first: OutboxMessage, alerts: Sequence[Alert], parcel: Parcel, fired: Article | None
    ) -> Article | None:
        """The article that an alert matches and the chat likes best; of equals the one that fired."""
        members = await self.stories.members([first.story_id])
        told = [
            each
            for each in await self.articles.get(members.get(first.story_id, ()))
            if parcel.settings.wants(each.publisher, each.language)
            and any(matches(alert.query, each) for alert in alerts)
        ]
        ranked = sorted(told, key=lambda each: (parcel.settings.rank(each), each != fired))
        return ranked[0] if ranked else fired


def _speaking(alert: Alert, now: datetime) -> Alert:
    over = alert.muted_until is not None and alert.muted_until <= now
    return replace(alert, muted_until=None) if over else alert
