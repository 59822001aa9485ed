"""Pushes updates to webhooks as Telegram and a balancer do.

The updates of a chat go out one after the other, those of different chats at the same time, each again until
it is accepted.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import cycle

import httpx

from bot.app.runtime.webhook import SECRET_HEADER
from bot.preview.server import PreviewServer
from bot.preview.telegram.model import Json

RETRY_S = 0.02


@dataclass
class Pusher:
    """Pushes the pending updates of a miniature Telegram.

    Args:
        urls: Of the processes behind the balancer, which take turns.
    """

    telegram: PreviewServer
    urls: Sequence[str]
    answers: list[int] = field(default_factory=list)
    _queues: dict[int, "asyncio.Queue[Json]"] = field(default_factory=dict)

    async def run(self) -> None:
        """Push until cancelled."""
        done, updates, turns = 0, self.telegram.state.updates, cycle(self.urls)
        async with httpx.AsyncClient() as http, asyncio.TaskGroup() as tasks:
            while True:
                for update in await updates.poll(offset=done, limit=100, timeout_s=60):
                    done = update["update_id"] + 1
                    chat = _chat_of(update)
                    if chat not in self._queues:
                        self._queues[chat] = asyncio.Queue()
                        tasks.create_task(self._push_chat(self._queues[chat], turns, http))
                    self._queues[chat].put_nowait(update)

    async def _push_chat(
        self, queue: "asyncio.Queue[Json]", turns: "cycle[str]", http: httpx.AsyncClient
    ) -> None:
        while True:
            update = await queue.get()
            while not await self._accepted(update, next(turns), http):  # noqa: ASYNC110  (as Telegram does)
                await asyncio.sleep(RETRY_S)

    async def _accepted(self, update: Json, url: str, http: httpx.AsyncClient) -> bool:
        headers = {SECRET_HEADER: self.telegram.state.webhook.get("secret_token", "")}
        with suppress(httpx.TransportError):
            response = await http.post(url, json=update, headers=headers)
            self.answers.append(response.status_code)
            return response.is_success
        return False


def _chat_of(update: Json) -> int:
    """Return the chat of an update, else the person it comes from; 0 for an update that names neither."""
    for content in update.values():
        places = (content.get("chat"), content.get("from")) if isinstance(content, dict) else ()
        for place in places:
            if isinstance(place, dict) and isinstance(place.get("id"), int):
                return int(place["id"])
    return 0


@asynccontextmanager
async def pushing(telegram: PreviewServer, *urls: str) -> AsyncIterator[list[int]]:
    """Push updates while the block lasts; yield the status codes of the answers."""
    pusher = Pusher(telegram, urls)
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(pusher.run())
        yield pusher.answers
        task.cancel()
