"""Creates every SQL store on a database, once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bot.storage.admin.audit import SqlAuditLog
from bot.storage.admin.consistency import SqlConsistencyCheck
from bot.storage.admin.judgements import SqlJudgementStore
from bot.storage.admin.reports import SqlReportStore
from bot.storage.alerts import SqlAlertStore
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.articles.retention import SqlRetentionStore
from bot.storage.articles.store import SqlArticleStore
from bot.storage.articles.stories import SqlStoryStore
from bot.storage.articles.versions import SqlVersionStore
from bot.storage.chats.chat_book import SqlChatBook
from bot.storage.chats.erasure import SqlPersonStore
from bot.storage.chats.prompts import SqlPromptStore
from bot.storage.chats.settings import SqlSettingsStore
from bot.storage.chats.views import SqlConversationStore
from bot.storage.database import Database
from bot.storage.delivery.briefings import SqlBriefingSchedule
from bot.storage.delivery.follows import SqlFollowStore
from bot.storage.delivery.notices import SqlNotices
from bot.storage.delivery.outbox import SqlOutbox
from bot.storage.delivery.presence import SqlPresence
from bot.storage.delivery.status import SqlDeliveryReport
from bot.storage.delivery.story_updates import SqlStoryUpdateLog
from bot.storage.feeds import SqlFeedStore
from bot.storage.generations.reload_log import SqlReloadLog
from bot.storage.generations.store import SqlGenerationStore
from bot.storage.inbox import SqlInbox
from bot.storage.migrate import migrate
from bot.storage.named_values import SqlNamedValues
from bot.storage.purges import SqlPurgeRequests
from bot.storage.suggestions import SqlSuggestionStore


class Stores:
    """Every SQL store on one database; the stores share its connections."""

    def __init__(self, database: Database) -> None:
        self.articles = SqlArticleStore(database)
        self.article_commit = SqlArticleCommit(database)
        self.retention = SqlRetentionStore(database)
        self.stories = SqlStoryStore(database)
        self.versions = SqlVersionStore(database)
        self.generations = SqlGenerationStore(database)
        self.reload_log = SqlReloadLog(database)
        self.feeds = SqlFeedStore(database)
        self.suggestions = SqlSuggestionStore(database)
        self.alerts = SqlAlertStore(database)
        self.outbox = SqlOutbox(database)
        self.briefings = SqlBriefingSchedule(database)
        self.follows = SqlFollowStore(database)
        self.story_updates = SqlStoryUpdateLog(database)
        self.delivery_status = SqlDeliveryReport(database)
        self.chats = SqlChatBook(database)
        self.chat_settings = SqlSettingsStore(database)
        self.inbox = SqlInbox(database)
        self.views = SqlConversationStore(database)
        self.prompts = SqlPromptStore(database)
        self.people = SqlPersonStore(database)
        self.purges = SqlPurgeRequests(database)
        self.audit = SqlAuditLog(database)
        self.reports = SqlReportStore(database)
        self.judgements = SqlJudgementStore(database)
        self.consistency = SqlConsistencyCheck(database)
        self.named_values = SqlNamedValues(database)
        self.polling_lease = database.lease("polling")
        self.rebuild_lease = database.lease("rebuild")
        self._changing_indices = asyncio.Lock()
        self._database = database

    def assigning(self) -> AbstractAsyncContextManager[None]:
        """Return the lock of the one process that assigns articles to stories at a time."""
        return self._database.lock("assigning")

    @asynccontextmanager
    async def rebuilding(self) -> AsyncIterator[bool]:
        """Hold the lease for replacing and deleting indices of the cluster; yield whether it was free."""
        async with self._changing_indices:
            try:
                yield await self.rebuild_lease.take()
            finally:
                await self.rebuild_lease.release()

    def presence(self, name: str) -> SqlPresence:
        """Return which processes send; `name` is this one's."""
        return SqlPresence(self._database, name)

    def notices(self, process: str) -> SqlNotices:
        """Return what processes tell each other; `process` is this one's name."""
        return SqlNotices(self._database, process)

    @classmethod
    @asynccontextmanager
    async def open(
        cls, url: str, *, waited: Callable[[float], None] = lambda _: None
    ) -> AsyncIterator["Stores"]:
        """Migrate a database, open it, and close it on leaving.

        Args:
            waited: Receives how long each write waited for its turn, in seconds.

        Raises:
            StoreError: The database failed, or a newer program created it.
        """
        await migrate(url)
        async with Database.open(url, waited=waited) as database:
            yield cls(database)
