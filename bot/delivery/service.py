"""What handlers may ask of delivery: the queue of a chat, the outbox in figures, a notification's content."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.chats.ports import ChatBook
from bot.corpus.article import ArticleId
from bot.delivery.composer import NotificationComposer, NotificationContent
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.follows import FollowService
from bot.delivery.outbox import Notification
from bot.delivery.ports import BriefingSchedule, ChatStatus, DeliveryReport, Outbox, OutboxOverview, Sender
from bot.delivery.propagation import StoryUpdates
from bot.delivery.rate_limits import RateLimiter
from bot.stories.story import StoryId


@dataclass(frozen=True, slots=True)
class DeliveryService:
    """Reports on the outbox and composes notifications.

    Args:
        clock: Returns the current time, aware UTC.
    """

    outbox: Outbox
    chats: ChatBook
    report: DeliveryReport
    composer: NotificationComposer
    updates: StoryUpdates
    briefings: BriefingSchedule
    follows: FollowService
    clock: Callable[[], datetime]

    async def chat_status(self, chat_id: int) -> ChatStatus:
        """Return what is queued for a chat."""
        return await self.report.chat(chat_id, now=self.clock())

    async def overview(self) -> OutboxOverview:
        """Return the outbox in figures."""
        return await self.report.overview(now=self.clock())

    async def publisher_of(self, *, chat_id: int, message_id: int) -> str | None:
        """Return the publisher of the article in a sent notification; None when unknown or several."""
        return await self.report.publisher_of_message(chat_id=chat_id, telegram_id=message_id)

    async def compose(self, notification: Notification) -> tuple[NotificationContent, ...]:
        """Return the current content of each story in a notification."""
        return await self.composer.compose(notification)

    async def story_of(self, article_id: ArticleId) -> StoryId | None:
        """Return the story of an article; None if the article was withdrawn."""
        return await self.follows.story_of(article_id)

    def dispatcher(self, sender: Sender, rate_limiter: RateLimiter) -> Dispatcher:
        """Return a dispatcher that sends what the outbox holds."""
        return Dispatcher(
            self.outbox,
            self.chats,
            sender,
            rate_limiter,
            self.clock,
            story_updates=self.updates,
            briefings=self.briefings,
            follows=self.follows,
        )
