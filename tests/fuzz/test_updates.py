"""Whatever people do in Telegram, no update fails by a fault of ours, and the bot answers afterwards."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from telegram import Update
from telegram.error import Forbidden

from bot.alerts.pacing import Pacer
from bot.app.settings import Settings
from bot.app.telegram_app import Address, build_application
from bot.app.wiring import open_house
from bot.errors import UserError
from bot.preview.server import PreviewServer
from bot.preview.world import World
from handlers.context import BotContext, NewsApplication
from handlers.routes import add_routes
from tests.fuzz.updates import Town, happen

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass
class Bot:
    """The bot, given one update after the other, beside the miniature Telegram."""

    application: NewsApplication
    world: World
    faults: list[BaseException] = field(default_factory=list)

    async def note(self, _: object, context: BotContext) -> None:
        """Keep an error that is neither the person's nor the chat's."""
        if context.error is not None and not isinstance(context.error, UserError | Forbidden):
            self.faults.append(context.error)

    async def work(self) -> None:
        """Work on every update that waits, and confirm it."""
        queue = self.world.updates
        for update in await queue.poll(offset=0, limit=100, timeout_s=0):
            await self.application.process_update(Update.de_json(update, self.application.bot))
            await queue.poll(offset=update["update_id"] + 1, limit=1, timeout_s=0)


async def started(stack: AsyncExitStack, data: Path) -> Bot:
    """Return the bot on the sample articles; nobody is an operator, so nothing is fetched."""
    unhurried = {"person_per_minute": 0, "group_per_minute": 0}
    chosen = Settings(_env_file=None, corpus=SEEDS, data=data, **unhurried)
    house = await stack.enter_async_context(open_house(chosen))
    telegram = await stack.enter_async_context(PreviewServer())
    application = build_application(house.services, Address(telegram.url, telegram.token), Pacer())
    await stack.enter_async_context(application)
    add_routes(application)
    bot = Bot(application, telegram.world)
    application.add_error_handler(bot.note)
    return bot


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
    max_examples=30,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(draw=st.data(), count=st.integers(10, 40))
def test_no_update_fails_by_a_fault_of_ours(
    loop: asyncio.Runner, bot: Bot, draw: st.DataObject, count: int
) -> None:
    bot.faults.clear()
    town = Town.founded(bot.world)
    for _ in range(count):
        happen(town, draw)
        loop.run(bot.work())
    assert not bot.faults


def test_the_bot_answers_after_all_that(loop: asyncio.Runner, bot: Bot) -> None:
    ada = bot.world.add_person("Ada")
    chat = bot.world.chats[ada.id]
    said = bot.world.send(ada, chat, "/ask Port Veyra flood")
    loop.run(bot.work())
    answers = [message for number, message in chat.messages.items() if number > said["message_id"]]
    assert any("Kestrel Wire" in message["text"] for message in answers)
