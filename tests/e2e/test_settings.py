"""A chat's settings: /settings, /prefer, /mute and replies."""

import threading

import pytest

from bot.app.wiring import App
from bot.chats.time_zones import zone_named
from bot.preview.server import PreviewServer
from tests.e2e.alerting import bot_message, publish, reply, save
from tests.e2e.person import Phone


async def test_settings_change_by_buttons_and_replies(bot: App, ada: Phone) -> None:
    await publish(bot, publisher="Mill Gazette")
    home = await ada.say("/settings")
    assert "not set" in home["text"]
    ada.tap(home, "Time zone")
    asked = await bot_message(ada, "Where are you?")
    assert "Time zone: Europe/Istanbul" in (await reply(ada, asked, "Istanbul"))["text"]
    assert "Did you mean" in (await reply(ada, asked, "Istnabul"))["text"]
    home = await ada.say("/settings")
    quiet = await ada.press(await ada.press(home, "Quiet hours"), "22–07")
    assert "22:00–07:00" in quiet["text"]
    home = await ada.press(quiet, "‹ Back")
    digests = await ada.press(await ada.press(home, "Digests"), "18:00")
    assert "at 18:00" in (await ada.press(digests, "Fri"))["text"]
    home = await ada.press(digests, "‹ Back")
    assert "on Friday" in home["text"]
    assert "even in quiet hours: on" in (await ada.press(home, "Breaking news on/off"))["text"]
    languages = await ada.press(await ada.press(home, "Languages"), "Türkçe")
    assert "Article languages: Türkçe" in languages["text"]
    assert "Hidden: Mill Gazette" in (await ada.say("/mute Mill Gazette"))["text"]
    preferred = await ada.say("/prefer mill gazette")
    assert "Hidden: –" in preferred["text"]


async def test_unknown_publisher_is_refused_with_suggestions(bot: App, ada: Phone) -> None:
    await publish(bot, publisher="Mill Gazette")
    assert "I don’t know a publisher called “asdf”" in (await ada.say("/mute asdf"))["text"]
    assert "Did you mean Mill Gazette?" in (await ada.say("/mute Mil Gazete"))["text"]
    assert "Did you mean Mill Gazette?" in (await ada.say("/prefer mill"))["text"]
    assert "Hidden: –" in (await ada.say("/mute"))["text"]


async def test_location_sets_the_time_zone(bot: App, ada: Phone, telegram: PreviewServer) -> None:
    said = telegram.users.send(ada.person, ada.chat, "here", location={"latitude": 33.89, "longitude": 35.5})
    assert "Asia/Beirut" in (await ada.answer_to(said))["text"]


async def test_answers_follow_preferred_and_muted_publishers(bot: App, ada: Phone) -> None:
    ours = "A hailstorm broke greenhouse roofs near Tavira on Monday. Growers said the tomatoes were lost."
    await publish(bot, ours, title="Hail over Tavira", publisher="Mill Gazette")
    await publish(bot, f"{ours} Roofs are mended.", title="Hail breaks roofs", publisher="Coast Bee")
    await ada.say("/prefer Coast Bee")
    assert "1. Hail breaks roofs" in (await ada.say("hailstorm tomatoes"))["text"]
    await ada.say("/prefer Mill Gazette")
    await ada.say("/mute Coast Bee")
    answer = (await ada.say("hailstorm tomatoes"))["text"]
    assert "Hail over Tavira" in answer
    assert "Hail breaks roofs" not in answer
    await ada.say("/mute Mill Gazette")
    assert "/settings: 2" in (await ada.say("hailstorm tomatoes"))["text"]
    assert "Hail breaks roofs" in (await ada.say("hailstorm tomatoes source:bee"))["text"]


async def test_time_zone_is_asked_once_when_first_needed(bot: App, ada: Phone) -> None:
    entry = await ada.press(await ada.press(await save(ada, "hailstorm"), "Schedule"), "Daily")
    asked = await bot_message(ada, "Where are you?")
    assert "Europe/Istanbul" in (await reply(ada, asked, "Istanbul"))["text"]
    count = len([m for m in await ada.bot_messages() if "Where are you?" in m["text"]])
    await ada.press(await ada.press(entry, "Schedule"), "Weekly")
    assert len([m for m in await ada.bot_messages() if "Where are you?" in m["text"]]) == count == 1


