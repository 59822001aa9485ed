"""Command menus: in every language, set once per version and bot."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app.runtime.application import Address
from bot.app.runtime.command_menus import MENUS_VALUE
from bot.app.runtime.serving import serve_bot
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.preview.server import PreviewServer
from bot.preview.telegram.faults import Fault, FaultKind
from handlers.texts import LANGUAGES


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    async with open_app(Settings(_env_file=None, data=tmp_path), read_corpus=False) as app:
        yield app


async def menus_set(app: App, telegram: PreviewServer) -> int:
    """Start and stop the bot; return how many menus it set."""
    before = len(telegram.state.calls)
    address = Address(telegram.url, telegram.token)
    async with serve_bot(app.services, address, asyncio.Event(), named_values=app.stores.named_values):
        pass
    return sum(call["method"] == "setmycommands" for call in telegram.state.calls[before:])


async def test_menus_are_set_at_the_first_start_and_when_they_change(app: App) -> None:
    async with PreviewServer() as telegram:
        assert await menus_set(app, telegram) == 2 * (1 + len(LANGUAGES))
        assert telegram.state.commands["all_private_chats", ""]
        assert telegram.state.commands["all_group_chats", "ar"]
        assert await menus_set(app, telegram) == 0
        await app.stores.named_values.put(MENUS_VALUE, 1)
        assert await menus_set(app, telegram) == 2 * (1 + len(LANGUAGES))


async def test_refused_menus_are_retried_at_the_next_start(
    app: App,
) -> None:
    async with PreviewServer() as telegram:
        fault = Fault(FaultKind.ERROR, "setmycommands", code=400, words="Bad Request: BOT_COMMAND_INVALID")
        telegram.state.faults.add(fault)
        assert await menus_set(app, telegram) == 1
        assert await menus_set(app, telegram) == 2 * (1 + len(LANGUAGES))
