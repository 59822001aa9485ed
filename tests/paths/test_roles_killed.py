"""Processes of every role on PostgreSQL and a cluster are killed at random moments.

    NEWSBOT_KILLS=50 tests/with_opensearch tests/with_postgres python -m pytest -n 0 tests/paths

Every question is answered once, every article is stored, every alert reports each article once.
"""

import asyncio
import os
import random
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from benchmarks.corpora import invented_word
from bot.alerts.alert import AlertDraft
from bot.app.clock import utc_now
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.engine.client import Cluster
from bot.preview.server import PreviewServer
from bot.storage.database import Database
from bot.storage.schema.delivery import outbox
from bot.storage.stores import Stores
from tests.databases import migrated_database
from tests.engine.clusters import URL, open_cluster
from tests.factories import write_jsonl
from tests.paths.test_updates_killed import PATH, Town, chats_of, free_port, running, webhook_at
from tests.profiles import PATIENCE_S, by_profile
from tests.pushing import pushing

pytestmark = [pytest.mark.slow, pytest.mark.postgres, pytest.mark.opensearch]
KILLS = int(os.environ.get("NEWSBOT_KILLS", by_profile(dev=3, ci=4, long=100)))
ROLES = ("answer-a", "answer-b", "ingest-a", "ingest-b", "deliver")
_TITLE = re.compile(r"Zeppelin (\d+)")


@dataclass
class Bots:
    """Running processes, by name; the name begins with the role."""

    settings: dict[str, Any]
    folder: Path
    output: list[str]
    ports: dict[str, int] = field(default_factory=lambda: {name: free_port() for name in ROLES[:2]})
    _running: dict[str, AsyncExitStack] = field(default_factory=dict)

    async def start(self, name: str) -> None:
        """Start a process."""
        own = webhook_at(self.ports[name]) if name in self.ports else {}
        stack = self._running[name] = AsyncExitStack()
        settings = {**self.settings, "ROLE": name.partition("-")[0], "DATA": self.folder / name, **own}
        await stack.enter_async_context(running(self.output, **settings))

    async def kill(self, name: str) -> None:
        """End a process at once."""
        await self._running.pop(name).aclose()

    async def kill_all(self) -> None:
        """End every process."""
        for name in list(self._running):
            await self.kill(name)


@dataclass
class News:
    """Articles in a watched folder, each about something else."""

    folder: Path
    numbers: "count[int]" = field(default_factory=lambda: count(1_001))
    """Numbers that no question has."""
    published: list[int] = field(default_factory=list)

    def publish(self) -> None:
        """Write one more article."""
        number = next(self.numbers)
        words = [invented_word(number * 50 + n) for n in range(40)]
        article = {
            "id": f"z{number}",
            "title": f"Zeppelin {number} {' '.join(words[:5])}",
            "text": f"A zeppelin: {' '.join(words)}.",
        }
        write_jsonl(self.folder / f"{number}.jsonl", article)
        self.published.append(number)


@asynccontextmanager
async def database_with_cluster(folder: Path) -> AsyncIterator[str]:
    """Yield a database; delete in the end what the cluster has of it."""
    async with open_cluster(), migrated_database("postgres", folder) as url:
        yield url
        async with Stores.open(url) as stores:
            store_id = await stores.alerts.store_id()
        cluster = Cluster(URL, prefix=f"newsbot-{store_id:x}")
        await cluster.delete_all()
        await cluster.close()


async def import_first(folder: Path, database: str) -> None:
    """Create the indices with an article: an answer from an empty corpus doesn't name unknown words."""
    write_jsonl(folder / "corpus" / "0.jsonl", {"id": "first", "title": "Ferry", "text": "A ferry sailed."})
    settings = Settings(
        _env_file=None,
        corpus=folder / "corpus",
        data=folder / "first",
        database_url=SecretStr(database),
        engine_url=SecretStr(URL),
    )
    async with open_app(settings) as app:
        await app.alerts.catch_up()


def reported(chat: Any) -> list[int]:
    """Return the numbers of the articles in a chat's messages, several in one message where many waited."""
    texts = [message.get("text", "") for message in chat.messages.values() if message["from"]["is_bot"]]
    return [int(number) for text in texts for number in _TITLE.findall(text)]


async def sent(database: str) -> list[int]:
    """Return the numbers of the articles whose notifications were sent, by the outbox."""
    async with Database.open(database) as opened, opened.read() as connection:
        rows = await connection.execute(select(outbox.c.article_id).where(outbox.c.state == "sent"))
        return sorted(int(article_id.removeprefix("z")) for article_id in rows.scalars())


async def until_settled(town: Town, database: str, published: Sequence[int]) -> None:
    """Wait until every question is answered and every notification sent, but not for ever."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_S):
            await town.telegram.state.until(lambda: town.answered() == town.asked, timeout_s=PATIENCE_S)
            done = await sent(database)
            while done != published:
                await asyncio.sleep(0.5)
                done = await sent(database)


async def test_nothing_is_lost_or_done_twice_whichever_process_dies(tmp_path: Path) -> None:
    chance = random.Random(20_261_130)
    corpus, output = tmp_path / "corpus", list[str]()
    corpus.mkdir()
    async with database_with_cluster(tmp_path) as database, PreviewServer() as telegram:
        town, news = Town(telegram, chats_of(telegram.state)[:3]), News(corpus)
        person = telegram.state.add_person("Reader")
        reader = telegram.state.chats[person.id]
        telegram.users.send(person, reader, "/start")
        async with Stores.open(database) as stores:
            await stores.alerts.add(AlertDraft(reader.id, None, person.id, "zeppelin", utc_now()))
        settings = {
            "CORPUS": corpus,
            "DATABASE_URL": database,
            "ENGINE_URL": URL,
            "TELEGRAM_TOKEN": telegram.token,
            "TELEGRAM_URL": telegram.url,
            "PERSON_PER_MINUTE": 0,
            "GROUP_PER_MINUTE": 0,
            "WATCH": "on",
        }
        await import_first(tmp_path, database)
        bots = Bots(settings, tmp_path, output)
        urls = [f"http://127.0.0.1:{port}{PATH}" for port in bots.ports.values()]
        try:
            async with pushing(telegram, *urls):
                for name in ROLES:
                    await bots.start(name)
                for _ in range(KILLS):
                    for asker, chat in town.chats:
                        town.ask(asker, chat)
                    news.publish()
                    await asyncio.sleep(chance.uniform(0, 2))
                    name = chance.choice(ROLES)
                    await bots.kill(name)
                    await bots.start(name)
                await until_settled(town, database, news.published)
            done = await sent(database)
        finally:
            await bots.kill_all()
    assert town.answered() == town.asked
    assert done == news.published
    assert len(mentioned := reported(reader)) == len({*mentioned})
    assert not [line for line in output if "given_up" in line or "dropped" in line]
