"""Two processes on one database: 30 messages a second in total, and every chat in order."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from bot.alerts.alert import AlertDraft
from bot.app.clock import utc_now
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.preview.server import PreviewServer
from bot.preview.telegram.model import Person
from tests.databases import KINDS, empty_database
from tests.e2e.test_two_processes import AURORA, free_port
from tests.paths.test_updates_killed import PATH, accepting, running, webhook_at
from tests.profiles import PATIENCE_S
from tests.pushing import pushing

pytestmark = pytest.mark.slow
PER_S = 30
_SENT = re.compile(r'^newsbot_alert_messages_total\{outcome="sent"\} (\d+)', re.MULTILINE)


@dataclass
class Pair:
    """Two running processes.

    Args:
        monitors: Where each serves its metrics.
        hooks: Where each receives pushed updates.
    """

    telegram: PreviewServer
    database_url: str
    folder: Path
    monitors: list[str] = field(default_factory=list)
    hooks: list[str] = field(default_factory=list)

    @asynccontextmanager
    async def running(self, *, webhook: bool) -> AsyncIterator[None]:
        """Run both while the block lasts, once they are up."""
        (self.folder / "corpus").mkdir()
        async with AsyncExitStack() as stack, httpx.AsyncClient(trust_env=False) as http:
            for name in ("a", "b"):
                monitor, port = free_port(), free_port()
                self.monitors.append(f"http://127.0.0.1:{monitor}")
                self.hooks.append(f"http://127.0.0.1:{port}{PATH}")
                settings = {
                    "DATA": self.folder / name, "CORPUS": self.folder / "corpus",
                    "DATABASE_URL": self.database_url, "MONITOR": f"127.0.0.1:{monitor}",
                    "TELEGRAM_TOKEN": self.telegram.token, "TELEGRAM_URL": self.telegram.url,
                    "PERSON_PER_MINUTE": 0, **(webhook_at(port) if webhook else {}),
                }  # fmt: skip
                await stack.enter_async_context(running([], **settings))
                await self._up(http, self.monitors[-1])
            if webhook:
                await accepting(http, *self.hooks)
            yield

    async def _up(self, http: httpx.AsyncClient, monitor: str) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while True:
                try:
                    if (await http.get(f"{monitor}/metrics")).is_success:
                        return
                except httpx.TransportError:
                    await asyncio.sleep(0.1)

    async def notifications_sent(self) -> list[int]:
        """Return how many notifications each process has sent."""
        async with httpx.AsyncClient(trust_env=False) as http:
            metrics = [(await http.get(f"{monitor}/metrics")).text for monitor in self.monitors]
        return [int(match[1]) if (match := _SENT.search(text)) else 0 for text in metrics]

    async def notify(self, people: list[Person]) -> None:
        """Ingest an article that an alert of everybody matches."""
        settings = Settings(_env_file=None, data=self.folder / "c", database_url=self.database_url)
        async with open_app(settings, read_corpus=False) as app:
            for person in people:
                await app.services.alerts.store.add(
                    AlertDraft(person.id, None, person.id, "ferry", utc_now())
                )
            await app.pipeline.ingest([AURORA], origin="test")

    async def messages(self, count: int) -> None:
        """Wait until `count` messages were sent; assert that no second had more than the limit."""
        await self.telegram.state.until(lambda: len(self._sent()) >= count, timeout_s=PATIENCE_S)
        sent = self._sent()
        assert not [call for call in sent if call.get("retry_after")]
        times = [call["at"] for call in sent]
        assert all(later - earlier >= 1 for earlier, later in zip(times, times[PER_S:], strict=False))

    def _sent(self) -> list[dict[str, float]]:
        return [call for call in self.telegram.state.calls if call["method"] == "sendmessage"]


@pytest.fixture(params=KINDS)
async def pair(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Pair]:
    async with PreviewServer() as telegram, empty_database(request.param, tmp_path) as url:
        telegram.state.flood.on = True
        yield Pair(telegram, url, tmp_path)


async def test_two_processes_notify_within_the_limit_together(pair: Pair) -> None:
    people = [pair.telegram.state.add_person(f"P{n}") for n in range(150)]
    for person in people:
        person.started = True
    async with pair.running(webhook=False):
        await pair.notify(people)
        await pair.messages(len(people))
        assert all(await pair.notifications_sent())


async def test_two_webhooks_answer_within_the_limit_together_and_each_chat_in_order(pair: Pair) -> None:
    people = [pair.telegram.state.add_person(f"P{n}") for n in range(40)]
    asked = [f"qwxz{number}" for number in range(3)]
    async with pair.running(webhook=True), pushing(pair.telegram, *pair.hooks):
        for question in asked:
            for person in people:
                pair.telegram.users.send(person, pair.telegram.state.chats[person.id], question)
        await pair.messages(len(people) * len(asked))
    for person in people:
        messages = pair.telegram.state.chats[person.id].messages.values()
        answers = [message["text"] for message in messages if message["from"]["is_bot"]]
        assert len(answers) == len(asked)
        assert all(question in answer for question, answer in zip(asked, answers, strict=True))
