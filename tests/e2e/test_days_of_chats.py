"""“Today” is the chat's own, also for articles dated without an hour, wherever the chat is."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.app.wiring import App
from bot.corpus.raw import RawArticle
from tests.e2e.alerting import STORM, bot_message, save
from tests.e2e.person import Phone

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("zones", [("Etc/GMT+12", "Etc/GMT+11"), ("Pacific/Kiritimati", "Etc/GMT-13")])
async def test_article_dated_today_is_of_today_in_questions_alerts_and_top_stories(
    bot: App, ada: Phone, zones: tuple[str, str]
) -> None:
    zone = next(zone for zone in zones if datetime.now(ZoneInfo(zone)).hour < 23)  # no midnight meanwhile
    await bot.services.chats.change_settings(ada.chat.id, lambda settings: replace(settings, zone=zone))
    await save(ada, "hailstorm today")
    await save(ada, "tomatoes yesterday")
    today = datetime.now(ZoneInfo(zone)).date()
    hail = RawArticle(STORM, source="hail", title="Hail over Tavira", published=today.isoformat())
    await bot.pipeline.ingest([hail])
    told = (await bot_message(ada, "Hail over Tavira"))["text"]
    assert "hailstorm today" in told
    assert "tomatoes yesterday" not in told
    assert "Hail over Tavira" in (await ada.say("/top today"))["text"]
    assert "Hail over Tavira" in (await ada.say("/ask hailstorm since:today"))["text"]
    assert "Hail over Tavira" not in (await ada.say("/ask hailstorm before:today"))["text"]
