"""Following a story: from its button to messages on developments, and to its end."""

from datetime import timedelta

import pytest

from bot.app.wiring import App
from bot.delivery import follows
from tests.e2e.alerting import bot_message, publish
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


async def test_followed_story_reports_a_new_origin_and_new_figures_once(bot: App, ada: Phone) -> None:
    await publish(bot, FIRST, publisher="Mill Gazette")
    followed = await follow(ada)
    assert "Story: Hail over Tavira" in followed["text"]
    await publish(bot, SECOND, title="Roofs near Tavira broken by hail", publisher="Coast Bee")
    news = await bot_message(ada, "New independent source: Coast Bee")
    assert "New figures: 140" in news["text"]
    assert marked(news, "blockquote") == ["Insurers counted 140 broken roofs there."]
    assert labels(news) == ["Other outlets", "Unfollow", "Mute 24 h", "Pause"]
