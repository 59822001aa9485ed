"""Access control: rate limits and the allow list."""

import re

from bot.app.wiring import App
from tests.e2e.alerting import bot_message, find_message, publish, save
from tests.e2e.conftest import StartBot
from tests.e2e.person import FLOOD, FLOOD_SOURCE, Phone


def friend(ada: Phone, name: str = "Ben") -> Phone:
    person = ada.state.add_person(name)
    return Phone(ada.state, person, ada.state.chats[person.id])


async def test_person_over_the_rate_limit_is_warned_once_and_others_are_served(
    start_bot: StartBot, ada: Phone
) -> None:
    async with start_bot(person_per_minute=3):
        said = [ada.users.send(ada.person, ada.chat, f"tram strike {n}") for n in range(9)]
        assert FLOOD_SOURCE in (await friend(ada).say(FLOOD))["text"]
        refused = await bot_message(ada, "Please wait")
        assert re.search(r"\b(?:20|1?\d) seconds?\b", refused["text"])
        pressed = await ada.state.answered(ada.tap(await ada.answer_to(said[0]), "1"))
        assert "Please wait" in pressed["text"]
        inline = await ada.state.answered(ada.users.ask_inline(ada.person, FLOOD))
        assert inline["results"] == []
        ada.users.send(ada.person, ada.chat, "one more")
        await friend(ada, "Eve").say(FLOOD)
        answers = [m for m in ada.chat.messages.values() if m["from"]["is_bot"]]
        assert len(answers) == 4


async def test_person_flooding_a_group_does_not_use_up_others_limit(start_bot: StartBot, ada: Phone) -> None:
    ben = friend(ada)
    group = ada.state.add_group("Newsroom", ada.person, ben.person)
    async with start_bot(person_per_minute=2, group_per_minute=5):
        for _ in range(9):
            ada.users.send(ada.person, group, "/ask tram strike")
        asked = ada.users.send(ben.person, group, f"/ask {FLOOD}")
        answers = await ada.state.until(lambda: [m for m in group.messages.values() if _answers(m, asked)])
        assert FLOOD_SOURCE in answers[0]["text"]


def _answers(message: dict[str, object], asked: dict[str, object]) -> bool:
    replied = message.get("reply_to_message")
    return isinstance(replied, dict) and replied["message_id"] == asked["message_id"]


async def test_group_messages_for_others_do_not_count(start_bot: StartBot, ada: Phone) -> None:
    there = ada.at(ada.state.add_group("Newsroom", ada.person))
    ada.state.bot["can_read_all_group_messages"] = True
    async with start_bot(person_per_minute=2, group_per_minute=2, allowed_ids=str(there.chat.id)):
        others = ("hello", "/unknown", "/ask@other_bot x", "@somebody hi", "/alert BTC 5", "/alerts")
        for words in others:
            ada.users.send(ada.person, there.chat, words)
        assert FLOOD_SOURCE in (await there.say(f"/ask {FLOOD}"))["text"]


async def test_private_bot_serves_only_its_allow_list(start_bot: StartBot, ada: Phone) -> None:
    ben, boss = friend(ada), friend(ada, "Boss")
    group = ada.state.add_group("Newsroom", ben.person)
    listed = f"{ada.person.id}, {group.id}"
    async with start_bot(allowed_ids=listed, admin_ids=str(boss.person.id)):
        for phone in (ada, boss, ben.at(group)):
            assert FLOOD_SOURCE in (await phone.say(f"/ask {FLOOD}"))["text"]
        refused = await ben.say("/start")
        assert f"send its operator your id: {ben.person.id}" in refused["text"]
        inline = await ben.state.answered(ben.users.ask_inline(ben.person, FLOOD))
        assert inline["results"] == []
        foreign = ben.state.add_group("Elsewhere", ben.person)
        assert str(foreign.id) in (await ben.at(foreign).say(f"/ask {FLOOD}"))["text"]
        assert "What I store" in (await ben.say("/privacy"))["text"]


async def test_person_removed_from_the_allow_list_gets_no_alerts_and_can_erase(
    start_bot: StartBot, ada: Phone
) -> None:
    ben = friend(ada)
    async with start_bot():
        await save(ben, "hailstorm")
        await save(ada, "hailstorm")
    async with start_bot(allowed_ids=str(ada.person.id)) as app:
        await publish(app)
        await bot_message(ada, "Hail over Tavira")
        while not await _suspended(app, ben.chat.id):
            pass
        assert find_message(ben, "Hail over Tavira") is None
        gone = await ben.press(await ben.say("/forget_me"), "Delete everything about me")
        assert "your alerts (1)" in gone["text"]


async def _suspended(app: App, chat_id: int) -> bool:
    status = await app.services.delivery.chat_status(chat_id)
    return status.suspended is not None
