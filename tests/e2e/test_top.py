"""Top stories: /top, messages that ask for the news, pages, periods, cards."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.alerts.alert import AlertDraft, Mode
from bot.app.wiring import App
from bot.chats.view import View, ViewKind
from bot.corpus.raw import RawArticle
from tests.e2e.alerting import bot_message, recorded_as_sent, reply
from tests.e2e.conftest import StartBot
from tests.e2e.person import Phone, labels, listed, marked

HAIL = (
    "A hailstorm broke greenhouse roofs near Tavira on Monday evening. Growers said the tomatoes were lost.",
    "Hail as big as plums smashed greenhouse roofs near Tavira on Monday. Growers have lost their tomatoes.",
    "Greenhouse roofs near Tavira were broken by hail on Monday evening, and growers fear for the tomatoes.",
)
EVENTS = (
    "The chess club won a cup in Faro.",
    "Rowers found an old boat below the bridge.",
    "A choir sang for miners who were on strike.",
    "Gardeners planted two hundred lemon trees.",
    "Sailors saw whales off the lighthouse.",
)


def raw(title: str, text: str, *, hours_ago: float = 1, **fields: object) -> RawArticle:
    published = (datetime.now(UTC) - timedelta(hours=hours_ago)).isoformat()
    return RawArticle(source=title, title=title, text=text, published=published, **fields)  # type: ignore[arg-type]


async def publish(app: App, *articles: RawArticle) -> None:
    await app.pipeline.ingest(articles)


async def hail(app: App) -> None:
    """Publish one story of three outlets, and a newer article that nobody repeats."""
    outlets = ("Mill Gazette", "Port Herald", "Coast Radio")
    await publish(
        app,
        *(
            raw(f"Hail over Tavira {n}", text, hours_ago=3, publisher=outlets[n])
            for n, text in enumerate(HAIL)
        ),
        raw("Ferry late", "The ferry to Culatra left an hour late because of fog.", publisher="Coast Radio"),
    )


async def test_top_puts_the_story_of_most_origins_first(bot: App, ada: Phone) -> None:
    await hail(bot)
    top = await ada.say("/top")
    assert top["text"].startswith("Top stories · last 24 hours")
    assert "Hail over Tavira" in top["text"].splitlines()[2]
    assert top["text"].index("Hail over Tavira") < top["text"].index("Ferry late")
    assert "+2\xa0outlets,\xa03\xa0origins" in top["text"]
    assert (
        marked(top, "blockquote")[0].split(" —")[0] in HAIL or "hail" in marked(top, "blockquote")[0].lower()
    )
    assert labels(top)[:2] == ["1", "2"]


async def test_card_opens_by_number_and_leads_back(bot: App, ada: Phone) -> None:
    await hail(bot)
    card = await ada.press(await ada.say("/top"), "2")
    assert card["text"].startswith("Ferry late")
    assert (await ada.press(card, "‹ Back"))["text"].startswith("Top stories")


@pytest.mark.parametrize("words", ["what's new?", "haberler", "أهم الأخبار", "Schlagzeilen"])
async def test_message_that_asks_for_news_gets_top_stories(bot: App, ada: Phone, words: str) -> None:
    await hail(bot)
    assert "Hail over Tavira" in (await ada.say(words))["text"]


async def test_question_about_today_gets_the_stories_of_this_day(bot: App, ada: Phone) -> None:
    """Three hours ago may have been yesterday, so this story is of this minute."""
    await publish(bot, raw("Hail over Tavira", HAIL[0], hours_ago=0))
    assert "Hail over Tavira" in (await ada.say("what happened today?"))["text"]


async def test_empty_period_shows_the_nearest_one_and_says_so(bot: App, ada: Phone) -> None:
    await publish(bot, raw("Bridge opens", "The bridge at Olhos opened to cyclists.", hours_ago=24 * 40))
    top = await ada.say("/top")
    assert "I have nothing newer than this" in top["text"]
    assert "Bridge opens" in top["text"]


async def test_period_and_topic_narrow_the_stories(bot: App, ada: Phone) -> None:
    await hail(bot)
    await publish(bot, raw("Ferry sold", "The old ferry was sold to a museum.", hours_ago=100))
    day = await ada.say("/top ferry")
    assert "Ferry sold" not in day["text"]
    assert "Hail" not in day["text"]
    wider = await ada.press(await ada.press(day, "Filter"), "7 d")
    assert "last 7 days" in wider["text"]
    assert "Ferry sold" in wider["text"]
    assert "• Filter" in labels(wider)
    back = await ada.press(await ada.press(wider, "• Filter"), "‹ Back")
    assert back["text"] == wider["text"]


async def test_top_has_three_stories_and_six_buttons_on_a_page(bot: App, ada: Phone) -> None:
    await publish(bot, *(raw(event.split()[1], event) for event in EVENTS))
    top = await ada.say("/top")
    assert len(marked(top, "blockquote")) == 3
    assert labels(top) == ["1", "2", "3", "More ▸", "Filter", "☀ Every day at 07:00"]
    first = set(listed(top))
    second = await ada.press(top, "More ▸")
    assert labels(second) == ["1", "2", "◀"]
    assert not first & set(listed(second))
    filters = await ada.press(await ada.press(second, "◀"), "Filter")
    assert set(listed(filters)) == first
    assert labels(filters) == ["• 24 h", "7 d", "30 d", "‹ Back"]


async def test_topic_without_articles_is_named(bot: App, ada: Phone) -> None:
    await hail(bot)
    assert "No article is about “zeppelin”" in (await ada.say("/top zeppelin"))["text"]


async def test_latest_stays_in_order_of_time(bot: App, ada: Phone) -> None:
    await hail(bot)
    latest = (await ada.say("/latest"))["text"]
    assert latest.index("Ferry late") < latest.index("Hail over Tavira")


async def test_top_of_an_empty_corpus_says_so(start_bot: StartBot, ada: Phone) -> None:
    async with start_bot(samples="never"):
        assert "There are no articles yet" in (await ada.say("/top"))["text"]


async def test_briefing_is_one_tap_and_its_time_can_change(bot: App, ada: Phone) -> None:
    await hail(bot)
    ada.tap(await ada.say("/top"), "☀ Every day at 07:00")
    saved = await bot_message(ada, "Your daily briefing is set")
    assert "every day at 07:00" in saved["text"]
    assert labels(saved)[:4] == ["Pause", "Mute 24 h", "Time", "Delete"]
    await bot_message(ada, "Where are you?")
    assert "Top stories" in (await ada.say("/subscriptions"))["text"]
    ada.tap(saved, "Time")
    changed = await reply(ada, await bot_message(ada, "the time for your briefing"), "6:30")
    assert "every day at 06:30" in changed["text"]


async def test_briefing_arrives_and_is_stopped_from_its_message(bot: App, ada: Phone) -> None:
    await hail(bot)
    await ada.say("/start")
    yesterday = datetime.now(UTC) - timedelta(days=1)
    draft = AlertDraft(ada.chat.id, None, ada.person.id, "", yesterday, mode=Mode.DAILY, briefing_at=0)
    await bot.services.alerts.save(draft)
    briefing = await bot_message(ada, "Top stories")
    assert "Hail over Tavira" in briefing["text"]
    assert labels(briefing)[-1] == "Stop this briefing"
    await recorded_as_sent(bot)
    ada.tap(briefing, "Stop this briefing")
    deleted = await bot_message(ada, "Deleted Top stories")
    assert "No alerts" in (await ada.say("/subscriptions"))["text"]
    restored = await ada.press(deleted, "Undo")
    assert "every day at 00:00" in restored["text"]


async def test_reply_to_an_answer_lists_only_what_arrived_since(bot: App, ada: Phone) -> None:
    await hail(bot)
    answer = await ada.say("hail Tavira greenhouse")
    nothing = await reply(ada, answer, "what's new?")
    assert nothing["text"].startswith("Nothing new since then")
    await publish(bot, raw("More hail over Tavira", "More hail hit every greenhouse in Tavira today. " * 2))
    await publish(bot, raw("Chess final", "The chess final in Tavira ended in a draw."))
    news = await reply(ada, answer, "anything new?")
    assert news["text"].startswith("1 new article since then")
    assert "More hail over Tavira" in news["text"]
    assert "Chess" not in news["text"]
    assert "Nothing new" in (await ada.press(news, "What’s new?"))["text"]


async def test_news_behind_filter_is_new_since_the_answer(bot: App, ada: Phone) -> None:
    await hail(bot)
    eggs = "Hail as big as eggs broke the windows of a school in Tavira and the greenhouse of its garden."
    await publish(bot, raw("School closed", eggs, hours_ago=60))
    answer = await ada.say("hail Tavira greenhouse")
    await publish(bot, raw("More hail over Tavira", "More hail hit every greenhouse in Tavira today. " * 2))
    news = await ada.press(await ada.press(answer, "Filter"), "What’s new?")
    assert news["text"].startswith("1 new article since then")
    assert "More hail over Tavira" in news["text"]


@pytest.mark.parametrize(("period_h", "heading"), [(24, "Nothing new"), (None, "1 new article")])
async def test_news_keeps_the_period_of_its_answer(
    bot: App, ada: Phone, period_h: int | None, heading: str
) -> None:
    await hail(bot)
    shown = await ada.say("hail Tavira greenhouse")
    seen = await bot.services.arrivals.seen()
    view = View(ViewKind.ANSWER, "hail Tavira greenhouse", period_h=period_h, seen=seen)
    view_id = await bot.services.chats.save_view(view, chat_id=ada.chat.id)
    old = "Hail hit every greenhouse in Tavira that day."
    await publish(bot, raw("Old hail over Tavira", old, hours_ago=90))
    ada.users.press(ada.person, ada.chat, shown["message_id"], f"{view_id}.u")
    await ada.state.until(lambda: ada.chat.messages[shown["message_id"]]["text"].startswith(heading))


async def test_settings_that_hide_every_story_are_named(bot: App, ada: Phone) -> None:
    await publish(bot, raw("Ferry late", "The ferry to Culatra left an hour late.", publisher="Coast Radio"))
    await ada.say("/mute Coast Radio")
    for words in ("/top", "/top ferry"):
        assert "This chat’s /settings hide every article" in (await ada.say(words))["text"]
    assert "No article is about “zeppelin”" in (await ada.say("/top zeppelin"))["text"]


async def test_muted_publisher_does_not_hide_the_other_outlets_of_a_story(bot: App, ada: Phone) -> None:
    await publish(
        bot,
        raw("Hail over Tavira", HAIL[0], hours_ago=9, publisher="Port Herald"),
        *(
            raw(f"Hail over Tavira {n}", f"{HAIL[0]} Page {n}.", hours_ago=3, publisher="Mill Gazette")
            for n in range(7)
        ),
    )
    await ada.say("/mute Mill Gazette")
    top = await ada.say("/top")
    assert "Port Herald" in top["text"]
    assert "Mill Gazette" not in top["text"]


async def test_story_card_lists_what_arrived_since(bot: App, ada: Phone) -> None:
    await hail(bot)
    story = await ada.press(await ada.press(await ada.say("hail Tavira greenhouse"), "1"), "Other outlets")
    late = "Hail broke greenhouse roofs near Tavira on Monday evening; growers lost tomatoes, a union said."
    await publish(bot, raw("Hail over Tavira: union counts", late, publisher="Union Post"))
    news = await ada.press(story, "What’s new?")
    assert "1 new article" in news["text"]
    assert "Union Post" in news["text"]
    assert "New independent source: Union Post" in news["text"]
