"""An update handled again finds the answer that its first attempt sent, and touches no other message."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from telegram import ForceReply, InlineKeyboardMarkup
from telegram.error import BadRequest

from handlers.telegram.in_hand import MAX_TRIES, UpdateInHand, sent_before

Json = dict[str, Any]
CHAT = 7


def telegram(own: dict[int, Json], edited: list[int]) -> Callable[[str, Json], Coroutine[Any, Any, Json]]:
    """Return Telegram's editing: it refuses messages that don't exist."""

    async def edit(method: str, data: Json) -> Json:
        edited.append(data["message_id"])
        message = own.get(data["message_id"])
        if message is None:
            raise BadRequest("Message to edit not found")
        if message.get("text") == data.get("text"):
            raise BadRequest("Message is not modified: …")
        return {"message_id": data["message_id"], "text": data["text"]}

    return edit


def again(**fields: Any) -> UpdateInHand:
    return UpdateInHand(1, **{"chat_id": CHAT, "interrupted": True, "last_message_id": 10, **fields})


@pytest.mark.parametrize("text", ["the same", "other"])
async def test_answer_of_the_first_attempt_is_found(text: str) -> None:
    edited: list[int] = []
    data = {"chat_id": CHAT, "text": "the same"}
    found = await sent_before(again(), "sendMessage", data, telegram({12: {"text": text}}, edited))
    assert found is not None
    assert (found["message_id"], edited) == (12, [11, 12])


async def test_messages_known_to_be_something_else_are_left_alone() -> None:
    edited: list[int] = []
    update = again(other_message_ids=frozenset({11, 12}))
    own = {11: {"text": "an alert"}, 12: {"text": "another answer"}}
    data = {"chat_id": CHAT, "text": "x"}
    assert await sent_before(update, "sendMessage", data, telegram(own, edited)) is None
    assert edited == list(range(13, 13 + MAX_TRIES))
    assert not update.interrupted, "later answers are sent at once"


@pytest.mark.parametrize(
    ("update", "endpoint", "chat"),
    [
        (UpdateInHand(1, CHAT), "sendMessage", CHAT),
        (again(), "sendMessage", CHAT + 1),
        (again(), "sendChatAction", CHAT),
    ],
    ids=["first attempt", "another chat", "no message"],
)
async def test_nothing_is_looked_for_elsewhere(update: UpdateInHand, endpoint: str, chat: int) -> None:
    edited: list[int] = []
    assert await sent_before(update, endpoint, {"chat_id": chat}, telegram({}, edited)) is None
    assert edited == []


async def test_second_answer_is_looked_for_after_the_first() -> None:
    edited: list[int] = []
    update = again()
    edit = telegram({11: {"text": "a"}, 12: {"text": "b"}}, edited)
    for text in ("a", "b"):
        data = {"chat_id": CHAT, "text": text}
        update.sent(CHAT, await sent_before(update, "sendMessage", data, edit))
    assert (edited, update.answer_id) == ([11, 12], 12)


async def test_nothing_newer_than_what_this_process_sent_since_the_claim_is_tried() -> None:
    edited: list[int] = []
    update = again(claimed_at=5.0)
    update.sent_ids.record(11, 4.0)  # sent before the claim: an earlier attempt elsewhere may be newer
    update.sent_ids.record(14, 6.0)
    data = {"chat_id": CHAT, "text": "x"}
    assert await sent_before(update, "sendMessage", data, telegram({15: {"text": "x"}}, edited)) is None
    assert edited == [11, 12, 13]


async def test_answer_found_for_another_chat_is_not_tried() -> None:
    edited: list[int] = []
    update = again()
    other = UpdateInHand(2, CHAT + 1, sent_ids=update.sent_ids)
    other.sent(CHAT + 1, {"message_id": 11})
    await sent_before(update, "sendMessage", {"chat_id": CHAT, "text": "x"}, telegram({12: {}}, edited))
    assert edited == [12]


async def test_supergroup_numbers_its_messages_by_itself() -> None:
    edited: list[int] = []
    supergroup = -1_000_000_004_000
    update = again(chat_id=supergroup)
    update.sent_ids.record(11, 6.0)
    data = {"chat_id": supergroup, "text": "x"}
    assert await sent_before(update, "sendMessage", data, telegram({11: {}}, edited)) is not None


@pytest.mark.parametrize(("chat", "found"), [(CHAT, True), (-1_000_000_004_000, False)])
async def test_message_that_asks_for_a_reply_is_found_in_a_private_chat(chat: int, found: bool) -> None:
    markups: list[object] = []

    async def edit(_: str, data: Json) -> Json:
        markups.append(data.get("reply_markup"))
        raise BadRequest("Message can't be edited")

    data = {"chat_id": chat, "text": "Where are you?", "reply_markup": ForceReply()}
    assert bool(await sent_before(again(chat_id=chat), "sendMessage", data, edit)) is found
    assert set(markups) == {None}, "edits take inline keyboards only"


async def test_message_of_somebody_else_is_not_taken_for_an_answer_with_buttons() -> None:
    async def edit(_: str, data: Json) -> Json:
        raise BadRequest("Message can't be edited")

    data = {"chat_id": CHAT, "text": "x", "reply_markup": InlineKeyboardMarkup([])}
    assert await sent_before(again(), "sendMessage", data, edit) is None
