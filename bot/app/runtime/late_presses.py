"""Answers presses whose turn is late: behind others of their chat, or behind updates that run alone.

Telegram expects the answer to a press within seconds; its work is done when its turn comes.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from telegram import Update

from bot.chats.inbox import Inbox
from bot.errors import StoreError
from handlers.telegram.press import answer_press

ANSWER_AFTER_S = 1.5
"""How long a press may wait for its turn before it is answered."""


class LatePresses:
    """Presses that wait for their turn.

    Args:
        is_ours: Returns whether this process has claimed an update.
    """

    def __init__(self, inbox: Inbox, is_ours: Callable[[int], bool]) -> None:
        self._inbox = inbox
        self._is_ours = is_ours
        self._tasks: dict[int, asyncio.Task[None]] = {}

    def watch(self, update: Update) -> None:
        """Answer a press if it hasn't begun within `ANSWER_AFTER_S`; ignore other updates."""
        number = update.update_id
        if update.callback_query is None or number in self._tasks:
            return
        self._tasks[number] = task = asyncio.create_task(self._answer_late(update))
        task.add_done_callback(lambda _: self._tasks.pop(number, None))

    def begun(self, update_id: int) -> None:
        """Leave the answer to the handler of the press."""
        if task := self._tasks.get(update_id):
            task.cancel()

    async def close(self) -> None:
        """Answer no more."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _answer_late(self, update: Update) -> None:
        await asyncio.sleep(ANSWER_AFTER_S)
        with suppress(StoreError):  # another process answers those that it has claimed
            if self._is_ours(update.update_id) or await self._inbox.is_unclaimed(update.update_id):
                await answer_press(update)
