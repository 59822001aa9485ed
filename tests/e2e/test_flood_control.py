"""Telegram's flood control: nothing is sent before `retry_after` is over, and no press waits for it."""

import asyncio

import pytest

from bot.app.wiring import App
from bot.preview.telegram.faults import Fault, FaultKind
from tests.e2e.person import FLOOD, FLOOD_SOURCE, Phone


async def test_sixty_people_who_ask_at_once_are_answered_within_the_limits(bot: App, ada: Phone) -> None:
    ada.state.flood.on = True
    people = [ada.state.add_person(f"P{number}") for number in range(60)]
    phones = [Phone(ada.state, person, ada.state.chats[person.id]) for person in people]
    answers = await asyncio.gather(*(phone.say(FLOOD) for phone in phones))
    assert all(FLOOD_SOURCE in answer["text"] for answer in answers)
    sent = [call for call in ada.state.calls if call["method"] == "sendmessage"]
    assert not [call for call in sent if call.get("retry_after")], "no request was refused"
    times = [call["at"] for call in sent]
    assert all(later - earlier >= 1.0 for earlier, later in zip(times, times[30:], strict=False))


async def test_nothing_is_sent_to_a_chat_before_retry_after_is_over(bot: App, ada: Phone) -> None:
    ada.state.faults.add(Fault(FaultKind.FLOOD, "sendmessage", chat_id=ada.chat.id, seconds=2))
    ada.users.send(ada.person, ada.chat, FLOOD)
    second = ada.users.send(ada.person, ada.chat, "/about")
    await ada.state.until(
        lambda: sum(message["from"]["is_bot"] for message in ada.chat.messages.values()) == 2
    )
    assert second
    assert ada.state.flood.violations == []


@pytest.mark.parametrize("earlier", ["a question of the chat", "nothing"])
async def test_press_in_a_group_held_back_is_answered_at_once(bot: App, ada: Phone, earlier: str) -> None:
    group = ada.at(ada.state.add_group("Newsroom", ada.person))
    answer = await group.say(f"/ask {FLOOD}")
    if earlier != "nothing":
        ada.state.faults.add(Fault(FaultKind.FLOOD, "sendmessage", chat_id=group.chat.id, seconds=8))
        ada.users.send(ada.person, group.chat, f"/ask {FLOOD}")
        await ada.state.until(lambda: any(call.get("retry_after") for call in ada.state.calls))
    began = ada.state.clock()
    await ada.state.answered(group.tap(answer, "1"))
    assert ada.state.clock() - began < 6
    assert ada.state.flood.violations == []


async def test_press_behind_many_updates_of_its_chat_is_answered(bot: App, ada: Phone) -> None:
    group = ada.at(ada.state.add_group("Newsroom", ada.person))
    answer = await group.say(f"/ask {FLOOD}")
    ada.state.faults.add(Fault(FaultKind.FLOOD, "sendmessage", chat_id=group.chat.id, seconds=30))
    for _ in range(25):
        ada.users.send(ada.person, group.chat, "/about")
    await ada.state.until(lambda: any(call.get("retry_after") for call in ada.state.calls))
    began = ada.state.clock()
    await ada.state.answered(group.tap(answer, "1"))
    assert ada.state.clock() - began < 15
    assert ada.state.flood.violations == []