async def test_typed_quiet_hours_ask_for_the_time_zone(bot: App, ada: Phone) -> None:
    ada.tap(await ada.press(await ada.say("/settings"), "Quiet hours"), "Other…")
    asked = await bot_message(ada, "Reply with your quiet hours")
    assert "Reply with your quiet hours" in (await reply(ada, asked, "at night"))["text"]
    assert "22:30–07:00" in (await reply(ada, asked, "22:30-7"))["text"]
    assert "Where are you?" in (await bot_message(ada, "Where are you?"))["text"]


SWITCHES = {
    "breaking": (None, "Breaking news on/off", "S.b0"),
    "language": ("Languages", "Türkçe", "S.m2"),
    "publisher": ("Publishers", "✕ Mill Gazette", "S.x0"),
}


@pytest.mark.parametrize("by_version_0_1_0", [False, True])
@pytest.mark.parametrize("switch", SWITCHES)
async def test_press_that_is_handled_twice_changes_a_setting_once(
    bot: App, ada: Phone, switch: str, by_version_0_1_0: bool
) -> None:
    page, label, data = SWITCHES[switch]
    for name in ("Mill Gazette", "Coast Bee"):
        await publish(bot, f"{name} counts boats at the quay.", title=name, publisher=name)
        await ada.say(f"/mute {name}")
    message = await ada.say("/settings")
    if page:
        message = await ada.press(message, page)
    await ada.press_twice(message, label, data if by_version_0_1_0 else None)
    await ada.bot_messages()
    settings = await bot.services.chats.settings_of(ada.chat.id)
    changed = {
        "breaking": settings.breaking,
        "language": settings.languages == ("tr",),
        "publisher": settings.muted == ("Coast Bee",),
    }
    assert changed == {name: name == switch for name in changed}


async def test_persian_chat_chooses_its_calendar(bot: App, ada: Phone) -> None:
    await publish(bot, title="Hail over Tavira")
    await ada.say("/lang fa")
    assert "هجری خورشیدی" in (await ada.say("/settings"))["text"]
    assert "۱۴" in (await ada.say("/timeline Tavira"))["caption"]
    assert "میلادی" in (await ada.press(await ada.say("/settings"), "تقویم"))["text"]
    assert "۲۰" in (await ada.say("/timeline Tavira"))["caption"]


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("/alert", "/subscribe"),
        ("/alerts", "/subscriptions"),
        ("/timezone", "/settings"),
        ("/language", "/lang"),
    ],
)
async def test_names_that_people_type_are_understood(bot: App, ada: Phone, typed: str, command: str) -> None:
    assert (await ada.say(typed))["text"] == (await ada.say(command))["text"]


@pytest.mark.parametrize("typed", ["alert BTC 50000", "alerts", "timezone", "language"])
async def test_names_that_other_bots_have_need_our_name_in_a_group(bot: App, ada: Phone, typed: str) -> None:
    there = ada.at(ada.state.add_group("Newsroom", ada.person))
    name, _, words = typed.partition(" ")
    ignored = ada.users.send(ada.person, there.chat, f"/{typed}")
    addressed = await there.say(f"/{name}@{ada.state.bot['username']} {words}")
    assert addressed["text"]
    answered = [m.get("reply_to_message", {}).get("message_id") for m in there.chat.messages.values()]
    assert ignored["message_id"] not in answered


async def test_names_of_time_zones_are_read_in_a_thread(
    bot: App, ada: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def note(name: str, *, language: str | None = None) -> str | None:
        threads.append(threading.get_ident())
        return zone_named(name, language=language)

    monkeypatch.setattr("handlers.settings.commands.zone_named", note)
    ada.tap(await ada.say("/settings"), "Time zone")
    asked = await bot_message(ada, "Where are you?")
    assert "Time zone: Europe/Istanbul" in (await reply(ada, asked, "Istanbul"))["text"]
    assert threads
    assert threading.get_ident() not in threads
