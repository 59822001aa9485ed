"""Data that version 0.1.0 left behind: it opens, answers, and the buttons under its messages work."""

import json
import tarfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from bot.app.progress import ReportProgress
from bot.app.runtime.application import Address
from bot.app.runtime.delivery import run_delivery
from bot.delivery.rate_limits import RateLimiter
from handlers.texts import texts_for
from tests.fuzz.bot import Bot, started

LEFT = Path(__file__).parents[1] / "data" / "v0.1.0"
VISIT = json.loads((LEFT / "visit.json").read_text())
ADA = 1_001
Json = dict[str, Any]


def callback_data() -> dict[str, list[str]]:
    """Return the data of every button of 0.1.0, by kind."""
    kinds = defaultdict(list)
    for line in (LEFT / "callback_data.txt").read_text().splitlines():
        kind, data = line.split("\t")
        kinds[kind].append(data)
    return kinds


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with tarfile.open(LEFT / "data.tar.xz") as archive:
        archive.extractall(tmp_path, filter="data")
    return tmp_path / "data"


@pytest.fixture
async def bot(data: Path) -> AsyncIterator[Bot]:
    """Today's bot on the old data, a few minutes after the old one stopped."""
    began, ended = time.monotonic(), datetime.fromisoformat(VISIT["ends"])

    def clock() -> datetime:
        return ended + timedelta(seconds=time.monotonic() - began)

    async with AsyncExitStack() as stack:
        opened = await started(stack, data, read_corpus=False, clock=clock)
        ada = opened.state.add_person("Ada")
        assert ada.id == ADA
        ada.started = True
        yield opened


async def say(bot: Bot, text: str, **fields: Any) -> Json:
    """Let Ada write to the bot; return its last message."""
    bot.users.send(bot.state.people[ADA], bot.state.chats[ADA], text, **fields)
    await bot.work()
    return [message for message in bot.state.chats[ADA].messages.values() if message["from"]["is_bot"]][-1]


async def press(bot: Bot, data: str) -> tuple[Json, Json]:
    """Let Ada press an old button; return the answer to the press, and the message as it is then."""
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("old", callback_data=data)]])
    sent = await bot.application.bot.send_message(ADA, "An old message", reply_markup=keyboard)
    query_id = bot.users.press(bot.state.people[ADA], bot.state.chats[ADA], sent.message_id, data)
    await bot.work()
    answer = bot.state.queries[query_id].answer
    assert answer is not None, f"{data} is not answered"
    return answer, bot.state.chats[ADA].messages[sent.message_id]


async def test_old_index_is_rebuilt_with_progress(data: Path) -> None:
    indexed: list[int] = []

    @contextmanager
    def progress(task: str, unit: str) -> Iterator[ReportProgress]:
        yield lambda done, total, note="": indexed.append(done)

    async with AsyncExitStack() as stack:
        await started(stack, data, read_corpus=False, progress=progress)
    assert indexed


async def test_old_data_is_consistent(bot: Bot) -> None:
    assert (await bot.app.stores.consistency.run()).problems == ()


async def test_question_is_answered_from_old_data(bot: Bot) -> None:
    assert "Port Veyra" in (await say(bot, "flood"))["text"]


@pytest.mark.parametrize("kind", callback_data())
async def test_old_buttons_work(bot: Bot, kind: str) -> None:
    expired = texts_for("en")("expired")
    for data in callback_data()[kind]:
        answer, _ = await press(bot, data)
        assert bot.faults == []
        assert answer.get("text") != expired, data


async def test_button_of_old_answer_opens_its_article(bot: Bot) -> None:
    _, message = await press(bot, VISIT["opens"])
    assert VISIT["title"] in message["text"]


async def test_button_of_old_alert_pauses_it(bot: Bot) -> None:
    before = (await press(bot, "A.1.o"))[1]["text"]
    _, message = await press(bot, "A.1.p")
    assert message["text"].startswith(before.splitlines()[0])
    assert message["text"] != before


async def test_reply_to_old_prompt_changes_the_alert(bot: Bot) -> None:
    bot.state.chats[ADA].last_id = VISIT["prompt"] - 1
    prompt = await bot.application.bot.send_message(ADA, "New words?", reply_markup=ForceReply())
    await say(bot, "harbour AND flood", reply_to=prompt.message_id)
    assert "harbour AND flood" in (await press(bot, "A.1.o"))[1]["text"]


async def test_waiting_and_unexpanded_messages_are_delivered(bot: Bot) -> None:
    services, chat = bot.app.services, bot.state.chats[ADA]
    url = bot.application.bot.base_url.partition("/bot")[0]

    def arrived() -> bool:
        texts = [message.get("text", "") for message in chat.messages.values()]
        return all(any(VISIT[key] in text for text in texts) for key in ("waiting", "batch"))

    async with run_delivery(services, Address(url, bot.application.bot.token), RateLimiter()):
        await bot.state.until(arrived)
