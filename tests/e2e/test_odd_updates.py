"""Updates that ask nothing, can't be answered as usual, or come from bots."""

from typing import Any

import pytest
import structlog

from bot.app.wiring import App
from bot.preview.telegram.faults import Fault, FaultKind
from tests.e2e.conftest import StartBot
from tests.e2e.person import FLOOD, Phone, buttons

MONEY = {"currency": "XTR", "total_amount": 5, "invoice_payload": "x", "telegram_payment_charge_id": "c"}
NOTICES: dict[str, dict[str, Any]] = {
    "a payment": {"successful_payment": {**MONEY, "provider_payment_charge_id": "p"}},
    "a refund": {"refunded_payment": MONEY},
    "a boost": {"boost_added": {"boost_count": 1}},
    "a pinned message": {
        "pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}}
    },
    "one of a kind to come": {"something_newer": {"x": 1}},
}


@pytest.mark.parametrize("kind", NOTICES)
async def test_service_messages_are_ignored(bot: App, ada: Phone, kind: str) -> None:
    ada.users.notice(ada.person, ada.chat, NOTICES[kind])
    assert len(await ada.bot_messages()) == 1


async def test_press_under_an_inline_message_is_answered(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    data = buttons(answer)[0]["callback_data"]
    assert (await ada.state.answered(ada.users.press_inline_message(ada.person, data)))["show_alert"]
    assert (await ada.state.answered(ada.users.press_inline_message(ada.person, "nonsense")))["show_alert"]


async def test_press_under_a_vanished_message_is_answered_and_acts(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    data = next(button["callback_data"] for button in buttons(answer) if button["text"] == "1")
    del ada.chat.messages[answer["message_id"]]
    await ada.state.answered(ada.users.press_vanished(ada.person, ada.chat, answer["message_id"], data))
    assert "Relevant to your question" in (await ada.answer_to(answer))["text"]


async def test_button_of_a_game_is_answered(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    assert await ada.state.answered(ada.users.play(ada.person, ada.chat, answer["message_id"]))


async def test_press_whose_answer_met_garbage_changes_the_message(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    ada.state.faults.add(Fault(FaultKind.GARBLED, "answercallbackquery", body=b"<html>", times=9))
    ada.tap(answer, "1")
    shown = ada.chat.messages[answer["message_id"]]
    await ada.state.until(lambda: "Relevant to your question" in shown["text"])


@pytest.mark.parametrize(
    "words",
    [
        "Bad Request: not enough rights to send text messages to the chat",
        "Bad Request: TOPIC_CLOSED",
        "Bad Request: message thread not found",
        "Bad Request: chat not found",
        "Forbidden: bot was kicked from the group chat",
    ],
)
async def test_refusal_that_is_nobodys_fault_is_one_line_of_the_log(bot: App, ada: Phone, words: str) -> None:
    code = 403 if words.startswith("Forbidden") else 400
    ada.state.faults.add(Fault(FaultKind.ERROR, "sendmessage", code=code, words=words, chat_id=ada.chat.id))
    with structlog.testing.capture_logs() as logs:
        ada.users.send(ada.person, ada.chat, FLOOD)
        await ada.say("/about")
    assert [(line["event"], line["log_level"]) for line in logs] == [("chat_unavailable", "info")]


def answers(phone: Phone) -> int:
    """Return how many messages our bot has sent to a chat."""
    own = phone.state.bot["id"]
    return sum(message["from"]["id"] == own for message in phone.chat.messages.values())


async def test_bots_are_not_answered(bot: App, ada: Phone) -> None:
    ada.person.is_bot = True
    ada.users.send(ada.person, ada.chat, FLOOD)
    ada.person.is_bot = False
    await ada.say("/about")
    assert answers(ada) == 1


async def test_bots_are_answered_up_to_the_cap_if_the_operator_allows_it(
    start_bot: StartBot, ada: Phone
) -> None:
    async with start_bot(bots_per_hour=2):
        ada.person.is_bot = True
        for _ in range(5):
            ada.users.send(ada.person, ada.chat, "/about")
        await ada.state.until(lambda: answers(ada) == 2 or None)
        ada.person.is_bot = False
        await ada.say("/about")
        assert answers(ada) == 3


FILE = {"file_id": "f", "file_unique_id": "u", "duration": 3}
UNREADABLE: dict[str, dict[str, Any]] = {
    "a voice message": {"voice": FILE},
    "a round video": {"video_note": {**FILE, "length": 240}},
    "a video": {"video": {**FILE, "width": 9, "height": 9}},
    "a picture": {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}]},
}


@pytest.mark.parametrize("kind", UNREADABLE)
async def test_what_can_not_be_read_is_answered_with_how_to_ask(bot: App, ada: Phone, kind: str) -> None:
    await ada.say("/start")
    sent = ada.users.notice(ada.person, ada.chat, UNREADABLE[kind])
    answer = await ada.answer_to(sent)
    assert "I can only read text" in answer["text"]
    assert "for example" in answer["text"]
    captioned = ada.users.notice(ada.person, ada.chat, {**UNREADABLE[kind], "caption": FLOOD})
    assert "Kestrel Wire" in (await ada.answer_to(captioned))["text"]


async def test_voice_messages_among_people_are_left_alone(bot: App, ada: Phone) -> None:
    there = ada.at(ada.state.add_group("Choir", ada.person))
    answer = await there.say(f"/ask {FLOOD}")
    reply = {"voice": FILE, "reply_to_message": answer}
    ada.users.notice(ada.person, there.chat, reply)
    assert len(await there.bot_messages()) == 1
