"""How people's actions reach the bot as updates."""

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


async def test_updates_stay_until_confirmed(api: Api) -> None:
    (first,) = await api.result("getUpdates")
    assert [first] == await api.result("getUpdates")
    assert await api.result("getUpdates", offset=first["update_id"] + 1) == []


async def test_updates_expire_after_a_day(api: Api) -> None:
    api.state.updates._received_at = {
        number: at - RETENTION_S - 1 for number, at in api.state.updates._received_at.items()
    }
    assert await api.result("getUpdates") == []


async def test_poll_waits_for_an_update(api: Api) -> None:
    (first,) = await api.result("getUpdates")
    poll = asyncio.create_task(api.result("getUpdates", offset=first["update_id"] + 1, timeout=5))
    await asyncio.sleep(0.05)
    assert not poll.done()
    api.users.send(api.ada, api.chat, "news?")
    (update,) = await poll
    assert update["message"]["text"] == "news?"


async def test_second_poll_ends_the_first(api: Api) -> None:
    (first,) = await api.result("getUpdates")
    after = first["update_id"] + 1
    waiting = asyncio.create_task(api.call("getUpdates", offset=after, timeout=5))
    await asyncio.sleep(0.05)
    await api.result("getUpdates", offset=after)
    answer = await waiting
    assert answer["error_code"] == 409
    assert "terminated by other getUpdates request" in answer["description"]


async def test_allowed_updates_persist_until_changed(api: Api) -> None:
    (first,) = await api.result("getUpdates", allowed_updates=["callback_query"])
    after = first["update_id"] + 1
    api.users.send(api.ada, api.chat, "ignored")
    assert await kinds(api, offset=after) == []
    await api.result("getUpdates", offset=after, allowed_updates=[])
    api.users.send(api.ada, api.chat, "delivered")
    assert await kinds(api, offset=after) == ["message"]


async def test_privacy_mode_shows_only_commands_mentions_and_replies(api: Api) -> None:
    group = api.state.add_group("Newsroom", api.ada)
    name = api.state.bot["username"]
    reply = await api.result("sendMessage", chat_id=group.id, text="x")
    for text in ("hello all", "@somebody hello", "/ask@another_bot x"):
        api.users.send(api.ada, group, text)
    visible = ("/ask x", f"/ask@{name} x", f"hello @{name}")
    for text in visible:
        api.users.send(api.ada, group, text)
    api.users.send(api.ada, group, "replied", reply_to=reply["message_id"])
    received = [
        u["message"]["text"] for u in await api.result("getUpdates") if u["message"]["chat"]["id"] < 0
    ]
    assert received == [*visible, "replied"]


async def test_blocking_and_unblocking_send_membership_updates(api: Api) -> None:
    api.users.block(api.ada)
    api.users.block(api.ada, blocked=False)
    assert (await kinds(api))[-2:] == ["my_chat_member"] * 2


async def test_people_send_1_to_4096_units_without_direction_overrides(api: Api) -> None:
    for text in ("", " \n", "x" * 4097):
        with pytest.raises(ValueError, match="1 to 4,096"):
            api.users.send(api.ada, api.chat, text)
    assert api.users.send(api.ada, api.chat, "\u202ea\x07b\u202c")["text"] == "a b"


@pytest.mark.parametrize(
    ("params", "text"),
    [
        ({"url": "http://bot.example/x"}, "An HTTPS URL must be provided for webhook"),
        ({"url": "https://bot.example:8080/x"}, "only on ports 80, 88, 443 or 8443"),
        ({"url": "https://bot.example/x", "secret_token": "a b"}, "unallowed characters"),
        ({"url": "https://bot.example/x", "secret_token": "a" * 257}, "too long"),
    ],
)
async def test_invalid_webhooks_are_rejected(api: Api, params: Json, text: str) -> None:
    assert text in await api.error("setWebhook", **params)


async def test_polling_fails_while_a_webhook_is_set(api: Api) -> None:
    assert await api.result("setWebhook", url="https://bot.example:8443/x", secret_token="a-B_9")
    assert "can't use getUpdates method while webhook is active" in await api.error("getUpdates")
    assert await api.result("deleteWebhook", drop_pending_updates=True)
    assert await api.result("getUpdates") == []


async def test_wrong_token_and_unknown_method_are_rejected(api: Api, server: PreviewServer) -> None:
    assert await api.error("sendSmile") == "Not Found: method not found"
    async with httpx.AsyncClient() as http:
        response = await http.get(f"{server.url}/bot1:wrong/getMe")
    assert (response.status_code, response.json()["description"]) == (401, "Unauthorized")


async def test_requests_from_other_sites_are_rejected(server: PreviewServer) -> None:
    async with httpx.AsyncClient(base_url=server.url) as http:
        rebound = await http.get("/_/state", headers={"Host": "evil.example"})
        foreign = await http.post("/_/send", json={}, headers={"Origin": "https://evil.example"})
        no_traversal = await http.get("/page/..%2fserver.py")
    assert [rebound.status_code, foreign.status_code, no_traversal.status_code] == [403, 403, 404]
