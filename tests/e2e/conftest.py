"""The whole bot with python-telegram-bot over HTTP against the miniature Telegram, on the sample articles."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.app.runtime.application import Address
from bot.app.runtime.run import serving
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.web.ports import Fetcher
from bot.preview.server import PreviewServer
from tests.e2e.person import Phone

SEEDS = Path(__file__).parents[2] / "seeds"
StartBot = Callable[..., AbstractAsyncContextManager[App]]


@pytest.fixture(scope="session")
def read_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder into which the sample articles were read."""
    data = tmp_path_factory.mktemp("read")

    async def read() -> None:
        async with open_app(Settings(_env_file=None, corpus=SEEDS, data=data)):
            pass

    asyncio.run(read())
    return data


@pytest.fixture
async def telegram() -> AsyncIterator[PreviewServer]:
    async with PreviewServer() as server:
        yield server


@pytest.fixture
def start_bot(telegram: PreviewServer, read_seeds: Path, tmp_path: Path) -> StartBot:
    """Start the bot; a second start finds what the first one stored."""
    data = tmp_path / "data"
    shutil.copytree(read_seeds, data)

    @asynccontextmanager
    async def started(*, fetcher: Fetcher | None = None, **settings: Any) -> AsyncIterator[App]:
        unhurried = {"person_per_minute": 0, "group_per_minute": 0}  # tests ask faster than people
        chosen = Settings(_env_file=None, **{"corpus": SEEDS, "data": data, **unhurried, **settings})
        async with (
            open_app(chosen, read_corpus=False, fetcher=fetcher) as app,
            serving(app.services, Address(telegram.url, telegram.token), asyncio.Event()),
        ):
            yield app

    return started


@pytest.fixture
async def bot(start_bot: StartBot) -> AsyncIterator[App]:
    async with start_bot() as app:
        yield app


@pytest.fixture
def ada(telegram: PreviewServer) -> Phone:
    """A person's phone, with the private chat to the bot open."""
    person = telegram.state.add_person("Ada")
    return Phone(telegram.state, person, telegram.state.chats[person.id])
