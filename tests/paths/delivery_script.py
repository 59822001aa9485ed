"""What a stage is made of: places, alerts, articles, messages; and the server and store that stages share."""

import os
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from telegram import Bot
from telegram.request import HTTPXRequest

from bot.alerts.alert import Alert, AlertId
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.corpus.article import ArticleId
from bot.corpus.raw import RawArticle
from bot.corpus.web.fetcher import HttpFetcher
from bot.preview.server import PreviewServer
from bot.preview.telegram.faults import Fault, Faults
from bot.preview.telegram.model import Chat


@dataclass
class Place:
    """Where an alert reports."""

    chat: Chat
    thread: int | None = None


@dataclass
class Saved:
    """An alert, as its owner knows it."""

    alert: Alert
    place: str
    gone: bool = False


@dataclass
class Published:
    """An article, as its publisher knows it."""

    raw: RawArticle
    id: ArticleId
    withdrawn: bool = False


@dataclass(frozen=True)
class Said:
    """A new message of the bot's: in which run, where, and for which alert it tells which article."""

    run: int
    chat_id: int
    message_id: int
    tells: frozenset[tuple[AlertId, int]]


class NotedFaults(Faults):
    """Faults that write down whom they met."""

    def __init__(self) -> None:
        super().__init__()
        self.met: list[tuple[Fault, str, int | None]] = []

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        fault = super().take(method, chat_id)
        if fault is not None:
            self.met.append((fault, method, chat_id))
        return fault


@dataclass
class Script:
    """What is shared by all stages of a test: the server, the bot's connections, an empty store."""

    server: PreviewServer
    empty: Path
    bot: Bot
    web: HttpFetcher

    @classmethod
    async def open(cls, stack: AsyncExitStack, folder: Path) -> "Script":
        os.environ.setdefault("PTB_TIMEDELTA", "true")  # as `build_application` does
        server = await stack.enter_async_context(PreviewServer())
        (folder / "corpus").mkdir()
        async with open_app(settings_in(folder, folder / "empty")):
            pass
        bot = await stack.enter_async_context(bot_of(server))
        return cls(server, folder, bot, await stack.enter_async_context(HttpFetcher.open()))


def bot_of(server: PreviewServer) -> Bot:
    """A bot that speaks to a server and waits for nothing."""
    request = HTTPXRequest(connection_pool_size=16)
    return Bot(server.token, base_url=f"{server.url}/bot", request=request)


def settings_in(folder: Path, data: Path) -> Settings:
    return Settings(_env_file=None, corpus=folder / "corpus", data=data)
