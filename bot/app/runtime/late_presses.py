"""Answers presses that wait in the inbox, behind so many updates of their chat that no process claims them.

Telegram expects the answer to a press within seconds; its work is done when its turn comes.
"""

import asyncio
from contextlib import suppress

from telegram import Update

from bot.chats.inbox import Inbox
from bot.errors import StoreError
from handlers.telegram.press import answer_press
from handlers.telegram.update_processor import ANSWER_PRESS_AFTER_S


class LatePresses:
    """Presses that this process received and that may still wait."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._tasks: set[asyncio.Task[None]] = set()

    def watch(self, update: Update) -> None:
        """Answer a press if it isn't claimed within `ANSWER_PRESS_AFTER_S`; ignore other updates."""
        if update.callback_query is None:
            return
        task = asyncio.create_task(self._answer_late(update))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Answer no more."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _answer_late(self, update: Update) -> None:
        await asyncio.sleep(ANSWER_PRESS_AFTER_S)
        with suppress(StoreError):
            if await self._inbox.is_unclaimed(update.update_id):
                await answer_press(update)
