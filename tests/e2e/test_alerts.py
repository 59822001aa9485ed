"""An alert from /subscribe to its message, and what its buttons do."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.alerts.outbox import OutboxState
from bot.app.wiring import House
from bot.corpus.raw import RawArticle
from bot.preview.server import PreviewServer
from tests.e2e.conftest import StartBot
from tests.e2e.person import Json, Phone, labels, marked

STORM = "A hailstorm broke greenhouse roofs near Tavira on Monday. Growers said the tomatoes were lost."


async def publish(house: House, text: str = STORM, *, title: str = "Hail over Tavira", **fields: Any) -> None:
    moment = datetime.now(UTC).isoformat()
    raw = RawArticle(source=title, text=text, title=title, published=moment, **fields)
    report = await house.articles.ingest([raw])
    assert report.added == 1


async def told(phone: Phone, word: str) -> Json:
    """The bot's newest message that says a word, once it is there."""
    return await phone.world.until(lambda: saying(phone, word))


def saying(phone: Phone, word: str) -> Json | None:
    return find(phone, lambda message: word in message.get("text", message.get("caption", "")))


def find(phone: Phone, fits: Callable[[Json], bool]) -> Json | None:
    said = (m for m in reversed(phone.chat.messages.values()) if m["from"]["is_bot"])
    return next(filter(fits, said), None)


async def settled(house: House, messages: int = 1) -> None:
    """Return once the bot has taken down that so many messages were told; people press later than that."""
    while (await house.services.outbox.counts()).get(OutboxState.SENT, 0) < messages:
        pass


async def save(phone: Phone, words: str) -> Json:
    return await phone.press(await phone.say(f"/subscribe {words}"), "Save")


async def opened(phone: Phone, number: int = 1) -> Json:
    return await phone.press(await phone.say("/subscriptions"), str(number))


async def reply(phone: Phone, asked: Json, text: str) -> Json:
    said = phone.world.send(phone.person, phone.chat, text, reply_to=asked["message_id"])
    return await phone.answer_to(said)


async def test_an_alert_is_looked_at_saved_and_told_of_a_new_article(bot: House, ada: Phone) -> None:
    preview = await ada.say("/subscribe hailstorm greenhouse")
    assert marked(preview, "code") == ["hailstorm greenhouse"]
    assert labels(preview) == ["Save", "Change", "Cancel"]
    saved = await ada.press(preview, "Save")
    assert "Saved." in saved["text"]
    await publish(bot)
    alert = await told(ada, "Hail over Tavira")
    assert "“hailstorm”, “greenhouse”" in alert["text"]
    assert marked(alert, "blockquote")
    assert labels(alert) == ["Fewer like this", "Mute 24 h", "Pause"]


async def test_a_preview_tells_mistyped_words_and_what_never_matched(bot: House, ada: Phone) -> None:
    preview = await ada.say("/subscribe harbuor")
    assert "Did you mean" in preview["text"]
    assert "No article here has ever matched" in preview["text"]
    wide = await ada.say("/subscribe -hail")
    assert "nearly everything" in wide["text"]
    assert "Write what to look for" in (await ada.say("/subscribe"))["text"]


async def test_words_are_changed_before_saving_by_replying(bot: House, ada: Phone) -> None:
    preview = await ada.say("/subscribe hailstrom")
    ada.tap(preview, "Change")
    asked = await told(ada, "Reply with the new words")
    again = await reply(ada, asked, "hailstorm")
    assert marked(again, "code") == ["hailstorm"]
    assert "Saved." in (await ada.press(again, "Save"))["text"]


async def test_an_edited_reply_is_taken_again(bot: House, ada: Phone) -> None:
    ada.tap(await ada.say("/settings"), "Time zone")
    asked = await told(ada, "Where are you?")
    said = ada.world.send(ada.person, ada.chat, "Istnabul", reply_to=asked["message_id"])
    assert "Did you mean" in (answer := await ada.answer_to(said))["text"]
    ada.world.edit(ada.chat, said["message_id"], "Istanbul")
    assert "Time zone: Europe/Istanbul" in (await ada.answer_to(answer))["text"]


async def test_an_answer_offers_an_alert_on_its_question(bot: House, ada: Phone) -> None:
    answer = await ada.say("Port Veyra flood")
    ada.tap(answer, "Alert me")
    preview = await told(ada, "New alert")
    assert marked(preview, "code") == ["Port Veyra flood"]


