"""A suspended chat comes back at any sign of life, with what waits for it."""

from collections.abc import Callable

import pytest

from bot.app.wiring import App
from bot.delivery.outbox import OutboxState
from bot.errors import localizable
from tests.e2e.alerting import bot_message, publish, save
from tests.e2e.person import Phone


async def suspend_with_news(app: App, phone: Phone) -> None:
    """Suspend a chat, then publish what its alert matches."""
    await app.services.chats.suspend(phone.chat.id, reason=localizable("why-no-rights"))
    await publish(app)
    await phone.state.until(lambda: True)


async def suspended(app: App, phone: Phone) -> bool:
    return (await app.services.delivery.chat_status(phone.chat.id)).suspended is not None


SIGNS: dict[str, Callable[[Phone], object]] = {
    "a message": lambda phone: phone.users.send(phone.person, phone.chat, "tram"),
    "a command": lambda phone: phone.users.send(phone.person, phone.chat, "/status"),
    "an unblocked bot": lambda phone: phone.users.block(phone.person, blocked=False),
    "a press": lambda phone: phone.users.press(phone.person, phone.chat, phone.chat.last_id, "nonsense"),
}


@pytest.mark.parametrize("sign", SIGNS)
async def test_sign_of_life_brings_what_waits(bot: App, ada: Phone, sign: str) -> None:
    await save(ada, "hailstorm")
    await suspend_with_news(bot, ada)
    assert await suspended(bot, ada)
    SIGNS[sign](ada)
    await bot_message(ada, "Tavira")
    assert not await suspended(bot, ada)
    assert (await bot.services.delivery.outbox.counts(ada.chat.id)).get(OutboxState.SUSPENDED, 0) == 0


async def test_regained_rights_bring_what_waits(bot: App, ada: Phone) -> None:
    group = ada.at(ada.state.add_group("Growers", ada.person))
    await save(group, "hailstorm")
    ada.users.allow_writing(ada.person, group.chat, allowed=False)
    await ada.bot_messages()
    await publish(bot)
    while not await suspended(bot, group):
        await ada.say("/about")
    ada.users.allow_writing(ada.person, group.chat)
    await bot_message(group, "Tavira")


async def test_lost_rights_are_no_sign_of_life(bot: App, ada: Phone) -> None:
    group = ada.at(ada.state.add_group("Growers", ada.person))
    await bot.services.chats.suspend(group.chat.id, reason=localizable("why-no-rights"))
    ada.users.allow_writing(ada.person, group.chat, allowed=False)
    ada.users.kick_bot(ada.person, group.chat)
    await ada.bot_messages()
    assert await suspended(bot, group)


async def test_status_counts_what_waits(bot: App, ada: Phone) -> None:
    await save(ada, "hailstorm")
    await suspend_with_news(bot, ada)
    while not (await bot.services.delivery.chat_status(ada.chat.id)).waiting:
        await bot.services.delivery.overview()
    status = await bot.services.delivery.chat_status(ada.chat.id)
    assert (status.waiting, status.suspended is not None) == (1, True)
