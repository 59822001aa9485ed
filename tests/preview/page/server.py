"""The preview's server with a bot that a test plays."""

import contextlib
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any

from bot.preview.api.methods import METHODS
from bot.preview.server import PreviewServer
from bot.preview.telegram.model import GENERAL
from bot.preview.telegram.state import TelegramState

Json = dict[str, Any]
PRIVATE, GROUP, FORUM = 1001, -4001, -1000000004002
COMMANDS = [
    {"command": "start", "description": "What this bot does"},
    {"command": "help", "description": "How to ask"},
    {"command": "latest", "description": "Newest articles"},
]


class PlayedBot:
    """The bot as a test plays it: hears updates, posts and edits messages, answers queries."""

    def __init__(self, world: TelegramState, url: str) -> None:
        self.world = world
        self.url = url
        self.topics = {name: number for number, name in world.chats[FORUM].topics.items()}
        self._heard: dict[str, list[Json]] = defaultdict(list)
        self._next = 0

    async def hears(self, kind: str) -> Json:
        """Return the next update of a kind: message, edited_message, callback_query, inline_query …"""
        while not self._heard[kind]:
            updates = await self.world.updates.poll(offset=self._next, limit=100, timeout_s=5)
            assert updates, f"no {kind} came"
            self._next = updates[-1]["update_id"] + 1
            for update in updates:
                (name,) = update.keys() - {"update_id"}
                self._heard[name].append(update[name])
        return self._heard[kind].pop(0)

    async def says(self, chat_id: int = PRIVATE, **fields: Any) -> Json:
        return self.world.post(self.world.chats[chat_id], self.world.bot, fields)

    async def asks(self, text: str, chat_id: int = PRIVATE) -> Json:
        asked = {"chat_id": chat_id, "text": text, "reply_markup": {"force_reply": True}}
        return METHODS["sendmessage"](self.world, asked)  # type: ignore[no-any-return]

    async def edits(self, message: Json, **fields: Any) -> None:
        message.update(fields, edit_date=int(time.time()))
        self.world.tell({"type": "edited", "message": message})

    async def types(self, chat_id: int) -> None:
        self.world.tell({"type": "typing", "chat_id": chat_id})

    async def deletes(self, message: Json) -> None:
        METHODS["deletemessage"](
            self.world, {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
        )

    async def answers_press(self, query: Json, **answer: Any) -> None:
        METHODS["answercallbackquery"](self.world, {"callback_query_id": query["id"], **answer})

    async def answers_inline(self, query: Json, results: list[Json], next_offset: str = "") -> None:
        METHODS["answerinlinequery"](
            self.world, {"inline_query_id": query["id"], "results": results, "next_offset": next_offset}
        )

    async def drops_connections(self) -> None:
        self.world.hang_up()

    @staticmethod
    def result(result_id: str, title: str) -> Json:
        content = {"message_text": f"Flood, day {result_id}"}
        return {"type": "article", "id": result_id, "title": title, "input_message_content": content}


def _world() -> TelegramState:
    world = TelegramState(username="sample_bot")
    world.bot["can_read_all_group_messages"] = True
    ada = world.add_person("Ada")
    world.add_group("Reading circle", ada)
    desk = world.add_group("News desk", ada, forum=True)
    assert (desk.id, desk.last_id) == (FORUM, GENERAL)
    for topic in ("Floods", "Elections"):
        world.add_topic(desk, topic)
    METHODS["setmycommands"](world, {"commands": COMMANDS})
    return world


@contextlib.asynccontextmanager
async def played_bot() -> AsyncIterator[PlayedBot]:
    """Serve the page on a free loopback port."""
    async with PreviewServer(_world()) as server:
        yield PlayedBot(server.world, f"{server.url}/")
