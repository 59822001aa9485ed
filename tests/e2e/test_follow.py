"""Following a story: from its button to messages on developments, and to its end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.alerts.export import export, read_export
from bot.app.wiring import App
from bot.delivery import follows
from bot.stories.story import StoryId
from tests.e2e.alerting import bot_message, publish, recorded_as_sent, save
from tests.e2e.person import Json, Phone, labels, marked

FIRST = "A hailstorm broke greenhouse roofs near Tavira on Monday. Growers near Tavira lost their tomatoes."
SECOND = (
    "The hailstorm near Tavira broke greenhouse roofs on Monday. Insurers counted 140 broken roofs there."
)


@pytest.fixture(autouse=True)
def report_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follows, "COLLECT_FOR", timedelta())


async def follow(phone: Phone) -> Json:
    """Follow the story of the first article; return the bot's answer."""
    card = await phone.press(await phone.say("hailstorm greenhouse Tavira"), "1")
    phone.tap(card, "Follow")
    return await bot_message(phone, "You’re following this story")


def answers(phone: Phone) -> list[Json]:
    """Return the bot's answers to presses of Follow."""
    return [m for m in phone.chat.messages.values() if "You’re following this story" in m["text"]]


async def test_followed_story_reports_a_new_origin_and_new_figures_once(bot: App, ada: Phone) -> None:
    await publish(bot, FIRST, publisher="Mill Gazette")
    followed = await follow(ada)
    assert "Following Hail over Tavira" in followed["text"]
    await publish(bot, SECOND, title="Roofs near Tavira broken by hail", publisher="Coast Bee")
    news = await bot_message(ada, "New independent source: Coast Bee")
    assert "New figures: 140" in news["text"]
    assert marked(news, "blockquote") == ["Insurers counted 140 broken roofs there."]
    assert labels(news) == ["Other outlets", "Unfollow", "Mute 24 h", "Pause"]


async def test_one_message_is_edited_if_the_reader_wants_only_one(bot: App, ada: Phone) -> None:
    await publish(bot, FIRST, publisher="Mill Gazette")
    entry = await follow(ada)
    assert "Sends a new message each time." in entry["text"]
    entry = await ada.press(entry, "Schedule")
    assert labels(entry) == ["• New messages", "One message, updated", "Hourly", "Daily", "‹ Back"]
    assert "Keeps one message up to date." in (await ada.press(entry, "One message, updated"))["text"]
    await publish(bot, SECOND, title="Roofs near Tavira broken by hail", publisher="Coast Bee")
    news = await bot_message(ada, "New figures: 140")
    await recorded_as_sent(bot)
    await publish(
        bot, f"{SECOND} Farmers near Tavira lost 25 greenhouses.", title="Greenhouses", publisher="Coast Bee"
    )
    await ada.state.until(lambda: "25" in news["text"])
    assert "140" in news["text"]


async def test_followed_story_is_listed_unfollowed_and_brought_back(bot: App, ada: Phone) -> None:
    await publish(bot, FIRST, publisher="Mill Gazette")
    for times in (1, 2):
        await follow(ada)
        await ada.state.until(lambda times=times: len(answers(ada)) == times)
    listed = await ada.say("/subscriptions")
    assert listed["text"].count("Story: Hail over Tavira") == 1
    entry = await ada.press(listed, "1")
    assert "Ends by itself after 7 days without news." in entry["text"]
    deleted = await ada.press(entry, "Unfollow")
    assert labels(deleted) == ["Undo"]
    await publish(bot, SECOND, title="Roofs near Tavira broken by hail", publisher="Coast Bee")
    await ada.press(deleted, "Undo")
    await bot_message(ada, "New figures: 140")


async def test_command_follows_the_story_of_a_question(bot: App, ada: Phone) -> None:
    await publish(bot, FIRST, publisher="Mill Gazette")
    followed = await ada.say("/follow hailstorm in Tavira")
    assert "You’re following this story" in followed["text"]
    assert "Unfollow" in labels(followed)
    await publish(bot, SECOND, title="Roofs near Tavira broken by hail", publisher="Coast Bee")
    await bot_message(ada, "New figures: 140")


async def test_command_offers_an_alert_where_no_story_fits(bot: App, ada: Phone) -> None:
    offered = await ada.say("/follow lighthouse in Tavira")
    assert "No story here is about that yet." in offered["text"]
    assert labels(offered)[0] == "Save"
    assert await bot.services.alerts.reporting_to(ada.chat.id) == []


async def test_command_without_words_says_how(bot: App, ada: Phone) -> None:
    assert marked(await ada.say("/follow"), "code")[0].startswith("/follow ")


async def test_notification_offers_to_follow_its_story_and_a_message_to_unfollow_it(
    bot: App, ada: Phone
) -> None:
    await save(ada, "hailstorm")
    await publish(bot, FIRST, publisher="Mill Gazette")
    ada.tap(await bot_message(ada, "matched by"), "Follow")
    await bot_message(ada, "You’re following this story")
    await publish(bot, SECOND, title="Roofs near Tavira broken by hail", publisher="Coast Bee")
    ada.tap(await bot_message(ada, "New figures: 140"), "Unfollow")
    await bot_message(ada, "Deleted Story: Hail over Tavira")
    assert len(await bot.services.alerts.reporting_to(ada.chat.id)) == 1


