"""Processes that share a database, each with a part of the work."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from bot.alerts.alert import AlertDraft
from bot.app.clock import utc_now
from bot.app.role import Role
from bot.app.runtime.application import Address
from bot.app.runtime.jobs import follow_changes
from bot.app.runtime.run import presence_of, run_telegram
from bot.app.runtime.serving import serve_bot
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.raw import RawArticle
from bot.errors import ConfigError
from bot.preview.server import PreviewServer
from tests.databases import copy_migrated
from tests.e2e.person import Phone

AIRSHIP = RawArticle(text="Airship seen\n\nA zeppelin crossed the bay at noon.", source="z.txt")


@pytest.fixture
async def telegram() -> AsyncIterator[PreviewServer]:
    async with PreviewServer() as server:
        yield server


@asynccontextmanager
async def process(folder: Path, telegram: PreviewServer, role: Role) -> AsyncIterator[App]:
    """Keep what `newsbot run` keeps in a process with a role."""
    settings = Settings(
        _env_file=None,
        corpus=folder / "corpus",
        data=folder / role,
        database_url=f"sqlite+aiosqlite:///{folder / 'news.db'}",
        role=role,
    )
    async with (
        open_app(settings, read_corpus=role.ingests) as app,
        serve_bot(app.services, Address(telegram.url, telegram.token), asyncio.Event(), role=role),
        follow_changes(app.pipeline, stories=role.ingests),
    ):
        yield app


async def test_processes_share_the_work(tmp_path: Path, telegram: PreviewServer) -> None:
    await copy_migrated(tmp_path / "news.db")
    ada = telegram.state.add_person("Ada")
    phone = Phone(telegram.state, ada, telegram.state.chats[ada.id])

    def notified() -> int:
        return sum("Airship seen" in str(m) and "zeppelin" in str(m) for m in phone.chat.messages.values())

    async with AsyncExitStack() as stack:
        ingesting = await stack.enter_async_context(process(tmp_path, telegram, Role.INGEST))
        answering = await stack.enter_async_context(process(tmp_path, telegram, Role.ANSWER))
        await phone.say("/start")
        await answering.services.alerts.save(AlertDraft(phone.chat.id, None, ada.id, "zeppelin", utc_now()))
        await ingesting.pipeline.ingest([AIRSHIP])
        await answering.pipeline.follow_without_stories()
        assert await answering.writer.stories.known() == {}
        assert "crossed the bay" in str(await phone.say("airship"))
        before = notified()
        await stack.enter_async_context(process(tmp_path, telegram, Role.DELIVER))
        await telegram.state.until(lambda: notified() > before)


@pytest.mark.parametrize("role", [Role.ANSWER, Role.INGEST, Role.DELIVER])
async def test_part_of_the_work_needs_a_shared_database(tmp_path: Path, role: Role) -> None:
    settings = Settings(_env_file=None, data=tmp_path, telegram_token="1:a", role=role)
    with pytest.raises(ConfigError, match=f"NEWSBOT_ROLE={role} needs NEWSBOT_DATABASE_URL"):
        await run_telegram(settings)


async def test_only_a_process_with_a_shared_database_looks_for_others(tmp_path: Path) -> None:
    file = tmp_path / "newsbot.db"
    await copy_migrated(file)
    for database_url in (None, f"sqlite+aiosqlite:///{file}"):
        settings = Settings(_env_file=None, data=tmp_path, database_url=database_url)
        async with open_app(settings, read_corpus=False) as app:
            assert (presence_of(settings, app.stores) is None) == (database_url is None)
