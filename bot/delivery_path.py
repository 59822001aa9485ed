"""The delivery path, whole: messages promised to people -> their chats, each once or with a reason why not.

match batches --outbox.expand--> messages --outbox.claim (lease, one a chat)--> message
    --alerts/pacing.py--> its turn --sender--> chat
    --> sent | postponed (TryLater) | suspended (ChatUnavailable) | given up (MessageRejected)

What is claimed and never settled, because the process died, is due again when its lease ends.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from bot.alerts.outbox import OutboxMessage
from bot.alerts.pacing import Pacer
from bot.alerts.ports import ChatBook, Outbox, Sender
from bot.errors import ChatMigrated, ChatUnavailable, MessageRejected, StoreError, TryLater

EXPAND = 500
"""Messages written in one transaction."""
IN_FLIGHT = 100
"""Chats written to at once."""
IDLE_S = 0.5
"""Pause when nothing is due."""
PATIENCE_S = 10.0
"""A chat whose turn is later than this is held back in the outbox instead of waited for."""
SEND_TIMEOUT_S = 30.0
LEASE = timedelta(seconds=120)
"""Longer than waiting for a turn and sending together."""
FIRST_RETRY_S = 2.0
LONGEST_RETRY_S = 3_600.0
GIVE_UP_AFTER = timedelta(days=3)
"""A message that could not be sent for so long is no news; it is given up, with the last reason."""

log = structlog.get_logger()


@dataclass(slots=True)
class Delivered:
    """What a run of the path did, in messages.

    Args:
        twice: Of those sent, how many may have arrived once before, when a connection was cut.
    """

    sent: int = 0
    twice: int = 0
    postponed: int = 0
    suspended: int = 0
    given_up: int = 0


@dataclass(frozen=True, slots=True)
class DeliveryPath:
    """Sends what the outbox holds.

    Args:
        pacer: Shared with whoever else sends to the same chats; counts in timestamps (seconds).
        clock: Returns the present moment, aware UTC.
        sleep: Waits for some seconds.
    """

    outbox: Outbox
    chats: ChatBook
    sender: Sender
    pacer: Pacer
    clock: Callable[[], datetime]
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    delivered: Delivered = field(default_factory=Delivered)

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until `stop` is set, then see through what is under way.

        A chat that is slow or held back holds up no other.
        """
        async with asyncio.TaskGroup() as tasks:
            running: set[asyncio.Task[None]] = set()
            while not stop.is_set():
                messages = await self._next(IN_FLIGHT - len(running))
                for message in messages:
                    task = tasks.create_task(self._survive(message))
                    running.add(task)
                    task.add_done_callback(running.discard)
                if not messages:
                    await _set_within(stop, IDLE_S)

    async def run_once(self) -> int:
        """Deliver what is due now, one message a chat; return how many messages were tried."""
        while await self.outbox.expand(limit=EXPAND):
            pass
        messages = await self._claim(IN_FLIGHT)
        async with asyncio.TaskGroup() as tasks:
            for message in messages:
                tasks.create_task(self.deliver(message))
        return len(messages)

    async def deliver(self, message: OutboxMessage) -> None:
        """Wait for a claimed message's turn, send it and settle it; never raises but when the store does."""
        if not await self._turn(message):
            return
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                telegram_id = await self.sender.send(message)
        except ChatUnavailable as error:
            await self._suspend(message, str(error))
        except ChatMigrated as error:
            await self.chats.migrate(message.chat_id, error.new_chat_id)
        except MessageRejected as error:
            await self._give_up(message, str(error))
        except TryLater as error:
            await self._put_off(message, error)
        except TimeoutError:
            await self._put_off(message, TryLater("no answer in time", after_s=0, maybe_sent=True))
        except Exception as error:  # one broken message must not stop the others
            log.exception("delivery_failed", message_id=message.id)
            await self._put_off(message, TryLater(repr(error), after_s=0, maybe_sent=True))
        else:
            await self.outbox.sent(message.id, telegram_id=telegram_id, at=self.clock())
            self.delivered.sent += 1
            self.delivered.twice += message.maybe_sent

    async def _next(self, limit: int) -> list[OutboxMessage]:
        try:
            await self.outbox.expand(limit=EXPAND)
            return await self._claim(limit)
        except StoreError as error:
            log.error("outbox_not_read", error=str(error))
            return []

    async def _survive(self, message: OutboxMessage) -> None:
        """Deliver; what the store did not take down comes again when the lease ends."""
        try:
            await self.deliver(message)
        except StoreError as error:
            log.error("message_not_settled", message_id=message.id, error=str(error))

    async def _claim(self, limit: int) -> list[OutboxMessage]:
        if limit <= 0:
            return []
        return await self.outbox.claim(now=self.clock(), lease=LEASE, limit=limit)

    async def _turn(self, message: OutboxMessage) -> bool:
        """Wait until the pacer lets it go; False when that is too far off, and then the chat is held back."""
        started = self.clock()
        while wait_s := self.pacer.wait_s(message.chat_id, now=self.clock().timestamp()):
            turn = self.clock() + timedelta(seconds=wait_s)
            if turn - started > timedelta(seconds=PATIENCE_S):
                await self.chats.hold(message.chat_id, until=turn, reason="waiting for its turn")
                return False
            await self.sleep(wait_s)
        self.pacer.take(message.chat_id, now=self.clock().timestamp())
        return True

    async def _suspend(self, message: OutboxMessage, reason: str) -> None:
        await self.chats.suspend(message.chat_id, at=self.clock(), reason=reason)
        log.info("chat_suspended", chat_id=message.chat_id, reason=reason)
        self.delivered.suspended += 1

    async def _give_up(self, message: OutboxMessage, reason: str) -> None:
        await self.outbox.give_up(message.id, reason=reason, at=self.clock())
        log.warning("message_given_up", message_id=message.id, chat_id=message.chat_id, reason=reason)
        self.delivered.given_up += 1

    async def _put_off(self, message: OutboxMessage, error: TryLater) -> None:
        now = self.clock()
        if now - message.created_at > GIVE_UP_AFTER:
            await self._give_up(message, str(error))
            return
        due_at = now + timedelta(seconds=retry_after_s(message.attempts, asked_s=error.after_s))
        later = replace(
            message,
            due_at=due_at,
            attempts=message.attempts + 1,
            maybe_sent=message.maybe_sent or error.maybe_sent,
            reason=str(error),
        )
        await self.outbox.postpone(later)
        if error.after_s:
            self.pacer.hold(message.chat_id, until=due_at.timestamp())
            await self.chats.hold(message.chat_id, until=due_at, reason=str(error))
        self.delivered.postponed += 1


async def _set_within(event: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()


def retry_after_s(attempts: int, *, asked_s: float) -> float:
    """Return how long to wait before trying again: what was asked for, and at least 2, 4, 8 ... 3,600 s.

    Args:
        attempts: How often it was put off before, >= 0.
        asked_s: Telegram's `retry_after`, 0 when it named none.
    """
    return max(asked_s, min(LONGEST_RETRY_S, FIRST_RETRY_S * 2.0 ** min(attempts, 20)))
