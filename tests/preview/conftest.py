"""The miniature Telegram with one person, and its Bot API."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from bot.preview.server import PreviewServer
from bot.preview.telegram.model import Chat, Person
from bot.preview.telegram.state import TelegramState
from bot.preview.telegram.users import Users

Json = dict[str, Any]


@dataclass(frozen=True)
class Api:
    """The Bot API over HTTP, with the state behind it and one user, Ada."""

    http: httpx.AsyncClient
    state: TelegramState
    ada: Person
    chat: Chat

    @property
    def users(self) -> Users:
        return Users(self.state)

    async def call(self, method: str, /, **params: Any) -> Json:
        """Return the whole JSON response of a method."""
        response = await self.http.post(method, json=params)
        answer: Json = response.json()
        assert response.status_code == answer.get("error_code", 200)
        return answer

    async def result(self, method: str, /, **params: Any) -> Any:
        """Return the result of a successful call."""
        answer = await self.call(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def error(self, method: str, /, **params: Any) -> str:
        """Return the description of a method's error."""
        answer = await self.call(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def sent(self, text: str = "words", **params: Any) -> Json:
        """Return a message that the bot sent to Ada."""
        message: Json = await self.result("sendMessage", chat_id=self.chat.id, text=text, **params)
        return message


@pytest.fixture
async def server() -> AsyncIterator[PreviewServer]:
    async with PreviewServer() as server:
        yield server


@pytest.fixture
async def api(server: PreviewServer) -> AsyncIterator[Api]:
    """The API of a bot that Ada has started."""
    ada = server.state.add_person("Ada")
    chat = server.state.chats[ada.id]
    server.users.send(ada, chat, "/start")
    async with httpx.AsyncClient(base_url=f"{server.url}/bot{server.token}/") as http:
        yield Api(http, server.state, ada, chat)
