"""Logs: one form for ours and the libraries', and no token in either."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from telegram.error import TelegramError
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.app.log_config import configure_logs
from bot.preview.server import PreviewServer
from bot.preview.telegram.faults import Fault, FaultKind

TOKEN = "7000000001:AAEpreviewpreviewpreviewpreviewpre"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    handlers, level = logging.root.handlers[:], logging.root.level
    yield
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    structlog.reset_defaults()


def test_every_line_is_json_when_machines_read_it(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("info", as_json=True)
    structlog.get_logger().info("serving", at=f"https://api.telegram.org/bot{TOKEN}/getMe")
    logging.getLogger("somebody").warning("POST %s", f"https://api.telegram.org/bot{TOKEN}/sendMessage")
    try:
        raise ValueError(TOKEN)
    except ValueError:
        logging.getLogger("somebody").exception("broken")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert lines[0]["event"] == "serving"
    assert [line["level"] for line in lines] == ["info", "warning", "error"]
    assert lines[1]["logger"] == "somebody"
    assert "ValueError" in lines[2]["exception"]
    assert TOKEN not in json.dumps(lines)
    assert all("timestamp" in line for line in lines)


def test_people_get_lines_of_text_without_tokens(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("info")
    structlog.get_logger().info("serving", at=f"bot{TOKEN}")
    logging.getLogger("somebody").warning("POST %s", TOKEN)
    said = capsys.readouterr().err
    assert "serving" in said
    assert "POST <token>" in said
    assert TOKEN not in said


FORGED = "x\r\n2026-01-01T00:00:00Z [error    ] forged"
HOSTILE = (FORGED, "x\x1b[2J\x07", "x\u2028forged", "x\x85forged", "x\u202egnorts", "x\x9b2J")


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_others_wrote_begins_a_line_or_moves_the_cursor(
    capsys: pytest.CaptureFixture[str], text: str, as_json: bool
) -> None:
    configure_logs("info", as_json=as_json)
    structlog.get_logger().warning("rejected", source=text, reasons=[text])
    logging.getLogger("somebody").warning("GET %s", text)
    try:
        raise ValueError(text)
    except ValueError:
        structlog.get_logger().exception("broken")
    said = capsys.readouterr().err
    begins = [line for line in said.splitlines() if not line.startswith("    ")]
    assert len(begins) == 3
    assert all(line.startswith("{") if as_json else "T" in line[:20] for line in begins)
    assert not set(said) & set("\r\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("level", ["debug", "info"])
async def test_the_library_tells_no_words_of_what_it_cannot_read(
    capsys: pytest.CaptureFixture[str], level: str
) -> None:
    configure_logs(level)
    async with PreviewServer() as telegram:
        telegram.state.updates.add("message", {"message_id": 1, "text": "xylofonium"})
        requests = [HTTPXRequest() for _ in range(2)]
        bot: ExtBot[None] = ExtBot(
            telegram.token, f"{telegram.url}/bot", request=requests[0], get_updates_request=requests[1]
        )
        async with bot:
            with pytest.raises(KeyError):
                await bot.get_updates()
            telegram.state.faults.add(Fault(FaultKind.GARBLED, "getme", body=b'{"text":"xylofonium"'))
            with pytest.raises(TelegramError):
                await bot.get_me()
    logging.getLogger("somebody").error("told")
    said = capsys.readouterr().err
    assert "told" in said
    assert "xylofonium" not in said
