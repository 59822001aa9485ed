"""The preview's server with a bot scripted by the test."""

import contextlib
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any

from bot.preview.api.methods import METHODS
from bot.preview.server import PreviewServer
from bot.preview.telegram.model import GENERAL
from bot.preview.telegram.state import TelegramState
from tests.profiles import PATIENCE_S

Json = dict[str, Any]
PRIVATE, GROUP, FORUM = 1001, -4001, -1000000004002
COMMANDS = [
    {"command": "start", "description": "What this bot does"},
    {"command": "help", "description": "How to ask"},
    {"command": "latest", "description": "Newest articles"},
]


class ScriptedBot:
    """A bot controlled by a test: receives updates, sends and edits messages, answers queries."""

    def __init__(self, state: TelegramState, url: str) -> None:
        self.state = state
        self.url = url
        self.topics = {name: number for number, name in state.chats[FORUM].topics.items()}
        self._received: dict[str, list[Json]] = defaultdict(list)
        self._next = 0

    async def receives(self, kind: str) -> Json:
        """Return the next update of a kind: message, edited_message, callback_query, inline_query …"""
        while not self._received[kind]:
            updates = await self.state.updates.poll(offset=self._next, limit=100, timeout_s=PATIENCE_S)
            assert updates, f"no {kind} arrived"
            self._next = updates[-1]["update_id"] + 1
            for update in updates:
                (name,) = update.keys() - {"update_id"}
                self._received[name].append(update[name])
        return self._received[kind].pop(0)

    async def sends(self, chat_id: int = PRIVATE, **fields: Any) -> Json:
        return self.state.post(self.state.chats[chat_id], self.state.bot, fields)

    async def requests_reply(self, text: str, chat_id: int = PRIVATE) -> Json:
        message = {"chat_id": chat_id, "text": text, "reply_markup": {"force_reply": True}}
        return METHODS["sendmessage"](self.state, message)  # type: ignore[no-any-return]

    async def edits(self, message: Json, **fields: Any) -> None:
        message.update(fields, edit_date=int(time.time()))
        self.state.publish({"type": "edited", "message": message})

    async def types(self, chat_id: int) -> None:
        self.state.publish({"type": "typing", "chat_id": chat_id})

    async def deletes(self, message: Json) -> None:
        METHODS["deletemessage"](
            self.state, {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
        )

    async def answers_press(self, query: Json, **answer: Any) -> None:
        METHODS["answercallbackquery"](self.state, {"callback_query_id": query["id"], **answer})

    async def answers_inline(self, query: Json, results: list[Json], next_offset: str = "") -> None:
        METHODS["answerinlinequery"](
            self.state, {"inline_query_id": query["id"], "results": results, "next_offset": next_offset}
        )

    async def drops_connections(self) -> None:
        self.state.end_streams()

    @staticmethod
    def result(result_id: str, title: str) -> Json:
        content = {"message_text": f"Flood, day {result_id}"}
        return {"type": "article", "id": result_id, "title": title, "input_message_content": content}


def _world() -> TelegramState:
    state = TelegramState(username="sample_bot")
    state.bot["can_read_all_group_messages"] = True
    ada = state.add_person("Ada")
    state.add_group("Reading circle", ada)
    desk = state.add_group("News desk", ada, forum=True)
    assert (desk.id, desk.last_id) == (FORUM, GENERAL)
    for topic in ("Floods", "Elections"):
        state.add_topic(desk, topic)
    METHODS["setmycommands"](state, {"commands": COMMANDS})
    return state


@contextlib.asynccontextmanager
async def scripted_bot() -> AsyncIterator[ScriptedBot]:
    """Serve the page on a free loopback port."""
    async with PreviewServer(_world()) as server:
        yield ScriptedBot(server.state, f"{server.url}/")