async def test_a_paused_alert_is_silent_and_a_resumed_one_speaks_again(bot: House, ada: Phone) -> None:
    paused = await ada.press(await save(ada, "hailstorm"), "Pause")
    assert "Paused" in paused["text"]
    await publish(bot)
    resumed = await ada.press(paused, "Resume")
    assert labels(resumed)[:3] == ["Pause", "Mute 24 h", "When"]
    await publish(bot, "Another hailstorm reached the coast of Silves.", title="Silves")
    await told(ada, "Silves")
    assert saying(ada, "Hail over Tavira") is None


async def test_alerts_are_listed_opened_deleted_and_brought_back(bot: House, ada: Phone) -> None:
    for words in ("hailstorm", "tomatoes"):
        await save(ada, words)
    listed = await ada.say("/subscriptions")
    assert marked(listed, "code") == ["hailstorm", "tomatoes"]
    entry = await ada.press(listed, "2")
    deleted = await ada.press(entry, "Delete")
    assert "Deleted: tomatoes" in deleted["text"]
    assert marked(await ada.say("/subscriptions"), "code") == ["hailstorm"]
    back = await ada.press(deleted, "Undo")
    assert marked(back, "code") == ["tomatoes"]
    assert marked(await ada.say("/subscriptions"), "code") == ["hailstorm", "tomatoes"]
    assert "Deleted: tomatoes" in (await ada.say("/unsubscribe 2"))["text"]


async def test_an_alert_is_given_other_words_by_replying(bot: House, ada: Phone) -> None:
    ada.tap(await save(ada, "hailstorm"), "Edit")
    asked = await told(ada, "Reply with the new words")
    changed = await reply(ada, asked, "greenhouse tomatoes")
    assert marked(changed, "code") == ["greenhouse tomatoes"]
    await publish(bot)
    assert "Alert greenhouse tomatoes" in (await told(ada, "Hail over Tavira"))["text"]


async def test_an_alert_goes_into_digests_by_its_mode(bot: House, ada: Phone) -> None:
    entry = await ada.press(await save(ada, "hailstorm"), "When")
    assert labels(entry)[:4] == ["• At once", "Hourly", "Daily", "Weekly"]
    daily = await ada.press(entry, "Daily")
    assert "every day at 08:00 (UTC)" in daily["text"]
    await publish(bot)
    while "Nothing waits" in (status := (await ada.say("/status"))["text"]):
        pass
    assert "1 waiting until" in status


async def test_fewer_like_this_leaves_a_publisher_out(bot: House, ada: Phone) -> None:
    await save(ada, "hailstorm")
    await publish(bot, publisher="Mill Gazette")
    notice = await told(ada, "Hail over Tavira")
    await settled(bot)
    fewer = await ada.press(notice, "Fewer like this")
    assert labels(fewer) == ["Not from Mill Gazette", "In a daily digest", "Other words", "‹ Back"]
    back = await ada.press(fewer, "Not from Mill Gazette")
    assert "Hail over Tavira" in back["text"]
    await publish(bot, "One more hailstorm, in Faro.", title="Faro", publisher="Mill Gazette")
    await publish(bot, "A hailstorm over Lagos.", title="Lagos", publisher="Coast Bee")
    await told(ada, "Lagos")
    assert saying(ada, "Faro") is None


async def test_a_story_told_for_two_alerts_has_the_buttons_of_each_behind_its_words(
    bot: House, ada: Phone
) -> None:
    for words in ("hailstorm", "tomatoes"):
        await save(ada, words)
    await publish(bot)
    notice = await told(ada, "Hail over Tavira")
    await settled(bot, 2)
    assert labels(notice) == ["hailstorm", "tomatoes", "All alerts"]
    chosen = await ada.press(notice, "tomatoes")
    assert labels(chosen) == ["Fewer like this", "Mute 24 h", "Pause"]
    await ada.press(chosen, "Pause")
    assert [alert.paused for alert in await bot.services.subscriptions.of_chat(ada.person.id)] == [
        False,
        True,
    ]


async def test_a_told_story_that_others_tell_too_opens_its_card_below(bot: House, ada: Phone) -> None:
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
    assert (await bot.articles.ingest(raws)).added == 2
    notice = await told(ada, "Hail over Tavira")
    await settled(bot)
    assert labels(notice)[0] == "Other outlets"
    fewer = await ada.press(notice, "Fewer like this")
    assert labels(fewer)[0] == "Other outlets"
    story = await ada.answer_to(notice | {"message_id": await _pressed_story(ada, fewer)})
    assert "Mill Gazette: Coast Bee" in story["text"]
    assert marked(story, "blockquote")[0] == "Insurers sent a bus to the valley."
    assert labels(await ada.press(fewer, "‹ Back"))[0] == "Other outlets"


