"""What the bot may do in which chat, and Telegram's errors otherwise."""

import pytest

from bot.preview.telegram.faults import Fault, FaultKind
from tests.preview.conftest import Api

BAD = "Bad Request: "


async def error(api: Api, chat_id: int | None = None, **params: object) -> str:
    return await api.error("sendMessage", chat_id=chat_id or api.chat.id, text="x", **params)


async def test_blocked_or_deactivated_user_gets_nothing(api: Api) -> None:
    api.users.block(api.ada)
    assert await error(api) == "Forbidden: bot was blocked by the user"
    api.users.block(api.ada, blocked=False)
    assert await api.sent()
    api.ada.deactivated = True
    assert await error(api) == "Forbidden: user is deactivated"


async def test_bot_cannot_start_a_conversation(api: Api) -> None:
    ben = api.state.add_person("Ben")
    assert await error(api, ben.id) == "Forbidden: bot can't initiate conversation with a user"


@pytest.mark.parametrize("supergroup", [False, True])
async def test_kicked_bot_cannot_write(api: Api, supergroup: bool) -> None:
    group = api.state.add_group("Newsroom", api.ada, supergroup=supergroup)
    api.users.kick_bot(api.ada, group)
    assert await error(api, group.id) == f"Forbidden: bot was kicked from the {group.type} chat"


async def test_unknown_and_read_only_chats_are_rejected(api: Api) -> None:
    assert await error(api, 5) == BAD + "chat not found"
    group = api.state.add_group("Newsroom", api.ada)
    group.may_write = False
    assert await error(api, group.id) == BAD + "not enough rights to send text messages to the chat"


async def test_unknown_and_closed_topics_are_rejected_and_general_has_no_thread_id(api: Api) -> None:
    forum = api.state.add_group("Desk", api.ada, forum=True)
    sport = api.state.add_topic(forum, "Sport")
    sent = await api.result("sendMessage", chat_id=forum.id, text="x", message_thread_id=sport)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (sport, True)
    assert "message_thread_id" not in await api.result("sendMessage", chat_id=forum.id, text="x")
    assert await error(api, forum.id, message_thread_id=99) == BAD + "message thread not found"
    forum.closed_topics.add(sport)
    assert await error(api, forum.id, message_thread_id=sport) == BAD + "TOPIC_CLOSED"


async def test_upgraded_group_reports_its_new_id_in_errors_and_updates(api: Api) -> None:
    group = api.state.add_group("Newsroom", api.ada)
    new = api.state.upgrade(group)
    answer = await api.call("sendMessage", chat_id=group.id, text="x")
    assert answer["description"] == BAD + "group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}
    updates = [update.get("message", {}) for update in await api.result("getUpdates")]
    assert [m["migrate_to_chat_id"] for m in updates if "migrate_to_chat_id" in m] == [new.id]
    assert [m["migrate_from_chat_id"] for m in updates if "migrate_from_chat_id" in m] == [group.id]


async def test_edits_without_change_or_of_foreign_messages_are_rejected(api: Api) -> None:
    own, theirs = await api.sent("<b>x</b>", parse_mode="HTML"), next(iter(api.chat.messages))

    async def edited(message_id: int, text: str, **params: str) -> str:
        return await api.error(
            "editMessageText", chat_id=api.chat.id, message_id=message_id, text=text, **params
        )

    assert "message is not modified" in await edited(own["message_id"], "<b>x</b>", parse_mode="HTML")
    assert await edited(99, "y") == BAD + "message to edit not found"
    assert await edited(theirs, "y") == BAD + "message can't be edited"
    changed = await api.result("editMessageText", chat_id=api.chat.id, message_id=own["message_id"], text="x")
    assert "entities" not in changed
    assert changed["edit_date"]


async def test_flood_control_returns_retry_after_per_chat(api: Api) -> None:
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


async def test_thirty_messages_per_second_pass_over_all_chats(api: Api) -> None:
    api.state.flood.on = True
    people = [api.state.add_person(f"P{n}") for n in range(16)]
    for person in people:
        person.started = True
    answers = [
        await api.call("sendMessage", chat_id=person.id, text="x") for person in people for _ in range(2)
    ]
    assert 30 <= sum(answer["ok"] for answer in answers) < 33


async def test_faults_hit_only_matching_requests(api: Api) -> None:
    api.state.faults.add(Fault(FaultKind.ERROR, "sendmessage", code=502, words="Bad Gateway"))
    api.state.faults.add(Fault(FaultKind.FLOOD, "sendmessage", chat_id=api.chat.id, seconds=7))
    assert (await api.result("getMe"))["is_bot"]
    assert await error(api) == "Bad Gateway"
    assert (await api.call("sendMessage", chat_id=api.chat.id, text="x"))["parameters"] == {"retry_after": 7}
    assert await api.sent()
