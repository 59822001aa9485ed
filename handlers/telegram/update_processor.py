"""Whose update is worked on next: many chats at once, each chat's updates in order, nobody crowded out."""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Any

import structlog
from telegram.ext import BaseUpdateProcessor

log = structlog.get_logger()
AT_ONCE = 64
"""Updates worked on at once."""
PATIENCE_S = 5.0
"""An update that takes longer waits for Telegram, not for us; it no longer counts among `AT_ONCE`."""
MOST_WAITING = 50
"""Updates of one chat that wait; what comes on top is left unread."""
NEW_FOR_S = 600.0
"""A chat that has been heard of for so long is a regular one."""
REMEMBERED = 100_000
"""Chats of which is remembered when they were first heard of."""


class FairUpdateProcessor(BaseUpdateProcessor):
    """Gives chats their turns one after the other, regular ones and newcomers in alternation.

    A chat that floods waits behind itself; a crowd of newcomers waits behind each other, and takes at most
    every second turn from those who were there before.

    Args:
        at_once: Updates worked on at the same time.
        clock: Monotonic seconds.
        done: Told of each update worked on: its kind, and the seconds from its arrival to its end.
    """

    def __init__(
        self,
        at_once: int = AT_ONCE,
        *,
        clock: Callable[[], float] = time.monotonic,
        done: Callable[[str, float], None] = lambda _kind, _seconds: None,
    ) -> None:
        super().__init__(2**31)  # who waits, waits here
        self._free = at_once
        self._clock = clock
        self._done = done
        self._lanes: dict[int, deque[asyncio.Future[None]]] = {}
        self._rings: tuple[deque[int], deque[int]] = (deque(), deque())
        self._turn = 0
        self._since: OrderedDict[int, float] = OrderedDict()

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_process_update(self, update: object, coroutine: Any) -> None:
        """Work on an update when it is its chat's turn."""
        chat = chat_of(update)
        lane = self._lanes.setdefault(chat, deque())
        if len(lane) >= MOST_WAITING:
            coroutine.close()
            log.warning("update_left_unread", chat=chat, waiting=len(lane))
            return
        came, turn = self._clock(), asyncio.get_running_loop().create_future()
        lane.append(turn)
        if len(lane) == 1:
            self._queue(chat)
        try:
            await turn
            await self._work(coroutine)
        finally:
            lane.remove(turn)
            if lane:
                self._queue(chat)
            else:
                del self._lanes[chat]
            self._done(kind_of(update), self._clock() - came)

    async def _work(self, coroutine: Any) -> None:
        held = True

        def release() -> None:
            nonlocal held
            if held:
                held = False
                self._free += 1
                self._hand_out()

        impatient = asyncio.get_running_loop().call_later(PATIENCE_S, release)
        try:
            await coroutine
        finally:
            impatient.cancel()
            release()

    def _queue(self, chat: int) -> None:
        self._rings[self._is_new(chat)].append(chat)
        self._hand_out()

    def _hand_out(self) -> None:
        while self._free and any(self._rings):
            self._turn ^= 1
            ring = self._rings[self._turn] or self._rings[self._turn ^ 1]
            lane = self._lanes.get(ring.popleft())
            if lane and not lane[0].done():
                self._free -= 1
                lane[0].set_result(None)

    def _is_new(self, chat: int) -> bool:
        now = self._clock()
        since = self._since.setdefault(chat, now)
        self._since.move_to_end(chat)
        if len(self._since) > REMEMBERED:
            self._since.popitem(last=False)
        return now - since < NEW_FOR_S


def chat_of(update: object) -> int:
    """Return the chat of an update, or the person where there is no chat; 0 where there is neither."""
    source = getattr(update, "effective_chat", None) or getattr(update, "effective_user", None)
    return int(source.id) if source else 0


def kind_of(update: object) -> str:
    """Return what an update is: a press, an inline query, a command, a question (other words), or other."""
    if getattr(update, "callback_query", None):
        return "press"
    if getattr(update, "inline_query", None):
        return "inline"
    message = getattr(update, "effective_message", None)
    words = message and (message.text or message.caption)
    if not words:
        return "other"
    return "command" if words.startswith("/") else "question"
