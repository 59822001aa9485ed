"""What the doctor says of how updates come in."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.app.cli.doctor import CheckResult, findings
from bot.app.settings import Settings
from bot.preview.server import PreviewServer

URL = "https://bot.example.org/newsbot"
BROKEN = {"last_error_date": 1_700_000_000, "last_error_message": "Connection refused"}


@pytest.mark.parametrize(
    ("wanted", "there", "verdict", "said"),
    [
        (None, {}, CheckResult.OK, "fetched, 1 waiting"),
        (None, {"url": URL}, CheckResult.NOTE, f"pushed to {URL}"),
        (URL, {}, CheckResult.NOTE, "not set yet"),
        (URL, {"url": URL}, CheckResult.OK, f"pushed to {URL}, 1 waiting"),
        (URL, {"url": URL, **BROKEN}, CheckResult.WRONG, "Connection refused"),
    ],
    ids=["polling", "a webhook is left", "not set yet", "webhook", "telegram can't push"],
)
async def test_how_updates_come_in(
    tmp_path: Path, wanted: str | None, there: dict[str, Any], verdict: CheckResult, said: str
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
        found = {each.what: each async for each in findings(settings)}["updates"]
    assert found.verdict is verdict
    assert said in found.found
    assert bool(found.advice) == (verdict is not CheckResult.OK)
