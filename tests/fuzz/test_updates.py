"""Random updates: none raises an unexpected error, and the bot still answers afterwards."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.e2e.person import FLOOD, FLOOD_SOURCE
from tests.fuzz.bot import Bot, started
from tests.fuzz.updates import MEANT, Town, happen, pressable
from tests.profiles import by_profile

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def bot(loop: asyncio.Runner, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    stack = AsyncExitStack()
    yield loop.run(started(stack, tmp_path_factory.mktemp("fuzz")))
    loop.run(stack.aclose())


@settings(
    deadline=None,
    derandomize=True,
    max_examples=by_profile(dev=5, ci=15, long=500),
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(draw=st.data(), count=st.integers(30, 40))
def test_random_updates_raise_no_unexpected_errors(
    loop: asyncio.Runner, bot: Bot, draw: st.DataObject, count: int
) -> None:
    bot.faults.clear()
    town = Town.founded(bot.state)
    for _ in range(count):
        happen(town, draw)
        loop.run(bot.work())
    assert not bot.faults


def test_meaningful_messages_and_their_buttons_raise_no_unexpected_errors(
    loop: asyncio.Runner, bot: Bot
) -> None:
    bot.faults.clear()
    for person in Town.founded(bot.state).people:
        chat = bot.state.chats[person.id]
        for text in MEANT:
            said = bot.users.send(person, chat, text)["message_id"]
            loop.run(bot.work())
            for message in [each for number, each in chat.messages.items() if number > said]:
                for data in pressable(message):
                    bot.users.press(person, chat, message["message_id"], data)
                    loop.run(bot.work())
                bot.users.send(person, chat, "7:45", reply_to=message["message_id"])
                loop.run(bot.work())
    assert not bot.faults


def test_bot_still_answers(loop: asyncio.Runner, bot: Bot) -> None:
    ada = bot.state.add_person("Ada")
    chat = bot.state.chats[ada.id]
    said = bot.users.send(ada, chat, f"/ask {FLOOD}")
    loop.run(bot.work())
    answers = [message for number, message in chat.messages.items() if number > said["message_id"]]
    assert any(FLOOD_SOURCE in message["text"] for message in answers)