async def test_followed_story_is_exported_and_imported(bot: App, ada: Phone) -> None:
    await publish(bot, FIRST, publisher="Mill Gazette")
    await follow(ada)
    (alert,) = await bot.services.alerts.reporting_to(ada.chat.id)
    text = export([alert], await bot.services.chats.settings_of(ada.chat.id))
    drafts, _ = read_export(text, chat_id=77, owner_id=77, now=bot.services.clock())
    assert await bot.services.alerts.save_all(drafts) == 1
    (imported,) = await bot.services.alerts.reporting_to(77)
    assert imported.follows == alert.follows
    gone = [replace(draft, follows=StoryId("s0")) for draft in drafts]
    assert await bot.services.alerts.save_all(gone) == 0


async def test_command_with_a_text_that_no_article_has_follows_nothing(bot: App, ada: Phone) -> None:
    await publish(bot, FIRST, publisher="Mill Gazette")
    near = (
        "Roofs near Tavira were repaired this week. Growers say that tomatoes will be planted again in "
        "spring, when the new greenhouses near the river have been paid for."
    )
    assert "I don’t have that text." in (await ada.say(f"/follow {near}"))["text"]
    unknown = await ada.say("/follow https://mill.example/hail")
    assert unknown["text"].startswith("I don’t have that page.")
    assert await bot.services.alerts.reporting_to(ada.chat.id) == []


async def test_command_follows_the_story_of_a_pasted_article(bot: App, ada: Phone) -> None:
    long = f"{FIRST} {SECOND}"
    await publish(bot, long, publisher="Mill Gazette")
    assert "You’re following this story" in (await ada.say(f"/follow {long}"))["text"]


@pytest.mark.parametrize("words", ["lang:en", "today"])
async def test_command_without_search_words_follows_nothing(bot: App, ada: Phone, words: str) -> None:
    await publish(bot, FIRST, publisher="Mill Gazette")
    assert "You’re following this story" not in (await ada.say(f"/follow {words}"))["text"]
    assert await bot.services.alerts.reporting_to(ada.chat.id) == []


async def test_offered_alert_has_no_lead_ins(bot: App, ada: Phone) -> None:
    await publish(bot, FIRST, publisher="Mill Gazette")
    offered = await ada.say("/follow latest news about the lighthouse in Tavira")
    (query, *_) = marked(offered, "code")
    assert ("latest" in query, "lighthouse" in query, "Tavira" in query) == (False, True, True)
    offered = await ada.say("/follow latest news about the lighthouse in Lagos")
    (query, *_) = marked(offered, "code")
    assert query == "lighthouse Lagos"


async def test_command_says_what_it_corrected_and_did_not_understand(bot: App, ada: Phone) -> None:
    await publish(bot, FIRST, publisher="Mill Gazette")
    followed = await ada.say("/follow hailstorn Tavira OR")
    assert "You’re following this story" in followed["text"]
    assert "Showing results for hailstorm" in followed["text"]
    assert "OR needs a word on each side." in followed["text"]
    offered = await ada.say("/follow lighthouse OR")
    assert offered["text"].count("OR needs a word on each side.") == 1


async def test_command_follows_a_story_in_a_channel(bot: App, ada: Phone) -> None:
    wire = ada.state.add_channel("Wire", ada.person, username="lusena_wire")
    await publish(bot, FIRST, publisher="Mill Gazette")
    followed = await ada.say("/follow @lusena_wire hailstorm in Tavira")
    assert "Following Hail over Tavira" in followed["text"]
    assert "Posts to Wire." in followed["text"]
    await publish(bot, SECOND, title="Roofs near Tavira broken by hail", publisher="Coast Bee")
    await bot_message(ada.at(wire), "New figures: 140")
    offered = await ada.say("/follow @lusena_wire lighthouse in Tavira")
    assert "For the channel @lusena_wire" in offered["text"]
    refused = await ada.say("/follow @nobodys_wire hailstorm in Tavira")
    assert "I can’t post to @nobodys_wire" in refused["text"]


async def test_only_group_admins_follow_a_story_by_command(bot: App, ada: Phone) -> None:
    bob = ada.state.add_person("Bob")
    group = ada.state.add_group("Growers", ada.person, bob)
    await publish(bot, FIRST, publisher="Mill Gazette")
    refused = await Phone(ada.state, bob, group).say("/follow hailstorm in Tavira")
    assert "Only admins" in refused["text"]
    assert await bot.services.alerts.reporting_to(group.id) == []


async def test_anonymous_admin_follows_a_story_by_pressing(bot: App, ada: Phone) -> None:
    group = ada.state.add_group("Growers", ada.person)
    chats = bot.services.chats
    await chats.change_settings(group.id, lambda own: replace(own, spoken="en"))
    await publish(bot, FIRST, publisher="Mill Gazette")
    author = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    phone = ada.at(group)
    sent = {"from": author, "sender_chat": group.json()}
    card = await phone.say("/follow hailstorm in Tavira", **sent)
    assert card["text"].startswith("You write as the group")
    assert await bot.services.alerts.reporting_to(group.id) == []
    phone.tap(card, "Follow")
    await bot_message(phone, "You’re following this story")
    (alert,) = await bot.services.alerts.reporting_to(group.id)
    assert alert.owner_id == ada.person.id
    assert (await chats.settings_of(group.id)).spoken == "en"


@pytest.mark.parametrize("command", ["/follow hailstorm in Tavira", "/subscribe hailstorm"])
async def test_user_without_a_language_keeps_the_chats_language(bot: App, ada: Phone, command: str) -> None:
    chats = bot.services.chats
    await chats.change_settings(ada.chat.id, lambda own: replace(own, spoken="en"))
    ada.person.language_code = ""
    await publish(bot, FIRST, publisher="Mill Gazette")
    answer = await ada.say(command)
    if "Save" in labels(answer):
        await ada.press(answer, "Save")
    assert len(await bot.services.alerts.reporting_to(ada.chat.id)) == 1
    assert (await chats.settings_of(ada.chat.id)).spoken == "en"
