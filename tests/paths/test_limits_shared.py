"""Two processes on one database keep a person's limit together."""

import asyncio
from pathlib import Path

import httpx
import pytest
from sqlalchemy import func, select

from bot.app.runtime.webhook import SECRET_HEADER
from bot.preview.server import PreviewServer
from bot.storage.database import Database
from bot.storage.schema.notices import notices
from tests.databases import KINDS, migrated_database
from tests.paths.test_updates_killed import Town, accepting, free_port, running, webhook_at
from tests.profiles import PATIENCE_S

pytestmark = pytest.mark.slow
LIMIT = 3


async def counted(url: str) -> int:
    """Return how many requests processes have told each other about."""
    async with Database.open(url) as database, database.read() as connection:
        return int(await connection.scalar(select(func.sum(notices.c.amount))) or 0)


@pytest.mark.parametrize("kind", KINDS)
async def test_what_one_process_served_counts_in_the_next(tmp_path: Path, kind: str) -> None:
    output: list[str] = []
    (tmp_path / "corpus").mkdir()
    ports = [free_port(), free_port()]
    urls = [f"http://127.0.0.1:{port}/newsbot/hook" for port in ports]
    async with (
        migrated_database(kind, tmp_path) as database,
        PreviewServer() as telegram,
        httpx.AsyncClient() as http,
    ):
        ada = telegram.state.add_person("Ada")
        chat = telegram.state.chats[ada.id]
        town = Town(telegram, [(ada, chat)])
        settings = {
            "CORPUS": tmp_path / "corpus",
            "DATABASE_URL": database,
            "TELEGRAM_TOKEN": telegram.token,
            "TELEGRAM_URL": telegram.url,
            "PERSON_PER_MINUTE": LIMIT,
        }

        async def ask(url: str) -> None:
            town.ask(ada, chat)
            update = (await telegram.state.updates.poll(offset=0, limit=99, timeout_s=9))[-1]
            headers = {SECRET_HEADER: telegram.state.webhook["secret_token"]}
            assert (await http.post(url, json=update, headers=headers)).is_success

        async with running(output, DATA=tmp_path / "a", **settings, **webhook_at(ports[0])):
            await accepting(http, urls[0])
            for _ in range(LIMIT):
                await ask(urls[0])
            await telegram.state.until(lambda: town.missing == 0, timeout_s=PATIENCE_S)
            async with asyncio.timeout(PATIENCE_S):
                while await counted(database) < LIMIT:  # noqa: ASYNC110  (another process writes it)
                    await asyncio.sleep(0.1)
            async with running(output, DATA=tmp_path / "b", **settings, **webhook_at(ports[1])):
                await accepting(http, urls[1])
                known = len(chat.messages)
                await ask(urls[1])
                await telegram.state.until(lambda: len(chat.messages) >= known + 2, timeout_s=PATIENCE_S)
    assert town.missing == 1
    assert any("a lot of requests" in message.get("text", "") for message in chat.messages.values())