async def _pressed_story(phone: Phone, notice: Json) -> int:
    """Open a told story's card; return the number of the last message before it."""
    last = max(phone.chat.messages)
    await phone.world.answered(phone.tap(notice, "Other outlets"))
    return last


async def test_a_blocked_chat_keeps_its_alerts_and_goes_on_when_unblocked(
    bot: House, ada: Phone, telegram: PreviewServer
) -> None:
    await save(ada, "hailstorm")
    telegram.world.block(ada.person)
    await publish(bot)
    telegram.world.block(ada.person, blocked=False)
    await told(ada, "Hail over Tavira")


async def test_only_admins_of_a_group_manage_its_alerts(
    bot: House, ada: Phone, telegram: PreviewServer
) -> None:
    bob = telegram.world.add_person("Bob")
    group = telegram.world.add_group("Growers", ada.person, bob)
    asked = await Phone(telegram.world, bob, group).say("/subscribe hailstorm")
    assert "Only admins" in asked["text"]
    await save(ada.at(group), "hailstorm")
    await publish(bot)
    await told(ada.at(group), "Hail over Tavira")


async def test_a_group_that_becomes_a_supergroup_keeps_its_alerts(
    bot: House, ada: Phone, telegram: PreviewServer
) -> None:
    group = telegram.world.add_group("Growers", ada.person)
    await save(ada.at(group), "hailstorm")
    new = ada.at(telegram.world.upgrade(group))
    await publish(bot)
    await told(new, "Hail over Tavira")
    assert marked(await new.say("/subscriptions"), "code") == ["hailstorm"]


async def test_an_alert_in_a_topic_reports_there_and_falls_back_when_it_is_closed(
    bot: House, ada: Phone, telegram: PreviewServer
) -> None:
    forum = telegram.world.add_group("Growers", ada.person, forum=True)
    topic = telegram.world.add_topic(forum, "Weather")
    phone = ada.at(forum, topic)
    await save(phone, "hailstorm")
    await publish(bot)
    assert (await told(phone, "Hail over Tavira"))["message_thread_id"] == topic
    forum.closed_topics.add(topic)
    await publish(bot, "A hailstorm over Lagos.", title="Lagos")
    assert "message_thread_id" not in await told(phone, "Lagos")


async def test_everything_about_a_person_is_forgotten(bot: House, ada: Phone) -> None:
    await save(ada, "hailstorm")
    asked = await ada.say("/forget_me")
    done = await ada.press(asked, "Delete everything about me")
    assert "your alerts (1)" in done["text"]
    assert "No alerts" in (await ada.say("/status"))["text"]


async def test_alerts_are_exported_deleted_and_imported(
    bot: House, ada: Phone, telegram: PreviewServer
) -> None:
    for words in ("hailstorm", "tomatoes"):
        await save(ada, words)
    asked = await ada.say("/unsubscribe_all")
    await ada.press(asked, "Delete 2")
    file = await ada.world.until(lambda: find(ada, lambda message: "document" in message))
    assert "No alerts" in (await ada.say("/subscriptions"))["text"]
    prompt = await ada.say("/import")
    said = telegram.world.send(
        ada.person, ada.chat, "file", reply_to=prompt["message_id"], document=file["document"]
    )
    assert "Read 2 of 2" in (await ada.answer_to(said))["text"]
    assert marked(await ada.say("/subscriptions"), "code") == ["hailstorm", "tomatoes"]


async def test_a_shared_alert_is_offered_to_whoever_opens_its_link(
    bot: House, ada: Phone, telegram: PreviewServer
) -> None:
    shared = await ada.press(await save(ada, "hailstorm"), "Share")
    payload = shared["text"].split("start=")[1].split()[0]
    person = telegram.world.add_person("Bob")
    bob = Phone(telegram.world, person, telegram.world.chats[person.id])
    preview = await bob.say(f"/start {payload}")
    assert marked(preview, "code") == ["hailstorm"]
    assert "Saved." in (await bob.press(preview, "Save"))["text"]


