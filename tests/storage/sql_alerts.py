"""The stores of alerts and delivery on one database, and what tests do with them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.alerts.alert import Alert, AlertDraft, AlertId, Mode
from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import Article, ArticleId
from bot.delivery.outbox import Notification, OutboxState
from bot.ingest.batch import Batch, Revision
from bot.storage.alerts import SqlAlertStore
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.chats.chat_book import SqlChatBook
from bot.storage.chats.settings import SqlSettingsStore
from bot.storage.database import Database
from bot.storage.delivery.briefings import SqlBriefingSchedule
from bot.storage.delivery.outbox import SqlOutbox
from bot.storage.delivery.story_updates import SqlStoryUpdateLog
from bot.stories.story import StoryId

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
LATER = AT + timedelta(minutes=5)
LEASE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
SENT, WAITING, POSTPONED = OutboxState.SENT, OutboxState.WAITING, OutboxState.POSTPONED


@dataclass(frozen=True)
class SqlAlerts:
    """Every store of alerts and delivery on one database."""

    database: Database
    alerts: SqlAlertStore = field(init=False)
    outbox: SqlOutbox = field(init=False)
    briefings: SqlBriefingSchedule = field(init=False)
    chats: SqlChatBook = field(init=False)
    story_updates: SqlStoryUpdateLog = field(init=False)
    settings: SqlSettingsStore = field(init=False)
    commits: SqlArticleCommit = field(init=False)

    def __post_init__(self) -> None:
        for name, kind in self.__class__.__annotations__.items():
            if name != "database":
                object.__setattr__(self, name, kind(self.database))

    async def commit_article(
        self, name: str, alert_ids: list[int], *, story: str = "", at: datetime, changed: str | None = None
    ) -> None:
        """Commit an article that matches alerts; `changed` is the fingerprint it replaces."""
        article = Article(id=ArticleId(name), title=name, text=f"{name}.", published_at=at)
        story_id = StoryId(story or f"story of {name}")
        matches = (MatchBatch(article.id, story_id, tuple(map(AlertId, alert_ids)), at, title=name),)
        revision = Revision(article, f"{name} at {at}", changed, story_id=story_id)
        await self.commits.commit(Batch(at, (revision,), matches=matches if alert_ids else ()))

    async def expand(self, now: datetime) -> SqlOutbox:
        """Write the messages of every match, and return the outbox."""
        while await self.outbox.expand(now=now, limit=100):
            pass
        return self.outbox

    async def propagate(self, now: datetime, *, breaking: bool = False) -> None:
        """Process every pending story update."""
        while update := await self.story_updates.oldest(until=now):
            await self.story_updates.propagate(update, edit_at=now, breaking=breaking, limit=100)


async def claimed(outbox: SqlOutbox, now: datetime, *, limit: int = 100) -> list[Notification]:
    """Claim due notifications for a minute, without a rate limit."""
    return await outbox.claim(now=now, lease=timedelta(minutes=1), limit=limit, interval=timedelta())


def article_ids(notifications: list[Notification]) -> list[list[str]]:
    """Return the articles in each notification."""
    return [[message.article_id for message in notification.messages] for notification in notifications]


async def save_alerts(
    stores: SqlAlerts, *chats: int, text: str = "harbour", mode: Mode = Mode.NOW
) -> list[Alert]:
    """Save the same alert in each chat."""
    drafts = [AlertDraft(chat, None, 7, text, AT, mode=mode) for chat in chats]
    return [await stores.alerts.add(draft) for draft in drafts]


async def send_edits(stores: SqlAlerts, at: datetime) -> list[int | None]:
    """Make every due edit; return Telegram's ids of the messages."""
    edits: list[int | None] = []
    while notifications := await claimed(stores.outbox, at):
        for notification in notifications:
            edits.append(notification.edits)
            await stores.outbox.sent(notification, telegram_id=notification.edits or 0, at=at)
    return edits
