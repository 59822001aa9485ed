"""The preview as a process: stopped and started again on the same data, and monitored."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from tests.app.runtime.test_run import environment, serving
from tests.e2e.person import FLOOD, FLOOD_SOURCE, Json
from tests.e2e.test_two_processes import free_port
from tests.processes import start
from tests.profiles import PATIENCE_S

QUESTIONS = ("/about", FLOOD)


@asynccontextmanager
async def preview(data: Path, **settings: object) -> AsyncIterator[httpx.AsyncClient]:
    """Run `newsbot preview`; yield a browser on its page."""
    process = await start("bot", "preview", environment=environment(data, **settings), folder=data.parent)
    async with serving(process, "open=") as line:
        address = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert address
        async with httpx.AsyncClient(base_url=address[0], trust_env=False) as page:
            yield page


async def answers(page: httpx.AsyncClient) -> list[str]:
    """Ask the questions one after the other; return the bot's messages."""
    private = str((await _state(page))["me"]["id"])
    for number, question in enumerate(QUESTIONS, start=1):
        sent = await page.post("/_/send", json={"chat_id": private, "text": question})
        assert sent.is_success
        async with asyncio.timeout(PATIENCE_S):
            while len(texts := _of_bot(await _state(page), private)) < number:  # noqa: ASYNC110  (a page polls)
                await asyncio.sleep(0.05)
    return texts


async def _state(page: httpx.AsyncClient) -> Json:
    state: Json = (await page.get("/_/state")).json()
    return state


def _of_bot(state: Json, chat: str) -> list[str]:
    return [message["text"] for message in state["messages"][chat] if message["from"]["is_bot"]]


@pytest.mark.slow
async def test_second_run_on_the_same_data_answers_its_first_messages(tmp_path: Path) -> None:
    runs = []
    for _ in range(2):
        async with preview(tmp_path / "data") as page:
            runs.append(await answers(page))
    assert [len(texts) for texts in runs] == [len(QUESTIONS)] * 2
    assert all(FLOOD_SOURCE in texts[-1] for texts in runs)


@pytest.mark.slow
async def test_preview_is_monitored_too(tmp_path: Path) -> None:
    monitor = f"127.0.0.1:{free_port()}"
    async with preview(tmp_path / "data", MONITOR=monitor), httpx.AsyncClient(trust_env=False) as http:
        assert (await http.get(f"http://{monitor}/health")).is_success
        assert "newsbot_" in (await http.get(f"http://{monitor}/metrics")).text
