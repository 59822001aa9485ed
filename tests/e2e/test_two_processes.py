"""Two bots on one database: one polls, both deliver, each notification is sent once."""

import asyncio
import socket
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.alerts.alert import AlertDraft
from bot.app.clock import utc_now
from bot.app.runtime.application import Address
from bot.app.runtime.jobs import follow_changes
from bot.app.runtime.serving import serve_bot
from bot.app.runtime.webhook import Webhook
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.raw import RawArticle
from bot.delivery.outbox import OutboxState
from bot.preview.server import PreviewServer
from bot.questions.model import Question
from bot.storage.database import Database
from bot.storage.delivery.outbox import SqlOutbox
from tests.databases import KINDS, empty_database
from tests.e2e.person import Phone
from tests.profiles import PATIENCE_S
from tests.pushing import pushing

PEOPLE = 50


@dataclass
class Pair:
    """Two bots with separate data folders and connections on one database."""

    url: str
    folder: Path
    telegram: PreviewServer

    @asynccontextmanager
    async def running(self, name: str, webhook: Webhook | None = None) -> AsyncIterator[App]:
        """Run a bot."""
        settings = Settings(_env_file=None, data=self.folder / name, database_url=self.url)
        address = Address(self.telegram.url, self.telegram.token)
        async with (
            open_app(settings, read_corpus=False) as app,
            serve_bot(
                app.services, address, asyncio.Event(), lease=app.stores.polling_lease, webhook=webhook
            ),
            follow_changes(app.pipeline),
        ):
            yield app


@pytest.fixture(params=KINDS)
async def pair(
    request: pytest.FixtureRequest, tmp_path: Path, telegram: PreviewServer
) -> AsyncIterator[Pair]:
    async with empty_database(request.param, tmp_path) as url:
        yield Pair(url, tmp_path, telegram)


AURORA = RawArticle(text="Ferry Aurora sails\n\nThe ferry Aurora left the harbour at dawn.", source="a.txt")
BOREALIS = RawArticle(
    text="Strike at Borealis\n\nEngineers of the Borealis yard want a ferry mended and higher wages.",
    source="b.txt",
)


def texts(telegram: PreviewServer, method: str = "sendmessage") -> Counter[tuple[int, str]]:
    """Count the texts sent to each chat."""
    calls = [call["params"] for call in telegram.state.calls if call["method"] == method]
    return Counter((int(call["chat_id"]), str(call["text"])) for call in calls)


async def notified_chats(telegram: PreviewServer, story: str) -> list[int]:
    """Return the chats notified of a story, once all are; a chat as often as it was notified."""

    def chats() -> list[int] | None:
        found = [chat for (chat, text), n in texts(telegram).items() for _ in range(n) if story in text]
        return found if len(set(found)) == PEOPLE else None

    return await telegram.state.until(chats)


async def test_two_processes_deliver_each_notification_once(pair: Pair, telegram: PreviewServer) -> None:
    people = [telegram.state.add_person(f"P{n}") for n in range(PEOPLE)]
    for person in people:
        telegram.users.send(person, telegram.state.chats[person.id], "/start")
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(pair.running("a"))
        async with pair.running("b") as second:
            for person in people:
                await first.services.alerts.store.add(
                    AlertDraft(person.id, None, person.id, "ferry", utc_now())
                )
            await second.pipeline.ingest([AURORA], origin="test")
            once = await notified_chats(telegram, "Aurora")
            await stack.aclose()
            await second.pipeline.ingest([BOREALIS], origin="test")
            again = await notified_chats(telegram, "Borealis")
    async with Database.open(pair.url) as database:
        assert await SqlOutbox(database).counts() == {OutboxState.SENT: 2 * PEOPLE}
    assert sorted(once) == sorted(again) == [person.id for person in people]


async def test_second_process_polls_after_the_first_stops(pair: Pair, telegram: PreviewServer) -> None:
    ada = telegram.state.add_person("Ada")
    phone = Phone(telegram.state, ada, telegram.state.chats[ada.id])
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(pair.running("a"))
        await first.pipeline.ingest([AURORA], origin="test")
        async with pair.running("b"):
            assert "Aurora" in (await phone.say("ferry"))["text"]
            await stack.aclose()
            assert "Aurora" in (await phone.say("harbour dawn"))["text"]
    assert texts(telegram).total() == 2


async def test_two_processes_behind_a_balancer_answer_each_chat_in_order(
    pair: Pair, telegram: PreviewServer
) -> None:
    webhooks = [Webhook("https://bot.example.org/hook", ("127.0.0.1", free_port())) for _ in range(2)]
    urls = [f"http://127.0.0.1:{webhook.listen[1]}/hook" for webhook in webhooks]
    people = [telegram.state.add_person(f"P{n}") for n in range(3)]
    questions = [f"qwxz{number}" for number in range(12)]
    async with pair.running("a", webhooks[0]), pair.running("b", webhooks[1]), pushing(telegram, *urls):
        for question in questions:
            for person in people:
                telegram.users.send(person, telegram.state.chats[person.id], question)
        await telegram.state.until(lambda: texts(telegram).total() >= len(questions) * len(people))
        await asyncio.sleep(0.2)
    for person in people:
        bot_messages = [
            m["text"] for m in telegram.state.chats[person.id].messages.values() if m["from"]["is_bot"]
        ]
        assert len(bot_messages) == len(questions)
        assert all(question in text for question, text in zip(questions, bot_messages, strict=True))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


async def test_articles_ingested_by_one_process_are_found_by_the_other(
    pair: Pair, telegram: PreviewServer
) -> None:
    async with pair.running("a") as first, pair.running("b") as second:
        await second.pipeline.ingest([AURORA], origin="test")
        await asyncio.wait_for(_answered(first), timeout=PATIENCE_S)


async def _answered(app: App) -> None:
    while not (await app.services.questions.ask(Question("ferry", utc_now()))).entries:  # noqa: ASYNC110
        await asyncio.sleep(0.1)  # no signal reports another process's commits
