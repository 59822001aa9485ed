"""Logs: one format for this program and its libraries, without tokens."""

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


def test_json_logs_have_one_object_per_line(capsys: pytest.CaptureFixture[str]) -> None:
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


def test_text_logs_have_no_tokens(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("info")
    structlog.get_logger().info("serving", at=f"bot{TOKEN}")
    logging.getLogger("somebody").warning("POST %s", TOKEN)
    logs = capsys.readouterr().err
    assert "serving" in logs
    assert "POST <token>" in logs
    assert TOKEN not in logs


FORGED = "x\r\n2026-01-01T00:00:00Z [error    ] forged"
HOSTILE = (FORGED, "x\x1b[2J\x07", "x\u2028forged", "x\x85forged", "x\u202egnorts", "x\x9b2J")


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("text", HOSTILE)
def test_foreign_text_neither_starts_a_line_nor_moves_the_cursor(
    capsys: pytest.CaptureFixture[str], text: str, as_json: bool
) -> None:
    configure_logs("info", as_json=as_json)
    structlog.get_logger().warning("rejected", source=text, reasons=[text])
    logging.getLogger("somebody").warning("GET %s", text)
    try:
        raise ValueError(text)
    except ValueError:
        structlog.get_logger().exception("broken")
    logs = capsys.readouterr().err
    begins = [line for line in logs.splitlines() if not line.startswith("    ")]
    assert len(begins) == 3
    assert all(line.startswith("{") if as_json else "T" in line[:20] for line in begins)
    assert not set(logs) & set("\r\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("level", ["debug", "info"])
async def test_library_does_not_log_what_it_cannot_parse(
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
    logging.getLogger("somebody").error("logged")
    logs = capsys.readouterr().err
    assert "logged" in logs
    assert "xylofonium" not in logs


@pytest.mark.parametrize("level", ["debug", "info"])
def test_client_of_the_cluster_does_not_log_what_people_ask(
    capsys: pytest.CaptureFixture[str], level: str
) -> None:
    configure_logs(level)
    for name in ("opensearch", "opensearchpy.trace", "opensearchpy.helpers"):
        for number in (logging.DEBUG, logging.WARNING, logging.ERROR):
            logging.getLogger(name).log(number, '{"query": "xylofonium"}')
    assert "xylofonium" not in capsys.readouterr().err
