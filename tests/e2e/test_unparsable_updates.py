"""Updates that python-telegram-bot can't parse are skipped, counted and logged; all others are answered."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from bot.app.log_config import configure_logs
from bot.preview.server import PreviewServer
from bot.preview.telegram.faults import Fault, FaultKind
from bot.preview.telegram.model import Json
from tests.e2e.conftest import StartBot
from tests.e2e.person import FLOOD, FLOOD_SOURCE, Phone
from tests.test_metrics import figures

WORDS = "xylofonium-of-mine"
WHOLE = {"message_id": 901, "date": 1, "chat": {"id": 5, "type": "private"}, "text": WORDS}
UNPARSED: dict[str, tuple[str, Any]] = {
    "no chat": ("message", {"message_id": 901, "date": 1, "text": WORDS}),
    "no type of chat": ("message", WHOLE | {"chat": {"id": 5}}),
    "a date in words": ("message", WHOLE | {"date": WORDS}),
    "a date past all": ("message", WHOLE | {"date": 10**30}),
    "a number for a text": ("message", WHOLE | {"text": 5}),
    "an object for a text": ("message", WHOLE | {"text": {"plain": WORDS}}),
    "words for a chat's number": ("message", WHOLE | {"chat": {"id": WORDS, "type": "private"}}),
    "a list for a chat's number": ("message", WHOLE | {"chat": {"id": [WORDS], "type": "private"}}),
    "words for a message": ("message", WORDS),
    "a press by nobody": ("callback_query", {"id": "5", "data": WORDS}),
}


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    handlers, level = logging.root.handlers[:], logging.root.level
    levels = {name: each.level for name, each in logging.root.manager.loggerDict.items() if _is_logger(each)}
    yield
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    for name, each in levels.items():
        logging.getLogger(name).setLevel(each)
    structlog.reset_defaults()


def _is_logger(each: object) -> bool:
    return isinstance(each, logging.Logger)


def _polls(telegram: PreviewServer) -> list[Json]:
    return [call for call in telegram.state.calls if call["method"] == "getupdates"]


@pytest.mark.parametrize("level", ["info", "debug"])
async def test_unparsable_updates_are_skipped_counted_and_logged_without_words(
    telegram: PreviewServer, start_bot: StartBot, ada: Phone, capsys: pytest.CaptureFixture[str], level: str
) -> None:
    configure_logs(level)
    before = ada.users.send(ada.person, ada.chat, FLOOD)
    for kind, value in UNPARSED.values():
        telegram.state.updates.add(kind, value)
    after = ada.users.send(ada.person, ada.chat, f"{FLOOD} {WORDS}")
    async with start_bot() as app:
        assert FLOOD_SOURCE in (await ada.answer_to(before))["text"]
        assert FLOOD_SOURCE in (await ada.answer_to(after))["text"]
        assert FLOOD_SOURCE in (await ada.say(FLOOD))["text"]
        found = figures(app.services.metrics)
    assert found["newsbot_updates_unparsed_total",] == len(UNPARSED)
    assert found["newsbot_failures_total",] == 0
    assert telegram.state.updates.pending == 0
    assert len(_polls(telegram)) < 10
    said = capsys.readouterr()
    lines = [line for line in said.err.splitlines() if "update_unparsed" in line]
    assert len(lines) == len(UNPARSED)
    assert "update=102" in lines[0]
    assert "error=TypeError" in lines[0]
    assert WORDS not in said.err + said.out
    assert "Veyra" not in said.err + said.out


@pytest.mark.parametrize("kind", UNPARSED)
async def test_single_unparsable_update_is_skipped_once(
    telegram: PreviewServer, start_bot: StartBot, ada: Phone, kind: str
) -> None:
    async with start_bot() as app:
        await ada.say("/start")
        polled = len(_polls(telegram))
        telegram.state.updates.add(*UNPARSED[kind])
        assert FLOOD_SOURCE in (await ada.say(FLOOD))["text"]
        assert figures(app.services.metrics)["newsbot_updates_unparsed_total",] == 1
    assert telegram.state.updates.pending == 0
    assert len(_polls(telegram)) - polled < 6


@pytest.mark.parametrize(
    "body",
    [
        b'{"ok":true,"result":[{"update_id":1,"message":{"text":"%s"' % WORDS.encode(),
        b'{"ok":true,"result":"%s"}' % WORDS.encode(),
        b'{"ok":true,"result":["%s"]}' % WORDS.encode(),
        b'{"ok":true,"result":[{"message":{"text":"%s"}}]}' % WORDS.encode(),
        b'{"ok":true,"text":"%s"}' % WORDS.encode(),
        b'["%s"]' % WORDS.encode(),
        b"[" * 100_000,
    ],
    ids=["cut off", "words", "words in a list", "no number", "no result", "a list", "deep"],
)
async def test_polling_retries_after_a_malformed_response(
    telegram: PreviewServer, start_bot: StartBot, ada: Phone, capsys: pytest.CaptureFixture[str], body: bytes
) -> None:
    configure_logs("info")
    telegram.state.faults.add(Fault(FaultKind.GARBLED, "getupdates", body=body))
    async with start_bot():
        assert FLOOD_SOURCE in (await ada.say(FLOOD))["text"]
    said = capsys.readouterr().err
    assert said.count("polling_failed") == 1
    assert WORDS not in said
    assert "Traceback" not in said
