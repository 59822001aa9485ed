"""Brings updates into the inbox and from there to the handlers.

Telegram --receive--> inbox (stored) --claim--> queue of the application --FairUpdateProcessor--> handlers
    --end--> inbox (handled)

An update is confirmed to Telegram after it is stored, and marked as handled after it is answered. What is in
between when the process dies is claimed again: by this process after a restart, or by another one at once.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any

import structlog
from telegram import Bot, Update

from bot.app.runtime.jobs import repeat, run_in_background
from bot.app.runtime.late_presses import LatePresses
from bot.app.runtime.requests import parse_update
from bot.app.runtime.suspects import MAX_ATTEMPTS, Turns
from bot.chats.inbox import PRESS, ClaimedUpdate, ReceivedUpdate, shares_message_ids
from bot.errors import StoreError
from bot.services import Services
from handlers.telegram.in_hand import MAX_TRIES, UpdateInHand, in_hand
from handlers.telegram.sent_ids import SentIds
from handlers.telegram.update_processor import chat_of

log = structlog.get_logger()
MAX_IN_HAND = 2_000
"""Updates that are claimed at once; many, because some wait for minutes for Telegram's flood control."""
MAX_OTHERS = 16
"""Other updates that were cut off whose answers are expected among the messages that are tried."""
FAILING_FOR_S = 10.0
"""How long claims may fail before health checks report it."""
IDLE_S = 1.0
"""How often to look for updates that another process stored or left."""
RECOVER_EVERY = timedelta(seconds=2)


class InboxReader:
    """The inbox of this process, and the updates in hand.

    Args:
        queue: The application takes updates from it.
    """

    def __init__(self, services: Services, bot: Bot, queue: "asyncio.Queue[object]") -> None:
        self._inbox = services.inbox
        self._metrics = services.metrics
        self._clock = services.clock
        self._bot = bot
        self._queue = queue
        self._in_hand: dict[int, UpdateInHand] = {}
        self._unmarked: dict[int, UpdateInHand] = {}  # handled, but the database failed to note it
        self._sent_ids = SentIds()
        self._late_presses = LatePresses(services.inbox, self._is_ours)
        self._look_for_presses = True  # of earlier processes
        self._turns = Turns()
        self._wake = asyncio.Event()
        self._failing_since: float | None = None

    @property
    def problem(self) -> str:
        """What keeps updates from being handled, "" for nothing."""
        if self._failing_since is None or time.monotonic() - self._failing_since < FAILING_FOR_S:
            return ""
        return "the inbox can't be read; the log says why"

    async def receive(self, raw_updates: Sequence[Any]) -> None:
        """Store updates; log and skip those that can't be parsed.

        Inline queries go to the application at once: they are out of date before a restart could answer them,
        and what people type is stored only where it is sent.

        Raises:
            StoreError: They aren't stored, so that Telegram has to repeat them.
            ValueError: One of them is no update.
        """
        parsed = [(raw, parse_update(raw, self._bot, self._metrics)) for raw in raw_updates]
        received = [
            _received(raw, update) for raw, update in parsed if update and update.inline_query is None
        ]
        await self._inbox.store(received, now=self._clock())
        self._wake.set()
        for update in [update for _, update in parsed if update is not None]:
            self._late_presses.watch(update)
            if update.inline_query is not None:
                await self._queue.put(update)

    async def run(self, stop: asyncio.Event) -> None:
        """Bring waiting updates to the application until `stop`."""
        stopping = asyncio.create_task(stop.wait())
        while not stop.is_set():
            self._wake.clear()
            await self._claim_safely()
            waking = asyncio.create_task(self._wake.wait())
            await asyncio.wait({stopping, waking}, timeout=IDLE_S, return_when=asyncio.FIRST_COMPLETED)
            waking.cancel()
        stopping.cancel()
        await self._late_presses.close()

    async def recover(self) -> None:
        """Take over from processes that died."""
        if freed := await self._inbox.recover():
            log.info("updates_recovered", count=freed)
            self._look_for_presses = True
            self._wake.set()

    async def _claim_safely(self) -> None:
        """Claim updates; a failure ends nothing, and only the first is logged with its traceback."""
        failing = self._failing_since is not None
        try:
            await self._claim()
        except StoreError as error:
            log.error("inbox_not_read", error=str(error))
        except Exception as error:
            log.error("inbox_not_read", error=type(error).__name__, exc_info=not failing)
        else:
            self._failing_since = None
            return
        if not failing:
            self._failing_since = time.monotonic()

    async def _claim(self) -> None:
        for ended in list(self._unmarked.values()):
            await self._mark(ended)
        limit = MAX_IN_HAND - len(self._in_hand)
        claimed = await self._inbox.claim(limit=limit) if limit > 0 else []
        tries = _tries(claimed)
        # A process that loses its slot and takes one again also claims what it has in hand.
        for update in [update for update in claimed if not self._is_ours(update.id)]:
            self._in_hand[update.id] = _in_hand(update, self._sent_ids, tries)
            self._turns.add(update)
            self._watch_press(update.content)
        if self._look_for_presses:
            await self._watch_waiting_presses()
        for update in self._turns.take():
            await self._hand_over(update)

    async def _watch_waiting_presses(self) -> None:
        """Watch the presses that an earlier process received."""
        for content in await self._inbox.waiting_presses():
            self._watch_press(content)
        self._look_for_presses = False

    def _watch_press(self, content: str) -> None:
        if PRESS in content:
            with suppress(Exception):  # unreadable; it is logged when its turn comes
                self._late_presses.watch(Update.de_json(json.loads(content), self._bot))

    def _is_ours(self, update_id: int) -> bool:
        return update_id in self._in_hand or update_id in self._unmarked

    async def _hand_over(self, claimed: ClaimedUpdate) -> None:
        """Queue an update for the application; one that fails each time is logged and marked as handled."""
        if claimed.attempts >= MAX_ATTEMPTS:
            log.error("update_given_up", update=claimed.id, attempts=claimed.attempts)
            await self._end(claimed.id)
            return
        try:
            update = Update.de_json(json.loads(claimed.content), self._bot)
        except Exception as error:
            log.error("stored_update_unreadable", update=claimed.id, error=type(error).__name__)
            await self._end(claimed.id)
        else:
            await self._queue.put(update)

    async def begin(self, update: object) -> None:
        """Note that this task handles an update from now on; count it if an earlier attempt was cut off."""
        current = self._in_hand.get(update.update_id) if isinstance(update, Update) else None
        if current is None:
            return
        self._late_presses.begun(current.id)
        in_hand.set(current)
        if current.interrupted:
            try:
                await self._inbox.begun(current.id)
            except StoreError as error:
                log.error("attempt_not_counted", update=current.id, error=str(error))

    async def end(self, update: object) -> None:
        """Mark an update as handled."""
        if isinstance(update, Update) and update.update_id in self._in_hand:
            await self._end(update.update_id)

    async def _end(self, update_id: int) -> None:
        ended = self._in_hand[update_id]
        try:
            await self._mark(ended)
        except StoreError as error:  # the next start would look for the answer before it sends another
            log.error("update_not_marked", update=update_id, error=str(error), next="again soon")
            self._unmarked[update_id] = ended
        del self._in_hand[update_id]
        self._late_presses.begun(update_id)
        self._turns.end(update_id)
        self._wake.set()

    async def _mark(self, ended: UpdateInHand) -> None:
        await self._inbox.handled(
            ended.id, answer_id=ended.answer_id, now=self._clock(), forget=ended.forgotten
        )
        self._unmarked.pop(ended.id, None)


