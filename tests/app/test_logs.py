"""Logs: one form for ours and the libraries', and no token in either."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.app.logs import configure_logs

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
