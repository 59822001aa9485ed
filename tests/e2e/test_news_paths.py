"""Top stories, briefings, what is new and proposed alerts, from end to end in several languages."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot.app.wiring import App
from bot.corpus.raw import RawArticle
from handlers.texts import texts_for
from tests.e2e.alerting import bot_message, reply
from tests.e2e.person import Phone, labels, marked


@dataclass(frozen=True)
class News:
    """What a language's reader says, and an article for it.

    Args:
        week: After /top: a period of a week and a word of the headline.
        updates: Asks what is new.
    """

    headline: str
    text: str
    later: str
    week: str
    updates: str


NEWS = {
    "en": News(
        "Olhos ferry runs aground",
        "The ferry from Olhos ran aground in thick fog. Nobody was hurt.",
        "The ferry from Olhos that ran aground was towed to the harbour.",
        "week ferry",
        "anything new?",
    ),
    "de": News(
        "Fähre von Olhos läuft auf Grund",
        "Die Fähre von Olhos ist im dichten Nebel auf Grund gelaufen. Verletzt wurde niemand.",
        "Die Fähre von Olhos, die auf Grund gelaufen war, wurde in den Hafen geschleppt.",
        "Woche Fähre",
        "was gibt es Neues?",
    ),
    "tr": News(
        "Olhos feribotu karaya oturdu",
        "Olhos feribotu yoğun siste karaya oturdu. Yaralanan olmadı.",
        "Karaya oturan Olhos feribotu limana çekildi.",
        "hafta feribotu",
        "yeni ne var?",
    ),
    "ar": News(
        "جنوح عبارة أولهوس",
        "جنحت عبارة أولهوس في ضباب كثيف صباح اليوم. ولم يصب أحد بأذى.",
        "سُحبت عبارة أولهوس التي جنحت إلى الميناء مساء اليوم.",
        "أسبوع عبارة",
        "ما الجديد؟",
    ),
}
EVERY_LANGUAGE = pytest.mark.parametrize("language", NEWS)


async def publish(app: App, title: str, text: str, *, hours_ago: float = 3) -> None:
    published = (datetime.now(UTC) - timedelta(hours=hours_ago)).isoformat()
    raw = RawArticle(source=title, title=title, text=text, published=published, publisher="Coast Radio")
    assert (await app.pipeline.ingest([raw])).added == 1


async def in_language(language: str, bot: App, ada: Phone, *, hours_ago: float = 3) -> News:
    """Let the bot speak a language, and publish an article in it."""
    await ada.say(f"/lang {language}")
    news = NEWS[language]
    await publish(bot, news.headline, news.text, hours_ago=hours_ago)
    return news


@EVERY_LANGUAGE
async def test_top_takes_a_period_and_a_topic(bot: App, ada: Phone, language: str) -> None:
    news = await in_language(language, bot, ada, hours_ago=80)
    topic = news.week.split()[1]
    top = await ada.say(f"/top {news.week}")
    assert news.headline in top["text"]
    assert topic in top["text"].splitlines()[0]
    assert texts_for(language)("top-nearest") not in top["text"]


@EVERY_LANGUAGE
async def test_briefing_is_saved_and_its_time_changed(bot: App, ada: Phone, language: str) -> None:
    await in_language(language, bot, ada)
    texts = texts_for(language)
    top = await ada.say("/top")
    ada.tap(top, next(label for label in labels(top) if label.startswith("☀")))
    saved = await bot_message(ada, visible_start(texts("briefing-saved")))
    ada.tap(saved, texts("button-briefing-time"))
    asked = await bot_message(ada, "7:45")
    assert "06:30" in (await reply(ada, asked, "6:30"))["text"]
    assert texts("briefing-name") in (await ada.say("/subscriptions"))["text"]


@EVERY_LANGUAGE
async def test_reply_asks_what_is_new_since_an_answer(bot: App, ada: Phone, language: str) -> None:
    news = await in_language(language, bot, ada)
    answer = await ada.say(news.headline)
    nothing = await reply(ada, answer, news.updates)
    assert nothing["text"].startswith(texts_for(language)("arrivals-none"))
    await publish(bot, f"{news.headline} (2)", news.later, hours_ago=0)
    arrived = await reply(ada, answer, news.updates)
    assert f"{news.headline} (2)" in arrived["text"]


@EVERY_LANGUAGE
async def test_proposed_alert_fires_on_the_answer_and_then_on_news(
    bot: App, ada: Phone, language: str
) -> None:
    news = await in_language(language, bot, ada)
    texts = texts_for(language)
    ada.tap(await ada.say(news.headline), texts("button-alert"))
    preview = await bot_message(ada, visible_start(texts("alert-preview", query="")))
    query = marked(preview, "code")[0]
    assert texts("alert-not-fired") not in preview["text"]
    await ada.press(preview, texts("button-save"))
    await publish(bot, f"{news.headline} (2)", news.later, hours_ago=0)
    notice = await bot_message(ada, f"{news.headline} (2)")
    assert query in notice["text"]
    assert marked(notice, "blockquote")[0].startswith(news.later[:20])


def visible_start(html: str) -> str:
    """Return the first words of a text, without its markup."""
    return html.split("<b>")[1].split("</b>")[0]
