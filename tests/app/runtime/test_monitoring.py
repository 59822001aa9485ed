"""Monitoring of a running bot over HTTP: health and metrics."""

import asyncio
import re
import socket
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot import __version__
from bot.alerts.alert import AlertDraft
from bot.app.clock import utc_now
from bot.app.runtime.application import Address
from bot.app.runtime.monitoring import serve_monitoring
from bot.app.runtime.serving import serve_bot
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.chats.inbox import ReceivedUpdate
from bot.corpus.raw import RawArticle
from bot.ingest.batch import Batch, Revision
from bot.preview.server import PreviewServer
from bot.preview.telegram.faults import Fault, FaultKind
from tests.e2e.person import Phone
from tests.factories import make_article

ROOT = Path(__file__).parents[3]
SEEDS = ROOT / "seeds"
Samples = dict[tuple[str, ...], float]


class Bot:
    """A running bot, its monitoring, and a person who talks to it."""

    def __init__(self, app: App, http: httpx.AsyncClient, ada: Phone) -> None:
        self.app, self.http, self.ada = app, http, ada

    async def health(self) -> tuple[int, dict[str, Any]]:
        response = await self.http.get("/health")
        return response.status_code, response.json()

    async def metrics(self) -> Samples:
        text = (await self.http.get("/metrics")).text
        samples = (sample for family in text_string_to_metric_families(text) for sample in family.samples)
        return {(sample.name, *sample.labels.values()): sample.value for sample in samples}


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    settings = Settings(_env_file=None, corpus=SEEDS, data=tmp_path)
    async with PreviewServer() as telegram, open_app(settings) as app:
        ada = telegram.state.add_person("Ada")
        address = Address(telegram.url, telegram.token)
        async with (
            serve_bot(app.services, address, asyncio.Event()),
            serve_monitoring(app, ("127.0.0.1", 0), lambda: "polling") as port,
            httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http,
        ):
            yield Bot(app, http, Phone(telegram.state, ada, telegram.state.chats[ada.id]))


async def test_health(bot: Bot) -> None:
    status, health = await bot.health()
    assert (status, health["status"], health["receiving"]) == (200, "ok", "polling")
    assert health["version"] == __version__
    assert health["index"]["articles"] > 10
    assert health["index"]["behind"] == 0


async def test_metrics_count_what_happens(bot: Bot) -> None:
    await bot.ada.say("Port Veyra flood")
    await bot.ada.say("xylofonium")
    bot.ada.state.faults.add(Fault(FaultKind.ERROR, "sendmessage", code=502, words="Bad Gateway"))
    await bot.ada.say("source:")
    metrics = await bot.metrics()
    assert metrics["newsbot_questions_total", "answered"] == 1
    assert metrics["newsbot_questions_total", "nothing"] == 1
    assert metrics["newsbot_questions_total", "refused"] == 1
    assert metrics["newsbot_question_seconds_count",] == 3
    assert metrics["newsbot_update_seconds_count", "question"] >= 2, "one after the other in a chat"
    assert metrics["newsbot_telegram_requests_total", "sendMessage", "ok"] == 3
    assert metrics["newsbot_telegram_requests_total", "sendMessage", "502"] == 1
    assert metrics["newsbot_index_articles",] > 10
    assert metrics["newsbot_index_behind",] == 0
    assert metrics["newsbot_info", "polling", __version__] == 1
    assert metrics["newsbot_write_wait_seconds_count",] > 0
    assert 0 <= metrics["newsbot_telegram_silence_seconds",] < 60
    assert metrics["process_resident_memory_bytes",] > 1e6


async def test_articles_that_wait_for_their_alerts_are_counted(bot: Bot) -> None:
    assert (await bot.metrics())["newsbot_unmatched_articles",] == 0
    article = make_article("ferry", "A ferry sailed.")
    batch = Batch(utc_now(), (Revision(article, "ferry"),), unmatched=(article.id,))
    await bot.app.stores.article_commit.commit(batch)
    assert (await bot.metrics())["newsbot_unmatched_articles",] == 1


