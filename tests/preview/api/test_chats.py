"""What the bot may do where, and in which words Telegram says no."""

import pytest

from bot.preview.telegram.faults import Fault, FaultKind
from tests.preview.conftest import Api

BAD = "Bad Request: "


async def refused(api: Api, chat_id: int | None = None, **params: object) -> str:
    return await api.refusal("sendMessage", chat_id=chat_id or api.chat.id, text="x", **params)


async def test_a_person_who_blocked_the_bot_or_left_telegram_gets_nothing(api: Api) -> None:
    api.users.block(api.ada)
    assert await refused(api) == "Forbidden: bot was blocked by the user"
    api.users.block(api.ada, blocked=False)
    assert await api.sent()
    api.ada.deactivated = True
    assert await refused(api) == "Forbidden: user is deactivated"


async def test_a_bot_speaks_to_nobody_first(api: Api) -> None:
    ben = api.state.add_person("Ben")
    assert await refused(api, ben.id) == "Forbidden: bot can't initiate conversation with a user"


@pytest.mark.parametrize("supergroup", [False, True])
async def test_a_bot_that_was_kicked_writes_no_more(api: Api, supergroup: bool) -> None:
    group = api.state.add_group("Newsroom", api.ada, supergroup=supergroup)
    api.users.kick_bot(api.ada, group)
    assert await refused(api, group.id) == f"Forbidden: bot was kicked from the {group.type} chat"


async def test_chats_that_are_not_there_or_may_not_be_written_to_are_refused(api: Api) -> None:
    assert await refused(api, 5) == BAD + "chat not found"
    group = api.state.add_group("Newsroom", api.ada)
    group.may_write = False
    assert await refused(api, group.id) == BAD + "not enough rights to send text messages to the chat"


async def test_topics_that_are_closed_or_not_there_are_refused_and_general_is_left_out(api: Api) -> None:
    forum = api.state.add_group("Desk", api.ada, forum=True)
    sport = api.state.add_topic(forum, "Sport")
    sent = await api.result("sendMessage", chat_id=forum.id, text="x", message_thread_id=sport)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (sport, True)
    assert "message_thread_id" not in await api.result("sendMessage", chat_id=forum.id, text="x")
    assert await refused(api, forum.id, message_thread_id=99) == BAD + "message thread not found"
    forum.closed_topics.add(sport)
    assert await refused(api, forum.id, message_thread_id=sport) == BAD + "TOPIC_CLOSED"


async def test_a_group_that_became_a_supergroup_says_its_new_id_both_ways(api: Api) -> None:
    group = api.state.add_group("Newsroom", api.ada)
    new = api.state.upgrade(group)
    answer = await api.call("sendMessage", chat_id=group.id, text="x")
    assert answer["description"] == BAD + "group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}
    told = [update.get("message", {}) for update in await api.result("getUpdates")]
    assert [m["migrate_to_chat_id"] for m in told if "migrate_to_chat_id" in m] == [new.id]
    assert [m["migrate_from_chat_id"] for m in told if "migrate_from_chat_id" in m] == [group.id]


async def test_edits_that_change_nothing_or_meet_no_message_of_the_bots_are_refused(api: Api) -> None:
    said, theirs = await api.sent("<b>x</b>", parse_mode="HTML"), next(iter(api.chat.messages))

    async def edited(message_id: int, text: str, **params: str) -> str:
        return await api.refusal(
            "editMessageText", chat_id=api.chat.id, message_id=message_id, text=text, **params
        )

    assert "message is not modified" in await edited(said["message_id"], "<b>x</b>", parse_mode="HTML")
    assert await edited(99, "y") == BAD + "message to edit not found"
    assert await edited(theirs, "y") == BAD + "message can't be edited"
    changed = await api.result(
        "editMessageText", chat_id=api.chat.id, message_id=said["message_id"], text="x"
    )
    assert "entities" not in changed
    assert changed["edit_date"]


async def test_flood_control_names_the_seconds_for_the_one_chat(api: Api) -> None:
    api.state.flood.on = True
    for _ in range(3):
        await api.sent()
    answer = await api.call("sendMessage", chat_id=api.chat.id, text="x")
    seconds = answer["parameters"]["retry_after"]
    assert answer["description"] == f"Too Many Requests: retry after {seconds}"
    assert 1 <= seconds <= 3
    group = api.state.add_group("Newsroom", api.ada)
    for _ in range(20):
        await api.result("sendMessage", chat_id=group.id, text="x")
    assert (await api.call("sendMessage", chat_id=group.id, text="x"))["parameters"]["retry_after"] > 30


async def test_over_all_chats_thirty_messages_a_second_pass(api: Api) -> None:
    api.state.flood.on = True
    people = [api.state.add_person(f"P{n}") for n in range(16)]
    for person in people:
        person.started = True
    answers = [
        await api.call("sendMessage", chat_id=person.id, text="x") for person in people for _ in range(2)
    ]
    assert 30 <= sum(answer["ok"] for answer in answers) < 33


async def test_faults_meet_the_requests_they_are_meant_for(api: Api) -> None:
    api.state.faults.add(Fault(FaultKind.ERROR, "sendmessage", code=502, words="Bad Gateway"))
    api.state.faults.add(Fault(FaultKind.FLOOD, "sendmessage", chat_id=api.chat.id, seconds=7))
    assert (await api.result("getMe"))["is_bot"]
    assert await refused(api) == "Bad Gateway"
    assert (await api.call("sendMessage", chat_id=api.chat.id, text="x"))["parameters"] == {"retry_after": 7}
    assert await api.sent()