async def test_a_person_has_no_more_alerts_than_the_limit(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(alerts_per_person=1):
        await save(ada, "hailstorm")
        refused = await ada.press(await ada.say("/subscribe tomatoes"), "Save")
        assert "as one may have (1)" in refused["text"]


async def test_settings_are_set_by_buttons_and_replies(bot: House, ada: Phone) -> None:
    home = await ada.say("/settings")
    assert "not set" in home["text"]
    ada.tap(home, "Time zone")
    asked = await told(ada, "Where are you?")
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
    assert "quiet or not: on" in (await ada.press(home, "Breaking on/off"))["text"]
    languages = await ada.press(await ada.press(home, "Languages"), "Türkçe")
    assert "Articles in: Türkçe" in languages["text"]
    assert "Left out: Mill Gazette" in (await ada.say("/mute Mill Gazette"))["text"]
    preferred = await ada.say("/prefer mill gazette")
    assert "Left out: –" in preferred["text"]


async def test_a_place_on_the_map_sets_the_zone(bot: House, ada: Phone, telegram: PreviewServer) -> None:
    said = telegram.world.send(ada.person, ada.chat, "here", location={"latitude": 33.89, "longitude": 35.5})
    assert "Asia/Beirut" in (await ada.answer_to(said))["text"]


async def test_the_outbox_is_shown_to_operators(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(admin_ids=str(ada.person.id)):
        assert "Outbox: 0 waiting" in (await ada.say("/outbox"))["text"]


async def test_an_alert_reports_in_a_channel_its_admin_names_in_the_private_chat(
    bot: House, ada: Phone, telegram: PreviewServer
) -> None:
    wire = telegram.world.add_channel("Wire", ada.person, username="lusena_wire")
    await ada.say("/prefer Coast Bee")
    preview = await ada.say("/subscribe @lusena_wire hailstorm")
    assert "For the channel @lusena_wire" in preview["text"]
    assert "Reports in Wire." in (await ada.press(preview, "Save"))["text"]
    await publish(bot)
    assert "Hail over Tavira" in (await told(ada.at(wire), "hailstorm"))["text"]
    assert (await bot.services.settings.of(wire.id)).preferred == ("Coast Bee",)
    assert "1. hailstorm · Wire" in (await ada.say("/subscriptions"))["text"]


async def test_only_an_admin_points_an_alert_at_a_channel_where_the_bot_may_write(
    bot: House, ada: Phone, telegram: PreviewServer
) -> None:
    wire = telegram.world.add_channel("Wire", telegram.world.add_person("Bob"))
    for name in (f"{wire.id}", "@nobodys_wire"):
        preview = await ada.say(f"/subscribe {name} hailstorm")
        assert f"I can't write to {name}" in (await ada.press(preview, "Save"))["text"]
    wire.members[ada.person.id] = "administrator"
    preview, wire.may_write = await ada.say(f"/subscribe {wire.id} hailstorm"), False
    assert "I can't write to" in (await ada.press(preview, "Save"))["text"]
    assert await bot.services.subscriptions.of_chat(ada.person.id) == []


async def test_an_alert_for_a_channel_is_looked_after_from_the_private_chat(
    bot: House, ada: Phone, telegram: PreviewServer
) -> None:
    wire = telegram.world.add_channel("Wire", ada.person)
    await ada.press(await ada.say(f"/subscribe {wire.id} hailstorm"), "Save")
    paused = await ada.press(await opened(ada), "Pause")
    assert "Paused" in paused["text"]
    wire.members = {}
    assert "deleted" in (await ada.world.answered(ada.tap(paused, "Resume")))["text"]
    wire.members = {ada.person.id: "creator"}
    deleted = await ada.press(await ada.press(paused, "Resume"), "Delete")
    assert "Deleted: hailstorm" in deleted["text"]
    assert await bot.services.subscriptions.of_chat(ada.person.id) == []


async def test_answers_follow_the_publishers_a_chat_prefers_and_leaves_out(bot: House, ada: Phone) -> None:
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
    assert "leave out: 2" in (await ada.say("hailstorm tomatoes"))["text"]
    assert "Hail breaks roofs" in (await ada.say("hailstorm tomatoes source:bee"))["text"]


async def test_the_time_zone_is_asked_for_when_it_begins_to_matter_and_only_once(
    bot: House, ada: Phone
) -> None:
    entry = await ada.press(await ada.press(await save(ada, "hailstorm"), "When"), "Daily")
    asked = await told(ada, "Where are you?")
    assert "Europe/Istanbul" in (await reply(ada, asked, "Istanbul"))["text"]
    count = len([m for m in await ada.quiet() if "Where are you?" in m["text"]])
    await ada.press(await ada.press(entry, "When"), "Weekly")
    assert len([m for m in await ada.quiet() if "Where are you?" in m["text"]]) == count == 1


async def test_typed_quiet_hours_ask_for_the_time_zone_once_they_are_understood(
    bot: House, ada: Phone
) -> None:
    ada.tap(await ada.press(await ada.say("/settings"), "Quiet hours"), "Other…")
    asked = await told(ada, "Reply with your quiet hours")
    assert "Reply with your quiet hours" in (await reply(ada, asked, "at night"))["text"]
    assert "22:30–07:00" in (await reply(ada, asked, "22:30-7"))["text"]
    assert "Where are you?" in (await told(ada, "Where are you?"))["text"]
