"""/forget_me erases every trace; logs contain no user text and no secrets; user text is never markup."""

import io
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import structlog

from bot.app.log_config import configure_logs
from bot.app.wiring import App
from bot.preview.server import PreviewServer
from bot.preview.telegram.faults import Fault, FaultKind
from tests.e2e.alerting import newest, save
from tests.e2e.conftest import StartBot
from tests.e2e.person import FLOOD, FLOOD_SOURCE, Phone

WORDS = ("zanzibarian", "quokkaesque", "xerophyteword")
"""Words that no article contains."""
HOSTILE = (
    "'; DROP TABLE views; --",
    '" OR 1=1 --',
    "<script>alert(1)</script>",
    "<b><i>x</b></i>",
    "../../etc/passwd",
    "%s%n {0} ${jndi:x}",
    "x\r\n2026-01-01 [error] forged",
    "&lt;a href='javascript:x'&gt;",
)


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Everything the program logs, libraries included."""
    stream, root = io.StringIO(), logging.getLogger()
    before = root.handlers[:], root.level
    monkeypatch.setattr("sys.stderr", stream)
    configure_logs("info")
    yield stream
    root.handlers[:], root.level = before
    structlog.reset_defaults()


def holding(folder: Path, words: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return each file name with each of the words its file contains."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [(path.name, word) for path in files for word in words if word.encode() in path.read_bytes()]


async def leave_traces(ada: Phone) -> None:
    await ada.say(f"flood {WORDS[0]}")
    await save(ada, WORDS[1])
    await ada.say(f"/subscribe {WORDS[2]} OR {WORDS[1]}")


async def test_erased_words_are_in_no_file_and_no_log(
    start_bot: StartBot, ada: Phone, tmp_path: Path, logged: io.StringIO
) -> None:
    async with start_bot():
        await leave_traces(ada)
    assert {word for _, word in holding(tmp_path, WORDS)} == set(WORDS)
    async with start_bot():
        await ada.press(await ada.say("/forget_me"), "Delete everything about me")
        assert holding(tmp_path, WORDS) == []
    assert holding(tmp_path, WORDS) == []
    with closing(sqlite3.connect(next(tmp_path.rglob("*.db")))) as database:
        chats = {row[0] for row in database.execute("SELECT chat_id FROM updates")}
    assert chats == {0}, "the press that confirmed /forget_me keeps only its number"
    assert not [word for word in WORDS if word in logged.getvalue()]


async def test_failures_are_logged_without_user_text_or_token(
    bot: App, ada: Phone, telegram: PreviewServer, logged: io.StringIO
) -> None:
    for words in ("Bad Request: can't parse entities: x", "Internal Server Error"):
        ada.state.faults.add(Fault(FaultKind.ERROR, "sendmessage", code=400, words=words))
        await ada.say(f"flood {WORDS[0]}")
    await ada.say("/export")
    assert "message_not_parsed" in logged.getvalue()
    assert "update_failed" in logged.getvalue()
    assert telegram.token not in logged.getvalue()
    assert WORDS[0] not in logged.getvalue()


async def test_export_contains_no_secret(bot: App, ada: Phone, telegram: PreviewServer) -> None:
    await save(ada, "hailstorm")
    await ada.say("/export")
    await ada.state.until(lambda: newest(ada, lambda message: "document" in message))
    files = b"".join(content for _, content in ada.state.files.values())
    assert b"hailstorm" in files
    assert telegram.token.encode() not in files


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_treated_as_text(bot: App, ada: Phone, text: str, logged: io.StringIO) -> None:
    for said in (text, f"/ask {text}", f"/subscribe {text}", f"/mute {text}", f"/start {text}"):
        assert (await ada.say(said))["text"]
    await ada.state.answered(ada.users.ask_inline(ada.person, text))
    assert FLOOD_SOURCE in (await ada.say(FLOOD))["text"]
    lines = logged.getvalue().splitlines()
    assert not [line for line in lines if "update_failed" in line or "forged" in line]
