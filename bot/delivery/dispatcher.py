"""The delivery path, whole: messages promised to people -> their chats, each once or with a reason why not.

match batches --Outbox.expand--> messages --Outbox.claim (one lease per chat)--> notification
    --RateLimiter--> send slot --Sender--> chat
    --> sent | postponed (TryLater) | suspended (ChatUnavailable) | given up (MessageRejected)
story news --> told messages are edited; what waits goes out at once when it is breaking

What is claimed and never settled, because the process died, is due again when its lease ends.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from bot.corpus.ports import ArticleStore
from bot.delivery.outbox import NOTHING_LEFT, Notification, Receipt
from bot.delivery.ports import ChatBook, Outbox, Sender, StoryUpdateLog
from bot.delivery.rate_limits import RateLimiter, backoff_s, should_give_up
from bot.delivery.story_updates import StoryUpdate, is_breaking
from bot.errors import (
    ChatMigrated,
    ChatUnavailable,
    Localizable,
    MessageRejected,
    StoreError,
    TryLater,
    localizable,
    reason_of,
)
from bot.stories.ports import StoryStore

CHUNK = 500
"""Messages written or marked in one transaction."""
IN_FLIGHT = 40
"""Chats written to at once."""
IDLE_S = 0.5
"""Pause when nothing is due."""
PATIENCE_S = 10.0
"""A chat whose turn is later than this is held back in the outbox instead of waited for."""
SEND_TIMEOUT_S = 30.0
LEASE = timedelta(seconds=120)
"""Longer than waiting for a turn and sending together."""
EDIT_AFTER = timedelta(seconds=30)
"""Told messages are edited so long after their story changed: changes come in swarms."""
PROPAGATE_AFTER = timedelta(seconds=3)
"""A change is spread so long after its commit: longer than what was read before may still be told."""

log = structlog.get_logger()


@dataclass(slots=True)
class DeliveryCounts:
    """What a run of the path did, in messages of alerts.

    Args:
        twice: Of those sent, how many may have arrived once before, when a connection was cut or the
            program was killed.
    """

    sent: int = 0
    twice: int = 0
    edited: int = 0
    postponed: int = 0
    suspended: int = 0
    given_up: int = 0


@dataclass(frozen=True, slots=True)
class StoryUpdates:
    """What the path reads to know what became of a story."""

    log: StoryUpdateLog
    stories: StoryStore
    articles: ArticleStore


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """Sends what the outbox holds.

    Args:
        limiter: Shared with whoever else sends to the same chats; counts in timestamps (seconds).
        clock: Returns the present moment, aware UTC.
        story_updates: Where changes to stories are found; without it nothing is edited.
        sleep: Waits for some seconds.
    """

    outbox: Outbox
    chats: ChatBook
    sender: Sender
    limiter: RateLimiter
    clock: Callable[[], datetime]
    story_updates: StoryUpdates | None = None
    edit_after: timedelta = EDIT_AFTER
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    delivered: DeliveryCounts = field(default_factory=DeliveryCounts)

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until `stop` is set, then see through what is under way.

        A chat that is slow or held back holds up no other.
        """
        async with asyncio.TaskGroup() as tasks:
            running: set[asyncio.Task[None]] = set()
            while not stop.is_set():
                notifications = await self._claim_next(IN_FLIGHT - len(running))
                for notification in notifications:
                    task = tasks.create_task(self._deliver_safely(notification))
                    running.add(task)
                    task.add_done_callback(running.discard)
                if not notifications:
                    await _pause(stop, running)

    async def run_once(self) -> int:
        """Deliver what is due now, one notification a chat; return how many notifications were tried."""
        while await self._expand():
            pass
        notifications = await self._claim(IN_FLIGHT)
        async with asyncio.TaskGroup() as tasks:
            for notification in notifications:
                tasks.create_task(self.deliver(notification))
        return len(notifications)

    async def deliver(self, notification: Notification) -> None:
        """Wait for the send slot of a claimed notification, send it and record the outcome."""
        if not await self._wait_for_slot(notification):
            return
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                receipt = await self.sender.send(notification)
        except ChatUnavailable as error:
            await self._suspend(notification, error.reason)
        except ChatMigrated as error:
            await self.chats.migrate(notification.chat_id, error.new_chat_id)
        except MessageRejected as error:
            await self._give_up(notification, error.reason)
        except TryLater as error:
            await self._postpone(notification, error)
        except TimeoutError:
            await self._postpone(
                notification, TryLater(localizable("why-no-answer"), after_s=0, maybe_sent=True)
            )
        except Exception as error:  # one broken message must not stop the others
            log.exception("delivery_failed", chat_id=notification.chat_id)
            await self._postpone(notification, TryLater(reason_of(error), after_s=0, maybe_sent=True))
        else:
            self.limiter.record_sent(notification.chat_id, now=self.clock().timestamp())
            await self._sent(notification, receipt)

    async def _sent(self, notification: Notification, receipt: Receipt) -> None:
        told = tuple(each for each in notification.messages if each not in receipt.left_out)
        notification, left = (
            replace(notification, messages=told),
            replace(notification, messages=receipt.left_out),
        )
        await self.outbox.sent(notification, telegram_id=receipt.telegram_id, at=self.clock())
        self._count(notification)
        if left.messages:
            await self._give_up(left, NOTHING_LEFT)

    def _count(self, notification: Notification) -> None:
        if notification.edits is not None:
            self.delivered.edited += 1
            return
        self.delivered.sent += len(notification.messages)
        self.delivered.twice += sum(message.maybe_sent for message in notification.messages)

    async def _claim_next(self, limit: int) -> list[Notification]:
        try:
            await self._expand()
            return await self._claim(limit)
        except StoreError as error:
            log.error("outbox_not_read", error=str(error))
            return []

    async def _deliver_safely(self, notification: Notification) -> None:
        """Deliver; what the store did not take down comes again when the lease ends."""
        try:
            await self.deliver(notification)
        except StoreError as error:
            log.error("message_not_settled", chat_id=notification.chat_id, error=str(error))

    async def _expand(self) -> bool:
        """Write a chunk of what was promised, then of what became of told stories; False when done."""
        if await self.outbox.expand(now=self.clock(), limit=CHUNK):
            return True
        until = self.clock() - PROPAGATE_AFTER
        news = await self.story_updates.log.oldest(until=until) if self.story_updates else None
        if news is None or self.story_updates is None:
            return False
        breaking = await self._is_breaking(self.story_updates, news)
        edit_at = self.clock() + self.edit_after
        await self.story_updates.log.propagate(news, edit_at=edit_at, breaking=breaking, limit=CHUNK)
        return True

    async def _is_breaking(self, told: StoryUpdates, news: StoryUpdate) -> bool:
        members = await told.stories.members([news.story_id])
        articles = await told.articles.get(members.get(news.story_id, ()))
        return is_breaking(articles, now=self.clock())

    async def _claim(self, limit: int) -> list[Notification]:
        if limit <= 0:
            return []
        return await self.outbox.claim(
            now=self.clock(), lease=LEASE, limit=limit, interval=self.limiter.send_interval
        )

    async def _wait_for_slot(self, notification: Notification) -> bool:
        """Wait until it may go; False when that is too far off, and then the chat is held back."""
        started = self.clock()
        while wait_s := self._wait_s(notification):
            turn = self.clock() + timedelta(seconds=wait_s)
            if turn - started > timedelta(seconds=PATIENCE_S):
                await self.chats.hold(notification.chat_id, until=turn, reason=localizable("why-turn"))
                return False
            await self.sleep(wait_s)
        self.limiter.record_started(now=self.clock().timestamp())
        return True

    def _wait_s(self, notification: Notification) -> float:
        now = self.clock()
        own = self.limiter.wait_s(notification.chat_id, now=now.timestamp())
        return max(own, (notification.send_slot - now).total_seconds(), 0.0)

    async def _suspend(self, notification: Notification, reason: Localizable) -> None:
        await self.chats.suspend(notification.chat_id, at=self.clock(), reason=reason)
        log.info("chat_suspended", chat_id=notification.chat_id, reason=str(reason))
        self.delivered.suspended += 1

    async def _give_up(self, notification: Notification, reason: Localizable) -> None:
        await self.outbox.give_up(notification, reason=reason, at=self.clock())
        why = str(reason)
        log.warning(
            "message_given_up", chat_id=notification.chat_id, edit=bool(notification.edits), reason=why
        )
        self.delivered.given_up += len(notification.messages) if notification.edits is None else 0

    async def _postpone(self, notification: Notification, error: TryLater) -> None:
        now, first = self.clock(), notification.messages[0]
        if should_give_up(first, now=now):
            await self._give_up(notification, error.reason)
            return
        due_at = now + timedelta(seconds=backoff_s(first.attempts, asked_s=error.after_s))
        await self.outbox.postpone(
            notification, due_at=due_at, reason=error.reason, maybe_sent=error.maybe_sent
        )
        if error.after_s:
            self.limiter.block(notification.chat_id, until=due_at.timestamp())
            await self.chats.hold(notification.chat_id, until=due_at, reason=error.reason)
        self.delivered.postponed += len(notification.messages)


async def _pause(stop: asyncio.Event, running: set[asyncio.Task[None]]) -> None:
    """Wait for something to happen, and not for long."""
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait({stopped, *running}, timeout=IDLE_S, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
