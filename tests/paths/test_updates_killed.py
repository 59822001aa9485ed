"""A bot that is killed at random moments answers every question once, and each chat's in order.

    NEWSBOT_KILLS=200 python -m pytest tests/paths/test_updates_killed.py

kills it that often per mode instead of the number of the hypothesis profile.
"""

import asyncio
import os
import random
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.app.runtime.webhook import SECRET_HEADER
from bot.preview.server import PreviewServer
from bot.preview.telegram.faults import Fault, FaultKind
from bot.preview.telegram.model import Chat, Person
from bot.preview.telegram.state import TelegramState
from bot.storage.arrivals import MAX_WAITING_OF_CHAT
from tests.app.runtime.test_run import environment
from tests.processes import Process, start
from tests.profiles import PATIENCE_S, by_profile
from tests.pushing import pushing

pytestmark = pytest.mark.slow
KILLS = int(os.environ.get("NEWSBOT_KILLS", by_profile(dev=3, ci=15, long=200)))
PRIVATE_CHATS = 3
_NUMBER = re.compile(r"qwxz(\d+)")
PATH = "/newsbot/hook"


@dataclass
class Town:
    """Chats in which people ask about numbered words that no article has."""

    telegram: PreviewServer
    chats: list[tuple[Person, Chat]]
    asked: dict[int, list[int]] = field(default_factory=dict)
    count: int = 0

    def ask(self, person: Person, chat: Chat) -> None:
        """Ask one more question, if not too many wait."""
        if not self.is_patient(chat):
            return
        self.count += 1
        mention = "" if chat.type == "private" else f"@{self.telegram.state.bot['username']} "
        self.telegram.users.send(person, chat, f"{mention}qwxz{self.count}")
        self.asked.setdefault(chat.id, []).append(self.count)

    def answered(self) -> dict[int, list[int]]:
        """Return the numbers that the bot's messages are about, by chat, in the order of the messages."""
        return {
            chat.id: [
                int(match[1])
                for message in chat.messages.values()
                if message["from"]["is_bot"] and (match := _NUMBER.search(message.get("text", "")))
            ]
            for _, chat in self.chats
        }

    def is_patient(self, chat: Chat) -> bool:
        """Whether a chat has room for more questions: the bot drops what is beyond its limit."""
        asked, answered = self.asked.get(chat.id, []), self.answered()[chat.id]
        return len(asked) - len(set(answered)) < MAX_WAITING_OF_CHAT // 2

    @property
    def missing(self) -> int:
        """Questions without an answer."""
        given = {number for numbers in self.answered().values() for number in numbers}
        return self.count - len(given)


def chats_of(state: TelegramState) -> list[tuple[Person, Chat]]:
    """Return private chats and a group, which number their messages together, and a supergroup."""
    people = [state.add_person(f"P{n}") for n in range(PRIVATE_CHATS)]
    groups = [state.add_group("Desk", people[0]), state.add_group("Hall", people[1], supergroup=True)]
    private = [(person, state.chats[person.id]) for person in people]
    return private + list(zip(people[:2], groups, strict=True))


@asynccontextmanager
async def running(output: list[str], **settings: Any) -> AsyncIterator[Process]:
    """Run the bot, and kill it on leaving; what it has written goes to `output`."""
    data: Path = settings["DATA"]
    process = await start("bot", "run", environment=environment(data, **settings), folder=data.parent)
    drained = asyncio.create_task(_drain(process))
    try:
        yield process
    finally:
        process.kill()
        await process.wait()
        output += (await drained).splitlines()


async def _drain(process: Process) -> str:
    written = await asyncio.gather(process.stdout.read(), process.stderr.read())
    return b"\n".join(written).decode(errors="replace")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


async def first_answer(town: Town, known: int) -> None:
    """Wait until the process has answered something."""
    await town.telegram.state.until(lambda: town.count - town.missing > known, timeout_s=PATIENCE_S)


