"""The delivery path, whole: messages promised to people -> their chats, each once or with a reason why not.

match batches --outbox.expand--> messages --outbox.claim (lease, one a chat)--> parcel: a story, or a digest
    --alerts/pacing.py--> its turn --sender--> chat
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
from bot.delivery.rate_limits import RateLimiter, is_hopeless, retry_after_s
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
NEWS_AFTER = timedelta(seconds=3)
"""A change is spread so long after its commit: longer than what was read before may still be told."""

log = structlog.get_logger()


@dataclass(slots=True)
class Delivered:
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

    news: StoryUpdateLog
    stories: StoryStore
    articles: ArticleStore


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """Sends what the outbox holds.

    Args:
        pacer: Shared with whoever else sends to the same chats; counts in timestamps (seconds).
        clock: Returns the present moment, aware UTC.
        told: Where changes to stories are found; without it nothing is edited.
        sleep: Waits for some seconds.
    """

    outbox: Outbox
    chats: ChatBook
    sender: Sender
    pacer: RateLimiter
    clock: Callable[[], datetime]
    told: StoryUpdates | None = None
    edit_after: timedelta = EDIT_AFTER
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    delivered: Delivered = field(default_factory=Delivered)

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until `stop` is set, then see through what is under way.

        A chat that is slow or held back holds up no other.
        """
        async with asyncio.TaskGroup() as tasks:
            running: set[asyncio.Task[None]] = set()
            while not stop.is_set():
                parcels = await self._next(IN_FLIGHT - len(running))
                for parcel in parcels:
                    task = tasks.create_task(self._survive(parcel))
                    running.add(task)
                    task.add_done_callback(running.discard)
                if not parcels:
                    await _pause(stop, running)

    async def run_once(self) -> int:
        """Deliver what is due now, one parcel a chat; return how many parcels were tried."""
        while await self._expand():
            pass
        parcels = await self._claim(IN_FLIGHT)
        async with asyncio.TaskGroup() as tasks:
            for parcel in parcels:
                tasks.create_task(self.deliver(parcel))
        return len(parcels)

    async def deliver(self, parcel: Notification) -> None:
        """Wait for a claimed parcel's turn, send it and settle it; never raises but when the store does."""
        if not await self._turn(parcel):
            return
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                receipt = await self.sender.send(parcel)
        except ChatUnavailable as error:
            await self._suspend(parcel, error.reason)
        except ChatMigrated as error:
            await self.chats.migrate(parcel.chat_id, error.new_chat_id)
        except MessageRejected as error:
            await self._give_up(parcel, error.reason)
        except TryLater as error:
            await self._put_off(parcel, error)
        except TimeoutError:
            await self._put_off(parcel, TryLater(localizable("why-no-answer"), after_s=0, maybe_sent=True))
        except Exception as error:  # one broken message must not stop the others
            log.exception("delivery_failed", chat_id=parcel.chat_id)
            await self._put_off(parcel, TryLater(reason_of(error), after_s=0, maybe_sent=True))
        else:
            self.pacer.take(parcel.chat_id, now=self.clock().timestamp())
            await self._sent(parcel, receipt)

    async def _sent(self, parcel: Notification, receipt: Receipt) -> None:
        told = tuple(each for each in parcel.messages if each not in receipt.left_out)
        parcel, left = replace(parcel, messages=told), replace(parcel, messages=receipt.left_out)
        await self.outbox.sent(parcel, telegram_id=receipt.telegram_id, at=self.clock())
        self._count(parcel)
        if left.messages:
            await self._give_up(left, NOTHING_LEFT)

    def _count(self, parcel: Notification) -> None:
        if parcel.edits is not None:
            self.delivered.edited += 1
            return
        self.delivered.sent += len(parcel.messages)
        self.delivered.twice += sum(message.maybe_sent for message in parcel.messages)

    async def _next(self, limit: int) -> list[Notification]:
        try:
            await self._expand()
            return await self._claim(limit)
        except StoreError as error:
            log.error("outbox_not_read", error=str(error))
            return []

    async def _survive(self, parcel: Notification) -> None:
        """Deliver; what the store did not take down comes again when the lease ends."""
        try:
            await self.deliver(parcel)
        except StoreError as error:
            log.error("message_not_settled", chat_id=parcel.chat_id, error=str(error))

    async def _expand(self) -> bool:
        """Write a chunk of what was promised, then of what became of told stories; False when done."""
        if await self.outbox.expand(now=self.clock(), limit=CHUNK):
            return True
        until = self.clock() - NEWS_AFTER
        news = await self.told.news.oldest(until=until) if self.told else None
        if news is None or self.told is None:
            return False
        hurry = await self._is_breaking(self.told, news)
        edit_at = self.clock() + self.edit_after
        await self.told.news.spread(news, edit_at=edit_at, hurry=hurry, limit=CHUNK)
        return True

    async def _is_breaking(self, told: StoryUpdates, news: StoryUpdate) -> bool:
        members = await told.stories.members([news.story_id])
        articles = await told.articles.get(members.get(news.story_id, ()))
        return is_breaking(articles, now=self.clock())

    async def _claim(self, limit: int) -> list[Notification]:
        if limit <= 0:
            return []
        return await self.outbox.claim(now=self.clock(), lease=LEASE, limit=limit, pace=self.pacer.pace)

    async def _turn(self, parcel: Notification) -> bool:
        """Wait until it may go; False when that is too far off, and then the chat is held back."""
        started = self.clock()
        while wait_s := self._wait_s(parcel):
            turn = self.clock() + timedelta(seconds=wait_s)
            if turn - started > timedelta(seconds=PATIENCE_S):
                await self.chats.hold(parcel.chat_id, until=turn, reason=localizable("why-turn"))
                return False
            await self.sleep(wait_s)
        self.pacer.start(now=self.clock().timestamp())
        return True

    def _wait_s(self, parcel: Notification) -> float:
        now = self.clock()
        own = self.pacer.wait_s(parcel.chat_id, now=now.timestamp())
        return max(own, (parcel.turn_at - now).total_seconds(), 0.0)

    async def _suspend(self, parcel: Notification, reason: Localizable) -> None:
        await self.chats.suspend(parcel.chat_id, at=self.clock(), reason=reason)
        log.info("chat_suspended", chat_id=parcel.chat_id, reason=str(reason))
        self.delivered.suspended += 1

    async def _give_up(self, parcel: Notification, reason: Localizable) -> None:
        await self.outbox.give_up(parcel, reason=reason, at=self.clock())
        why = str(reason)
        log.warning("message_given_up", chat_id=parcel.chat_id, edit=bool(parcel.edits), reason=why)
        self.delivered.given_up += len(parcel.messages) if parcel.edits is None else 0

    async def _put_off(self, parcel: Notification, error: TryLater) -> None:
        now, first = self.clock(), parcel.messages[0]
        if is_hopeless(first, now=now):
            await self._give_up(parcel, error.reason)
            return
        due_at = now + timedelta(seconds=retry_after_s(first.attempts, asked_s=error.after_s))
        await self.outbox.postpone(parcel, due_at=due_at, reason=error.reason, maybe_sent=error.maybe_sent)
        if error.after_s:
            self.pacer.hold(parcel.chat_id, until=due_at.timestamp())
            await self.chats.hold(parcel.chat_id, until=due_at, reason=error.reason)
        self.delivered.postponed += len(parcel.messages)


async def _pause(stop: asyncio.Event, running: set[asyncio.Task[None]]) -> None:
    """Wait for something to happen, and not for long."""
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait({stopped, *running}, timeout=IDLE_S, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
