"""Telegram's errors, dropped connections and meaningless messages."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import structlog

from bot.app.runtime import poll_health
from bot.app.runtime.application import Address, reception_of
from bot.app.runtime.serving import serve_bot
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.errors import ConfigError
from bot.preview.api.queries import TOO_OLD
from bot.preview.server import PreviewServer
from bot.preview.telegram.faults import Fault, FaultKind
from tests.e2e.conftest import SEEDS
from tests.e2e.person import FLOOD, FLOOD_SOURCE, Phone, labels
from tests.profiles import PATIENCE_S

PARSE_ERROR = "Bad Request: can't parse entities: Unexpected end tag at byte offset 7"


async def test_blocked_chat_delays_no_other_chat(bot: App, ada: Phone) -> None:
    ben = Phone(ada.state, person := ada.state.add_person("Ben"), ada.state.chats[person.id])
    ada.users.send(ada.person, ada.chat, FLOOD)
    ada.users.block(ada.person)
    assert FLOOD_SOURCE in (await ben.say(FLOOD))["text"]
    ada.users.block(ada.person, blocked=False)
    assert FLOOD_SOURCE in (await ada.say(FLOOD))["text"]


async def test_rate_limited_chat_delays_no_other_chat(bot: App, ada: Phone) -> None:
    ben = Phone(ada.state, person := ada.state.add_person("Ben"), ada.state.chats[person.id])
    ada.state.faults.add(Fault(FaultKind.FLOOD, "sendmessage", chat_id=ada.chat.id, seconds=1))
    mine = asyncio.create_task(ada.say(FLOOD))
    assert FLOOD_SOURCE in (await ben.say(FLOOD))["text"]
    assert not mine.done()
    assert FLOOD_SOURCE in (await mine)["text"]


async def test_message_with_rejected_html_is_sent_as_plain_text(bot: App, ada: Phone) -> None:
    ada.state.faults.add(Fault(FaultKind.ERROR, "sendmessage", code=400, words=PARSE_ERROR))
    answer = await ada.say(FLOOD)
    assert FLOOD_SOURCE in answer["text"]
    assert "<b>" not in answer["text"]
    assert labels(answer)


async def test_edit_with_rejected_html_is_sent_as_plain_text(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    ada.state.faults.add(Fault(FaultKind.ERROR, "editmessagetext", code=400, words=PARSE_ERROR))
    assert "Relevant to your question" in (await ada.press(answer, "1"))["text"]


async def test_button_of_a_deleted_answer_sends_a_new_message(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    ada.state.faults.add(
        Fault(FaultKind.ERROR, "editmessagetext", code=400, words="Bad Request: message to edit not found")
    )
    ada.tap(answer, "1")
    card = await ada.answer_to(answer)
    assert "Relevant to your question" in card["text"]


async def test_press_answered_too_late_still_acts(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    ada.state.faults.add(
        Fault(FaultKind.ERROR, "answercallbackquery", code=400, words=f"Bad Request: {TOO_OLD}")
    )
    ada.tap(answer, "1")
    shown = ada.chat.messages[answer["message_id"]]
    await ada.state.until(lambda: "Relevant to your question" in shown["text"])


@pytest.mark.parametrize(
    "fault",
    [
        Fault(FaultKind.CUT_AFTER, "answercallbackquery"),
        Fault(FaultKind.ERROR, "answercallbackquery", code=502),
    ],
)
async def test_press_whose_answer_was_lost_still_acts(bot: App, ada: Phone, fault: Fault) -> None:
    answer = await ada.say(FLOOD)
    ada.state.faults.add(fault)
    ada.tap(answer, "1")
    shown = ada.chat.messages[answer["message_id"]]
    await ada.state.until(lambda: "Relevant to your question" in shown["text"])


async def test_button_of_an_answer_deleted_in_a_topic_sends_to_the_topic(bot: App, ada: Phone) -> None:
    forum = ada.state.add_group("Newsroom", ada.person, forum=True)
    there = ada.at(forum, ada.state.add_topic(forum, "Sport"))
    answer = await there.say(f"/ask {FLOOD}")
    ada.state.faults.add(
        Fault(FaultKind.ERROR, "editmessagetext", code=400, words="Bad Request: message to edit not found")
    )
    there.tap(answer, "1")
    assert (await there.answer_to(answer))["message_thread_id"] == there.thread


async def test_group_question_is_answered_after_supergroup_migration(bot: App, ada: Phone) -> None:
    old = ada.state.add_group("Newsroom", ada.person)
    new = ada.state.upgrade(old)
    ada.users.send(ada.person, old, f"/ask {FLOOD}")
    await ada.state.until(lambda: any(FLOOD_SOURCE in text for text in new.texts()))


async def test_rejected_html_is_logged_without_user_text(bot: App, ada: Phone) -> None:
    ada.state.faults.add(Fault(FaultKind.ERROR, "sendmessage", code=400, words=PARSE_ERROR))
    with structlog.testing.capture_logs() as logs:
        await ada.say("legionela outbreak")
    (logged,) = [line for line in logs if line["event"] == "message_not_parsed"]
    assert "<blockquote>" in logged["html"]
    assert "egion" not in str(logged)


async def test_pressing_a_button_twice_is_not_an_error(bot: App, ada: Phone) -> None:
    answer = await ada.say(FLOOD)
    taps = [ada.tap(answer, "1") for _ in range(2)]
    for tap in taps:
        await ada.state.answered(tap)
    assert len(await ada.bot_messages()) == 2


async def test_polling_continues_after_server_errors_and_dropped_connections(bot: App, ada: Phone) -> None:
    for fault in (
        Fault(FaultKind.ERROR, "getupdates", code=502, words="Bad Gateway"),
        Fault(FaultKind.CUT_BEFORE),
    ):
        ada.state.faults.add(fault)
    assert FLOOD_SOURCE in (await ada.say(FLOOD))["text"]


@pytest.mark.parametrize(
    "fault", [Fault(FaultKind.ERROR, "getupdates", code=502), Fault(FaultKind.CUT_BEFORE, "getupdates")]
)
async def test_failed_poll_is_retried_at_once(bot: App, ada: Phone, fault: Fault) -> None:
    ada.state.faults.add(fault)
    with structlog.testing.capture_logs() as logs:
        await ada.say(FLOOD)
    polls = [call for call in ada.state.calls if call["method"] == "getupdates"]
    assert any(call["fault"] is fault for call in polls)
    assert not [line for line in logs if line["event"] == "polling_failed"]


GARBAGE = [
    ("😀😀😀", "I can’t find any words"),
    ("?!…—", "I can’t find any words"),
    ("/unknown", "I don’t know that command"),
    ("\u202eqwxzzk\u202c\x07", "No article mentions “qwxzzk”"),
    ("<qwxzzk>&amp", "“qwxzzk”"),
    ("(((", "I can’t find any words"),
    ('"qwxzzk qwxxzk', "I didn’t understand part of that: unmatched quotation mark at 1"),
    ("source:", "I didn’t understand part of that: nothing after source: at 1"),
    ("(" * 200 + "qwxzzk", "I can’t read that question (character"),
]


@pytest.mark.parametrize(("said", "answered"), GARBAGE)
async def test_meaningless_text_gets_a_short_reply(bot: App, ada: Phone, said: str, answered: str) -> None:
    answer = (await ada.say(said))["text"]
    assert answered in answer
    assert len(answer) < 1_000


async def test_long_text_and_photo_without_caption_are_answered(bot: App, ada: Phone) -> None:
    assert (await ada.say("flood " * 680))["text"]
    assert (await ada.say("x" * 4096))["text"]
    photo = ada.state.post(ada.chat, ada.person.json(), {"photo": PHOTO})
    ada.state.updates.add("message", photo)
    assert "only read text" in (await ada.answer_to(photo))["text"]


PHOTO = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]


async def test_conflict_of_a_restart_that_overlaps_is_tolerated(
    bot: App, ada: Phone, telegram: PreviewServer
) -> None:
    async with httpx.AsyncClient(base_url=f"{telegram.url}/bot{telegram.token}/") as other:
        await other.post("getUpdates", json={"timeout": 1})
    assert FLOOD_SOURCE in (await ada.say(FLOOD))["text"]


async def test_conflict_that_lasts_stops_the_bot(
    app: App, telegram: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poll_health, "CONFLICT_PATIENCE_S", 0.5)
    stop, address = asyncio.Event(), Address(telegram.url, telegram.token)

    async def serve_beside_another() -> None:
        async with (
            serve_bot(app.services, address, stop),
            httpx.AsyncClient(base_url=f"{telegram.url}/bot{telegram.token}/", timeout=PATIENCE_S) as other,
        ):
            async with asyncio.timeout(PATIENCE_S):
                while not stop.is_set():
                    await other.post("getUpdates", json={"timeout": 1})

    with pytest.raises(ConfigError, match="Another program polls with this token"):
        await serve_beside_another()


@pytest.mark.parametrize(("code", "words"), [(401, "Unauthorized"), (404, "Not Found")])
async def test_token_that_is_refused_for_a_while_delays_answers_only(
    bot: App, ada: Phone, code: int, words: str
) -> None:
    ada.state.faults.add(Fault(FaultKind.ERROR, "getupdates", code=code, words=words, times=2))
    assert FLOOD_SOURCE in (await ada.say(FLOOD))["text"]
    assert FLOOD_SOURCE in (await ada.say(FLOOD))["text"]


async def test_token_that_stays_refused_stops_the_bot_in_one_line(
    app: App, telegram: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poll_health, "REFUSED_PATIENCE_S", 0.5)
    refused = Fault(FaultKind.ERROR, "getupdates", code=401, words="Unauthorized", times=10_000)
    telegram.state.faults.add(refused)
    stop, address = asyncio.Event(), Address(telegram.url, telegram.token)

    async def serve_while_refused() -> None:
        async with serve_bot(app.services, address, stop) as application:
            await asyncio.wait_for(stop.wait(), timeout=PATIENCE_S)
            assert reception_of(application).health.problem

    with pytest.raises(
        ConfigError, match=r"^Telegram refuses the token \(401 Unauthorized\) for .*BotFather"
    ):
        await serve_while_refused()


async def test_wrong_token_is_reported_in_one_line(telegram: PreviewServer, app: App) -> None:
    with pytest.raises(ConfigError, match="BotFather"):
        async with serve_bot(app.services, Address(telegram.url, "1:wrong"), asyncio.Event()):
            pass


async def test_unreachable_api_is_reported_in_one_line(app: App) -> None:
    with pytest.raises(ConfigError, match=r"Can't reach Telegram at http://127\.0\.0\.1:9"):
        async with serve_bot(app.services, Address("http://127.0.0.1:9", "1:x"), asyncio.Event()):
            pass


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    async with open_app(Settings(_env_file=None, corpus=SEEDS, data=tmp_path), read_corpus=False) as app:
        yield app
