"""How the bot hears of what people do."""

import asyncio

import httpx
import pytest

from bot.preview.server import PreviewServer
from bot.preview.telegram.updates import RETENTION_S
from tests.preview.conftest import Api, Json

BAD = "Bad Request: "


async def kinds(api: Api, **params: object) -> list[str]:
    updates: list[Json] = await api.result("getUpdates", **params)
    return [next(key for key in update if key != "update_id") for update in updates]


async def test_updates_stay_until_they_are_confirmed(api: Api) -> None:
    (first,) = await api.result("getUpdates")
    assert [first] == await api.result("getUpdates")
    assert await api.result("getUpdates", offset=first["update_id"] + 1) == []


async def test_updates_are_kept_for_a_day(api: Api) -> None:
    api.state.updates._received_at = {
        number: at - RETENTION_S - 1 for number, at in api.state.updates._received_at.items()
    }
    assert await api.result("getUpdates") == []


async def test_a_poll_waits_for_news(api: Api) -> None:
    (first,) = await api.result("getUpdates")
    poll = asyncio.create_task(api.result("getUpdates", offset=first["update_id"] + 1, timeout=5))
    await asyncio.sleep(0.05)
    assert not poll.done()
    api.users.send(api.ada, api.chat, "news?")
    (update,) = await poll
    assert update["message"]["text"] == "news?"


async def test_the_second_of_two_pollers_ends_the_first(api: Api) -> None:
    (first,) = await api.result("getUpdates")
    after = first["update_id"] + 1
    waiting = asyncio.create_task(api.call("getUpdates", offset=after, timeout=5))
    await asyncio.sleep(0.05)
    await api.result("getUpdates", offset=after)
    answer = await waiting
    assert answer["error_code"] == 409
    assert "terminated by other getUpdates request" in answer["description"]


async def test_allowed_updates_are_remembered_until_they_are_set_again(api: Api) -> None:
    (first,) = await api.result("getUpdates", allowed_updates=["callback_query"])
    after = first["update_id"] + 1
    api.users.send(api.ada, api.chat, "not told")
    assert await kinds(api, offset=after) == []
    await api.result("getUpdates", offset=after, allowed_updates=[])
    api.users.send(api.ada, api.chat, "told")
    assert await kinds(api, offset=after) == ["message"]


async def test_in_groups_privacy_mode_shows_commands_mentions_and_replies_only(api: Api) -> None:
    group = api.state.add_group("Newsroom", api.ada)
    name = api.state.bot["username"]
    reply = await api.result("sendMessage", chat_id=group.id, text="x")
    for words in ("hello all", "@somebody hello", "/ask@another_bot x"):
        api.users.send(api.ada, group, words)
    heard = ("/ask x", f"/ask@{name} x", f"hello @{name}")
    for words in heard:
        api.users.send(api.ada, group, words)
    api.users.send(api.ada, group, "replied", reply_to=reply["message_id"])
    told = [u["message"]["text"] for u in await api.result("getUpdates") if u["message"]["chat"]["id"] < 0]
    assert told == [*heard, "replied"]


async def test_joining_and_blocking_are_told(api: Api) -> None:
    api.users.block(api.ada)
    api.users.block(api.ada, blocked=False)
    assert (await kinds(api))[-2:] == ["my_chat_member"] * 2


async def test_people_send_1_to_4096_units_and_no_overrides(api: Api) -> None:
    for text in ("", " \n", "x" * 4097):
        with pytest.raises(ValueError, match="1 to 4,096"):
            api.users.send(api.ada, api.chat, text)
    assert api.users.send(api.ada, api.chat, "\u202ea\x07b\u202c")["text"] == "a b"


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "http://bot.example/x"}, "An HTTPS URL must be provided for webhook"),
        ({"url": "https://bot.example:8080/x"}, "only on ports 80, 88, 443 or 8443"),
        ({"url": "https://bot.example/x", "secret_token": "a b"}, "unallowed characters"),
        ({"url": "https://bot.example/x", "secret_token": "a" * 257}, "too long"),
    ],
)
async def test_webhooks_that_break_a_rule_are_refused(api: Api, params: Json, words: str) -> None:
    assert words in await api.refusal("setWebhook", **params)


async def test_polling_is_refused_while_a_webhook_is_set(api: Api) -> None:
    assert await api.result("setWebhook", url="https://bot.example:8443/x", secret_token="a-B_9")
    assert "can't use getUpdates method while webhook is active" in await api.refusal("getUpdates")
    assert await api.result("deleteWebhook", drop_pending_updates=True)
    assert await api.result("getUpdates") == []


async def test_a_wrong_token_and_an_unknown_method_are_refused(api: Api, server: PreviewServer) -> None:
    assert await api.refusal("sendSmile") == "Not Found: method not found"
    async with httpx.AsyncClient() as http:
        response = await http.get(f"{server.url}/bot1:wrong/getMe")
    assert (response.status_code, response.json()["description"]) == (401, "Unauthorized")


async def test_another_sites_page_is_turned_away(server: PreviewServer) -> None:
    async with httpx.AsyncClient(base_url=server.url) as http:
        rebound = await http.get("/_/state", headers={"Host": "evil.example"})
        foreign = await http.post("/_/send", json={}, headers={"Origin": "https://evil.example"})
        no_traversal = await http.get("/page/..%2fserver.py")
    assert [rebound.status_code, foreign.status_code, no_traversal.status_code] == [403, 403, 404]
