"""Commands and buttons for admins, tried by another person."""

from collections.abc import AsyncIterator

import pytest

from bot.app.wiring import App
from bot.feeds.model import FeedConfig, FeedState
from handlers.admin.feeds_keyboard import FeedVerb
from handlers.routes import COMMANDS, FOR_OPERATORS
from tests.e2e.conftest import StartBot
from tests.e2e.person import Phone

NOT_ALLOWED = "Only the bot’s operators can do that."
BUTTONS = [
    *(f"F.1.{verb}" for verb in FeedVerb),
    *(f"G.1.{verb}" for verb in "udr"),
    *(f"R.1.{verb}" for verb in "lod"),
]
"""Callback data of the buttons of /feeds, /reload and /reports."""


@pytest.fixture
def eve(ada: Phone) -> Phone:
    """An admin."""
    person = ada.state.add_person("Eve")
    return Phone(ada.state, person, ada.state.chats[person.id])


@pytest.fixture
async def app(start_bot: StartBot, eve: Phone) -> AsyncIterator[App]:
    async with start_bot(admin_ids={eve.person.id}) as opened:
        yield opened


async def test_others_are_refused_exactly_the_admin_commands(app: App, ada: Phone) -> None:
    refused = {name for name in COMMANDS if (await ada.say(f"/{name}")).get("text") == NOT_ALLOWED}
    assert refused == FOR_OPERATORS
    assert await app.services.reload.audit.newest(9) == []


async def test_admin_commands_in_a_group_work_for_admins_only(app: App, ada: Phone, eve: Phone) -> None:
    group = ada.state.add_group("Newsroom", eve.person, ada.person)
    for name in sorted(FOR_OPERATORS):
        assert (await ada.at(group).say(f"/{name}"))["text"] == NOT_ALLOWED
        assert (await eve.at(group).say(f"/{name}"))["text"] != NOT_ALLOWED


async def test_others_are_refused_every_admin_button(app: App, ada: Phone, eve: Phone) -> None:
    await app.services.feeds.add([FeedConfig("https://ledger.example/feed")], by=None)
    group = ada.state.add_group("Newsroom", eve.person, ada.person)
    listed = await eve.at(group).say("/feeds")
    shown, noted = dict(listed), await app.services.reload.audit.newest(9)
    for data in BUTTONS:
        said = await ada.state.answered(ada.users.press(ada.person, group, listed["message_id"], data))
        assert (data, said["text"], said["show_alert"]) == (data, NOT_ALLOWED, True)
    assert listed == shown
    assert [feed.state for feed in await app.services.feeds.all()] == [FeedState.ON]
    assert await app.services.reload.audit.newest(9) == noted
