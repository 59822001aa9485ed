"""Alerts from /subscribe to their notifications, and the buttons of both."""

from datetime import UTC, datetime, timedelta

from bot.alerts.export import alert_json
from bot.app.wiring import App
from bot.chats.prompt import Prompt, PromptKind
from bot.corpus.raw import RawArticle
from bot.preview.server import PreviewServer
from bot.preview.telegram.message_text import detected_entities
from tests.e2e.alerting import (
    STORM,
    bot_message,
    find_message,
    newest,
    publish,
    recorded_as_sent,
    reply,
    save,
)
from tests.e2e.conftest import StartBot
from tests.e2e.person import Json, Phone, labels, marked


async def test_saved_alert_notifies_about_a_new_article(bot: App, ada: Phone) -> None:
    preview = await ada.say("/subscribe hailstorm greenhouse")
    assert marked(preview, "code") == ["hailstorm greenhouse"]
    assert labels(preview) == ["Save", "Change", "Cancel"]
    saved = await ada.press(preview, "Save")
    assert "Saved." in saved["text"]
    await publish(bot)
    alert = await bot_message(ada, "Hail over Tavira")
    assert "“hailstorm”, “greenhouse”" in alert["text"]
    assert marked(alert, "blockquote")
    assert labels(alert) == ["Follow", "Show less like this", "Mute 24 h", "Pause"]


async def test_notification_quotes_the_sentence_that_covers_its_query(bot: App, ada: Phone) -> None:
    await save(ada, "insurers bus")
    await publish(bot, f"{STORM} Schools stayed open. Insurers sent a bus to the valley.")
    alert = await bot_message(ada, "Hail over Tavira")
    assert marked(alert, "blockquote")[0] == "Insurers sent a bus to the valley."


async def test_notification_of_several_alerts_quotes_a_sentence_of_each(bot: App, ada: Phone) -> None:
    for words in ("insurers bus", "tomatoes lost"):
        await save(ada, words)
    await publish(bot, f"{STORM} Schools stayed open. Insurers sent a bus to the valley.")
    quotes = marked(await bot_message(ada, "Hail over Tavira"), "blockquote")
    assert len(quotes) == 2
    assert any("Insurers sent a bus" in quote for quote in quotes)
    assert any("the tomatoes were lost" in quote for quote in quotes)


async def test_alert_preview_warns_about_typos_and_queries_that_never_match(bot: App, ada: Phone) -> None:
    preview = await ada.say("/subscribe harbuor")
    assert "Did you mean" in preview["text"]
    assert "No article has ever matched" in preview["text"]
    for words, said in (("-hail", "matches nearly every article"), ("the", "too common")):
        refused = await ada.say(f"/subscribe {words}")
        assert said in refused["text"]
        assert not labels(refused)
    assert "What should I watch for?" in (await ada.say("/subscribe"))["text"]


async def test_reply_changes_the_query_before_saving(bot: App, ada: Phone) -> None:
    preview = await ada.say("/subscribe hailstrom")
    ada.tap(preview, "Change")
    asked = await bot_message(ada, "Reply with new words")
    again = await reply(ada, asked, "hailstorm")
    assert marked(again, "code") == ["hailstorm"]
    assert "Saved." in (await ada.press(again, "Save"))["text"]


async def test_edited_reply_is_handled_again(bot: App, ada: Phone) -> None:
    ada.tap(await ada.say("/settings"), "Time zone")
    asked = await bot_message(ada, "Where are you?")
    said = ada.users.send(ada.person, ada.chat, "Istnabul", reply_to=asked["message_id"])
    assert "Did you mean" in (answer := await ada.answer_to(said))["text"]
    ada.users.edit(ada.chat, said["message_id"], "Istanbul")
    assert "Time zone: Europe/Istanbul" in (await ada.answer_to(answer))["text"]


async def test_answer_offers_an_alert_on_its_question(bot: App, ada: Phone) -> None:
    answer = await ada.say("Port Veyra flood")
    ada.tap(answer, "🔔 Alert")
    preview = await bot_message(ada, "New alert")
    assert marked(preview, "code") == ["Port Veyra flood"]


async def test_paused_alert_sends_nothing_until_resumed(bot: App, ada: Phone) -> None:
    paused = await ada.press(await save(ada, "hailstorm"), "Pause")
    assert "Paused" in paused["text"]
    await publish(bot)
    resumed = await ada.press(paused, "Resume")
    assert labels(resumed)[:3] == ["Pause", "Mute 24 h", "Schedule"]
    await publish(bot, "Another hailstorm reached the coast of Silves.", title="Silves")
    await bot_message(ada, "Silves")
    assert find_message(ada, "Hail over Tavira") is None


