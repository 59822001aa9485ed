"""A press that waits for its turn is answered before it, and its work is done when its turn comes."""

import asyncio
import json
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.app.clock import utc_now
from bot.app.runtime.suspects import SUSPECT_ATTEMPTS
from bot.app.wiring import App
from bot.chats.inbox import ReceivedUpdate
from bot.preview.telegram.faults import Fault, FaultKind
from bot.storage.database import Database
from bot.storage.inbox import SqlInbox
from bot.storage.schema.inbox import updates
from tests.e2e.conftest import StartBot
from tests.e2e.person import FLOOD, Json, Phone

pytestmark = pytest.mark.slow


async def test_press_behind_a_slow_question_of_its_chat_is_answered_first(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    before = str(answer["text"])
    held = asyncio.Event()
    ada.state.faults.add(Fault(FaultKind.DELAY, "sendmessage", chat_id=ada.chat.id, released=held))
    question = ada.users.send(ada.person, ada.chat, "/about")
    await ada.state.answered(ada.tap(answer, "1"))
    assert question["message_id"] == max(ada.chat.messages), "the slow question has no answer yet"
    held.set()
    await ada.answer_to(question)
    await _changed(ada, answer, before)


async def test_press_behind_an_update_that_runs_alone_is_answered_first(
    start_bot: StartBot, ada: Phone, tmp_path: Path
) -> None:
    """An update over which processes may have died runs alone; here it is that of another chat."""
    async with start_bot():
        answer = await ada.say(FLOOD)
    before = str(answer["text"])
    bob = ada.at(ada.state.chats[ada.state.add_person("Bob").id])
    held = asyncio.Event()
    ada.state.faults.add(Fault(FaultKind.DELAY, "sendmessage", chat_id=bob.chat.id, released=held))
    asked = ada.users.send(bob.chat.owner, bob.chat, FLOOD)
    query = ada.tap(answer, "1")
    *_, suspect, press = await ada.state.updates.poll(offset=0, limit=99, timeout_s=9)
    async with Database.open(f"sqlite:///{tmp_path}/data/newsbot.db") as database:
        await SqlInbox(database).store([_received(suspect, bob), _received(press, ada)], now=utc_now())
        attempts = update(updates).where(updates.c.update_id == suspect["update_id"])
        async with database.write() as connection:
            await connection.execute(attempts.values(attempts=SUSPECT_ATTEMPTS))
    async with start_bot():
        await ada.state.answered(query)
        assert asked["message_id"] == max(bob.chat.messages), "the suspect has no answer yet"
        held.set()
        await _changed(ada, answer, before)
        await bob.answer_to(asked)


def _received(raw: Json, phone: Phone) -> ReceivedUpdate:
    return ReceivedUpdate(raw["update_id"], phone.chat.id, None, json.dumps(raw, separators=(",", ":")))


async def _changed(phone: Phone, message: Json, before: str) -> None:
    """Wait until a message has another text; no other message says that something failed."""
    shown = phone.chat.messages[message["message_id"]]
    await phone.state.until(lambda: shown["text"] != before)
