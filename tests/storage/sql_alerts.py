"""The database's side of alerts behind one object, and articles that promise something."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.alerts.alert import AlertId
from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import Article, ArticleId
from bot.delivery.outbox import Notification, OutboxState
from bot.ingest.batch import Batch, Revision
from bot.storage.alerts.chats import SqlChatBook
from bot.storage.alerts.outbox import SqlOutbox
from bot.storage.alerts.settings import SqlSettingsStore
from bot.storage.alerts.store import SqlAlertStore
from bot.storage.alerts.story_updates import SqlStoryUpdateLog
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.database import Database
from bot.stories.story import StoryId


@dataclass(frozen=True)
class SqlAlerts:
    """All stores that alerts and delivery know, on one database."""

    database: Database
    alerts: SqlAlertStore = field(init=False)
    outbox: SqlOutbox = field(init=False)
    chats: SqlChatBook = field(init=False)
    news: SqlStoryUpdateLog = field(init=False)
    settings: SqlSettingsStore = field(init=False)
    commits: SqlArticleCommit = field(init=False)

    def __post_init__(self) -> None:
        for name, kind in self.__class__.__annotations__.items():
            if name != "database":
                object.__setattr__(self, name, kind(self.database))

    async def promise(
        self, name: str, alert_ids: list[int], *, story: str = "", at: datetime, changed: str | None = None
    ) -> None:
        """Commit an article that fires alerts; `changed` is the fingerprint it replaces."""
        article = Article(id=ArticleId(name), title=name, text=f"{name}.", published_at=at)
        story_id = StoryId(story or f"story of {name}")
        matches = (MatchBatch(article.id, story_id, tuple(map(AlertId, alert_ids)), at, title=name),)
        revision = Revision(article, f"{name} at {at}", changed, story_id=story_id)
        await self.commits.commit(Batch(at, (revision,), matches=matches if alert_ids else ()))

    async def expand(self, now: datetime) -> SqlOutbox:
        """Write every promise out, and return the outbox."""
        while await self.outbox.expand(now=now, limit=100):
            pass
        return self.outbox

    async def propagate(self, now: datetime, *, breaking: bool = False) -> None:
        """Tell the outbox all news of stories."""
        while news := await self.news.oldest(until=now):
            await self.news.propagate(news, edit_at=now, breaking=breaking, limit=100)


async def claimed(outbox: SqlOutbox, now: datetime, *, limit: int = 100) -> list[Notification]:
    """Claim with a lease of a minute and no pace."""
    return await outbox.claim(now=now, lease=timedelta(minutes=1), limit=limit, interval=timedelta())


def article_ids(notifications: list[Notification]) -> list[list[str]]:
    """The articles in each notification."""
    return [[message.article_id for message in notification.messages] for notification in notifications]


SENT, WAITING, POSTPONED = OutboxState.SENT, OutboxState.WAITING, OutboxState.POSTPONED