def webhook_at(port: int) -> dict[str, str]:
    """Return the settings of a process that receives pushed updates."""
    return {"WEBHOOK_URL": f"https://bot.example.org{PATH}", "WEBHOOK_LISTEN": f"127.0.0.1:{port}"}


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_every_question_is_answered_once_however_often_the_bot_is_killed(
    tmp_path: Path, mode: str
) -> None:
    chance = random.Random(20_261_129)
    output: list[str] = []
    (tmp_path / "corpus").mkdir()
    async with PreviewServer() as telegram:
        town = Town(telegram, chats_of(telegram.state))
        port = free_port()
        settings = {
            "DATA": tmp_path / "data",
            "CORPUS": tmp_path / "corpus",
            "TELEGRAM_TOKEN": telegram.token,
            "TELEGRAM_URL": telegram.url,
            "PERSON_PER_MINUTE": 0,
            "GROUP_PER_MINUTE": 0,
        }
        if mode == "webhook":
            settings |= webhook_at(port)
        pushed = pushing(telegram, f"http://127.0.0.1:{port}{PATH}") if mode == "webhook" else nullcontext()
        async with pushed:
            for _ in range(KILLS):
                async with running(output, **settings):
                    known = town.count - town.missing
                    for person, chat in town.chats:
                        town.ask(person, chat)
                    await first_answer(town, known)
                    for _ in range(chance.randrange(8)):
                        town.ask(*chance.choice(town.chats))
                        await asyncio.sleep(chance.uniform(0, 0.03))
                    await asyncio.sleep(chance.uniform(0, 0.06))
            async with running(output, **settings):
                with suppress(TimeoutError):
                    await telegram.state.until(lambda: town.missing == 0, timeout_s=PATIENCE_S)
                await asyncio.sleep(1)
    assert not [line for line in output if "given_up" in line or "dropped" in line]
    assert town.answered() == town.asked


async def test_updates_that_arrive_in_the_wrong_order_before_a_kill_are_answered_once(tmp_path: Path) -> None:
    """One process answers the second update of a chat; the first arrives at another before that is noted."""
    output: list[str] = []
    (tmp_path / "corpus").mkdir()
    async with PreviewServer() as telegram, httpx.AsyncClient() as http:
        ada = telegram.state.add_person("Ada")
        town = Town(telegram, [(ada, telegram.state.chats[ada.id])])
        chat = telegram.state.chats[ada.id]
        settings = {
            "CORPUS": tmp_path / "corpus",
            "DATABASE_URL": f"sqlite:///{tmp_path / 'newsbot.db'}",
            "TELEGRAM_TOKEN": telegram.token,
            "TELEGRAM_URL": telegram.url,
        }
        ports = [free_port(), free_port()]
        urls = [f"http://127.0.0.1:{port}{PATH}" for port in ports]
        async with running(output, DATA=tmp_path / "b", **settings, **webhook_at(ports[1])):
            async with running(output, DATA=tmp_path / "a", **settings, **webhook_at(ports[0])):
                await accepting(http, *urls)
                for _ in range(2):
                    town.ask(ada, chat)
                first, second = await telegram.state.updates.poll(offset=0, limit=9, timeout_s=9)
                telegram.state.faults.add(Fault(FaultKind.DELAY_AFTER, "sendmessage", chat.id, seconds=3))
                headers = {SECRET_HEADER: telegram.state.webhook["secret_token"]}
                await http.post(urls[0], json=second, headers=headers)
                await telegram.state.until(lambda: town.answered()[chat.id] == [2], timeout_s=PATIENCE_S)
                response = await http.post(urls[1], json=first, headers=headers)
                assert response.is_success
            with suppress(TimeoutError):
                await telegram.state.until(lambda: town.missing == 0, timeout_s=PATIENCE_S)
            await asyncio.sleep(1)
    assert town.answered() == {chat.id: [2, 1]}


async def accepting(http: httpx.AsyncClient, *urls: str) -> None:
    """Wait until processes listen; they refuse a request without the secret."""
    async with asyncio.timeout(PATIENCE_S):
        for url in urls:
            while True:
                with suppress(httpx.TransportError):
                    if (await http.post(url)).status_code == httpx.codes.FORBIDDEN:
                        break
                await asyncio.sleep(0.05)