def _received(raw: Any, update: Update) -> ReceivedUpdate:
    message = None if update.guest_message else update.effective_message  # numbered in a foreign chat
    message_id = message.message_id if message else None
    return ReceivedUpdate(
        update.update_id, chat_of(update), message_id, json.dumps(raw, separators=(",", ":"))
    )


def _tries(claimed: Sequence[ClaimedUpdate]) -> int:
    """Return how many messages may be tried to find an answer: other answers may lie before it."""
    return MAX_TRIES + min(sum(update.attempts > 0 for update in claimed), MAX_OTHERS)


def _in_hand(claimed: ClaimedUpdate, sent_ids: SentIds, tries: int) -> UpdateInHand:
    return UpdateInHand(
        claimed.id,
        claimed.chat_id,
        interrupted=claimed.attempts > 0,
        last_message_id=claimed.last_message_id,
        other_message_ids=claimed.other_message_ids,
        tries=tries if shares_message_ids(claimed.chat_id) else MAX_TRIES,
        sent_ids=sent_ids,
        claimed_at=time.monotonic(),
    )


@asynccontextmanager
async def read_inbox(reader: InboxReader) -> AsyncIterator[None]:
    """Bring updates from the inbox to the application while the block lasts."""
    stop = asyncio.Event()
    async with run_in_background(stop, reader.run(stop), repeat(RECOVER_EVERY, reader.recover, stop)):
        yield


@asynccontextmanager
async def left_at_end(services: Services) -> AsyncIterator[None]:
    """Leave the inbox when the block ends; other processes may then handle what is left in it."""
    try:
        yield
    finally:
        with suppress(StoreError):
            await services.inbox.leave()
