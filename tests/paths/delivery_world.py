"""What a delivery simulation is made of: destinations, alerts, articles, messages, and a shared server."""

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
from bot.preview.telegram.state import TelegramState

TOPICS = (
    "A hailstorm broke greenhouse roofs near Tavira on Monday and growers said their tomatoes were lost",
    "The central bank of Lusena cut its lending rate and traders sold bonds and bought shares of lenders",
    "The goalkeeper of Silves saved two penalties and the club reached the cup final in extra time",
    "The museum of Faro opened a wing for coins that divers had found in a sunken galley",
)
COUNTED = (("roofs", "tiles"), ("bonds", "shares"), ("penalties", "goals"), ("coins", "rings"))
"""What the articles on each topic count, and what they count once they were corrected."""
QUERIES = ("hailstorm", "bank", "goalkeeper", "museum", "report", "hailstorm OR museum", "report -bank")
OUTLETS = ("Mill Gazette", "Coast Bee", "Harbour Post", "Hill Radio")
DESTINATIONS = ("ada", "bob", "group", "topic", "channel")
MAX_ALERTS = 3
"""Alerts per destination."""


@dataclass
class Destination:
    """A chat, or one topic of it, to which alerts report."""

    chat: Chat
    thread: int | None = None

    def block(self) -> None:
        """Lock the bot out."""
        if self.chat.owner is not None:
            self.chat.owner.blocks_bot = True
        elif self.chat.type == "channel":
            self.chat.may_write = False
        else:
            self.chat.bot_status = "kicked"

    def restore(self) -> None:
        """Undo whatever keeps the bot from writing here."""
        chat = self.chat
        chat.may_write, chat.bot_status = True, "member" if chat.type != "channel" else "administrator"
        chat.closed_topics.clear()
        if chat.owner is not None:
            chat.owner.blocks_bot = False
        if self.thread is not None:
            chat.topics[self.thread] = "Weather"


def add_destinations(state: TelegramState) -> dict[str, Destination]:
    """Return two private chats, a group, a topic and a channel, added to Telegram."""
    ada, bob = state.add_person("Ada"), state.add_person("Bob")
    ada.started = bob.started = True
    group = state.add_group("Growers", ada, bob)
    forum = state.add_group("Desk", ada, forum=True)
    topic = state.add_topic(forum, "Weather")
    channel = Chat(-1_000_000_009_999, "channel", "Wire", bot_status="administrator")
    state.chats[channel.id] = channel
    return {
        "ada": Destination(state.chats[ada.id]),
        "bob": Destination(state.chats[bob.id]),
        "group": Destination(group),
        "topic": Destination(forum, topic),
        "channel": Destination(channel),
    }


@dataclass
class SavedAlert:
    """An alert, as its owner knows it."""

    alert: Alert
    destination: str
    deleted: bool = False


@dataclass
class PublishedArticle:
    """An article, as its publisher knows it.

    Args:
        generation: The reload that brought it last; None if it came by a feed.
    """

    raw: RawArticle
    id: ArticleId
    withdrawn: bool = False
    generation: int | None = None


@dataclass(frozen=True)
class SentMessage:
    """A message from the bot.

    Args:
        run: The dispatcher's run that sent it.
        reports: Each alert with the number of an article that the message reports for it.
    """

    run: int
    chat_id: int
    message_id: int
    reports: frozenset[tuple[AlertId, int]]


class RecordingFaults(Faults):
    """Faults that record the requests they hit."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: list[tuple[Fault, str, int | None]] = []

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        fault = super().take(method, chat_id)
        if fault is not None:
            self.hits.append((fault, method, chat_id))
        return fault


@dataclass
class SharedWorld:
    """What all simulations of a test share: the server, the bot's connections, an empty data folder."""

    server: PreviewServer
    folder: Path
    bot: Bot
    web: HttpFetcher

    @classmethod
    async def open(cls, stack: AsyncExitStack, folder: Path) -> "SharedWorld":
        os.environ.setdefault("PTB_TIMEDELTA", "true")  # as `build_application` does
        server = await stack.enter_async_context(PreviewServer())
        bot = Bot(server.token, base_url=f"{server.url}/bot", request=HTTPXRequest(connection_pool_size=16))
        await stack.enter_async_context(bot)
        world = cls(server, folder, bot, await stack.enter_async_context(HttpFetcher.open()))
        world.settings(world.empty_data).corpus.mkdir(parents=True)
        async with open_app(world.settings(world.empty_data)):
            pass
        return world

    @property
    def empty_data(self) -> Path:
        """A data folder with an empty database, to be copied."""
        return self.folder / "empty"

    def settings(self, data: Path) -> Settings:
        """Return the settings of an app with its own data folder."""
        return Settings(_env_file=None, corpus=data / "corpus", data=data, reload_max_drop=1.0)
