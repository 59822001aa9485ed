"""Alerts in groups, topics and channels, and in chats that blocked the bot."""

from bot.app.wiring import App
from bot.preview.server import PreviewServer
from tests.e2e.alerting import bot_message, open_alert, publish, save
from tests.e2e.person import Phone, marked


async def test_blocked_chat_keeps_its_alerts_until_unblocked(
    bot: App, ada: Phone, telegram: PreviewServer
) -> None:
    await save(ada, "hailstorm")
    telegram.users.block(ada.person)
    await publish(bot)
    telegram.users.block(ada.person, blocked=False)
    await bot_message(ada, "Hail over Tavira")


async def test_only_group_admins_manage_its_alerts(bot: App, ada: Phone, telegram: PreviewServer) -> None:
    bob = telegram.state.add_person("Bob")
    group = telegram.state.add_group("Growers", ada.person, bob)
    asked = await Phone(telegram.state, bob, group).say("/subscribe hailstorm")
    assert "Only admins" in asked["text"]
    await save(ada.at(group), "hailstorm")
    await publish(bot)
    await bot_message(ada.at(group), "Hail over Tavira")


async def test_supergroup_keeps_the_alerts_of_its_group(
    bot: App, ada: Phone, telegram: PreviewServer
) -> None:
    group = telegram.state.add_group("Growers", ada.person)
    await save(ada.at(group), "hailstorm")
    new = ada.at(telegram.state.upgrade(group))
    await publish(bot)
    await bot_message(new, "Hail over Tavira")
    assert marked(await new.say("/subscriptions"), "code") == ["hailstorm"]


async def test_alert_in_a_closed_topic_falls_back_to_the_chat(
    bot: App, ada: Phone, telegram: PreviewServer
) -> None:
    forum = telegram.state.add_group("Growers", ada.person, forum=True)
    topic = telegram.state.add_topic(forum, "Weather")
    phone = ada.at(forum, topic)
    await save(phone, "hailstorm")
    await publish(bot)
    assert (await bot_message(phone, "Hail over Tavira"))["message_thread_id"] == topic
    forum.closed_topics.add(topic)
    await publish(bot, "A hailstorm over Lagos.", title="Lagos")
    assert "message_thread_id" not in await bot_message(phone, "Lagos")


async def test_channel_admin_saves_an_alert_for_the_channel(
    bot: App, ada: Phone, telegram: PreviewServer
) -> None:
    wire = telegram.state.add_channel("Wire", ada.person, username="lusena_wire")
    await ada.say("/prefer Kestrel Wire")
    preview = await ada.say("/subscribe @lusena_wire hailstorm")
    assert "For the channel @lusena_wire" in preview["text"]
    assert "Posts to Wire." in (await ada.press(preview, "Save"))["text"]
    await publish(bot)
    assert "Hail over Tavira" in (await bot_message(ada.at(wire), "hailstorm"))["text"]
    assert (await bot.services.chats.settings_of(wire.id)).preferred == ("Kestrel Wire",)
    assert "1. hailstorm · Wire" in (await ada.say("/subscriptions"))["text"]


async def test_channel_alert_needs_a_channel_admin_and_write_access(
    bot: App, ada: Phone, telegram: PreviewServer
) -> None:
    wire = telegram.state.add_channel("Wire", telegram.state.add_person("Bob"))
    for name in (f"{wire.id}", "@nobodys_wire"):
        preview = await ada.say(f"/subscribe {name} hailstorm")
        assert f"I can’t post to {name}" in (await ada.press(preview, "Save"))["text"]
    wire.members[ada.person.id] = "administrator"
    preview, wire.may_write = await ada.say(f"/subscribe {wire.id} hailstorm"), False
    assert "I can’t post to" in (await ada.press(preview, "Save"))["text"]
    assert await bot.services.alerts.of_chat(ada.person.id) == []


async def test_channel_alert_is_managed_from_the_private_chat(
    bot: App, ada: Phone, telegram: PreviewServer
) -> None:
    wire = telegram.state.add_channel("Wire", ada.person)
    await ada.press(await ada.say(f"/subscribe {wire.id} hailstorm"), "Save")
    paused = await ada.press(await open_alert(ada), "Pause")
    assert "Paused" in paused["text"]
    wire.members = {}
    assert "deleted" in (await ada.state.answered(ada.tap(paused, "Resume")))["text"]
    wire.members = {ada.person.id: "creator"}
    deleted = await ada.press(await ada.press(paused, "Resume"), "Delete")
    assert "Deleted hailstorm" in deleted["text"]
    assert await bot.services.alerts.of_chat(ada.person.id) == []


async def test_channel_takes_its_admins_settings(bot: App, ada: Phone, telegram: PreviewServer) -> None:
    wire = telegram.state.add_channel("Wire", ada.person, username="lusena_wire")
    await ada.say("/prefer Kestrel Wire")
    assert "@lusena_wire now uses your settings" in (await ada.say("/settings @lusena_wire"))["text"]
    assert (await bot.services.chats.settings_of(wire.id)).preferred == ("Kestrel Wire",)
    wire.members = {}
    await ada.say("/prefer Harbour Post")
    assert "I can’t post to @lusena_wire" in (await ada.say("/settings @lusena_wire"))["text"]
    assert (await bot.services.chats.settings_of(wire.id)).preferred == ("Kestrel Wire",)
    assert "Settings for this chat" in (await ada.say("/settings"))["text"]