async def test_alerts_are_listed_opened_deleted_and_restored(bot: App, ada: Phone) -> None:
    for words in ("hailstorm", "tomatoes"):
        await save(ada, words)
    listed = await ada.say("/subscriptions")
    assert marked(listed, "code") == ["hailstorm", "tomatoes"]
    entry = await ada.press(listed, "2")
    deleted = await ada.press(entry, "Delete")
    assert "Deleted tomatoes" in deleted["text"]
    assert marked(await ada.say("/subscriptions"), "code") == ["hailstorm"]
    back = await ada.press(deleted, "Undo")
    assert marked(back, "code") == ["tomatoes"]
    assert marked(await ada.say("/subscriptions"), "code") == ["hailstorm", "tomatoes"]
    assert "Deleted tomatoes" in (await ada.say("/unsubscribe 2"))["text"]


async def test_reply_changes_the_query_of_a_saved_alert(bot: App, ada: Phone) -> None:
    ada.tap(await save(ada, "hailstorm"), "Edit")
    asked = await bot_message(ada, "Reply with new words")
    changed = await reply(ada, asked, "greenhouse tomatoes")
    assert marked(changed, "code") == ["greenhouse tomatoes"]
    await publish(bot)
    assert "Alert greenhouse tomatoes" in (await bot_message(ada, "Hail over Tavira"))["text"]


async def test_daily_alert_waits_for_its_digest(bot: App, ada: Phone) -> None:
    entry = await ada.press(await save(ada, "hailstorm"), "Schedule")
    assert labels(entry)[:4] == ["• Immediately", "Hourly", "Daily", "Weekly"]
    daily = await ada.press(entry, "Daily")
    assert "daily digest at 08:00 (UTC)" in daily["text"]
    await publish(bot)
    while "Nothing is queued" in (status := (await ada.say("/status"))["text"]):
        pass
    assert "1 queued until" in status


async def test_fewer_like_this_excludes_a_publisher(bot: App, ada: Phone) -> None:
    await save(ada, "hailstorm")
    await publish(bot, publisher="Mill Gazette")
    notice = await bot_message(ada, "Hail over Tavira")
    await recorded_as_sent(bot)
    fewer = await ada.press(notice, "Show less like this")
    assert labels(fewer) == ["Follow", "Hide Mill Gazette", "Daily digest instead", "Change words", "‹ Back"]
    back = await ada.press(fewer, "Hide Mill Gazette")
    assert "Hail over Tavira" in back["text"]
    await publish(bot, "One more hailstorm, in Faro.", title="Faro", publisher="Mill Gazette")
    await publish(bot, "A hailstorm over Lagos.", title="Lagos", publisher="Coast Bee")
    await bot_message(ada, "Lagos")
    assert find_message(ada, "Faro") is None


async def test_story_matching_two_alerts_has_one_button_per_alert(bot: App, ada: Phone) -> None:
    for words in ("hailstorm", "tomatoes"):
        await save(ada, words)
    await publish(bot)
    notice = await bot_message(ada, "Hail over Tavira")
    await recorded_as_sent(bot, 2)
    assert labels(notice) == ["hailstorm", "tomatoes", "All alerts"]
    chosen = await ada.press(notice, "tomatoes")
    assert labels(chosen) == ["Show less like this", "Mute 24 h", "Pause"]
    await ada.press(chosen, "Pause")
    assert [alert.paused for alert in await bot.services.alerts.of_chat(ada.person.id)] == [
        False,
        True,
    ]


async def test_notification_of_a_shared_story_opens_its_card(bot: App, ada: Phone) -> None:
    await save(ada, "hailstorm")
    now = datetime.now(UTC)
    raws = [
        RawArticle(
            source=outlet, text=text, title="Hail over Tavira", publisher=outlet, published=at.isoformat()
        )
        for outlet, text, at in (
            ("Mill Gazette", STORM, now - timedelta(minutes=1)),
            ("Coast Bee", f"{STORM} Insurers sent a bus to the valley.", now),
        )
    ]
    assert (await bot.pipeline.ingest(raws)).added == 2
    notice = await bot_message(ada, "Hail over Tavira")
    await recorded_as_sent(bot)
    assert labels(notice)[0] == "Other outlets"
    fewer = await ada.press(notice, "Show less like this")
    assert labels(fewer)[0] == "Other outlets"
    story = await ada.answer_to(notice | {"message_id": await _pressed_story(ada, fewer)})
    assert "Mill Gazette: Coast Bee" in story["text"]
    assert marked(story, "blockquote")[0] == "Insurers sent a bus to the valley."
    assert labels(await ada.press(fewer, "‹ Back"))[0] == "Other outlets"


async def _pressed_story(phone: Phone, notice: Json) -> int:
    """Open the story's card; return the id of the last message before it."""
    last = max(phone.chat.messages)
    await phone.state.answered(phone.tap(notice, "Other outlets"))
    return last


