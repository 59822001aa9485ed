"""The webhook: updates from Telegram are answered, all others refused unread."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.app.runtime.application import Address
from bot.app.runtime.requests import parse_update
from bot.app.runtime.serving import serve_bot
from bot.app.runtime.webhook import (
    MAX_BODY_BYTES,
    SECRET_HEADER,
    Webhook,
    WebhookEndpoint,
    webhook_secret,
)
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.errors import ConfigError, StoreError
from bot.http_server import serve_http
from bot.metrics import Metrics
from bot.preview.server import PreviewServer
from handlers.routes import ALLOWED_UPDATES
from tests.e2e.person import FLOOD, FLOOD_SOURCE, Phone
from tests.e2e.test_unparsable_updates import UNPARSED, WORDS
from tests.pushing import pushing
from tests.test_metrics import figures

SEEDS = Path(__file__).parents[3] / "seeds"
URL = "https://bot.example.org/newsbot/hook"


@pytest.fixture
async def telegram() -> AsyncIterator[PreviewServer]:
    async with PreviewServer() as server:
        yield server


@pytest.fixture
def free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


async def test_pushed_questions_are_answered_and_the_webhook_stays_set(
    telegram: PreviewServer, tmp_path: Path, free_port: int
) -> None:
    ada = telegram.state.add_person("Ada")
    phone = Phone(telegram.state, ada, telegram.state.chats[ada.id])
    settings = Settings(_env_file=None, corpus=SEEDS, data=tmp_path)
    webhook = Webhook(URL, ("127.0.0.1", free_port))
    address = Address(telegram.url, telegram.token)
    async with (
        open_app(settings) as app,
        serve_bot(app.services, address, asyncio.Event(), webhook=webhook),
        pushing(telegram, f"http://127.0.0.1:{free_port}/newsbot/hook") as answers,
    ):
        assert telegram.state.webhook["url"] == URL
        assert FLOOD_SOURCE in (await phone.say(FLOOD))["text"]
    assert set(answers) == {200}
    assert telegram.state.webhook["url"] == URL
    assert telegram.state.updates.allowed == ALLOWED_UPDATES
    assert not [call for call in telegram.state.calls if call["method"] == "getupdates"]


async def test_unparseable_update_is_pushed_once_and_delays_no_one(
    telegram: PreviewServer, tmp_path: Path, free_port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    ada = telegram.state.add_person("Ada")
    phone = Phone(telegram.state, ada, telegram.state.chats[ada.id])
    for kind, value in UNPARSED.values():
        telegram.state.updates.add(kind, value)
    settings = Settings(_env_file=None, corpus=SEEDS, data=tmp_path)
    webhook = Webhook(URL, ("127.0.0.1", free_port))
    async with (
        open_app(settings) as app,
        serve_bot(app.services, Address(telegram.url, telegram.token), asyncio.Event(), webhook=webhook),
        pushing(telegram, f"http://127.0.0.1:{free_port}/newsbot/hook") as answers,
    ):
        assert FLOOD_SOURCE in (await phone.say(FLOOD))["text"]
        assert figures(app.services.metrics)["newsbot_updates_unparsed_total",] == len(UNPARSED)
    assert answers == [200] * (len(UNPARSED) + 1)
    captured = capsys.readouterr()
    logs = captured.out + captured.err
    assert logs.count("update_unparsed") == len(UNPARSED)
    assert WORDS not in logs


async def test_polling_removes_the_webhook_and_sets_allowed_updates(
    telegram: PreviewServer, tmp_path: Path
) -> None:
    telegram.state.webhook = {"url": URL, "secret_token": "x"}
    settings = Settings(_env_file=None, data=tmp_path)
    address = Address(telegram.url, telegram.token)
    async with (
        open_app(settings, read_corpus=False) as app,
        serve_bot(app.services, address, asyncio.Event()),
    ):
        await telegram.state.until(lambda: telegram.state.updates.allowed == ALLOWED_UPDATES)
        assert telegram.state.webhook == {}


async def test_webhook_address_that_telegram_refuses_is_a_config_error(
    telegram: PreviewServer, tmp_path: Path
) -> None:
    settings = Settings(_env_file=None, data=tmp_path)
    async with open_app(settings, read_corpus=False) as app:
        webhook = Webhook("http://plain.example.org/", ("127.0.0.1", 0))
        with pytest.raises(ConfigError, match="NEWSBOT_WEBHOOK_URL"):
            async with serve_bot(
                app.services, Address(telegram.url, telegram.token), asyncio.Event(), webhook=webhook
            ):
                pass


class FakeInbox:
    """Stores updates until it is told to fail."""

    def __init__(self) -> None:
        self.stored: list[Any] = []
        self.failing = False

    async def receive(self, updates: Sequence[Any]) -> None:
        for update in updates:
            parse_update(update, None, Metrics())
        if self.failing:
            raise StoreError("the disk is full")
        self.stored += updates


SECRET = webhook_secret("123:abc")
UPDATE = {"update_id": 7}


@asynccontextmanager
async def endpoint() -> AsyncIterator[tuple[FakeInbox, httpx.AsyncClient]]:
    from starlette.applications import Starlette
    from starlette.routing import Route

    fake = FakeInbox()
    site = Starlette(routes=[Route("/hook", WebhookEndpoint(fake.receive, SECRET).receive, methods=["POST"])])
    async with serve_http(site) as port, httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
        yield fake, http


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({SECRET_HEADER: SECRET}, b'{"update_id": 7}', 200),
        ({}, b'{"update_id": 7}', 403),
        ({SECRET_HEADER: SECRET[:-1] + "x"}, b'{"update_id": 7}', 403),
        ({SECRET_HEADER: "ü".encode()}, b'{"update_id": 7}', 403),
        ({SECRET_HEADER: SECRET}, b"{not json", 400),
        ({SECRET_HEADER: SECRET}, b"[1, 2]", 400),
        ({SECRET_HEADER: SECRET}, b'"text"', 400),
        ({SECRET_HEADER: SECRET}, b"null", 400),
        ({SECRET_HEADER: SECRET}, b"{}", 400),
        ({SECRET_HEADER: SECRET}, b'{"update_id": "7"}', 400),
        ({SECRET_HEADER: SECRET}, b"[" * 100_000, 400),
        ({SECRET_HEADER: SECRET}, b" " * (MAX_BODY_BYTES + 1), 413),
    ],
    ids=[
        "good", "no secret", "wrong secret", "odd secret", "no json", "a list", "a string", "null",
        "no number", "an odd number", "deep", "too large",
    ],
)  # fmt: skip
async def test_only_valid_updates_with_the_secret_are_stored(headers: Any, body: bytes, status: int) -> None:
    async with endpoint() as (inbox, http):
        assert (await http.post("/hook", content=body, headers=headers)).status_code == status
        assert len(inbox.stored) == (status == 200)


async def test_body_without_length_is_limited_too() -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(3):
            yield b" " * MAX_BODY_BYTES

    async with endpoint() as (inbox, http):
        response = await http.post("/hook", content=endless(), headers={SECRET_HEADER: SECRET})
        assert (response.status_code, inbox.stored) == (413, [])


async def test_other_methods_and_paths_are_refused() -> None:
    async with endpoint() as (_, http):
        assert (await http.get("/hook")).status_code == 405
        assert (await http.post("/", headers={SECRET_HEADER: SECRET})).status_code == 404


async def test_update_that_is_not_stored_is_not_accepted() -> None:
    async with endpoint() as (inbox, http):
        inbox.failing = True
        response = await http.post("/hook", json=UPDATE, headers={SECRET_HEADER: SECRET})
        assert (response.status_code, inbox.stored) == (503, [])
        inbox.failing = False
        response = await http.post("/hook", json=UPDATE, headers={SECRET_HEADER: SECRET})
        assert (response.status_code, inbox.stored) == (200, [UPDATE])