async def test_docs_list_every_metric(bot: Bot) -> None:
    page = (ROOT / "docs" / "operators" / "monitoring.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| `(newsbot_\w+)` \| (\w+) \|", page, re.MULTILINE))
    families = text_string_to_metric_families((await bot.http.get("/metrics")).text)
    assert rows == {(family.name, family.type) for family in families if family.name.startswith("newsbot_")}


async def test_outbox_gauge_has_a_sample_per_state(bot: Bot) -> None:
    await bot.ada.say("/start")
    draft = AlertDraft(bot.ada.chat.id, None, bot.ada.person.id, "zeppelin", utc_now())
    await bot.app.services.alerts.store.add(draft)
    before = await bot.metrics()
    article = RawArticle(text="Airship seen\n\nA zeppelin crossed the bay at noon.", source="z.txt")
    await bot.app.pipeline.ingest([article])
    await bot.ada.state.until(lambda: any("zeppelin" in str(m) for m in bot.ada.chat.messages.values()))
    after = await bot.metrics()
    states = ("waiting", "sent")
    assert sum(before["newsbot_outbox_messages", state] for state in states) == 0
    assert sum(after["newsbot_outbox_messages", state] for state in states) == 1
    assert ("newsbot_alert_messages_total", "sent") in after


async def test_monitoring_shows_no_questions_names_or_token(bot: Bot) -> None:
    await bot.ada.say("Port Veyra flood")
    for page in ("/health", "/metrics"):
        text = (await bot.http.get(page)).text
        assert "Veyra" not in text
        assert "Ada" not in text
        assert "AAE" not in text


async def test_health_fails_while_the_database_fails(bot: Bot, tmp_path: Path) -> None:
    file = tmp_path / "newsbot.db"
    await asyncio.to_thread(_execute, file, "ALTER TABLE changes RENAME TO gone")
    status, health = await bot.health()
    assert (status, health["status"]) == (503, "failing")
    assert "no such table" in health["problem"]
    assert (await bot.http.get("/metrics")).status_code == 200
    await asyncio.to_thread(_execute, file, "ALTER TABLE gone RENAME TO changes")
    assert (await bot.health())[0] == 200


async def test_health_fails_while_updates_cannot_be_received(tmp_path: Path) -> None:
    problems = ["Telegram refuses the token (401 Unauthorized)", ""]
    async with (
        _opened(tmp_path) as app,
        serve_monitoring(app, ("127.0.0.1", 0), lambda: "polling", lambda: problems.pop(0)) as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http,
    ):
        refused = await http.get("/health")
        assert (refused.status_code, refused.json()["problem"]) == (
            503,
            "Telegram refuses the token (401 Unauthorized)",
        )
        assert (await http.get("/health")).status_code == 200


async def test_health_fails_while_an_update_waits_for_too_long(tmp_path: Path) -> None:
    async with (
        _opened(tmp_path) as app,
        serve_monitoring(app, ("127.0.0.1", 0), lambda: "polling") as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http,
    ):
        arrived = utc_now() - timedelta(minutes=5)
        await app.services.inbox.store([ReceivedUpdate(1, 7, 5, "{}")], now=arrived)
        assert (await http.get("/health")).json()["updates_waiting"] == 1
        app.services.metrics.started_at -= 300
        late = await http.get("/health")
        assert late.status_code == 503
        assert late.json()["problem"].startswith("1 updates are not handled, the oldest since 20")


def _execute(file: Path, statement: str) -> None:
    raw = sqlite3.connect(file)
    raw.execute(statement)
    raw.close()


@asynccontextmanager
async def _opened(folder: Path) -> AsyncIterator[App]:
    async with open_app(Settings(_env_file=None, data=folder), read_corpus=False) as app:
        yield app


async def test_port_in_use_leaves_monitoring_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        place = ("127.0.0.1", taken.getsockname()[1])
        async with _opened(tmp_path) as app, serve_monitoring(app, place, lambda: "polling") as port:
            assert port == 0
    assert "monitor_not_served" in capsys.readouterr().out


async def test_monitoring_can_be_off(tmp_path: Path) -> None:
    async with _opened(tmp_path) as app, serve_monitoring(app, None, lambda: "polling") as port:
        assert port == 0
