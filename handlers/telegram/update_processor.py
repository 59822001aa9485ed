"""Decides which update runs next: many chats at once, each chat's updates in order, no chat starved."""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Any, Protocol

import structlog
from telegram.ext import BaseUpdateProcessor

log = structlog.get_logger()
MAX_RUNNING = 64
"""Updates that run at once."""
PATIENCE_S = 5.0
"""An update that runs longer waits for Telegram, not for the bot, and no longer counts as running."""
MAX_WAITING = 50
"""Waiting updates of one chat; further ones are dropped."""
NEW_FOR_S = 600.0
"""A chat first seen longer ago than this is a regular."""
MAX_REMEMBERED = 100_000
"""Chats whose first update is remembered."""
Line = tuple[int, bool]
"""Updates that wait behind each other: those of a chat, or the inline queries of a person."""


class Journal(Protocol):
    """Records which updates are being handled."""

    async def begin(self, update: object) -> None:
        """Note that the running task handles an update from now on."""
        ...

    async def end(self, update: object) -> None:
        """Note that an update is handled."""
        ...


class NoJournal:
    """A journal that records nothing."""

    async def begin(self, update: object) -> None:
        """Do nothing."""

    async def end(self, update: object) -> None:
        """Do nothing."""


class FairUpdateProcessor(BaseUpdateProcessor):
    """Lets chats take turns, and alternates between regular and new chats.

    A chat that floods waits behind itself. A crowd of new chats waits behind each other and takes at most
    every second turn from the regulars.

    Args:
        max_running: Updates that run at once.
        clock: Monotonic seconds.
        done: Receives the kind of each update and the seconds from its arrival to its end.
    """

    def __init__(
        self,
        max_running: int = MAX_RUNNING,
        *,
        clock: Callable[[], float] = time.monotonic,
        done: Callable[[str, float], None] = lambda _kind, _seconds: None,
    ) -> None:
        super().__init__(2**31)  # PTB's own limit is lifted: updates wait here
        self._free = max_running
        self._clock = clock
        self._done = done
        self.journal: Journal = NoJournal()
        self._waiting: dict[Line, deque[asyncio.Future[None]]] = {}
        self._rings: tuple[deque[Line], deque[Line]] = (deque(), deque())  # regular chats, new chats
        self._next_ring = 0
        self._first_seen: OrderedDict[int, float] = OrderedDict()

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_process_update(self, update: object, coroutine: Any) -> None:
        """Run an update when it is its chat's turn."""
        line = line_of(update)
        waiting = self._waiting.setdefault(line, deque())
        if len(waiting) >= MAX_WAITING:
            coroutine.close()
            log.warning("update_left_unread", chat=line[0], waiting=len(waiting))
            await self.journal.end(update)
            return
        arrived_at, turn = self._clock(), asyncio.get_running_loop().create_future()
        waiting.append(turn)
        if len(waiting) == 1:
            self._enqueue(line)
        try:
            await turn
            try:
                await self._run(self._begun(update, coroutine))
            except Exception:
                await self.journal.end(update)
                raise
            await self.journal.end(update)
        finally:
            waiting.remove(turn)
            if waiting:
                self._enqueue(line)
            else:
                del self._waiting[line]
            self._done(kind_of(update), self._clock() - arrived_at)

    async def _run(self, coroutine: Any) -> None:
        """Run an update in a slot that is freed when it ends or `PATIENCE_S` have passed."""
        holds_slot = True

        def release() -> None:
            nonlocal holds_slot
            if holds_slot:
                holds_slot = False
                self._free += 1
                self._give_turns()

        timeout = asyncio.get_running_loop().call_later(PATIENCE_S, release)
        try:
            await coroutine
        finally:
            timeout.cancel()
            release()

    async def _begun(self, update: object, coroutine: Any) -> None:
        try:
            await self.journal.begin(update)
            await coroutine
        finally:
            coroutine.close()  # unless it has run, Python would warn

    def _enqueue(self, line: Line) -> None:
        chat, _ = line
        self._rings[self._is_new(chat)].append(line)
        self._give_turns()

    def _give_turns(self) -> None:
        while self._free and any(self._rings):
            self._next_ring ^= 1
            ring = self._rings[self._next_ring] or self._rings[self._next_ring ^ 1]
            waiting = self._waiting.get(ring.popleft())
            if waiting and not waiting[0].done():
                self._free -= 1
                waiting[0].set_result(None)

    def _is_new(self, chat: int) -> bool:
        now = self._clock()
        first_seen = self._first_seen.setdefault(chat, now)
        self._first_seen.move_to_end(chat)
        if len(self._first_seen) > MAX_REMEMBERED:
            self._first_seen.popitem(last=False)
        return now - first_seen < NEW_FOR_S


def chat_of(update: object) -> int:
    """Return the chat of an update, or its user where there is none or the bot is a guest, or 0."""
    chat = None if getattr(update, "guest_message", None) else getattr(update, "effective_chat", None)
    source = chat or getattr(update, "effective_user", None)
    return int(source.id) if source else 0


def line_of(update: object) -> Line:
    """Return what an update waits behind; a person's inline queries don't wait in their private chat."""
    return chat_of(update), kind_of(update) == "inline"


def kind_of(update: object) -> str:
    """Return the kind of an update: press, inline, command, question or other."""
    if getattr(update, "callback_query", None):
        return "press"
    if getattr(update, "inline_query", None):
        return "inline"
    message = getattr(update, "effective_message", None)
    words = message and (message.text or message.caption)
    if not words:
        return "other"
    return "command" if words.startswith("/") else "question"