async def test_forget_me_deletes_alerts(bot: App, ada: Phone) -> None:
    await save(ada, "hailstorm")
    asked = await ada.say("/forget_me")
    done = await ada.press(asked, "Delete everything about me")
    assert "your alerts (1)" in done["text"]
    assert "No alerts" in (await ada.say("/status"))["text"]


async def test_alerts_are_exported_deleted_and_imported(
    bot: App, ada: Phone, telegram: PreviewServer
) -> None:
    for words in ("hailstorm", "tomatoes"):
        await save(ada, words)
    asked = await ada.say("/unsubscribe_all")
    await ada.press(asked, "Delete 2")
    file = await ada.state.until(lambda: newest(ada, lambda message: "document" in message))
    assert "No alerts" in (await ada.say("/subscriptions"))["text"]
    prompt = await ada.say("/import")
    said = telegram.users.send(
        ada.person, ada.chat, "file", reply_to=prompt["message_id"], document=file["document"]
    )
    assert "2 of 2" in (await ada.answer_to(said))["text"]
    assert marked(await ada.say("/subscriptions"), "code") == ["hailstorm", "tomatoes"]


async def test_shared_link_offers_the_alert_to_another_person(
    bot: App, ada: Phone, telegram: PreviewServer
) -> None:
    shared = await ada.press(await save(ada, "hailstorm"), "Share")
    payload = shared["text"].split("start=")[1].split()[0]
    person = telegram.state.add_person("Bob")
    bob = Phone(telegram.state, person, telegram.state.chats[person.id])
    preview = await bob.say(f"/start {payload}")
    assert marked(preview, "code") == ["hailstorm"]
    assert "Saved." in (await bob.press(preview, "Save"))["text"]


async def test_alerts_per_person_are_limited(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(alerts_per_person=1):
        await save(ada, "hailstorm")
        refused = await ada.press(await ada.say("/subscribe tomatoes"), "Save")
        assert "reached the limit of 1 alert" in refused["text"]


async def test_admin_sees_the_outbox(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(admin_ids=str(ada.person.id)):
        assert "Outbox: 0 queued" in (await ada.say("/outbox"))["text"]


async def test_alert_proposes_the_names_and_rare_words_of_a_question(bot: App, ada: Phone) -> None:
    await publish(bot)
    ada.tap(await ada.say("who broke the greenhouse roofs near Tavira on Monday?"), "🔔 Alert")
    preview = await bot_message(ada, "New alert")
    (words,) = marked(preview, "code")
    assert "Tavira" in words.split()
    assert len(words.split()) <= 3
    assert "It would have matched 1 of the 1 articles" in preview["text"]


async def test_alert_that_would_not_have_fired_says_so_and_offers_a_wider_one(bot: App, ada: Phone) -> None:
    await publish(bot)
    ada.tap(await ada.say("greenhouse roofs in Ruritania"), "🔔 Alert")
    preview = await bot_message(ada, "New alert")
    assert "Ruritania" in marked(preview, "code")[0]
    assert "would not have matched any of the articles" in preview["text"]
    ada.tap(preview, labels(preview)[0])
    wider = await bot_message(ada, "It would have matched")
    assert "Ruritania" not in marked(wider, "code")[0]


async def test_press_that_is_handled_twice_deletes_and_restores_an_alert_once(bot: App, ada: Phone) -> None:
    saved = await save(ada, "hailstorm")
    await ada.press_twice(saved, "Delete")
    await ada.bot_messages()
    shown = ada.chat.messages[saved["message_id"]]
    assert labels(shown) == ["Undo"]
    await ada.press_twice(shown, "Undo")
    await ada.bot_messages()
    assert "Delete" in labels(ada.chat.messages[saved["message_id"]])
    assert len(await bot.services.alerts.of_chat(ada.chat.id)) == 1


async def test_unsubscribe_that_was_cut_off_after_the_deletion_deletes_no_other_alert(
    bot: App, ada: Phone
) -> None:
    for words in ("hailstorm", "greenhouse", "tomatoes"):
        await save(ada, words)
    chats, alerts = bot.services.chats, bot.services.alerts
    text = "/unsubscribe 2"
    said = ada.state.post(ada.chat, ada.person.json(), {"text": text, "entities": detected_entities(text)})
    place = {"chat_id": ada.chat.id, "message_id": said["message_id"]}
    second = (await alerts.of_chat(ada.chat.id))[1]
    await chats.save_prompt(Prompt(PromptKind.UNDO, alert_json(second)), **place)
    await alerts.delete(second)
    ada.state.updates.add("message", said)
    assert "greenhouse" in (await ada.answer_to(said))["text"]
    await ada.bot_messages()
    assert [alert.text for alert in await alerts.of_chat(ada.chat.id)] == ["hailstorm", "tomatoes"]
    assert await chats.prompt_of(**place) is None
