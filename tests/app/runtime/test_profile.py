"""The bot's descriptions: in every language, and never over the operator's own."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app.runtime import profile
from bot.app.runtime.application import Address
from bot.app.runtime.serving import serve_bot
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.preview.server import PreviewServer
from bot.preview.telegram.faults import Fault, FaultKind
from handlers.texts import LANGUAGES, texts_for


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    async with open_app(Settings(_env_file=None, data=tmp_path), read_corpus=False) as app:
        yield app


async def descriptions_set(app: App, telegram: PreviewServer) -> int:
    """Start and stop the bot; return how many descriptions it set."""
    before = len(telegram.state.calls)
    address = Address(telegram.url, telegram.token)
    async with serve_bot(app.services, address, asyncio.Event(), named_values=app.stores.named_values):
        pass
    return sum(call["method"] == "setmydescription" for call in telegram.state.calls[before:])


async def test_descriptions_are_set_once_in_every_language(app: App) -> None:
    async with PreviewServer() as telegram:
        assert await descriptions_set(app, telegram) == 1 + len(LANGUAGES)
        known = telegram.state.descriptions
        assert known["description", "ar"] == texts_for("ar")("bot-description")
        assert known["short_description", ""] == texts_for(None)("bot-description-short")
        assert await descriptions_set(app, telegram) == 0


async def test_description_of_the_operator_stays(app: App) -> None:
    async with PreviewServer() as telegram:
        telegram.state.descriptions["description", ""] = "News of our town"
        assert await descriptions_set(app, telegram) == 0
        assert telegram.state.descriptions == {("description", ""): "News of our town"}


async def test_refused_descriptions_are_retried_at_the_next_start(app: App) -> None:
    async with PreviewServer() as telegram:
        fault = Fault(
            FaultKind.ERROR, "setmydescription", code=400, words="Bad Request: description is too long"
        )
        telegram.state.faults.add(fault)
        assert await descriptions_set(app, telegram) == 1
        assert await descriptions_set(app, telegram) == 1 + len(LANGUAGES)


async def test_descriptions_refused_halfway_are_set_at_the_next_start(app: App) -> None:
    async with PreviewServer() as telegram:
        fault = Fault(FaultKind.ERROR, "setmyshortdescription", code=400, words="Bad Request")
        telegram.state.faults.add(fault)
        assert await descriptions_set(app, telegram) == 1
        assert telegram.state.descriptions["description", ""] == texts_for(None)("bot-description")
        assert await descriptions_set(app, telegram) == 1 + len(LANGUAGES)


async def test_new_texts_replace_ours_but_not_the_operators(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rewrite(text: str) -> None:
        monkeypatch.setattr(profile, "_written", lambda _: (text, "short"))
        monkeypatch.setattr(profile, "_descriptions", lambda _: (text, "short"))

    async with PreviewServer() as telegram:
        await descriptions_set(app, telegram)
        rewrite("Second text")
        assert await descriptions_set(app, telegram) == 1 + len(LANGUAGES)
        telegram.state.descriptions["description", ""] = "News of our town"
        rewrite("Third text")
        assert await descriptions_set(app, telegram) == 0
