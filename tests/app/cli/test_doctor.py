"""What the doctor reports about receiving updates."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.app.cli.doctor import Severity, findings
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.chats.inbox import ReceivedUpdate
from bot.feeds.model import FeedConfig
from bot.preview.server import PreviewServer

URL = "https://bot.example.org/newsbot"
BROKEN = {"last_error_date": 1_700_000_000, "last_error_message": "Connection refused"}


@pytest.mark.parametrize(
    ("wanted", "there", "severity", "text"),
    [
        (None, {}, Severity.OK, "by polling, 1 waiting"),
        (None, {"url": URL}, Severity.NOTE, f"Telegram pushes them to {URL}"),
        (URL, {}, Severity.NOTE, "not set yet"),
        (URL, {"url": URL}, Severity.OK, f"pushes them to {URL}, 1 waiting"),
        (URL, {"url": URL, **BROKEN}, Severity.WRONG, "Connection refused"),
    ],
    ids=["polling", "leftover webhook", "not set yet", "webhook", "telegram can't push"],
)
async def test_how_updates_are_received(
    tmp_path: Path, wanted: str | None, there: dict[str, Any], severity: Severity, text: str
) -> None:
    async with PreviewServer() as telegram:
        ada = telegram.state.add_person("Ada")
        telegram.users.send(ada, telegram.state.chats[ada.id], "/start")
        telegram.state.webhook = there
        settings = Settings(
            _env_file=None,
            data=tmp_path,
            telegram_url=telegram.url,
            telegram_token=SecretStr(telegram.token),
            webhook_url=wanted,
        )
        finding = {found.subject: found async for found in findings(settings)}["updates"]
    assert finding.severity is severity
    assert text in finding.text
    assert bool(finding.advice) == (severity is not Severity.OK)


async def test_feeds_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data=tmp_path)
    async with open_app(settings, read_corpus=False) as app:
        assert "feeds" not in {found.subject async for found in findings(settings)}
        urls = ("http://127.0.0.1:9/feed", "http://127.0.0.1:9/other")
        await app.services.feeds.add([FeedConfig(url) for url in urls], by=None)
    finding = {found.subject: found async for found in findings(settings)}["feeds"]
    assert finding.severity is Severity.WRONG
    assert "2 of 2 can't be read: " in finding.text
    assert "127.0.0.1" in finding.text


async def test_updates_that_wait_for_too_long_are_reported(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data=tmp_path)
    async with open_app(settings, read_corpus=False) as app:
        assert "inbox" not in {found.subject async for found in findings(settings)}
        arrived = datetime(2026, 11, 29, 12, 30, tzinfo=UTC)
        await app.services.inbox.store([ReceivedUpdate(1, 7, 5, "{}")], now=arrived)
    finding = {found.subject: found async for found in findings(settings)}["inbox"]
    assert finding.severity is Severity.WRONG
    assert finding.text == "1 updates are not handled, the oldest since 2026-11-29 12:30 UTC"
