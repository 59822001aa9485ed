"""The whole bot on the sample articles, connected over HTTP to the miniature Telegram."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app.runtime.application import Address
from bot.app.runtime.serving import serve_bot
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.web.ports import Fetcher
from bot.delivery import dispatcher
from bot.preview.server import PreviewServer
from bot.preview.telegram.state import TelegramState
from tests.e2e.person import Json, Phone

SEEDS = Path(__file__).parents[2] / "seeds"
StartBot = Callable[..., AbstractAsyncContextManager[App]]


@dataclass(frozen=True)
class FirstStart:
    """What the bot's first start on the sample articles leaves behind."""

    data: Path
    menus: dict[tuple[str, str], list[Json]]

    @asynccontextmanager
    async def telegram(self, state: TelegramState | None = None) -> AsyncIterator[PreviewServer]:
        """Serve a Telegram that already has the bot's menus."""
        async with PreviewServer(state) as server:
            server.state.commands = deepcopy(self.menus)
            yield server


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> FirstStart:
    """Start the bot once; tests start copies, which need not read the articles or set the menus again."""
    data = tmp_path_factory.mktemp("first_start")

    async def start() -> FirstStart:
        async with (
            open_app(Settings(_env_file=None, corpus=SEEDS, data=data)) as app,
            PreviewServer() as telegram,
            serve_bot(
                app.services,
                Address(telegram.url, telegram.token),
                asyncio.Event(),
                named_values=app.stores.named_values,
            ),
        ):
            return FirstStart(data, telegram.state.commands)

    return asyncio.run(start())


@pytest.fixture
async def telegram(first_start: FirstStart) -> AsyncIterator[PreviewServer]:
    async with first_start.telegram() as server:
        yield server


@pytest.fixture
def start_bot(telegram: PreviewServer, first_start: FirstStart, tmp_path: Path) -> StartBot:
    """Start the bot; a second start finds the data of the first."""
    data = tmp_path / "data"
    shutil.copytree(first_start.data, data)

    @asynccontextmanager
    async def started(*, fetcher: Fetcher | None = None, **settings: Any) -> AsyncIterator[App]:
        unlimited = {"person_per_minute": 0, "group_per_minute": 0}  # tests ask faster than people
        chosen = Settings(_env_file=None, **{"corpus": SEEDS, "data": data, **unlimited, **settings})
        async with (
            open_app(chosen, read_corpus=False, fetcher=fetcher) as app,
            serve_bot(
                app.services,
                Address(telegram.url, telegram.token),
                asyncio.Event(),
                named_values=app.stores.named_values,
            ),
        ):
            yield app

    return started


@pytest.fixture
def edits_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Edit notifications as soon as their story changes, not half a minute later."""
    monkeypatch.setattr(dispatcher, "EDIT_AFTER", timedelta(0))


@pytest.fixture
async def bot(start_bot: StartBot) -> AsyncIterator[App]:
    async with start_bot() as app:
        yield app


@pytest.fixture
def ada(telegram: PreviewServer) -> Phone:
    """A person with the private chat open."""
    person = telegram.state.add_person("Ada")
    return Phone(telegram.state, person, telegram.state.chats[person.id])
