"""The interface language: the default, a chat's choice, and where it applies."""

import pytest

from bot.app.wiring import App
from bot.preview.server import PreviewServer
from handlers.texts import LANGUAGES, texts_for
from tests.e2e.alerting import bot_message, publish
from tests.e2e.conftest import StartBot
from tests.e2e.person import Json, Phone, labels

GREETINGS = {code: texts_for(code)("start").split("<b>")[1].split("</b>")[0] for code in LANGUAGES}


def phone(telegram: PreviewServer, language_code: str) -> Phone:
    person = telegram.state.add_person("Ada", language_code=language_code)
    return Phone(telegram.state, person, telegram.state.chats[person.id])


def own_menu(ada: Phone) -> list[Json]:
    """Return the command menu of this chat only."""
    return ada.state.commands.get((f"chat {ada.chat.id}", ""), [])


async def speak(ada: Phone, name: str) -> Json:
    return await ada.press(await ada.say("/lang"), name)


@pytest.mark.parametrize("code", LANGUAGES)
async def test_telegram_language_is_the_default(bot: App, telegram: PreviewServer, code: str) -> None:
    ada = phone(telegram, code)
    assert GREETINGS[code] in (await ada.say("/start"))["text"]
    assert texts_for(code)("button-alert") in labels(await ada.say("Moscow"))
    assert "BM25" in (await ada.say("/about"))["text"]
    assert "/lang" in (await ada.say("/help"))["text"]


async def test_chosen_language_survives_restart_until_reset(
    start_bot: StartBot, telegram: PreviewServer
) -> None:
    ada = phone(telegram, "en")
    async with start_bot():
        shown = await speak(ada, "Deutsch")
        assert "Welche Sprache" in shown["text"]
        assert "• Deutsch" in labels(shown)
    async with start_bot():
        assert GREETINGS["de"] in (await ada.say("/start"))["text"]
        await speak(ada, texts_for("de")("lang-automatic"))
        assert GREETINGS["en"] in (await ada.say("/start"))["text"]


@pytest.mark.parametrize("word", ["de", "Deutsch", "german", "ALMANCA"])
async def test_language_is_chosen_by_code_or_name(bot: App, ada: Phone, word: str) -> None:
    chosen = await ada.say(f"/lang {word}")
    assert chosen["text"].startswith("✓"), "a choice is confirmed"
    assert "Welche Sprache" in chosen["text"]
    assert "• Deutsch" in labels(chosen)
    assert own_menu(ada)


async def test_unknown_language_is_reported_above_the_list(bot: App, ada: Phone) -> None:
    shown = await ada.say("/lang klingon")
    assert "I don’t speak “klingon”" in shown["text"]
    assert "Deutsch" in labels(shown)


async def test_command_menu_exists_per_language_and_per_chat_choice(
    bot: App, telegram: PreviewServer
) -> None:
    menus = telegram.state.commands
    for code in LANGUAGES:
        texts = texts_for(code)
        named = {command["command"]: command["description"] for command in menus["all_private_chats", code]}
        assert named["ask"] == texts("command-ask")
    ada = phone(telegram, "en")
    await speak(ada, "Français")
    assert {"command": "help", "description": texts_for("fr")("command-help")} in own_menu(ada)
    await speak(ada, texts_for("fr")("lang-automatic"))
    assert not own_menu(ada)


async def test_only_group_admins_choose_the_language_of_a_group(bot: App, ada: Phone) -> None:
    bob = ada.state.add_person("Bob")
    group = ada.state.add_group("Newsroom", ada.person, bob)
    there, guest = ada.at(group), Phone(ada.state, bob, group)
    offered = await guest.say("/lang")
    refused = await ada.state.answered(guest.tap(offered, "Español"))
    assert refused["show_alert"]
    assert "Only admins" in (await guest.say("/lang de"))["text"]
    await there.press(offered, "Español")
    assert "Dime qué busco" in (await guest.say("/ask"))["text"]


async def test_errors_are_shown_in_the_chosen_language(bot: App, telegram: PreviewServer) -> None:
    ada = phone(telegram, "tr")
    assert "iç içe çok fazla parantez" in (await ada.say("(" * 50 + "sel"))["text"]
    assert "anlamadım: OR’un iki yanında" in (await ada.say("Moscow OR"))["text"]
    assert "“Moscov”" in (await ada.say("Moscov meeting"))["text"]


async def test_language_is_exported_imported_and_erased(bot: App, telegram: PreviewServer) -> None:
    ada = phone(telegram, "en")
    await speak(ada, "Русский")
    sent = await ada.say("/export")
    document = telegram.state.files[sent["document"]["file_id"]][1].decode()
    assert '"language": "ru"' in document
    asked = await ada.say("/forget_me")
    assert own_menu(ada)
    await ada.press(asked, texts_for("ru")("button-forget"))
    assert not own_menu(ada)
    assert GREETINGS["en"] in (await ada.say("/start"))["text"]
    prompt = await ada.say("/import")
    await ada.say("here", reply_to=prompt["message_id"], document=sent["document"])
    assert GREETINGS["ru"] in (await ada.say("/start"))["text"]
    assert own_menu(ada)


async def test_notifications_use_the_language_of_the_chat(bot: App, telegram: PreviewServer) -> None:
    ada = phone(telegram, "fr")
    preview = await ada.say("/subscribe harbour strike")
    await ada.press(preview, "Enregistrer")
    await publish(bot, "The harbour strike goes on. Nobody sails.", title="Harbour strike")
    matched = "termes trouvés\u00a0: «\u00a0Harbour\u00a0», «\u00a0strike\u00a0»"
    french = await bot_message(ada, f"Alerte harbour strike, {matched}")
    assert texts_for("fr")("button-fewer") in labels(french)
    await speak(ada, "فارسی")
    text = "Bowlers in the old harbour hall celebrated a perfect game, their first strike in nine winters."
    await publish(bot, text, title="Nine winters of waiting for a perfect game")
    persian = await bot_message(ada, "هشدار")
    assert texts_for("fa")("button-fewer") in labels(persian)


async def test_right_to_left_answer_isolates_latin_names(bot: App, telegram: PreviewServer) -> None:
    ada = phone(telegram, "ar")
    answer = (await ada.say("Moscow meeting intelligence chiefs"))["text"]
    entry = next(line for line in answer.split("\n") if line.startswith("\u200f1. "))
    assert entry.startswith("\u200f1. \u2066")
    assert entry.endswith("\u2069")
    assert "\u2068The Meridian Lamp\u2069" in answer
    assert " ← " not in answer
