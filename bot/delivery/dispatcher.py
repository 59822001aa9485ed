"""The delivery path: sends what alerts matched, each message once or given up with a reason.

briefings whose time has come --BriefingSchedule--> messages
followed stories that changed, or no longer do --FollowService--> messages
match batches --Outbox.expand--> messages --Outbox.claim (one lease per chat)--> notification
    --RateLimiter--> send slot --Sender--> chat
    --> sent | postponed (TryLater) | suspended (ChatUnavailable) | given up (MessageRejected)
story updates --> sent messages are edited; waiting ones go out immediately if the story is breaking

What is claimed but never settled, because the process died, is due again when its lease ends.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from bot.chats.ports import ChatBook
from bot.delivery.follows import FollowService
from bot.delivery.outbox import NOTHING_LEFT, Notification, Receipt
from bot.delivery.ports import BriefingSchedule, Outbox, Sender
from bot.delivery.propagation import StoryUpdates
from bot.delivery.rate_limits import RateLimiter, backoff_s, should_give_up
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

CHUNK = 500
"""Messages written or marked in one transaction."""
MAX_IN_FLIGHT = 40
"""Chats that are sent to at the same time."""
IDLE_S = 0.5
"""Pause when nothing is due."""
PATIENCE_S = 10.0
"""A notification whose slot is later than this is returned to the outbox instead of waited for."""
SEND_TIMEOUT_S = 30.0
LEASE = timedelta(seconds=120)
"""Longer than waiting for a slot and sending together."""
EDIT_AFTER = timedelta(seconds=30)
"""Delay before sent messages are edited, because changes to a story come in bursts."""

log = structlog.get_logger()


@dataclass(slots=True)
class DeliveryCounts:
    """What the dispatcher has done so far, in messages.

    Args:
        twice: Sent messages that may have arrived once before, because a connection broke or the process
            was killed.
    """

    sent: int = 0
    twice: int = 0
    edited: int = 0
    postponed: int = 0
    suspended: int = 0
    given_up: int = 0


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """Sends the messages of the outbox.

    Args:
        limiter: Shared with everything that sends to the same chats; uses timestamps in seconds.
        clock: Returns the current time, aware UTC.
        story_updates: None to edit nothing.
        briefings: None to send none.
        follows: None to follow no stories.
        sleep: Waits for some seconds.
    """

    outbox: Outbox
    chats: ChatBook
    sender: Sender
    limiter: RateLimiter
    clock: Callable[[], datetime]
    story_updates: StoryUpdates | None = None
    briefings: BriefingSchedule | None = None
    follows: FollowService | None = None
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    delivered: DeliveryCounts = field(default_factory=DeliveryCounts)

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until `stop` is set, then finish the deliveries in progress.

        A slow or blocked chat delays no other.
        """
        async with asyncio.TaskGroup() as tasks:
            running: set[asyncio.Task[None]] = set()
            while not stop.is_set():
                notifications = await self._claim_next(MAX_IN_FLIGHT - len(running))
                for notification in notifications:
                    task = tasks.create_task(self._deliver_safely(notification))
                    running.add(task)
                    task.add_done_callback(running.discard)
                if not notifications:
                    await _pause(stop, running)

    async def run_once(self) -> int:
        """Deliver what is due now, one notification per chat; return how many were attempted."""
        while await self._expand():
            pass
        notifications = await self._claim(MAX_IN_FLIGHT)
        async with asyncio.TaskGroup() as tasks:
            for notification in notifications:
                tasks.create_task(self.deliver(notification))
        return len(notifications)

    async def deliver(self, notification: Notification) -> None:
        """Wait for a claimed notification's slot, send it, and record the outcome.

        Nothing may be awaited between the wait and the block that counts the message as under way.

        Raises:
            StoreError: The outcome can't be recorded.
        """
        if not await self._wait_for_slot(notification):
            return
        try:
            with self.limiter.under_way(self._now):
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
            self.limiter.record_sent(notification.chat_id, now=self._now())
            await self._record_sent(notification, receipt)

    async def _record_sent(self, notification: Notification, receipt: Receipt) -> None:
        sent = tuple(message for message in notification.messages if message not in receipt.left_out)
        accepted = replace(notification, messages=sent)
        await self.outbox.sent(accepted, telegram_id=receipt.telegram_id, at=self.clock())
        self._count(accepted)
        if receipt.left_out:
            await self._give_up(replace(notification, messages=receipt.left_out), NOTHING_LEFT)

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
        """Deliver; if the store fails, the notification is due again when its lease ends."""
        try:
            await self.deliver(notification)
        except StoreError as error:
            log.error("message_not_settled", chat_id=notification.chat_id, error=str(error))

    async def _expand(self) -> bool:
        """Write what is due of one kind, or propagate a story update; return False if nothing is left."""
        if self.briefings and await self.briefings.schedule_due(now=self.clock(), limit=CHUNK):
            return True
        if await self.outbox.expand(now=self.clock(), limit=CHUNK):
            return True
        now = self.clock()
        if self.follows and await self.follows.check_next(now=now, limit=CHUNK):
            return True
        if self.follows and await self.follows.end_quiet(now=now, limit=CHUNK):
            return True
        if self.story_updates is None:
            return False
        return await self.story_updates.propagate_oldest(now=now, edit_at=now + EDIT_AFTER, limit=CHUNK)

    async def _claim(self, limit: int) -> list[Notification]:
        if limit <= 0:
            return []
        return await self.outbox.claim(
            now=self.clock(), lease=LEASE, limit=limit, interval=self.limiter.send_interval
        )

    async def _wait_for_slot(self, notification: Notification) -> bool:
        """Wait until a notification may be sent; hold its chat and return False if that is too far off."""
        started = self.clock()
        while wait_s := self._wait_s(notification):
            slot = self.clock() + timedelta(seconds=wait_s)
            if slot - started > timedelta(seconds=PATIENCE_S):
                await self.chats.hold(notification.chat_id, until=slot, reason=localizable("why-turn"))
                return False
            await self.sleep(wait_s)
        return True

    def _now(self) -> float:
        return self.clock().timestamp()

    def _wait_s(self, notification: Notification) -> float:
        now = self.clock()
        limiter_s = self.limiter.wait_s(notification.chat_id, now=now.timestamp())
        return max(limiter_s, (notification.send_slot - now).total_seconds(), 0.0)

    async def _suspend(self, notification: Notification, reason: Localizable) -> None:
        await self.chats.suspend(notification.chat_id, at=self.clock(), reason=reason)
        log.info("chat_suspended", chat_id=notification.chat_id, reason=str(reason))
        self.delivered.suspended += 1

    async def _give_up(self, notification: Notification, reason: Localizable) -> None:
        await self.outbox.give_up(notification, reason=reason, at=self.clock())
        edit = notification.edits is not None
        log.warning("message_given_up", chat_id=notification.chat_id, edit=edit, reason=str(reason))
        self.delivered.given_up += 0 if edit else len(notification.messages)

    async def _postpone(self, notification: Notification, error: TryLater) -> None:
        now, first = self.clock(), notification.messages[0]
        if should_give_up(first, now=now):
            await self._give_up(notification, error.reason)
            return
        due_at = now + timedelta(seconds=backoff_s(first.attempts, retry_after_s=error.after_s))
        await self.outbox.postpone(
            notification, due_at=due_at, reason=error.reason, maybe_sent=error.maybe_sent
        )
        if error.after_s:
            self.limiter.block(notification.chat_id, until=due_at.timestamp())
            await self.chats.hold(notification.chat_id, until=due_at, reason=error.reason)
        self.delivered.postponed += len(notification.messages)


async def _pause(stop: asyncio.Event, running: set[asyncio.Task[None]]) -> None:
    """Wait until `stop` is set or a delivery ends, at most `IDLE_S`."""
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait({stopped, *running}, timeout=IDLE_S, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
